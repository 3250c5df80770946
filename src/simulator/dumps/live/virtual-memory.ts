import { PAGE_BYTES, type PhysicalPages } from './physical-pages.ts';

/** x64 page tables with four levels (Intel SDM volume 3, "Paging"), and writes through them. */
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

const PRESENT_WRITABLE = 0x63n;
const LARGE = 0x80n;
/** MMPTE_TRANSITION: not valid, bit 11 set, bit 10 clear, protection in bits 5 to 9. */
const TRANSITION = 0x880n;
const FRAME = 0x000f_ffff_ffff_f000n;
const LARGE_FRAMES = 512;

const indexOf = (address: bigint, level: number) => Number((address >> BigInt(12 + 9 * level)) & 0x1ffn);
const pageOf = (address: bigint) => Number((address & 0xffff_ffff_ffffn) >> 12n);

export function virtualMemory(physical: PhysicalPages, rootFrame: number): VirtualMemory {
  const views = new Map<number, DataView>();
  const known = new Map<number, number>();
  const tableAt = (frame: number) => {
    const view = views.get(frame) ?? new DataView(physical.page(frame).buffer);
    views.set(frame, view);
    return view;
  };

  /** The table of `level` (0 is the page table) on the way to an address; made where there is none. */
  function table(address: bigint, level: number): DataView {
    let frame = rootFrame;
    for (let above = 3; above > level; above--) {
      const entries = tableAt(frame);
      const at = indexOf(address, above) * 8;
      const entry = entries.getBigUint64(at, true);
      if (entry === 0n) {
        frame = physical.allocate();
        entries.setBigUint64(at, (BigInt(frame) << 12n) | PRESENT_WRITABLE, true);
      } else {
        frame = Number((entry & FRAME) >> 12n);
      }
    }
    return tableAt(frame);
  }

  function frameOf(address: bigint): number {
    const page = pageOf(address);
    const mapped = known.get(page);
    if (mapped !== undefined) return mapped;
    const frame = physical.allocate();
    table(address, 0).setBigUint64(indexOf(address, 0) * 8, (BigInt(frame) << 12n) | PRESENT_WRITABLE, true);
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
      const entry = (BigInt(frame) << 12n) | PRESENT_WRITABLE | LARGE;
      table(address, 1).setBigUint64(indexOf(address, 1) * 8, entry, true);
      for (let page = 0; page < LARGE_FRAMES; page++) {
        known.set(pageOf(address) + page, frame + page);
      }
    },
    trim(address) {
      const frame = BigInt(frameOf(address));
      table(address, 0).setBigUint64(indexOf(address, 0) * 8, (frame << 12n) | TRANSITION, true);
    },
    kernelHalf: () => physical.page(rootFrame).slice(PAGE_BYTES / 2),
  };
}
