/** Bytes of a page of physical memory, on every processor that 64-bit Windows runs on. */
export const PAGE_SIZE = 0x1000;

/**
 * Architectures end at 2^52 bytes of physical memory; a page frame number beyond is damage. It also keeps every
 * physical address an exact JavaScript number.
 */
export const MOST_PAGE_FRAMES = 2 ** 40;

/** Consecutive page frames that are one after the other in the file. */
export interface PageRun {
  readonly pfn: number;
  readonly count: number;
  /** File offset of the first page. */
  readonly offset: number;
}

/** Where each physical page is in the file. */
export interface PageMap {
  /** Pages that the map holds. */
  readonly pages: number;
  /** The first page frame number after all that the map could hold. */
  readonly frames: number;
  /** The file offset of a page; undefined when the dump does not hold it. */
  offsetOf(pfn: number): number | undefined;
}

/** The map of a dump without pages. */
export const NO_PAGES: PageMap = { pages: 0, frames: 0, offsetOf: () => undefined };

/** The content of a block of page data: where each page is, and where the data ends. */
export interface StoredPages {
  readonly map: PageMap;
  /** Undefined when the block is damaged. */
  readonly firstPage?: number;
}

/** What is left of a block that cannot be understood. */
export const NO_PAGE_DATA: StoredPages = { map: NO_PAGES };
