import { type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { Memory, MemoryGap } from '../dump/memory/memory.ts';
import type { Work } from '../dump/work.ts';

const PAGE = 0x1000;
const PAGE_BITS = 12n;
/**
 * Pages that are kept, 16 MiB: the objects and stacks of some hundred threads. A prime: stacks and pools are apart by powers of two,
 * and would share places.
 */
const SLOTS = 4093;

/** What a reader does with the bytes of one read, in units of `Work`. */
const UNITS_PER_WINDOW_READ = 4;

interface Slot {
  readonly page: bigint;
  readonly bytes: Uint8Array;
  /** Why the page cannot be given; the same for each of its bytes. */
  readonly gap?: MemoryGap;
}

/**
 * The same memory through a window of whole pages. Readers of objects take a few bytes at a time, and many of them from one page;
 * a translation and a copy for each costs ten times as much. For dumps of whole pages alone: a page is there or is not.
 */
export function pageWindow(memory: Memory, work?: Work): Memory {
  const slots = new Array<Slot | undefined>(SLOTS);

  function slotOf(page: bigint): Slot {
    const place = Number(page) % SLOTS;
    const slot = slots[place];
    const isOver = work !== undefined && work.spent > work.limit;
    if (slot?.page === page && !isOver) return slot;
    const { bytes, gap } = memory.read(virtualAddress(page << PAGE_BITS), PAGE);
    const made = { page, bytes, ...(gap && { gap }) };
    slots[place] = made;
    return made;
  }

  return {
    read(address: VirtualAddress, length: number) {
      // Most reads are answered from the window: what their reader does with them is counted too.
      work?.spend(UNITS_PER_WINDOW_READ);
      const offset = Number(address & BigInt(PAGE - 1));
      if (offset + length > PAGE) return memory.read(address, length);
      const { bytes, gap } = slotOf(address >> PAGE_BITS);
      if (offset + length <= bytes.length) return { bytes: bytes.subarray(offset, offset + length) };
      return bytes.length === 0 && gap ? { bytes, gap: { ...gap, address } } : memory.read(address, length);
    },
  };
}
