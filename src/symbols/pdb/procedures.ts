import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u16, u32 } from '../../binary/layout.ts';
import { type ModuleOf, openContributions } from './contributions.ts';
import type { Dbi } from './dbi.ts';
import { type PdbModule, readModules } from './modules.ts';
import type { SegmentOffset } from './sections.ts';

/**
 * Functions by their full debug information: names of functions that are not public (static in C), with their exact size. The
 * PDBs of one's own drivers have it for every function, those of Microsoft's symbol server for a few that were left in. Source: PROCSYM32 of microsoft-pdb `include/cvinfo.h`.
 */
const PROCEDURE = layout('PROCSYM32', 0x27, {
  length: u16(0x00),
  kind: u16(0x02),
  size: u32(0x10),
  offset: u32(0x20),
  segment: u16(0x24),
});
/** S_LPROC32, S_GPROC32, and the same with an id instead of a type. */
const PROCEDURE_KINDS = new Set([0x110f, 0x1110, 0x1146, 0x1147]);
/** Before the first record: the version of the records. */
const FIRST_RECORD = 4;
/** Functions that are kept, of all object files together, some 30 MB; a driver has some thousands, an 80 MB PDB 150,000. The object file that was asked for the longest ago goes first. */
const MOST_KEPT = 200_000;

export interface Procedure extends SegmentOffset {
  /** Qualified, not decorated. */
  readonly name: string;
  readonly size: number;
}

export interface Procedures {
  /** The function with `place` in its code. */
  at(place: SegmentOffset): Procedure | undefined;
  /** The function of a record in the stream of an object file; undefined where there is none. */
  recordAt(module: number, record: number): Procedure | undefined;
  all(): Iterable<Procedure>;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The function whose record is at `at`; undefined for another kind of record. */
function decodeProcedure(records: Buffer, at: number, length: number): Procedure | undefined {
  const kind = (records[at + 2] ?? 0) | ((records[at + 3] ?? 0) << 8);
  if (!PROCEDURE_KINDS.has(kind) || length <= PROCEDURE.size || at + length > records.length)
    return undefined;
  const { size, offset, segment } = PROCEDURE.fields;
  const start = at + PROCEDURE.size;
  let end = start;
  while (end < at + length && records[end] !== 0) end += 1;
  // One by one and without views of the parts: an object file has thousands of functions, and all are read for one name.
  return {
    segment: records.readUInt16LE(at + segment.offset),
    offset: records.readUInt32LE(at + offset.offset),
    size: records.readUInt32LE(at + size.offset),
    name: records.toString('utf8', start, end),
  };
}

/** Bytes of the record at `at`, its length included. */
const recordLength = (records: Uint8Array, at: number) =>
  2 + ((records[at] ?? 0) | ((records[at + 1] ?? 0) << 8));

function proceduresIn(stream: ByteSource, { symbolsSize }: PdbModule): Procedure[] {
  const records = bufferOf(stream.read(0, Math.min(symbolsSize, stream.size)));
  const found: Procedure[] = [];
  for (let at = FIRST_RECORD; at + 4 <= records.length; ) {
    const length = recordLength(records, at);
    const procedure = decodeProcedure(records, at, length);
    if (procedure !== undefined) found.push(procedure);
    at += Math.max(4, length);
  }
  // By place, and at one place the largest last, so that `procedureAt` meets it first.
  return found.sort((a, b) => a.segment - b.segment || a.offset - b.offset || a.size - b.size);
}

/** The last function that begins at or before `place`, if `place` is in it. Functions of one object file do not overlap. */
function procedureAt(
  sorted: readonly Procedure[],
  { segment, offset }: SegmentOffset,
): Procedure | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = sorted[middle];
    if (each !== undefined && (each.segment < segment || (each.segment === segment && each.offset <= offset)))
      low = middle + 1;
    else high = middle;
  }
  const found = sorted[low - 1];
  return found !== undefined && found.segment === segment && offset < found.offset + found.size
    ? found
    : undefined;
}

/**
 * @param streamOf opens a stream of the PDB by number
 * @returns undefined where the PDB has no object files
 */
export function openProcedures(
  source: ByteSource,
  dbi: Dbi,
  streamOf: (index: number) => ByteSource | undefined,
): Procedures | undefined {
  const moduleOf: ModuleOf | undefined = openContributions(source, dbi.contributions);
  if (moduleOf === undefined) return undefined;
  let modules: PdbModule[] | undefined;
  const kept = new Map<number, readonly Procedure[]>();
  let keptCount = 0;

  function proceduresOf(module: PdbModule): readonly Procedure[] {
    const known = kept.get(module.stream);
    if (known) {
      kept.delete(module.stream);
      kept.set(module.stream, known);
      return known;
    }
    const stream = streamOf(module.stream);
    const procedures = stream ? proceduresIn(stream, module) : [];
    for (const [oldest, { length }] of kept) {
      if (keptCount + procedures.length <= MOST_KEPT) break;
      kept.delete(oldest);
      keptCount -= length;
    }
    kept.set(module.stream, procedures);
    keptCount += procedures.length;
    return procedures;
  }

  const allModules = () => {
    modules ??= readModules(source, dbi.modules);
    return modules;
  };

  return {
    at(place) {
      const index = moduleOf(place);
      const module = index === undefined ? undefined : allModules()[index];
      if (module === undefined) return undefined;
      return procedureAt(proceduresOf(module), place);
    },
    recordAt(index, record) {
      const module = allModules()[index];
      const stream = module && streamOf(module.stream);
      if (stream === undefined || record + 4 > Math.min(module?.symbolsSize ?? 0, stream.size))
        return undefined;
      const length = recordLength(stream.read(record, 4), 0);
      return record + length <= stream.size
        ? decodeProcedure(bufferOf(stream.read(record, length)), 0, length)
        : undefined;
    },
    *all() {
      // Each stream belongs to one object file; only a hostile PDB names one twice.
      const streams = new Map(allModules().map((module) => [module.stream, module]));
      for (const module of streams.values()) yield* proceduresOf(module);
    },
  };
}
