import { type RawRecord, recordOver } from '../raw-record.ts';

/**
 * Page tables of x64 with four or five levels (Intel SDM volume 3, "Paging") and of ARM64 with 4 KiB pages (Arm ARM,
 * "VMSAv8-64 translation table format").
 */
export type Paging = 'x64' | 'x64-5' | 'arm64';

/** Lowest address bits that an entry of each level covers. */
export const LEVEL = { page: 12, large: 21, huge: 30, table: 39 } as const;

/** Flags of a present entry: one that leads to a table, one that maps a page, one that maps a large or huge page. */
export const ENTRY_FLAGS = {
  x64: { table: 0x63n, page: 0x63n, large: 0xe3n },
  'x64-5': { table: 0x63n, page: 0x63n, large: 0xe3n },
  arm64: { table: 0x3n, page: 0x403n, large: 0x401n },
} as const;

/** MMPTE_TRANSITION: not valid, bit 11 set, bit 10 clear, protection in bits 5 to 9. */
export const TRANSITION = 0x880n;

const FRAME = 0x000f_ffff_ffff_f000n;
const BITS_PER_LEVEL = 9;

/** Where tables are put. */
export interface TableMemory {
  /** The page of a frame, at the same place for every call. */
  page(frame: number): Uint8Array;
  /** A new zeroed page for a table. */
  allocate(): number;
}

export interface PageTables {
  /** Sets the entry for an address at a level; tables on the way are made where there are none. */
  set(address: bigint, level: number, entry: bigint): void;
}

export function entryOf(frame: number, flags: bigint): bigint {
  return (BigInt(frame) << 12n) | flags;
}

export function pageTables(memory: TableMemory, rootFrame: number, paging: Paging): PageTables {
  const views = new Map<number, RawRecord & { read(at: number): bigint }>();
  const top = paging === 'x64-5' ? LEVEL.table + BITS_PER_LEVEL : LEVEL.table;
  const tableAt = (frame: number) => {
    const known = views.get(frame);
    if (known !== undefined) return known;
    const bytes = memory.page(frame);
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const view = Object.assign(recordOver(bytes), { read: (at: number) => data.getBigUint64(at, true) });
    views.set(frame, view);
    return view;
  };
  const placeOf = (address: bigint, level: number) => Number((address >> BigInt(level)) & 0x1ffn) * 8;
  return {
    set(address, lowest, entry) {
      let table = tableAt(rootFrame);
      for (let level = top; level > lowest; level -= BITS_PER_LEVEL) {
        const at = placeOf(address, level);
        const present = table.read(at);
        const frame = present === 0n ? memory.allocate() : Number((present & FRAME) >> 12n);
        if (present === 0n) table.u64(at, entryOf(frame, ENTRY_FLAGS[paging].table));
        table = tableAt(frame);
      }
      table.u64(placeOf(address, lowest), entry);
    },
  };
}
