import type { TableLevel } from '../memory/memory.ts';
import type { PageEntry } from './page-entry.ts';

/** One level of page tables. */
export interface PagingLevel {
  readonly name: TableLevel;
  /** The lowest bit of the address that selects an entry here. */
  readonly shift: number;
  /** Whether a valid entry maps memory itself instead of naming the next table. */
  isLeaf(entry: PageEntry): boolean;
  /** Whether an entry looks valid and is none that the processor accepts at this level. */
  isInvalid(entry: PageEntry): boolean;
}

/** How a processor finds the page of an address. */
export interface PagingMode {
  readonly name: 'x64' | 'x64 with 5 levels' | 'ARM64';
  /** From the root to the last. */
  readonly levels: readonly PagingLevel[];
  /** Bits of an address that take part; the others must repeat the highest of these. */
  readonly addressBits: number;
}

const never = () => false;
const always = () => true;
const PAGE_SIZE_BIT = 1 << 7;
const isLarge = ({ low }: PageEntry) => (low & PAGE_SIZE_BIT) !== 0;

const X64_LEVELS: readonly PagingLevel[] = [
  { name: 'PML4', shift: 39, isLeaf: never, isInvalid: never },
  { name: 'PDPT', shift: 30, isLeaf: isLarge, isInvalid: never },
  { name: 'PD', shift: 21, isLeaf: isLarge, isInvalid: never },
  { name: 'PT', shift: 12, isLeaf: always, isInvalid: never },
];

export const X64: PagingMode = { name: 'x64', levels: X64_LEVELS, addressBits: 48 };

export const X64_5_LEVELS: PagingMode = {
  name: 'x64 with 5 levels',
  levels: [{ name: 'PML5', shift: 48, isLeaf: never, isInvalid: never }, ...X64_LEVELS],
  addressBits: 57,
};

/** Bit 1 of an ARM64 descriptor: a table above the last level, a page at the last. */
const TABLE_OR_PAGE = 1 << 1;
const isBlock = ({ low }: PageEntry) => (low & 1) !== 0 && (low & TABLE_OR_PAGE) === 0;

/**
 * 4 KiB granule, 47 bits in each half. Windows is taken to keep the user and the kernel half in one page of 512
 * entries, as on x64, so that the directory base serves both (unproven on a real ARM64 dump with pages: the caller
 * checks a known address before it trusts the walk).
 */
export const ARM64: PagingMode = {
  name: 'ARM64',
  levels: [
    { name: 'PML4', shift: 39, isLeaf: never, isInvalid: isBlock },
    { name: 'PDPT', shift: 30, isLeaf: isBlock, isInvalid: never },
    { name: 'PD', shift: 21, isLeaf: isBlock, isInvalid: never },
    { name: 'PT', shift: 12, isLeaf: always, isInvalid: isBlock },
  ],
  addressBits: 48,
};

/** Whether the processor would accept an address, of which this is the high half. */
export function isCanonical({ addressBits }: PagingMode, high: number): boolean {
  const shift = addressBits - 33;
  const repeated = high >>> shift;
  return repeated === 0 || repeated === 0xffff_ffff >>> shift;
}
