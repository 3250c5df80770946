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

const NO_DATA = new DataView(new ArrayBuffer(0));

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

  /** @param isWithin false when the work of the dump is used up: then its memory has ended here too */
  function slotOf(address: VirtualAddress, isWithin: boolean): Slot {
    const page = pageNumberOf(address);
    const place = placeFor(page, SLOT_BITS);
    const slot = slots[place];
    if (slot?.page === page && isWithin) return slot;
    const { bytes, gap } = memory.read(addressAt(address, -offsetInPage(address)), PAGE);
    const made = { page, bytes, data: bytes.length === 0 ? NO_DATA : dataViewOf(bytes), gap };
    slots[place] = made;
    return made;
  }

  return {
    read(address: VirtualAddress, length: number) {
      // Most reads are answered from the window: what their reader does with them is counted too.
      const isWithin = work?.spend(UNITS_PER_WINDOW_READ) ?? true;
      const offset = offsetInPage(address);
      if (offset + length > PAGE) return memory.read(address, length);
      const { bytes, gap } = slotOf(address, isWithin);
      if (offset + length <= bytes.length) return { bytes: bytes.subarray(offset, offset + length) };
      return bytes.length === 0 && gap ? { bytes, gap: { ...gap, address } } : memory.read(address, length);
    },
    pageView(address: VirtualAddress, length: number) {
      const end = offsetInPage(address) + length;
      if (end > PAGE) return undefined;
      const { data } = slotOf(address, work?.spend(UNITS_PER_WINDOW_READ) ?? true);
      return end > data.byteLength ? undefined : data;
    },
  };
}
