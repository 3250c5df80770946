import {
  addressAt,
  type PhysicalAddress,
  physicalAddress,
  type VirtualAddress,
  virtualAddress,
} from '../../binary/address.ts';
import { offsetInPage, pageNumberOf, placeFor } from '../../binary/address-halves.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { type Memory, type MemoryGap, tryRead } from '../memory/memory.ts';
import { MOST_PAGE_FRAMES, PAGE_SIZE } from '../physical/page-map.ts';
import type { PhysicalMemory } from '../physical/physical-memory.ts';
import { frameOf, type PageEntry, PROTOTYPE_IN_VAD, prototypeAddress } from './page-entry.ts';
import type { PagingMode } from './paging-mode.ts';
import { entryReader } from './table-cache.ts';
import {
  isMapped,
  type NotMapped,
  type PageTables,
  resolvePrototype,
  type Translation,
  translate,
} from './translate.ts';

/** Translations of pages that are kept, 16 bytes each. */
const TRANSLATION_BITS = 16;
const MOST_TRANSLATIONS = 2 ** TRANSLATION_BITS;

/** Pages in 1 GiB: the least that a missing entry of one of the upper tables leaves without memory. */
const PAGES_IN_GIGABYTE = 2 ** 18;
const UPPER_TABLES: ReadonlySet<string | undefined> = new Set(['PML5', 'PML4', 'PDPT']);
/** Gigabytes without memory that are kept; a stack with random words names more. */
const MOST_GAPS = 0x1000;

const NOTHING = new Uint8Array(0);

/** How the kernel hides page frames in entries that are not valid, against L1TF (KDDEBUGGER_DATA64). */
export interface L1tf {
  /** The physical address bit that is set to make the address invalid for speculation; 0 when nothing is hidden. */
  readonly highPhysicalBit: number;
  /** The bit of an entry that is set when its address is not hidden. */
  readonly swizzleBit: number;
}

/** Takes the hiding bit out of a page frame, unless the entry marks that nothing is hidden. */
function unhide(entry: PageEntry, l1tf: L1tf | undefined): number {
  const frame = frameOf(entry);
  if (!l1tf || l1tf.highPhysicalBit < 12) return frame;
  const bit = 2 ** (l1tf.highPhysicalBit - 12);
  const plain = l1tf.swizzleBit > 0 && (entry.low & (1 << l1tf.swizzleBit)) !== 0;
  return !plain && Math.floor(frame / bit) % 2 === 1 ? frame - bit : frame;
}

export function pageTables(
  physical: PhysicalMemory,
  mode: PagingMode,
  l1tf?: () => L1tf | undefined,
): PageTables {
  return {
    mode,
    readEntry: entryReader(physical),
    transitionFrame: (entry) => unhide(entry, l1tf?.()) % MOST_PAGE_FRAMES,
  };
}

/** Virtual memory through page tables. */
export interface AddressSpace extends Memory {
  /** The physical address behind a virtual one, or why there is none. */
  translate(address: VirtualAddress): Translation;
}

/** @param root the directory table base of a process; the kernel's half is the same in each */
export function addressSpace(
  physical: PhysicalMemory,
  tables: PageTables,
  root: PhysicalAddress,
): AddressSpace {
  /** Prototype entries are in kernel memory that is not itself shared, so one step is enough. */
  function followPrototype(entry: PageEntry, address: bigint): Translation {
    const at = prototypeAddress(entry);
    const bytes = at === PROTOTYPE_IN_VAD ? undefined : tryRead(plain, virtualAddress(at), 8);
    if (!bytes) return { reason: 'Prototype', level: 'PT' };
    const data = dataViewOf(bytes);
    return resolvePrototype(tables, { low: data.getUint32(0, true), high: data.getUint32(4, true) }, address);
  }

  function walk(address: bigint): Translation {
    const found = translate(tables, root, address);
    if (isMapped(found) || !found.prototype) return found;
    return followPrototype(found.prototype, address);
  }

  // As a processor does it: most reads are of a page that was translated a moment ago.
  const pages = new Float64Array(MOST_TRANSLATIONS).fill(-1);
  const frames = new Float64Array(MOST_TRANSLATIONS);
  // Stale words of stacks lead to memory that was given back long ago, most of them to the same gigabytes.
  const gaps = new Map<number, NotMapped>();

  function find(address: bigint): Translation {
    const page = pageNumberOf(address);
    const offset = offsetInPage(address);
    const place = placeFor(page, TRANSLATION_BITS);
    if (pages[place] === page)
      return { physical: physicalAddress((frames[place] ?? 0) + offset), length: PAGE_SIZE - offset };
    const gigabyte = Math.floor(page / PAGES_IN_GIGABYTE);
    const gone = gaps.get(gigabyte);
    if (gone !== undefined) return gone;
    const found = walk(address);
    if (isMapped(found)) {
      pages[place] = page;
      frames[place] = found.physical - offset;
    } else if (found.reason === 'NotPresent' && UPPER_TABLES.has(found.level)) {
      if (gaps.size >= MOST_GAPS) gaps.clear();
      gaps.set(gigabyte, found);
    }
    return found;
  }

  /** What was not mapped last: a caller that gets no view of a page reads it next, to learn why. */
  let missed: { readonly address: bigint; readonly why: NotMapped } | undefined;

  /** The frame of the page that holds an address, without the steps of a read over several pages; or why it is not mapped. */
  function frameAt(address: VirtualAddress): number | NotMapped {
    const page = pageNumberOf(address);
    const place = placeFor(page, TRANSLATION_BITS);
    if (pages[place] !== page) {
      if (missed?.address === address) return missed.why;
      const found = find(address);
      if (!isMapped(found)) {
        missed = { address, why: found };
        return found;
      }
    }
    return (frames[place] ?? 0) / PAGE_SIZE;
  }

  const reader = (resolve: (address: bigint) => Translation): Memory => ({
    read(address, length) {
      const pieces: Uint8Array[] = [];
      let filled = 0;
      let gap: MemoryGap | undefined;
      while (filled < length && !gap) {
        const here = addressAt(address, filled);
        // Beyond the last address there is nothing, although the sum wraps to the first.
        const found: Translation = here < address ? { reason: 'NotCanonical' } : resolve(here);
        if (!isMapped(found)) {
          gap = { address: here, reason: found.reason, ...(found.level && { level: found.level }) };
          break;
        }
        const wanted = Math.min(found.length, length - filled);
        const { bytes } = physical.read(found.physical, wanted);
        pieces.push(bytes);
        filled += bytes.length;
        if (bytes.length < wanted)
          gap = { address: addressAt(address, filled), reason: 'NotInDump', level: 'Page' };
      }
      const [only] = pieces;
      const bytes = pieces.length === 1 && only ? only : Buffer.concat(pieces);
      return gap ? { bytes, gap } : { bytes };
    },
  });

  const plain = reader((address) => translate(tables, root, address));
  const whole = reader(find);
  return {
    read(address, length) {
      const offset = offsetInPage(address);
      if (offset + length > PAGE_SIZE || length === 0) return whole.read(address, length);
      const frame = frameAt(address);
      // Many words of a stack look like addresses and are none: their walk is not done again.
      missed = undefined;
      if (typeof frame !== 'number')
        return {
          bytes: NOTHING,
          gap: { address, reason: frame.reason, ...(frame.level && { level: frame.level }) },
        };
      const page = physical.keptPage(frame);
      if (page === undefined) return whole.read(address, length);
      return { bytes: length === PAGE_SIZE ? page : page.subarray(offset, offset + length) };
    },
    pageView(address, length) {
      if (offsetInPage(address) + length > PAGE_SIZE) return undefined;
      const frame = frameAt(address);
      return typeof frame === 'number' ? physical.keptView(frame) : undefined;
    },
    translate: walk,
  };
}

export const rootOf = (directoryTableBase: bigint): PhysicalAddress =>
  physicalAddress(BigInt.asUintN(52, directoryTableBase));
