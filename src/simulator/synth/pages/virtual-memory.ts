import { ENTRY_FLAGS, entryOf, LEVEL, type Paging, pageTables, TRANSITION } from './page-tables.ts';
import { PAGE_BYTES, type PhysicalPages } from './physical-pages.ts';

/** Virtual memory on physical pages, through page tables. */
export interface VirtualMemory {
  /** Stores bytes; pages that are not mapped yet are given a frame. */
  write(address: bigint, bytes: Uint8Array): void;
  /** Maps 2 MiB at `address` to contiguous frames from `frame` on. */
  mapLarge(address: bigint, frame: number): void;
  /** Makes a mapped page look trimmed: its contents stay in memory, but the entry is no longer valid. */
  trim(address: bigint): void;
  /** The 256 top-level entries of the kernel half, for the directory of another process. */
  kernelHalf(): Uint8Array;
}

const LARGE_FRAMES = 512;

const pageOf = (address: bigint) => Number((address & 0xffff_ffff_ffffn) >> 12n);

export function virtualMemory(
  physical: PhysicalPages,
  rootFrame: number,
  paging: Paging = 'x64',
): VirtualMemory {
  const tables = pageTables(physical, rootFrame, paging);
  const flags = ENTRY_FLAGS[paging];
  const known = new Map<number, number>();

  function frameOf(address: bigint): number {
    const page = pageOf(address);
    const mapped = known.get(page);
    if (mapped !== undefined) return mapped;
    const frame = physical.allocate();
    tables.set(address, LEVEL.page, entryOf(frame, flags.page));
    known.set(page, frame);
    return frame;
  }

  return {
    write(address, bytes) {
      let done = 0;
      while (done < bytes.length) {
        const at = address + BigInt(done);
        const offset = Number(at & 0xfffn);
        const length = Math.min(PAGE_BYTES - offset, bytes.length - done);
        physical.page(frameOf(at)).set(bytes.subarray(done, done + length), offset);
        done += length;
      }
    },
    mapLarge(address, frame) {
      tables.set(address, LEVEL.large, entryOf(frame, flags.large));
      for (let page = 0; page < LARGE_FRAMES; page++) known.set(pageOf(address) + page, frame + page);
    },
    trim(address) {
      tables.set(address, LEVEL.page, entryOf(frameOf(address), TRANSITION));
    },
    kernelHalf: () => physical.page(rootFrame).slice(PAGE_BYTES / 2),
  };
}
