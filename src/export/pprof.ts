import { gzipSync } from 'node:zlib';
import {
  Label,
  Line,
  Location,
  Mapping,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import type { Steps } from '../binary/steps.ts';
import { functionOf, processOf, sharedFrames, withoutFrames } from './frames.ts';
import type {
  ExportModel,
  ExportOptions,
  ExportSource,
  ExportSymbols,
  ExportThread,
  KernelStackFrame,
} from './model.ts';

/** An image in the profile: places of all its copies are counted from the base of the first one met. */
interface KnownImage {
  readonly id: number;
  readonly base: bigint;
}

/** What symbolizers know an image by: GUID and age of its PDB, else time stamp and size of the image, as symbol stores have them. */
function buildIdOf({ pdb, timeDateStamp = 0, size }: ExportSymbols): string {
  if (pdb !== undefined) return `${pdb.guid}${pdb.age.toString(16).toUpperCase()}`;
  return `${timeDateStamp.toString(16).toUpperCase().padStart(8, '0')}${size.toString(16)}`;
}

/** Images with their copies in all dumps. Two boots load one image at different places; its functions are the same. */
class Images {
  readonly mappings: Mapping[] = [];
  readonly #strings: StringTable;
  readonly #known = new Map<string, KnownImage>();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  #add(key: string, name: string, image: ExportSymbols | undefined): KnownImage {
    const base = image === undefined ? 0n : BigInt(image.base);
    const made = { id: this.mappings.length + 1, base };
    this.mappings.push(
      new Mapping({
        id: made.id,
        memoryStart: base,
        memoryLimit: image === undefined ? 0n : base + BigInt(image.size),
        fileOffset: 0,
        filename: this.#strings.dedup(name),
        buildId: this.#strings.dedup(image === undefined ? '' : buildIdOf(image)),
        hasFunctions: true,
      }),
    );
    this.#known.set(key, made);
    return made;
  }

  /** The mapping that a frame is in, and its address there. */
  place(
    frame: KernelStackFrame,
    images: ReadonlyMap<string, ExportSymbols>,
  ): { id: number; address: bigint } {
    const address = BigInt(frame.address);
    if (frame.module === undefined) return { id: 0, address };
    const image = images.get(frame.module);
    const key = image === undefined ? frame.module : `${image.file}\n${buildIdOf(image)}`;
    const known = this.#known.get(key) ?? this.#add(key, image?.file ?? frame.module, image);
    return {
      id: known.id,
      address: image === undefined ? address : address - BigInt(image.base) + known.base,
    };
  }
}

const imagesOf = ({ symbols }: ExportSource): ReadonlyMap<string, ExportSymbols> =>
  new Map(symbols.map((image) => [image.module, image]));

/** When the profile was taken: the time of the last dump, else now. Nanoseconds since 1970. */
function timeOf({ sources, createdTime }: ExportModel): bigint {
  const times = sources.flatMap(({ takenTime }) => takenTime ?? []).map((time) => Date.parse(time));
  return BigInt(times.length === 0 ? Date.parse(createdTime) : Math.max(...times)) * 1_000_000n;
}

/** So many samples are encoded in one step: a few milliseconds. */
const SAMPLES_PER_STEP = 512;

/** What every encoded profile ends with, also one that holds nothing: a string table with the empty string. */
const EMPTY_END = new Profile({}).encode().length;

/**
 * The first two fields of a profile as bytes, one or the other. Parts of a message that follow each other are one message (Protocol
 * Buffers, "Last One Wins"), and these are in the order in which the library writes a whole profile.
 */
function encodedStart(part: { readonly sampleType?: ValueType[]; readonly sample?: Sample[] }): Uint8Array {
  const encoded = new Profile(part).encode();
  return encoded.subarray(0, encoded.length - EMPTY_END);
}

/**
 * A profile of pprof (profile.proto of google/pprof, gzip): one sample a thread with the values threads and milliseconds waited, so
 * that profiles of many machines add up. Labels: process, pid, tid, state, wait_reason, waiting_for, held_by, machine, simulated.
 */
export function* writePprof(model: ExportModel, { weight }: ExportOptions): Steps<Uint8Array> {
  const strings = new StringTable();
  const text = (value: string) => strings.dedup(value);
  const images = new Images(strings);
  const functions = new Map<string, PprofFunction>();
  const locations = new Map<string, Location>();
  const bySource = model.sources.map(imagesOf);

  function functionId(name: string, file: string): number {
    const key = `${name}\n${file}`;
    const known = functions.get(key);
    if (known !== undefined) return Number(known.id);
    const id = functions.size + 1;
    functions.set(
      key,
      new PprofFunction({ id, name: text(name), systemName: text(name), filename: text(file) }),
    );
    return id;
  }

  function locationId(mappingId: number, address: bigint, name: string, file: string): number {
    const key = `${mappingId} ${address} ${name}`;
    const known = locations.get(key);
    if (known !== undefined) return Number(known.id);
    const id = locations.size + 1;
    const line = [new Line({ functionId: functionId(name, file) })];
    locations.set(key, new Location({ id, mappingId, address, line }));
    return id;
  }

  function stackIds({ stack, source }: ExportThread): number[] {
    const known = bySource[source] ?? new Map<string, ExportSymbols>();
    const frames = sharedFrames(stack).map((frame) => {
      const { id, address } = images.place(frame, known);
      const file = frame.module === undefined ? '' : (known.get(frame.module)?.file ?? frame.module);
      return locationId(id, address, functionOf(frame), file);
    });
    const shown = frames.length === 0 ? [locationId(0, 0n, withoutFrames(stack), '')] : frames;
    // The innermost frame comes first; the process is the outermost, as in the other formats.
    return [locationId(0, 0n, processOf(stack), ''), ...shown].toReversed();
  }

  function labelsOf({ stack, source }: ExportThread): Label[] {
    const { computerName, machine } = model.sources[source] ?? {};
    const words: readonly (readonly [string, string | undefined])[] = [
      ['process', stack.processName],
      ['state', stack.state],
      ['wait_reason', stack.waitReason],
      ['waiting_for', stack.waitingFor],
      ['held_by', stack.heldBy?.length ? stack.heldBy.join(', ') : undefined],
      ['machine', computerName ?? machine],
      ['simulated', stack.simulated === true ? 'true' : undefined],
    ];
    const numbers: readonly (readonly [string, number | undefined])[] = [
      ['pid', stack.processId],
      ['tid', stack.threadId],
    ];
    return [
      ...words.flatMap(([key, value]) =>
        value === undefined || value === '' ? [] : [new Label({ key: text(key), str: text(value) })],
      ),
      ...numbers.flatMap(([key, value]) =>
        value === undefined ? [] : [new Label({ key: text(key), num: value, numUnit: text('id') })],
      ),
    ];
  }

  const samples: Uint8Array[] = [];
  let next: Sample[] = [];
  for (const thread of model.threads) {
    const value = [1, Math.round(thread.stack.waitTimeMs ?? 0)];
    next.push(new Sample({ locationId: stackIds(thread), value, label: labelsOf(thread) }));
    if (next.length === SAMPLES_PER_STEP) {
      samples.push(encodedStart({ sample: next }));
      next = [];
    }
    yield undefined;
  }
  samples.push(encodedStart({ sample: next }));
  const threads = new ValueType({ type: text('threads'), unit: text('count') });
  const waited = new ValueType({ type: text('waited'), unit: text('milliseconds') });
  const head = encodedStart({ sampleType: [threads, waited] });
  const rest = new Profile({
    mapping: images.mappings,
    location: [...locations.values()],
    function: [...functions.values()],
    stringTable: strings,
    // Stores of profiles name a kind of profile by its period too.
    periodType: new ValueType({ type: text('threads'), unit: text('count') }),
    period: 1,
    timeNanos: timeOf(model),
    comment: [text(model.product)],
    defaultSampleType: text(weight === 'Thread' ? 'threads' : 'waited'),
  });
  const encoded = rest.encode();
  yield undefined;
  return gzipSync(Buffer.concat([head, ...samples, encoded]));
}
