import { placeFor } from '../../binary/address-halves.ts';
import { PAGE_SIZE } from '../physical/page-map.ts';
import type { PhysicalMemory } from '../physical/physical-memory.ts';
import type { PageTables } from './translate.ts';

/** Page tables that are kept, 16 MiB at most: the objects of 50,000 threads are scattered over gigabytes of pool. */
const PLACE_BITS = 12;
const MOST_TABLES = 2 ** PLACE_BITS;
/** Tables that get their memory together. */
const TABLES_IN_CHUNK = 64;
const WORDS_IN_TABLE = PAGE_SIZE / 4;

/**
 * Reads entries through a cache of whole tables, each in the one place that its frame has, as a processor keeps them: a walk asks for
 * four entries an address, and any order of use that is kept would cost more than the entries.
 */
export function entryReader(physical: PhysicalMemory): PageTables['readEntry'] {
  const frames = new Float64Array(MOST_TABLES).fill(-1);
  const isStored = new Uint8Array(MOST_TABLES);
  const chunks: Uint32Array[] = [];

  function chunkOf(place: number): Uint32Array {
    const index = Math.floor(place / TABLES_IN_CHUNK);
    const chunk = chunks[index] ?? new Uint32Array(TABLES_IN_CHUNK * WORDS_IN_TABLE);
    chunks[index] = chunk;
    return chunk;
  }

  /** Reads the table of a frame into its place. */
  function load(pfn: number, place: number): void {
    const { buffer } = chunkOf(place);
    const into = new Uint8Array(buffer, (place % TABLES_IN_CHUNK) * PAGE_SIZE, PAGE_SIZE);
    // Whatever goes wrong, the place no longer holds the table that it held.
    frames[place] = -1;
    isStored[place] = physical.readPage(pfn, into) ? 1 : 0;
    frames[place] = pfn;
  }

  return (address) => {
    const pfn = Math.floor(address / PAGE_SIZE);
    const place = placeFor(pfn, PLACE_BITS);
    if (frames[place] !== pfn) load(pfn, place);
    if (isStored[place] === 0) return undefined;
    const chunk = chunkOf(place);
    const at = (place % TABLES_IN_CHUNK) * WORDS_IN_TABLE + (address - pfn * PAGE_SIZE) / 4;
    return { low: chunk[at] ?? 0, high: chunk[at + 1] ?? 0 };
  };
}
