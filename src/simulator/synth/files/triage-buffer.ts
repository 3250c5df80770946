import type { MemoryBlock } from '../memory-block.ts';
import { type RawRecord, recordOver } from '../raw-record.ts';

/**
 * The kernel's private buffer of a triage dump: data grows from the front, and the completeness mark is the last word.
 * A capture puts its block array behind the data, newest block first; a bug check puts it before the data.
 */
export interface TriageBuffer {
  readonly record: RawRecord;
  /** Takes room for something that is not a data block. Undefined when it does not fit. */
  reserve(bytes: number): number | undefined;
  /** Takes room for the array of so many blocks here, instead of behind the data. */
  reserveArray(blocks: number): void;
  /** Whether a block of this address is stored already, as what several threads share may be. */
  holds(address: bigint): boolean;
  /** Stores blocks, all or none; the file offsets of their data. After the first refusal nothing is stored any more. */
  store(blocks: readonly MemoryBlock[]): readonly number[] | undefined;
  fits(blocks: readonly MemoryBlock[]): boolean;
  readonly isFull: boolean;
  /** Writes block array and mark; the file. */
  finish(): TriageFile;
}

export interface TriageFile {
  readonly bytes: Uint8Array;
  readonly blocksOffset: number;
  readonly blockCount: number;
}

const ENTRY_BYTES = 16;
const MARK_BYTES = 4;
/** The kernel's array holds no more entries (reported; unproven on Windows). */
const MAX_BLOCKS = 1785;
/** 'TRGD' */
const MARK = 0x44475254;

const aligned = (value: number) => Math.ceil(value / 8) * 8;

export function triageBuffer(capacity: number): TriageBuffer {
  const record = recordOver(new Uint8Array(capacity));
  const entries: Array<{ readonly address: bigint; readonly offset: number; readonly size: number }> = [];
  const stored = new Set<bigint>();
  let next = 0;
  let isFull = false;
  let arrayOffset: number | undefined;

  const arrayBytes = (blocks: number) => (arrayOffset === undefined ? blocks * ENTRY_BYTES : 0);
  const hasRoom = (end: number, blocks: number) =>
    entries.length + blocks <= MAX_BLOCKS &&
    aligned(end) + arrayBytes(entries.length + blocks) + MARK_BYTES <= capacity;

  const place = (blocks: readonly MemoryBlock[]) => {
    let end = next;
    const offsets = blocks.map(({ bytes }) => {
      const offset = aligned(end);
      end = offset + bytes.length;
      return offset;
    });
    return { offsets, end };
  };

  const reserve = (bytes: number) => {
    const offset = aligned(next);
    if (!hasRoom(offset + bytes, 0)) {
      isFull = true;
      return undefined;
    }
    next = offset + bytes;
    return offset;
  };

  const writeArray = (at: number, blocks: typeof entries) => {
    for (const [index, { address, offset, size }] of blocks.entries()) {
      const entry = at + index * ENTRY_BYTES;
      record
        .u64(entry, address)
        .u32(entry + 8, offset)
        .u32(entry + 12, size);
    }
  };

  return {
    record,
    get isFull() {
      return isFull;
    },
    reserve,
    reserveArray(blocks) {
      arrayOffset = reserve(blocks * ENTRY_BYTES);
    },
    holds: (address) => stored.has(address),
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
        stored.add(address);
      }
      next = end;
      return offsets;
    },
    finish() {
      const blocksOffset = arrayOffset ?? aligned(next);
      if (arrayOffset === undefined) {
        writeArray(blocksOffset, entries.toReversed());
        next = blocksOffset + entries.length * ENTRY_BYTES;
      } else {
        writeArray(arrayOffset, entries);
        next = aligned(next);
      }
      record.u32(next, MARK);
      return { bytes: record.bytes.slice(0, next + MARK_BYTES), blocksOffset, blockCount: entries.length };
    },
  };
}
