import { addressAt, formatAddress, type VirtualAddress } from '../../binary/address.ts';
import { offsetInPage } from '../../binary/address-halves.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { type Field, type Fields, type Layout, readFields } from '../../binary/layout.ts';
import { Failure } from '../../contract/failure.ts';

/**
 * Virtual memory as a dump gives it: the same face whether it is stitched from the blocks of a triage dump or found
 * through page tables.
 */

/** Why bytes at an address cannot be given. The difference decides what a user does next. */
export type GapReason =
  /** No page was mapped there when the dump was taken. */
  | 'NotPresent'
  /** This dump does not store it. With a `level` the page tables show that it existed in memory; without one nothing does. */
  | 'NotInDump'
  /** The page was in the page file. */
  | 'PagedOut'
  /** The page belongs to a section with a prototype entry that cannot be followed. */
  | 'Prototype'
  /** The address is not canonical: no page can be there. */
  | 'NotCanonical';

/** Page table levels as Intel names them; `Page` is the data page itself. */
export type TableLevel = 'PML5' | 'PML4' | 'PDPT' | 'PD' | 'PT' | 'Page';

export interface MemoryGap {
  /** The first byte that cannot be given. */
  readonly address: VirtualAddress;
  readonly reason: GapReason;
  /** The table at which the walk ended, by its entry or its missing page. */
  readonly level?: TableLevel;
}

export interface MemoryRead {
  /** The bytes from the address up to the gap, or all that were asked for. */
  readonly bytes: Uint8Array;
  /** Present when `bytes` is shorter than asked. */
  readonly gap?: MemoryGap;
}

export interface Memory {
  /**
   * Up to `length` bytes from `address`. Never allocates more than what is really there.
   * @throws Failure FileUnreadable when the system cannot read the file
   */
  read(address: VirtualAddress, length: number): MemoryRead;
  /**
   * The 4 KiB page that holds all of these bytes, as a view in which each address is at its offset in the page. Undefined where they
   * are not whole in one page at hand: `read` then decides. Small fields are read so without an object for each.
   * @throws Failure FileUnreadable when the system cannot read the file
   */
  readonly pageView?: (address: VirtualAddress, length: number) => DataView | undefined;
}

/** Exactly `length` bytes, or undefined when any of them is missing. */
export function tryRead(memory: Memory, address: VirtualAddress, length: number): Uint8Array | undefined {
  const { bytes } = memory.read(address, length);
  return bytes.length === length ? bytes : undefined;
}

export function tryReadU8(memory: Memory, address: VirtualAddress): number | undefined {
  const page = memory.pageView?.(address, 1);
  if (page) return page.getUint8(offsetInPage(address));
  return tryRead(memory, address, 1)?.[0];
}

export function tryReadU16(memory: Memory, address: VirtualAddress): number | undefined {
  const page = memory.pageView?.(address, 2);
  if (page) return page.getUint16(offsetInPage(address), true);
  const bytes = tryRead(memory, address, 2);
  return bytes && dataViewOf(bytes).getUint16(0, true);
}

export function tryReadU32(memory: Memory, address: VirtualAddress): number | undefined {
  const page = memory.pageView?.(address, 4);
  if (page) return page.getUint32(offsetInPage(address), true);
  const bytes = tryRead(memory, address, 4);
  return bytes && dataViewOf(bytes).getUint32(0, true);
}

export function tryReadU64(memory: Memory, address: VirtualAddress): bigint | undefined {
  const page = memory.pageView?.(address, 8);
  if (page) return page.getBigUint64(offsetInPage(address), true);
  const bytes = tryRead(memory, address, 8);
  return bytes && dataViewOf(bytes).getBigUint64(0, true);
}

/** All fields of the structure at `address`, or undefined when any of its bytes is missing. */
export function tryReadFields<F extends Record<string, Field>>(
  memory: Memory,
  address: VirtualAddress,
  table: Layout<F>,
): Fields<F> | undefined {
  const page = memory.pageView?.(address, table.size);
  if (page) return readFields(table, page, offsetInPage(address));
  const bytes = tryRead(memory, address, table.size);
  return bytes && readFields(table, dataViewOf(bytes), 0);
}

/** A 64-bit field as an address. */
export function tryReadPointer(memory: Memory, address: VirtualAddress): VirtualAddress | undefined {
  const value = tryReadU64(memory, address);
  return value === undefined ? undefined : addressAt(0n as VirtualAddress, value);
}

const SENTENCES: Record<GapReason, string> = {
  NotPresent: 'was not mapped when the dump was taken',
  NotInDump: 'was in memory, but this dump does not hold it',
  PagedOut: 'was in the page file when the dump was taken',
  Prototype: 'belongs to a section, and its page cannot be found in this dump',
  NotCanonical: 'is not an address that the processor accepts',
};

/** A dump of chosen pieces has no page tables, so it cannot know what the address was on the machine. */
const WITHOUT_TABLES = 'is not in this dump, which does not show whether it was in memory';

/** The sentence for a person, from the same value that programs read. */
export function gapMessage(gap: MemoryGap): string {
  if (gap.reason === 'NotInDump' && gap.level === undefined)
    return `${formatAddress(gap.address)} ${WITHOUT_TABLES}`;
  const level = gap.level && gap.level !== 'Page' ? ` (${gap.level})` : '';
  return `${formatAddress(gap.address)} ${SENTENCES[gap.reason]}${level}`;
}

/**
 * Exactly `length` bytes from `address`.
 * @throws Failure AddressNotInDump or AddressNotPresent with the first missing address
 */
export function readMemory(memory: Memory, address: VirtualAddress, length: number): Uint8Array {
  const { bytes, gap } = memory.read(address, length);
  if (!gap) return bytes;
  const code =
    gap.reason === 'NotInDump' || gap.reason === 'Prototype' ? 'AddressNotInDump' : 'AddressNotPresent';
  throw new Failure(code, gapMessage(gap), { target: formatAddress(gap.address) });
}
