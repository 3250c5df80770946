import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { layout, u16, u32 } from '../../binary/layout.ts';
import { type ModuleOf, openContributions } from './contributions.ts';
import type { Dbi } from './dbi.ts';
import { type PdbModule, readModules } from './modules.ts';
import { kindAt, recordLength } from './record-head.ts';
import type { SegmentOffset } from './sections.ts';

/**
 * Functions by their full debug information: names of functions that are not public (static in C), with their exact size. The
 * PDBs of one's own drivers have it for every function, those of Microsoft's symbol server for a few that were left in. Source: PROCSYM32 of microsoft-pdb `include/cvinfo.h`.
 */
const PROCEDURE = layout('PROCSYM32', 0x27, {
  length: u16(0x00),
  kind: u16(0x02),
  /** Where in the stream the record that ends the function is. */
  end: u32(0x08),
  size: u32(0x10),
  offset: u32(0x20),
  segment: u16(0x24),
});
/** S_LPROC32, S_GPROC32, and the same with an id instead of a type. */
const PROCEDURE_KINDS = new Set([0x110f, 0x1110, 0x1146, 0x1147]);
const S_END = 0x0006;
const S_PROC_ID_END = 0x114f;
/** Before the first record: the version of the records. */
const FIRST_RECORD = 4;
/**
 * Functions that are kept, of all object files together, 16 MB; an 80 MB PDB has 150,000. The object file that was asked for the longest
 * ago goes first.
 */
const MOST_KEPT = 1_000_000;

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

/** Whether a record of `length` bytes is a function with a place and a name. */
const isProcedure = (records: Uint8Array, at: number, length: number) =>
  PROCEDURE_KINDS.has(kindAt(records, at)) && length > PROCEDURE.size && at + length <= records.length;

/** The function whose record is at `at`; undefined for another kind of record. */
function decodeProcedure(records: Buffer, at: number, length: number): Procedure | undefined {
  if (!isProcedure(records, at, length)) return undefined;
  const { size, offset, segment } = PROCEDURE.fields;
  const start = at + PROCEDURE.size;
  let end = start;
  while (end < at + length && records[end] !== 0) end += 1;
  // One by one and without views of the parts: an object file has thousands of functions.
  return {
    segment: records.readUInt16LE(at + segment.offset),
    offset: records.readUInt32LE(at + offset.offset),
    size: records.readUInt32LE(at + size.offset),
    name: records.toString('utf8', start, end),
  };
}

/**
 * The functions of an object file, by place: four numbers each, as in `ROW`. To make the names of all takes several times as long as to
 * read them, and a look-up needs one.
 */
type ProcedureTable = Uint32Array;
const ROW = { segment: 0, offset: 1, size: 2, record: 3, length: 4 } as const;

/** Compares two functions of a table by place, and at one place by size. */
function compareRows(table: ProcedureTable, a: number, b: number): number {
  for (let field = 0; field < ROW.record; field++) {
    const difference = (table[a + field] ?? 0) - (table[b + field] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By place, and at one place the largest last, so that `recordOf` meets it first. */
function sorted(table: ProcedureTable): ProcedureTable {
  const starts = Array.from({ length: table.length / ROW.length }, (_, index) => index * ROW.length);
  starts.sort((a, b) => compareRows(table, a, b));
  return Uint32Array.from(starts.flatMap((start) => [...table.subarray(start, start + ROW.length)]));
}

/** The first functions of an object file find room at once. */
const FIRST_ROOM = 0x400 * ROW.length;

/** Where the next function can be: what is inside of one is passed over, where its end is where it claims. */
function afterProcedure(records: DataView, at: number, length: number): number {
  const end = records.getUint32(at + PROCEDURE.fields.end.offset, true);
  if (end < at + length || end + 4 > records.byteLength) return at + length;
  const kind = records.getUint16(end + 2, true);
  return kind === S_END || kind === S_PROC_ID_END ? end : at + length;
}

/** One look-up in a fresh process reads a whole object file, before anything of this is compiled: every call counts. */
function proceduresIn(bytes: Uint8Array): ProcedureTable {
  const records = dataViewOf(bytes);
  let table = new Uint32Array(FIRST_ROOM);
  let used = 0;
  // Linkers mostly write functions in the order of their places.
  let inOrder = true;
  for (let at = FIRST_RECORD; at + 4 <= bytes.length; ) {
    const length = 2 + records.getUint16(at, true);
    if (!isProcedure(bytes, at, length)) {
      at += Math.max(4, length);
      continue;
    }
    if (used === table.length) {
      const larger = new Uint32Array(2 * used);
      larger.set(table);
      table = larger;
    }
    table[used + ROW.segment] = records.getUint16(at + PROCEDURE.fields.segment.offset, true);
    table[used + ROW.offset] = records.getUint32(at + PROCEDURE.fields.offset.offset, true);
    table[used + ROW.size] = records.getUint32(at + PROCEDURE.fields.size.offset, true);
    table[used + ROW.record] = at;
    inOrder = inOrder && (used === 0 || compareRows(table, used - ROW.length, used) <= 0);
    used += ROW.length;
    at = afterProcedure(records, at, length);
  }
  const rows = table.slice(0, used);
  return inOrder ? rows : sorted(rows);
}

/** Where the record is of the last function that begins at or before `place`, if `place` is in it. Functions of one object file do not overlap. */
function recordOf(table: ProcedureTable, { segment, offset }: SegmentOffset): number | undefined {
  const field = (row: number, name: keyof typeof ROW) => table[row * ROW.length + ROW[name]] ?? 0;
  let low = 0;
  let high = table.length / ROW.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = field(middle, 'segment');
    if (at < segment || (at === segment && field(middle, 'offset') <= offset)) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  const isIn =
    field(low - 1, 'segment') === segment && offset < field(low - 1, 'offset') + field(low - 1, 'size');
  return isIn ? field(low - 1, 'record') : undefined;
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
  const kept = new Map<number, ProcedureTable>();
  let keptNumbers = 0;

  function recordsOf({ stream: index, symbolsSize }: PdbModule): Buffer {
    const stream = streamOf(index);
    return bufferOf(stream?.read(0, Math.min(symbolsSize, stream.size)) ?? new Uint8Array(0));
  }

  function tableOf(module: PdbModule): ProcedureTable {
    const known = kept.get(module.stream);
    if (known) {
      kept.delete(module.stream);
      kept.set(module.stream, known);
      return known;
    }
    const table = proceduresIn(recordsOf(module));
    for (const [oldest, { length }] of kept) {
      if (keptNumbers + table.length <= MOST_KEPT * ROW.length) break;
      kept.delete(oldest);
      keptNumbers -= length;
    }
    kept.set(module.stream, table);
    keptNumbers += table.length;
    return table;
  }

  /** The function of a record in the stream of an object file. */
  function procedureOf({ stream: index, symbolsSize }: PdbModule, record: number): Procedure | undefined {
    const stream = streamOf(index);
    if (stream === undefined || record + 4 > Math.min(symbolsSize, stream.size)) return undefined;
    const length = recordLength(stream.read(record, 4), 0);
    return record + length <= stream.size
      ? decodeProcedure(bufferOf(stream.read(record, length)), 0, length)
      : undefined;
  }

  const allModules = () => {
    modules ??= readModules(source, dbi.modules);
    return modules;
  };

  return {
    at(place) {
      const index = moduleOf(place);
      const module = index === undefined ? undefined : allModules()[index];
      const record = module && recordOf(tableOf(module), place);
      return module === undefined || record === undefined ? undefined : procedureOf(module, record);
    },
    recordAt(index, record) {
      const module = allModules()[index];
      return module && procedureOf(module, record);
    },
    *all() {
      // Each stream belongs to one object file; only a hostile PDB names one twice.
      const streams = new Map(allModules().map((module) => [module.stream, module]));
      for (const module of streams.values()) {
        const records = recordsOf(module);
        const table = proceduresIn(records);
        for (let row = ROW.record; row < table.length; row += ROW.length) {
          const at = table[row] ?? 0;
          const procedure = decodeProcedure(records, at, recordLength(records, at));
          if (procedure !== undefined) yield procedure;
        }
      }
    },
  };
}
