import { placeFor } from '../../binary/address-halves.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { PAGE_SIZE } from './page-map.ts';

/** Pages that are read into one piece of memory, and go together. */
const PAGES_IN_SLAB = 16;
/** 16 MiB: the objects and stacks of 50,000 threads are scattered over gigabytes. */
const SLABS = 256;
/** Twice as many places as pages. */
const PLACE_BITS = 13;
const PLACES = 2 ** PLACE_BITS;

/** A page that is not in the dump is kept as such. */
type Kept = Uint8Array | undefined;

/**
 * The pages that were read last, by frame; those read first go first. A page costs one comparison to find: a map that keeps the order
 * of use costs as much as reading the page again. What a caller holds of a page stays as it is after the page has gone.
 */
export interface PageCache {
  get(pfn: number): Uint8Array | undefined;
  /** The same as a view, made once for each page. */
  view(pfn: number): DataView | undefined;
}

/** @param read fills the memory that `room` gives, or returns a view of its own; undefined when the dump does not hold the page */
export function pageCache(read: (pfn: number, room: () => Uint8Array) => Uint8Array | undefined): PageCache {
  const frames = new Float64Array(PLACES).fill(-1);
  const pages: Kept[] = new Array<Kept>(PLACES).fill(undefined);
  const views = new Array<DataView | undefined>(PLACES).fill(undefined);
  /** The memory of each slab, and the places whose pages are in it. */
  const slabs: { readonly buffer: ArrayBuffer; readonly places: number[] }[] = [];
  let slab = -1;
  let buffer = new ArrayBuffer(0);
  let used = PAGES_IN_SLAB;

  /** Room for one page more: the slab that was begun first makes room for a new one. */
  function room(): Uint8Array {
    if (used === PAGES_IN_SLAB) {
      slab = (slab + 1) % SLABS;
      const old = slabs[slab];
      for (const place of old?.places ?? []) {
        if (pages[place]?.buffer !== old?.buffer) continue;
        frames[place] = -1;
        pages[place] = undefined;
        views[place] = undefined;
      }
      // Callers may hold pages of the old one, so its memory is not used again.
      buffer = Buffer.allocUnsafeSlow(PAGES_IN_SLAB * PAGE_SIZE).buffer as ArrayBuffer;
      slabs[slab] = { buffer, places: [] };
      used = 0;
    }
    return new Uint8Array(buffer, used * PAGE_SIZE, PAGE_SIZE);
  }

  function get(pfn: number): Uint8Array | undefined {
    const place = placeFor(pfn, PLACE_BITS);
    if (frames[place] === pfn) return pages[place];
    const page = read(pfn, room);
    frames[place] = pfn;
    pages[place] = page;
    views[place] = undefined;
    if (page?.buffer === buffer) {
      used += 1;
      slabs[slab]?.places.push(place);
    }
    return page;
  }

  return {
    get,
    view(pfn) {
      const page = get(pfn);
      if (page === undefined) return undefined;
      const place = placeFor(pfn, PLACE_BITS);
      const view = views[place] ?? dataViewOf(page);
      views[place] = view;
      return view;
    },
  };
}
