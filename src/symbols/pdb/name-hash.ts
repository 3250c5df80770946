import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';
import { wordAt } from './word-at.ts';

/**
 * The hash of symbol names in the publics and globals streams: hash records, a bitmap of the buckets that are not
 * empty, and for each of those where its records begin. Source: microsoft-pdb `PDB/dbi/gsi.cpp`, `PDB/include/misc.h`.
 */
const HASH_HEADER = layout('GSIHashHdr', 0x10, {
  signature: u32(0x00),
  version: u32(0x04),
  recordsSize: u32(0x08),
  bucketsSize: u32(0x0c),
});
const SIGNATURE = 0xffff_ffff;
/** GSIHashSCImpv70: 0xeffe0000 + 19990810. */
const VERSION_70 = 0xf12f_091a;
const RECORD_SIZE = 8;
/** IPHR_HASH. One bit more than there are buckets, rounded up to words. */
const BUCKETS = 4096;
const BITMAP_SIZE = 4 * Math.ceil((BUCKETS + 1) / 32);
/** Bucket starts count in records as they were in the memory of the 32-bit linker: twelve bytes each. */
const MEMORY_RECORD_SIZE = 12;
/** Names of one bucket that are compared; 200,000 symbols put some fifty into each. */
const MOST_IN_BUCKET = 4096;

export interface NameHash {
  readonly isEmpty: boolean;
  /** Positions of the symbol records that may have the name `name`. */
  candidates(name: string): number[];
}

/** Of the bytes of the name, without regard to the case of ASCII letters (LHashPbCb). */
export function hashName(name: string): number {
  const bytes = new TextEncoder().encode(name);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let hash = 0;
  for (; at + 4 <= bytes.length; at += 4) hash ^= data.getUint32(at, true);
  if (at + 2 <= bytes.length) {
    hash ^= data.getUint16(at, true);
    at += 2;
  }
  if (at < bytes.length) hash ^= data.getUint8(at);
  hash |= 0x2020_2020;
  hash ^= hash >>> 11;
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bitCount(word: number): number {
  let left = word >>> 0;
  let count = 0;
  for (; left !== 0; left = (left & (left - 1)) >>> 0) count++;
  return count;
}

/** @throws Failure SymbolsUnreadable */
export function readNameHash(stream: ByteSource, at: number, size: number): NameHash {
  if (size < HASH_HEADER.size || at + size > stream.size)
    throw damaged(stream, 'its name hash is cut off', at);
  const header = view(HASH_HEADER, stream.read(at, HASH_HEADER.size)).all();
  if (header.signature !== SIGNATURE || header.version !== VERSION_70) {
    throw damaged(stream, 'its name hash is of an unknown version', at + 4, 'version');
  }
  const recordsAt = at + HASH_HEADER.size;
  const bitmapAt = recordsAt + header.recordsSize;
  const startsAt = bitmapAt + BITMAP_SIZE;
  const end = bitmapAt + header.bucketsSize;
  if (end > at + size || header.recordsSize % RECORD_SIZE !== 0) {
    throw damaged(stream, 'its name hash has impossible sizes', at + 8, 'recordsSize');
  }
  const recordCount = header.recordsSize / RECORD_SIZE;

  /** Index of the first record of the nth bucket that is not empty. */
  const startOf = (nth: number) =>
    startsAt + nth * 4 + 4 > end
      ? recordCount
      : Math.floor(wordAt(stream, startsAt + nth * 4) / MEMORY_RECORD_SIZE);

  return {
    isEmpty: recordCount === 0,
    candidates(name) {
      // A linker writes no bitmap when there is no symbol at all.
      if (header.bucketsSize < BITMAP_SIZE) return [];
      const bucket = hashName(name) % BUCKETS;
      const words = stream.read(bitmapAt, BITMAP_SIZE);
      const bits = new DataView(words.buffer, words.byteOffset, BITMAP_SIZE);
      const word = bits.getUint32((bucket >>> 5) * 4, true);
      const bit = 1 << (bucket & 31);
      if ((word & bit) === 0) return [];
      let nth = bitCount(word & (bit - 1));
      for (let index = 0; index < bucket >>> 5; index++) nth += bitCount(bits.getUint32(index * 4, true));
      const first = startOf(nth);
      const last = Math.min(startOf(nth + 1), recordCount, first + MOST_IN_BUCKET);
      // A record keeps the position plus one, so that zero can mean none.
      return Array.from({ length: Math.max(0, last - first) }, (_, index) =>
        wordAt(stream, recordsAt + (first + index) * RECORD_SIZE),
      ).flatMap((stored) => (stored === 0 ? [] : [stored - 1]));
    },
  };
}
