import { type PhysicalAddress, physicalAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { pageCache } from './page-cache.ts';
import { MOST_PAGE_FRAMES, PAGE_SIZE, type PageMap } from './page-map.ts';

export interface PhysicalRead {
  readonly bytes: Uint8Array;
  /** The first address that is not in the dump; present when `bytes` is shorter than asked. */
  readonly missing?: PhysicalAddress;
}

/** Physical memory as the pages of a dump give it. */
export interface PhysicalMemory {
  readonly map: PageMap;
  /**
   * Up to `length` bytes from `address`: it ends at the first page that the dump does not hold.
   * @throws Failure FileUnreadable
   */
  read(address: PhysicalAddress, length: number): PhysicalRead;
  /**
   * A whole page; undefined when the dump does not hold it.
   * @param into memory of the caller for it, 4 KiB: to make memory for a page takes longer than to read it
   */
  readPage(pfn: number, into?: Uint8Array): Uint8Array | undefined;
  /** The same, kept for the next who asks; the caller must not write to it. */
  keptPage(pfn: number): Uint8Array | undefined;
  /** The same page as a view. */
  keptView(pfn: number): DataView | undefined;
}

const NOTHING = new Uint8Array(0);

export function physicalMemory(source: ByteSource, map: PageMap): PhysicalMemory {
  /** The file offset of a page that is wholly in the file. */
  function placeOf(pfn: number): number | undefined {
    if (pfn < 0 || pfn >= MOST_PAGE_FRAMES) return undefined;
    const offset = map.offsetOf(pfn);
    return offset !== undefined && offset + PAGE_SIZE <= source.size ? offset : undefined;
  }

  /** Pages that follow each other in memory and in the file, as one stretch from `address`. */
  function stretch(address: number, length: number): { offset: number; length: number } | undefined {
    const first = Math.floor(address / PAGE_SIZE);
    const offset = placeOf(first);
    if (offset === undefined) return undefined;
    const skip = address - first * PAGE_SIZE;
    let pages = 1;
    while (pages * PAGE_SIZE - skip < length && placeOf(first + pages) === offset + pages * PAGE_SIZE)
      pages++;
    return { offset: offset + skip, length: Math.min(length, pages * PAGE_SIZE - skip) };
  }

  const kept = pageCache((pfn, room) => {
    const offset = placeOf(pfn);
    if (offset === undefined) return undefined;
    if (source.readInto === undefined) return source.read(offset, PAGE_SIZE);
    const page = room();
    source.readInto(page, offset);
    return page;
  });

  return {
    map,
    read(address, length) {
      const skip = address % PAGE_SIZE;
      // Inside one page, which is most reads.
      if (skip + length <= PAGE_SIZE) {
        const pfn = (address - skip) / PAGE_SIZE;
        if (length < PAGE_SIZE) {
          const page = kept.get(pfn);
          return page ? { bytes: page.subarray(skip, skip + length) } : { bytes: NOTHING, missing: address };
        }
        const offset = placeOf(pfn);
        if (offset === undefined) return { bytes: NOTHING, missing: address };
        return { bytes: source.read(offset, PAGE_SIZE) };
      }
      const pieces: Uint8Array[] = [];
      let filled = 0;
      while (filled < length) {
        const piece = stretch(address + filled, length - filled);
        if (!piece) break;
        pieces.push(source.read(piece.offset, piece.length));
        filled += piece.length;
      }
      const bytes = Buffer.concat(pieces);
      return filled === length ? { bytes } : { bytes, missing: physicalAddress(address + filled) };
    },
    readPage(pfn, into) {
      const offset = placeOf(pfn);
      if (offset === undefined) return undefined;
      if (into === undefined) return source.read(offset, PAGE_SIZE);
      if (source.readInto === undefined) into.set(source.read(offset, PAGE_SIZE));
      else source.readInto(into, offset);
      return into;
    },
    keptPage: kept.get,
    keptView: kept.view,
  };
}
