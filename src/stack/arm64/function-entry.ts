import { recentMap } from '../../binary/recent-map.ts';
import type { UnwindData } from '../unwind-data.ts';
import type { Arm64Function } from './arm64-function.ts';
import { exitsOf, fragmentOwner, type Piece, type PieceReader } from './fragment-owner.ts';
import { unpackFunction } from './packed-entry.ts';
import { readXdata } from './xdata.ts';

/**
 * The function table of ARM64 and what its entries refer to.
 * Source: "ARM64 exception handling" (learn.microsoft.com). All code offsets count 4-byte instructions.
 */

const ENTRY_SIZE = 8;

export type Arm64Lookup = Arm64Function | undefined | 'unwindDataMissing' | 'unwindVersion' | 'unwindDamaged';

interface Entry {
  readonly begin: number;
  readonly data: number;
}

function entryAt(data: UnwindData, index: number): Entry | undefined {
  const bytes = data.read(data.functionTable.rva + index * ENTRY_SIZE, ENTRY_SIZE);
  if (bytes === undefined) return undefined;
  const fields = new DataView(bytes.buffer, bytes.byteOffset, ENTRY_SIZE);
  return { begin: fields.getUint32(0, true), data: fields.getUint32(4, true) };
}

const FLAG_XDATA = 0;
const FLAG_PACKED = 1;
const FLAG_PACKED_FRAGMENT = 2;

/** A piece of code that one entry describes, and where its function begins. All are RVAs. */
export interface Arm64Part {
  readonly begin: number;
  readonly end: number;
  /** Undefined for a part that was split off and whose function is not known. */
  readonly functionBegin: number | undefined;
}

/** A part whose frame a prolog elsewhere made: marked as one, or with codes behind those of its own instructions. */
function isFragment(entry: Entry, { codes, prologInstructions }: Arm64Function): boolean {
  return (entry.data & 3) === FLAG_PACKED_FRAGMENT || codes.length > prologInstructions;
}

function pieceAtIndex(data: UnwindData, index: number): Piece | undefined {
  const entry = index < 0 ? undefined : entryAt(data, index);
  const code = entry && readEntry(data, entry);
  if (entry === undefined || code === undefined || typeof code === 'string') return undefined;
  return { code, isFragment: isFragment(entry, code) };
}

/** Pieces whose branches are remembered, at most sixty-four of each. */
const MOST_EXITS = 0x400;

function pieceReader(data: UnwindData): PieceReader {
  const exits = recentMap<number, readonly number[]>(MOST_EXITS);
  const pieceAt = (rva: number) => {
    const index = lastIndexBelow(data, rva);
    const piece = index === 'unwindDataMissing' ? undefined : pieceAtIndex(data, index);
    return piece && rva < piece.code.begin + piece.code.length ? piece : undefined;
  };
  return {
    pieceAt,
    pieceEndingAt(rva) {
      const piece = pieceAt(rva - 1);
      return piece && piece.code.begin + piece.code.length === rva ? piece : undefined;
    },
    read: data.read,
    exits: (piece) => exits.getOrMake(piece.code.begin, () => exitsOf(data.read, piece)),
  };
}

/** Fragments whose function is remembered: the threads of a machine share most of their frames. */
const MOST_OWNERS = 0x400;

/**
 * Finds the piece of code that covers an RVA, and where its function begins; otherwise where the entry before it ends. Undefined
 * where the table or an entry cannot be read.
 */
export function arm64Parts(
  data: UnwindData,
): (rva: number) => Arm64Part | { readonly after: number } | undefined {
  const reader = pieceReader(data);
  const owners = recentMap<number, number | undefined>(MOST_OWNERS);
  return (rva) => {
    const index = lastIndexBelow(data, rva);
    if (index === 'unwindDataMissing') return undefined;
    if (index < 0) return { after: 0 };
    const piece = pieceAtIndex(data, index);
    if (piece === undefined) return undefined;
    const { begin, length } = piece.code;
    if (rva >= begin + length) return { after: begin + length };
    const functionBegin = piece.isFragment
      ? owners.getOrMake(begin, () => fragmentOwner(reader, piece))
      : begin;
    return { begin, end: begin + length, functionBegin };
  };
}

/** The position of the last entry that begins at or below `rva`, -1 without one; the end of the function is elsewhere in the entry. */
function lastIndexBelow(data: UnwindData, rva: number): number | 'unwindDataMissing' {
  let low = 0;
  let high = Math.floor(data.functionTable.size / ENTRY_SIZE);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entryAt(data, middle);
    if (entry === undefined) return 'unwindDataMissing';
    if (entry.begin <= rva) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function readEntry(data: UnwindData, entry: Entry): Exclude<Arm64Lookup, undefined> {
  const flag = entry.data & 3;
  if (flag === FLAG_XDATA) return readXdata(data.read, entry.begin, entry.data);
  return flag === FLAG_PACKED || flag === FLAG_PACKED_FRAGMENT
    ? unpackFunction(entry.begin, entry.data)
    : 'unwindVersion';
}

/** The function that covers `rva`, undefined for a leaf function without entry, or why it is not known. */
export function lookUpArm64Function(data: UnwindData, rva: number): Arm64Lookup {
  const index = lastIndexBelow(data, rva);
  if (index === 'unwindDataMissing') return index;
  const entry = index < 0 ? undefined : entryAt(data, index);
  if (entry === undefined) return undefined;
  const found = readEntry(data, entry);
  if (typeof found === 'string') return found;
  return rva < found.begin + found.length ? found : undefined;
}
