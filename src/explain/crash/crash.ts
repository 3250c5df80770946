import { addressAt } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import { baseName, driverAt } from '../../dump/modules.ts';
import { originOf } from '../../dump/origin.ts';
import { isDriverDefinedCode, plainBugCheckCode } from '../../kernel/bug-check/bug-check-name.ts';
import { type BugCheckMeaning, bugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import type { KernelObjects } from '../../kernel/kernel-objects.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { moduleNameOf } from '../../symbols/module-name.ts';
import type { ImageMap, LoadedImage } from '../images.ts';
import type { Crash, DescribedParameter } from './crash-model.ts';
import type { CrashView } from './crash-view.ts';
import { valueText } from './describe-value.ts';
import { readFault } from './read-fault.ts';

const DRIVER_CODE = 'A driver defines this code; its meaning is not published.';

function describe(
  view: CrashView,
  meaning: BugCheckMeaning,
  values: readonly bigint[],
): DescribedParameter[] {
  return meaning.parameters.map(([kind, means], index) => {
    const value = values[index] ?? 0n;
    const text = valueText(view, kind, value);
    return { value, kind, means, ...(text !== undefined && { text }) };
  });
}

function parametersOf({ header }: Dump): readonly bigint[] {
  return ([1, 2, 3, 4] as const).map((index) => header.get(`BugCheckParameter${index}`) ?? 0n);
}

/** What the code and its parameters mean, for every dump that a crash or a live report of Windows wrote. */
export function bugCheckInWords(view: CrashView): Pick<Crash, 'summary' | 'parameters'> | undefined {
  const code = view.dump.header.get('BugCheckCode');
  if (code === undefined) return undefined;
  const values = parametersOf(view.dump);
  const meaning = bugCheckMeaning(code, values[0] ?? 0n);
  if (meaning !== undefined) return { summary: meaning.is, parameters: describe(view, meaning, values) };
  return isDriverDefinedCode(code) ? { summary: DRIVER_CODE, parameters: [] } : undefined;
}

/** Images by address. A crash asks for a few addresses, and a sorted map of all images costs more than looking through them. */
function imagesOf(dump: Dump): ImageMap {
  function find(address: bigint): LoadedImage | undefined {
    const driver = driverAt(dump.drivers(), address);
    if (driver === undefined) return undefined;
    const { path, base, size } = driver;
    const name = moduleNameOf(path);
    return { name, file: baseName(path), base, end: addressAt(base, size), isKernel: name === 'nt' };
  }
  return {
    find,
    nameOf(address) {
      const image = find(address);
      return image && `${image.name}+0x${(address - image.base).toString(16)}`;
    },
  };
}

/** The view of a dump that its crash is read from. */
export function crashView(dump: Dump, objects: KernelObjects): CrashView {
  return { dump, objects, images: imagesOf(dump) };
}

/** The crash that a dump was written for; undefined for dumps of running machines and of captures. */
export function readCrash(view: CrashView, modules?: readonly DumpModule[]): Crash | undefined {
  const { dump } = view;
  const code = dump.header.get('BugCheckCode');
  if (code === undefined || originOf(dump).kind !== 'BugCheck') return undefined;
  const parameters = parametersOf(dump);
  const meaning = bugCheckMeaning(code, parameters[0] ?? 0n);
  const words = bugCheckInWords(view);
  return {
    parameters: [],
    ...words,
    ...readFault(view, { code: plainBugCheckCode(code), meaning, parameters }, modules),
  };
}
