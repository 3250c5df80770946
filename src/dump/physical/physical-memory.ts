import { type PhysicalAddress, physicalAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { recentMap } from '../../binary/recent-map.ts';
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
  /** A whole page; undefined when the dump does not hold it. */
  readPage(pfn: number): Uint8Array | undefined;
}

const NOTHING = new Uint8Array(0);

/** Pages that are kept, 4 MiB of them: lists lead from object to object and back. */
const MOST_KEPT = 1024;

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

  const kept = recentMap<number, Uint8Array>(MOST_KEPT);

  /** The page at a file offset, for reads that are smaller than it. */
  const keptPage = (offset: number): Uint8Array =>
    kept.getOrMake(offset, () => source.read(offset, PAGE_SIZE));

  return {
    map,
    read(address, length) {
      const skip = address % PAGE_SIZE;
      // Inside one page, which is most reads.
      if (skip + length <= PAGE_SIZE) {
        const offset = placeOf((address - skip) / PAGE_SIZE);
        if (offset === undefined) return { bytes: NOTHING, missing: address };
        if (length === PAGE_SIZE) return { bytes: source.read(offset, PAGE_SIZE) };
        return { bytes: keptPage(offset).subarray(skip, skip + length) };
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
    readPage(pfn) {
      const offset = placeOf(pfn);
      return offset === undefined ? undefined : source.read(offset, PAGE_SIZE);
    },
  };
}
