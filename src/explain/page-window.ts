import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { offsetInPage, pageNumberOf, placeFor } from '../binary/address-halves.ts';
import { dataViewOf } from '../binary/data-view.ts';
import type { Memory, MemoryGap } from '../dump/memory/memory.ts';
import type { Work } from '../dump/work.ts';

const PAGE = 0x1000;
/** 4096 pages are kept, 16 MiB: the objects and stacks of some hundred threads. */
const SLOT_BITS = 12;

/** What a reader does with the bytes of one read, in units of `Work`. */
const UNITS_PER_WINDOW_READ = 4;

interface Slot {
  readonly page: number;
  readonly bytes: Uint8Array;
  readonly data: DataView;
  /** Why the page cannot be given; the same for each of its bytes. */
  readonly gap: MemoryGap | undefined;
}

/**
 * The same memory through a window of whole pages. Readers of objects take a few bytes at a time, and many of them from one page;
 * a translation and a copy for each costs ten times as much. For dumps of whole pages alone: a page is there or is not.
 */
export function pageWindow(memory: Memory, work?: Work): Memory {
  const slots = new Array<Slot | undefined>(2 ** SLOT_BITS).fill(undefined);

  function slotOf(address: VirtualAddress): Slot {
    const page = pageNumberOf(address);
    const place = placeFor(page, SLOT_BITS);
    const slot = slots[place];
    const isOver = work !== undefined && work.spent > work.limit;
    if (slot?.page === page && !isOver) return slot;
    const { bytes, gap } = memory.read(addressAt(address, -offsetInPage(address)), PAGE);
    const made = { page, bytes, data: dataViewOf(bytes), gap };
    slots[place] = made;
    return made;
  }

  return {
    read(address: VirtualAddress, length: number) {
      // Most reads are answered from the window: what their reader does with them is counted too.
      work?.spend(UNITS_PER_WINDOW_READ);
      const offset = offsetInPage(address);
      if (offset + length > PAGE) return memory.read(address, length);
      const { bytes, gap } = slotOf(address);
      if (offset + length <= bytes.length) return { bytes: bytes.subarray(offset, offset + length) };
      return bytes.length === 0 && gap ? { bytes, gap: { ...gap, address } } : memory.read(address, length);
    },
    pageView(address: VirtualAddress, length: number) {
      const end = offsetInPage(address) + length;
      if (end > PAGE) return undefined;
      const { data } = slotOf(address);
      if (end > data.byteLength) return undefined;
      work?.spend(UNITS_PER_WINDOW_READ);
      return data;
    },
  };
}
