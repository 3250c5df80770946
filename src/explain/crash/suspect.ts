import { virtualAddress } from '../../binary/address.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import type { BugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import { derived, fromStack, guessed } from '../evidence.ts';
import type { Evidence } from '../model.ts';
import type { CrashView } from './crash-view.ts';
import { isMicrosoftName } from './microsoft-drivers.ts';
import { driverOfObject } from './object-text.ts';

/** A driver to look at first. Never more than that: a driver on the stack may be the victim of another. */
export interface Suspect {
  /** The file of the driver. */
  readonly file: string;
  readonly path?: string;
  /** The frame or parameter by which it was found. */
  readonly place: string;
  /** Why it is named, as a sentence. */
  readonly reason: string;
  readonly evidence: Evidence;
}

const BY_NAME = 'that it is not of Microsoft follows from its name alone';

/** The images of others than Microsoft, by their base. */
function ofThirdParty(view: CrashView, address: bigint): LoadedDriver | undefined {
  const image = view.images.find(address);
  const driver = image && view.dump.drivers().find(({ base }) => base === image.base);
  return driver && !isMicrosoftName(driver.path) ? driver : undefined;
}

function byParameter(
  view: CrashView,
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
): Suspect | undefined {
  for (const [index, [kind, means]] of (meaning?.parameters ?? []).entries()) {
    const value = parameters[index] ?? 0n;
    if (kind !== 'Code') continue;
    const driver = ofThirdParty(view, value);
    const place = `parameter ${index + 1}, ${view.images.nameOf(virtualAddress(value)) ?? ''}`;
    if (driver !== undefined)
      return {
        file: baseName(driver.path),
        path: driver.path,
        place,
        reason: `Parameter ${index + 1} (${means}) is in it.`,
        evidence: derived(`parameter of the bug check; ${BY_NAME}`),
      };
    const gone = view.dump.unloadedDrivers().find(({ start, end }) => value >= start && value < end);
    if (gone !== undefined)
      return {
        file: gone.name,
        place: `parameter ${index + 1}`,
        reason: `Parameter ${index + 1} (${means}) is where it was before it was unloaded.`,
        evidence: derived('parameter of the bug check and the list of unloaded drivers'),
      };
  }
  return undefined;
}

function byObject(
  view: CrashView,
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
): Suspect | undefined {
  // The request that is held shows more than the device at the bottom of its stack.
  for (const wanted of ['Irp', 'Device'] as const)
    for (const [index, [kind, means]] of (meaning?.parameters ?? []).entries()) {
      if (kind !== wanted) continue;
      const name = driverOfObject(view, kind, parameters[index] ?? 0n);
      if (name === undefined) continue;
      const file = baseName(name);
      const drivers = view.dump.drivers();
      const loaded = drivers.find(({ path }) => stem(path) === stem(file));
      if (isMicrosoftName(loaded?.path ?? file)) continue;
      return {
        file: loaded === undefined ? file : baseName(loaded.path),
        ...(loaded !== undefined && { path: loaded.path }),
        place: `parameter ${index + 1}, ${name}`,
        reason: `Parameter ${index + 1} (${means}) belongs to it.`,
        evidence: derived(`object that a parameter names; ${BY_NAME}`),
      };
    }
  return undefined;
}

const stem = (path: string) =>
  baseName(path)
    .replace(/\.\w+$/, '')
    .toLowerCase();

function byFrame(view: CrashView, frames: readonly NamedFrame[]): Suspect | undefined {
  const ofMicrosoft = new Set<string>();
  for (const [index, frame] of frames.entries()) {
    if (frame.module === undefined || ofMicrosoft.has(frame.module)) continue;
    const driver = ofThirdParty(view, frame.address);
    if (driver === undefined) {
      ofMicrosoft.add(frame.module);
      continue;
    }
    const isGuess = frames.slice(0, index + 1).some(({ foundBy }) => foundBy === 'scan');
    const basis = `frame ${index} of the crash; ${BY_NAME}`;
    return {
      file: baseName(driver.path),
      path: driver.path,
      place: frame.text,
      reason: 'It has the first frame of the crash that is not in an image of Microsoft.',
      evidence: isGuess ? guessed(`scanned ${basis}`) : fromStack(basis),
    };
  }
  return undefined;
}

/** Codes caused by hardware, a person or a power cut: no driver on the stack has a part in them. */
const WITHOUT_SUSPECT: ReadonlySet<number> = new Set([0x9c, 0xe2, 0x124, 0x161, 0x1c8]);

/** The driver to look at first; undefined when only images of Microsoft took part, or none can have. */
export function suspectOf(
  view: CrashView,
  code: number,
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
  frames: readonly NamedFrame[],
): Suspect | undefined {
  if (WITHOUT_SUSPECT.has(code)) return undefined;
  return (
    byParameter(view, meaning, parameters) ?? byObject(view, meaning, parameters) ?? byFrame(view, frames)
  );
}
