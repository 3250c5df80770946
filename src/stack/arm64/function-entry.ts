import type { UnwindData } from '../unwind-data.ts';
import type { Arm64Function } from './arm64-function.ts';
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

/** The extent of an entry, and whether its code is a part without the prolog of its function. */
export interface Arm64Extent {
  readonly begin: number;
  readonly end: number;
  readonly isFragment: boolean;
}

/** Fragments of one function that follow each other: longer functions are cut into pieces of a megabyte. */
const MOST_PIECES = 64;

function extentOf(data: UnwindData, entry: Entry): Arm64Extent | undefined {
  const found = readEntry(data, entry);
  if (typeof found === 'string') return undefined;
  const { begin, length, prologInstructions, codes } = found;
  const isFragment = prologInstructions === 0 && codes.length > 0;
  return { begin, end: begin + length, isFragment };
}

/**
 * The piece of code that covers `rva`, and where its function begins; otherwise where the entry before it ends. Undefined where the
 * table or an entry cannot be read. The unwind data of a fragment does not name its function: only one that directly follows it does.
 */
export function arm64PartAt(
  data: UnwindData,
  rva: number,
): (Arm64Extent & { readonly functionBegin: number | undefined }) | { readonly after: number } | undefined {
  const index = lastIndexBelow(data, rva);
  if (index === 'unwindDataMissing') return undefined;
  if (index < 0) return { after: 0 };
  const extentAt = (position: number) => {
    const entry = position < 0 ? undefined : entryAt(data, position);
    return entry && extentOf(data, entry);
  };
  const part = extentAt(index);
  if (part === undefined) return undefined;
  if (rva >= part.end) return { after: part.end };
  let first: Arm64Extent | undefined = part;
  for (let pieces = 1; first?.isFragment === true && pieces <= MOST_PIECES; pieces++) {
    const before: Arm64Extent | undefined = extentAt(index - pieces);
    first = before !== undefined && before.end === first.begin ? before : undefined;
  }
  return { ...part, functionBegin: first?.isFragment === false ? first.begin : undefined };
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
