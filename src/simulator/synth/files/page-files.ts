import { type RawRecord, rawRecord } from '../raw-record.ts';
import { HEADER_BYTES, type HeaderFacts, writeHeader } from './dump-header.ts';

/** Dumps of whole pages, each kind with its table of what it holds (kdmp-parser and Ghidra read real files so). */

/** Physical memory: page contents by page frame number. */
export type PageFrames = ReadonlyMap<number, Uint8Array>;

/** The header, without what follows from the file. */
export type PageFileHeader = Omit<HeaderFacts, 'fileBytes' | 'dumpType'>;

interface Run {
  readonly first: number;
  count: number;
}

const PAGE = 0x1000;
const BLOCK = HEADER_BYTES;
const PAIR_BYTES = 16;
/** Frames without content that count as memory of the machine all the same. */
const MACHINE_GAP = 64;
const KIND = { full: 1, summary: 2, header: 3, bitmapKernel: 6 } as const;

const sortedFrames = (frames: PageFrames) => [...frames.keys()].sort((a, b) => a - b);

/** Consecutive frames; up to `gap` frames without content are bridged by pages of zeros. */
function runsOf(frames: PageFrames, gap: number): readonly Run[] {
  const runs: Run[] = [];
  for (const frame of sortedFrames(frames)) {
    const last = runs.at(-1);
    if (last && frame - (last.first + last.count) <= gap) last.count = frame - last.first + 1;
    else runs.push({ first: frame, count: 1 });
  }
  return runs;
}

/** The frames of runs in their order. */
function* framesOf(runs: readonly Run[]): Generator<number> {
  for (const { first, count } of runs) {
    for (let index = 0; index < count; index++) yield first + index;
  }
}

function newFile(dumpType: number, header: PageFileHeader, firstPage: number, pages: number): RawRecord {
  const fileBytes = firstPage + pages * PAGE;
  const file = rawRecord(fileBytes);
  writeHeader(file, { ...header, dumpType, fileBytes });
  return file;
}

function putPages(file: RawRecord, frames: PageFrames, order: Iterable<number>, firstPage: number): void {
  let at = firstPage;
  for (const frame of order) {
    const page = frames.get(frame);
    if (page !== undefined) file.copy(at, page);
    at += PAGE;
  }
}

function putRuns(file: RawRecord, runs: readonly Run[], at: number): void {
  for (const [index, { first, count }] of runs.entries()) {
    file.u64(at + index * PAIR_BYTES, first).u64(at + index * PAIR_BYTES + 8, count);
  }
}

/** PHYSICAL_MEMORY_DESCRIPTOR of the header: runs and pages of all memory. */
export function putMemoryRuns(file: RawRecord, runs: readonly Readonly<Run>[]): void {
  const pages = runs.reduce((sum, { count }) => sum + count, 0);
  file.u32(0x88, runs.length).u32(0x8c, 0).u64(0x90, pages);
  putRuns(file, runs, 0x98);
}

/** Type 1: the runs of memory in the header, the pages right behind it. */
export function fullDump(frames: PageFrames, header: PageFileHeader): Uint8Array {
  const runs = runsOf(frames, MACHINE_GAP);
  const pages = runs.reduce((sum, { count }) => sum + count, 0);
  const file = newFile(KIND.full, header, BLOCK, pages);
  putMemoryRuns(file, runs);
  putPages(file, frames, framesOf(runs), BLOCK);
  return file.bytes;
}

function putBitmap(file: RawRecord, at: number, frames: readonly number[]): void {
  for (const frame of frames) {
    const byte = at + (frame >>> 3);
    file.u8(byte, (file.bytes[byte] ?? 0) | (1 << (frame & 7)));
  }
}

export interface BitmapPlan {
  /** Type 6 when absent: the kernel's memory. */
  readonly dumpType?: 5 | 6;
  readonly signature?: 'SDMP' | 'FDMP';
  /** Bits of the map; one more than the highest frame when absent. */
  readonly bits?: number;
  /** What a debugger writes: the first page right behind the bitmap, wherever that is. */
  readonly unaligned?: boolean;
  /** Bits are set in the last byte behind the last page that counts. */
  readonly spareBits?: boolean;
  /** Bytes between the bitmap and the first page, as with VBS. */
  readonly between?: number;
}

const BITMAP = BLOCK + 0x38;

/** Types 5 and 6: a bitmap of the frames that are inside, and their pages. */
export function bitmapDump(frames: PageFrames, header: PageFileHeader, plan: BitmapPlan = {}): Uint8Array {
  const sorted = sortedFrames(frames);
  const bits = plan.bits ?? (sorted.at(-1) ?? 0) + 1;
  const bitmapBytes = Math.ceil(bits / 8);
  const end = BITMAP + bitmapBytes + (plan.between ?? 0);
  const firstPage = plan.unaligned === true ? end : Math.ceil(end / PAGE) * PAGE;
  const file = newFile(plan.dumpType ?? KIND.bitmapKernel, header, firstPage, sorted.length);
  file
    .latin1(BLOCK, `${plan.signature ?? 'SDMP'}DUMP`)
    .u64(BLOCK + 0x20, firstPage)
    .u64(BLOCK + 0x28, sorted.length)
    .u64(BLOCK + 0x30, bits);
  putBitmap(file, BITMAP, sorted);
  if (plan.spareBits === true) {
    const last = BITMAP + bitmapBytes - 1;
    file.u8(last, ((file.bytes[last] ?? 0) | (0xff << (bits % 8))) & 0xff);
  }
  putPages(file, frames, sorted, firstPage);
  return file.bytes;
}

/** Where the pages of a bitmap dump begin. */
export function firstPageOffset(file: Uint8Array): number {
  return Number(new DataView(file.buffer, file.byteOffset).getBigUint64(BLOCK + 0x20, true));
}

/** Type 2: the bitmap block with 32-bit fields. */
export function summaryDump(frames: PageFrames, header: PageFileHeader): Uint8Array {
  const sorted = sortedFrames(frames);
  const bits = (sorted.at(-1) ?? 0) + 1;
  const firstPage = Math.ceil((BLOCK + 0x28 + Math.ceil(bits / 8)) / PAGE) * PAGE;
  const file = newFile(KIND.summary, header, firstPage, sorted.length);
  file
    .latin1(BLOCK, 'SDMPDUMP')
    .u32(BLOCK + 0xc, firstPage)
    .u32(BLOCK + 0x10, bits)
    .u32(BLOCK + 0x14, sorted.length)
    .u32(BLOCK + 0x18, bits);
  // The runs are those of the machine: the file holds the pages of its bitmap.
  putMemoryRuns(file, runsOf(frames, MACHINE_GAP));
  putBitmap(file, BLOCK + 0x28, sorted);
  putPages(file, frames, sorted, firstPage);
  return file.bytes;
}

/** Types 8, 9 and 10: a table of runs, which an empty pair ends. */
export function rangeDump(frames: PageFrames, header: PageFileHeader, dumpType: 8 | 9 | 10): Uint8Array {
  const runs = runsOf(frames, 0);
  const pages = runs.reduce((sum, { count }) => sum + count, 0);
  const tableBytes = 0x10 + (runs.length + 1) * PAIR_BYTES;
  const firstPage = BLOCK + 0x20 + tableBytes;
  const file = newFile(dumpType, header, firstPage, pages);
  file
    .u32(BLOCK, 0x40)
    .latin1(BLOCK + 4, 'RDMPDUMP')
    .u64(BLOCK + 0x10, tableBytes)
    .u64(BLOCK + 0x18, firstPage)
    .u32(BLOCK + 0x20, runs.length)
    .u64(BLOCK + 0x28, pages);
  putRuns(file, runs, BLOCK + 0x30);
  putPages(file, frames, framesOf(runs), firstPage);
  return file.bytes;
}

/** Type 3, or the beginning of another type: nothing behind the header. */
export function headerDump(header: PageFileHeader, dumpType: number = KIND.header): Uint8Array {
  return newFile(dumpType, header, BLOCK, 0).bytes;
}
