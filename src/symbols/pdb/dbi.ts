import type { ByteSource } from '../../binary/byte-source.ts';
import { i32, layout, u16, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';

/**
 * Start of stream 3, which locates everything else.
 * Source: microsoft-pdb `PDB/dbi/dbi.h` (NewDBIHdr), LLVM documentation "The PDB DBI Stream".
 */
const DBI_HEADER = layout('NewDBIHdr', 0x40, {
  signature: u32(0x00),
  version: u32(0x04),
  age: u32(0x08),
  globalsStream: u16(0x0c),
  publicsStream: u16(0x10),
  symbolRecordStream: u16(0x14),
  modulesSize: i32(0x18),
  contributionsSize: i32(0x1c),
  sectionMapSize: i32(0x20),
  filesSize: i32(0x24),
  typeServersSize: i32(0x28),
  debugHeaderSize: i32(0x30),
  editAndContinueSize: i32(0x34),
  machine: u16(0x3a),
});

/** The sub-streams behind the header in file order; their sizes are in the header in another order. */
const SUB_STREAMS = [
  'modulesSize',
  'contributionsSize',
  'sectionMapSize',
  'filesSize',
  'typeServersSize',
  'editAndContinueSize',
  'debugHeaderSize',
] as const;

/** Positions in the optional debug header, an array of stream numbers. Source: microsoft-pdb `include/pdb.h` (DBGTYPE). */
const DEBUG_STREAM = {
  omapToSource: 3,
  omapFromSource: 4,
  sections: 5,
  xdata: 7,
  pdata: 8,
  originalSections: 10,
} as const;

const NO_STREAM = 0xffff;

/** A part of the DBI stream. */
export interface DbiRange {
  readonly offset: number;
  readonly size: number;
}

export interface Dbi {
  /** The age that the image's RSDS record and the symbol store name. */
  readonly age: number;
  /** IMAGE_FILE_MACHINE_*. */
  readonly machine: number;
  readonly globalsStream: number;
  readonly publicsStream: number;
  readonly symbolRecordStream: number;
  readonly modules: DbiRange;
  readonly contributions: DbiRange;
  /** Stream numbers, 0xFFFF where the PDB has no such stream. */
  readonly debugStreams: { readonly [K in keyof typeof DEBUG_STREAM]: number };
}

/** @throws Failure SymbolsUnreadable when the sub-streams do not fit into the stream */
export function readDbi(stream: ByteSource): Dbi {
  if (stream.size < DBI_HEADER.size) throw damaged(stream, 'its DBI stream has no header');
  const header = view(DBI_HEADER, stream.read(0, DBI_HEADER.size)).all();
  if (header.signature !== 0xffff_ffff) {
    throw damaged(stream, 'its DBI stream is of a format before Visual C++ 7', 0, 'signature');
  }
  let next = DBI_HEADER.size;
  const ranges = new Map<string, DbiRange>();
  for (const name of SUB_STREAMS) {
    const size = header[name];
    if (size < 0 || next + size > stream.size) {
      throw damaged(stream, `its DBI stream has no room for ${size} bytes of ${name}`, next, name);
    }
    ranges.set(name, { offset: next, size });
    next += size;
  }
  const rangeOf = (name: (typeof SUB_STREAMS)[number]) => ranges.get(name) ?? { offset: 0, size: 0 };
  const debugHeader = rangeOf('debugHeaderSize');
  const numbers = stream.read(debugHeader.offset, debugHeader.size);
  const debugStream = (position: number) =>
    position * 2 + 2 <= numbers.length
      ? (numbers[position * 2] ?? 0) | ((numbers[position * 2 + 1] ?? 0) << 8)
      : NO_STREAM;
  return {
    age: header.age,
    machine: header.machine,
    globalsStream: header.globalsStream,
    publicsStream: header.publicsStream,
    symbolRecordStream: header.symbolRecordStream,
    modules: rangeOf('modulesSize'),
    contributions: rangeOf('contributionsSize'),
    debugStreams: {
      omapToSource: debugStream(DEBUG_STREAM.omapToSource),
      omapFromSource: debugStream(DEBUG_STREAM.omapFromSource),
      sections: debugStream(DEBUG_STREAM.sections),
      xdata: debugStream(DEBUG_STREAM.xdata),
      pdata: debugStream(DEBUG_STREAM.pdata),
      originalSections: debugStream(DEBUG_STREAM.originalSections),
    },
  };
}
