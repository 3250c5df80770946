import { type PhysicalAddress, physicalAddress } from '../../binary/address.ts';
import { highHalf, lowHalf } from '../../binary/address-halves.ts';
import type { GapReason, TableLevel } from '../memory/memory.ts';
import { MOST_PAGE_FRAMES, PAGE_SIZE } from '../physical/page-map.ts';
import {
  frameOf,
  isEmpty,
  isPrototype,
  isTransition,
  isValid,
  type PageEntry,
  pageFileOffset,
} from './page-entry.ts';
import { isCanonical, type PagingLevel, type PagingMode } from './paging-mode.ts';

/** Where a virtual address is in physical memory. */
export interface Mapped {
  readonly physical: PhysicalAddress;
  /** Bytes from `physical` to the end of its page: 4 KiB, 2 MiB or 1 GiB pages. */
  readonly length: number;
}

export interface NotMapped {
  readonly reason: GapReason;
  readonly level?: TableLevel;
  /** The entry that refers to a prototype, for a caller that can follow it. */
  readonly prototype?: PageEntry;
}

export type Translation = Mapped | NotMapped;

export const isMapped = (translation: Translation): translation is Mapped => 'physical' in translation;

/** What a walk needs to know of the machine. */
export interface PageTables {
  readonly mode: PagingMode;
  /** An entry by its physical address; undefined when the dump does not hold the table. */
  readEntry(address: PhysicalAddress): PageEntry | undefined;
  /** The page frame of an entry in transition, without what the kernel hides in it (see `l1tfMask`). */
  transitionFrame(entry: PageEntry): number;
}

const ENTRIES = 512;

/** The nine bits of an address that select the entry of a level. */
function indexOf(low: number, high: number, { shift }: PagingLevel): number {
  if (shift >= 32) return (high >>> (shift - 32)) & (ENTRIES - 1);
  // At shift 30 the index has bits of both halves.
  return ((low >>> shift) | (shift > 23 ? high << (32 - shift) : 0)) & (ENTRIES - 1);
}

/** @param low the low half of the address: no page is larger than 1 GiB */
function mappedBy(level: PagingLevel, frame: number, low: number): Mapped {
  const size = 2 ** level.shift;
  const offset = low % size;
  // The low bits of a large page's frame number are flags or must be zero.
  const base = Math.floor((frame * PAGE_SIZE) / size) * size;
  return { physical: physicalAddress(base + offset), length: size - offset };
}

/** Why an entry that is not valid leads nowhere. */
function refusal(level: PagingLevel, entry: PageEntry): NotMapped {
  if (isPrototype(entry)) return { reason: 'Prototype', level: level.name, prototype: entry };
  // An entry that was never used, or one for a page of zeros on first touch, has no page.
  if (isEmpty(entry) || pageFileOffset(entry) === 0) return { reason: 'NotPresent', level: level.name };
  return { reason: 'PagedOut', level: level.name };
}

/**
 * Walks the tables from `root`. The depth is fixed, so tables that point at themselves do no harm.
 * @param root physical address of the top table; its low 12 bits (process context flags) do not count
 */
export function translate(tables: PageTables, root: PhysicalAddress, address: bigint): Translation {
  const low = lowHalf(address);
  const high = highHalf(address);
  if (!isCanonical(tables.mode, high)) return { reason: 'NotCanonical' };
  let frame = Math.floor(root / PAGE_SIZE) % MOST_PAGE_FRAMES;
  for (const level of tables.mode.levels) {
    const entry = tables.readEntry(physicalAddress(frame * PAGE_SIZE + indexOf(low, high, level) * 8));
    if (!entry) return { reason: 'NotInDump', level: level.name };
    if (level.isInvalid(entry)) return { reason: 'NotPresent', level: level.name };
    if (isValid(entry)) {
      frame = frameOf(entry);
      if (level.isLeaf(entry)) return mappedBy(level, frame, low);
    } else if (isTransition(entry)) {
      frame = tables.transitionFrame(entry);
      if (level.shift === 12) return mappedBy(level, frame, low);
    } else {
      return refusal(level, entry);
    }
  }
  return { reason: 'NotPresent' };
}

/** The page of a prototype entry: valid, in transition, or gone. */
export function resolvePrototype(tables: PageTables, entry: PageEntry, address: bigint): Translation {
  const last = tables.mode.levels.at(-1);
  if (!last) return { reason: 'Prototype' };
  const low = lowHalf(address);
  if (isValid(entry)) return mappedBy(last, frameOf(entry), low);
  if (isTransition(entry)) return mappedBy(last, tables.transitionFrame(entry), low);
  return { reason: 'Prototype', level: last.name };
}
