import type { MemoryBlock } from '../../kernel/memory-block.ts';
import { recordOver } from '../../kernel/raw-record.ts';

/**
 * The kernel's private buffer of a triage dump: data grows from the front, the block array is put behind it at the
 * end, newest block first, and the completeness mark is the last word.
 */
export interface DumpBuffer {
  readonly record: ReturnType<typeof recordOver>;
  /** Takes room for something that is not a data block. Undefined when it does not fit. */
  reserve(bytes: number): number | undefined;
  /** Whether a block of this address is stored already, as what several threads share may be. */
  holds(address: bigint): boolean;
  /** Stores blocks, all or none; the file offsets of their data. After the first refusal nothing is stored any more. */
  store(blocks: readonly MemoryBlock[]): readonly number[] | undefined;
  fits(blocks: readonly MemoryBlock[]): boolean;
  readonly isFull: boolean;
  /** Writes block array and mark; the file. */
  finish(): { readonly bytes: Uint8Array; readonly blocksOffset: number; readonly blockCount: number };
}

const ENTRY_BYTES = 16;
const MARK_BYTES = 4;
/** The kernel's array holds no more entries (reported; unproven on Windows). */
const MAX_BLOCKS = 1785;
/** 'TRGD' */
const MARK = 0x44475254;

const aligned = (value: number) => Math.ceil(value / 8) * 8;

export function dumpBuffer(capacity: number): DumpBuffer {
  const record = recordOver(new Uint8Array(capacity));
  const entries: Array<{ readonly address: bigint; readonly offset: number; readonly size: number }> = [];
  let next = 0;
  let isFull = false;

  const hasRoom = (end: number, blocks: number) =>
    entries.length + blocks <= MAX_BLOCKS &&
    aligned(end) + (entries.length + blocks) * ENTRY_BYTES + MARK_BYTES <= capacity;

  const place = (blocks: readonly MemoryBlock[]) => {
    let end = next;
    const offsets = blocks.map(({ bytes }) => {
      const offset = aligned(end);
      end = offset + bytes.length;
      return offset;
    });
    return { offsets, end };
  };

  return {
    record,
    get isFull() {
      return isFull;
    },
    reserve(bytes) {
      const offset = aligned(next);
      if (!hasRoom(offset + bytes, 0)) {
        isFull = true;
        return undefined;
      }
      next = offset + bytes;
      return offset;
    },
    holds: (address) => entries.some((entry) => entry.address === address),
    fits: (blocks) => !isFull && hasRoom(place(blocks).end, blocks.length),
    store(blocks) {
      const { offsets, end } = place(blocks);
      if (isFull || !hasRoom(end, blocks.length)) {
        isFull = true;
        return undefined;
      }
      for (const [index, { address, bytes }] of blocks.entries()) {
        const offset = offsets[index] ?? 0;
        record.copy(offset, bytes);
        entries.push({ address, offset, size: bytes.length });
      }
      next = end;
      return offsets;
    },
    finish() {
      const blocksOffset = aligned(next);
      for (const [index, { address, offset, size }] of entries.toReversed().entries()) {
        const at = blocksOffset + index * ENTRY_BYTES;
        record
          .u64(at, address)
          .u32(at + 8, offset)
          .u32(at + 12, size);
      }
      const mark = blocksOffset + entries.length * ENTRY_BYTES;
      record.u32(mark, MARK);
      return {
        bytes: record.bytes.slice(0, mark + MARK_BYTES),
        blocksOffset,
        blockCount: entries.length,
      };
    },
  };
}
