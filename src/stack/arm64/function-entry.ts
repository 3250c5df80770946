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

/** The last entry that begins at or below `rva`; the entry itself says, elsewhere, where the function ends. */
function lastEntryBelow(data: UnwindData, rva: number): Entry | undefined | 'unwindDataMissing' {
  let low = 0;
  let high = Math.floor(data.functionTable.size / ENTRY_SIZE);
  let found: Entry | undefined;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entryAt(data, middle);
    if (entry === undefined) return 'unwindDataMissing';
    if (entry.begin <= rva) {
      found = entry;
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return found;
}

/** The function that covers `rva`, undefined for a leaf function without entry, or why it cannot be told. */
export function lookUpArm64Function(data: UnwindData, rva: number): Arm64Lookup {
  const entry = lastEntryBelow(data, rva);
  if (entry === undefined || entry === 'unwindDataMissing') return entry;
  const flag = entry.data & 3;
  const found =
    flag === FLAG_XDATA
      ? readXdata(data.read, entry.begin, entry.data)
      : flag === FLAG_PACKED || flag === FLAG_PACKED_FRAGMENT
        ? unpackFunction(entry.begin, entry.data)
        : 'unwindVersion';
  if (typeof found === 'string') return found;
  return rva < found.begin + found.length ? found : undefined;
}
