import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { dataViewOf } from '../binary/data-view.ts';
import type { PageDump } from '../dump/dump.ts';
import { type Memory, tryRead, tryReadPointer, tryReadU64 } from '../dump/memory/memory.ts';
import { asObject, hasObjectType } from './guards.ts';

/**
 * PspCidTable, the handle table with the ids of processes and threads as handles. It is used where a list breaks off.
 * Layout: HANDLE_TABLE and HANDLE_TABLE_ENTRY of public structure listings, 8.1 to 11 24H2. Every object that it leads to
 * must be of the type of a process or a thread, so a table of another layout gives nothing.
 */
export interface IdTable {
  readonly processes: readonly VirtualAddress[];
  readonly threads: readonly VirtualAddress[];
  /** Every page of the table and every object that it names is in the dump. */
  readonly whole: boolean;
}

/** HANDLE_TABLE.TableCode: the address of the top page, and the levels below it in the lowest bits. */
const TABLE_CODE = 0x8;
const LEVEL_MASK = 0x3n;
const PAGE = 0x1000;
const MOST_LEVELS = 2;
/** Bytes of a HANDLE_TABLE_ENTRY. The first of each page is not used. */
const ENTRY = 0x10;
/** Ids end at 2^24 and go in steps of four. */
const MOST_ENTRIES = 2 ** 22;

/** The object of an entry: ObjectPointerBits, the upper 44 bits, hold the address without its lowest four bits. */
function objectOf(low: bigint): VirtualAddress | undefined {
  const bits = low >> 20n;
  return bits === 0n ? undefined : asObject(BigInt.asUintN(64, (bits << 4n) | 0xffff_0000_0000_0000n));
}

/** The pages of entries below a page of the given level, in order. */
function* leavesOf(
  memory: Memory,
  page: VirtualAddress,
  level: number,
  seen: Set<VirtualAddress>,
  lost: () => void,
): Generator<Uint8Array> {
  const bytes = seen.has(page) ? undefined : tryRead(memory, page, PAGE);
  seen.add(page);
  if (bytes === undefined) return lost();
  if (level === 0) {
    yield bytes;
    return;
  }
  const pointers = dataViewOf(bytes);
  for (let at = 0; at < PAGE; at += 8) {
    const next = pointers.getBigUint64(at, true);
    if (next === 0n) return;
    if (!isKernelAddress(next)) return lost();
    yield* leavesOf(memory, virtualAddress(next), level - 1, seen, lost);
  }
}

/** The table of ids; undefined when the dump does not hold it or it is of an unknown layout. */
export function readIdTable(dump: PageDump): IdTable | undefined {
  const { memory } = dump;
  const variable = dump.debuggerData()?.known('PspCidTable');
  const table = variable && tryReadPointer(memory, virtualAddress(variable));
  const code = table && isKernelAddress(table) ? tryReadU64(memory, addressAt(table, TABLE_CODE)) : undefined;
  const level = code === undefined ? MOST_LEVELS + 1 : Number(code & LEVEL_MASK);
  if (code === undefined || !isKernelAddress(code) || level > MOST_LEVELS) return undefined;

  const processes: VirtualAddress[] = [];
  const threads: VirtualAddress[] = [];
  let whole = true;
  const lost = () => {
    whole = false;
  };
  let left = MOST_ENTRIES;
  for (const leaf of leavesOf(memory, virtualAddress(code & ~LEVEL_MASK), level, new Set(), lost)) {
    const entries = dataViewOf(leaf);
    for (let at = ENTRY; at < PAGE && left > 0; at += ENTRY, left--) {
      const object = objectOf(entries.getBigUint64(at, true));
      if (object === undefined) continue;
      if (hasObjectType(memory, object, 'thread')) threads.push(object);
      else if (hasObjectType(memory, object, 'process')) processes.push(object);
      else lost();
    }
    if (left <= 0) break;
  }
  return processes.length + threads.length === 0 ? undefined : { processes, threads, whole };
}
