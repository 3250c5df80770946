import type { ByteSource } from '../../binary/byte-source.ts';
import { PAGE_SIZE, type PageMap } from './page-map.ts';

/**
 * A bitmap of page frames with ranks: how many bits are set before each block. The place of a page in the file is its
 * rank, so a look-up counts bits in one block only, and the ranks cost a sixteenth of the bitmap.
 */

/** Bytes of bitmap that are read at a time; a piece without a bit is not kept. A multiple of BLOCK. */
const PIECE = 1 << 20;
/** Bytes of bitmap between two ranks. */
const BLOCK = 64;

interface Piece {
  readonly bits: Uint8Array;
  /** Bits set before each block, counted from the start of the piece. */
  readonly ranks: Uint32Array;
  /** Bits set before the piece. */
  readonly before: number;
}

const BITS_IN_BYTE = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte.toString(2).replaceAll('0', '').length,
);

function countBits(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) count += BITS_IN_BYTE[bytes[at] ?? 0] ?? 0;
  return count;
}

/** The rank of every block of a piece, and the bits of the whole piece. */
function rank(bits: Uint8Array): { ranks: Uint32Array; total: number } {
  const ranks = new Uint32Array(Math.ceil(bits.length / BLOCK));
  let total = 0;
  for (let block = 0; block < ranks.length; block++) {
    ranks[block] = total;
    total += countBits(bits, block * BLOCK, Math.min((block + 1) * BLOCK, bits.length));
  }
  return { ranks, total };
}

const ZEROS = Buffer.alloc(PIECE);

function isZero(bytes: Uint8Array): boolean {
  return ZEROS.compare(bytes, 0, bytes.length, 0, bytes.length) === 0;
}

/** Clears the bits after the last one that counts: writers leave rubbish in the last byte. */
function withoutSpareBits(bytes: Uint8Array, spare: number): Uint8Array {
  if (spare === 0) return bytes;
  const copy = bytes.slice();
  const last = copy.length - 1;
  copy[last] = (copy[last] ?? 0) & (0xff >> spare);
  return copy;
}

/**
 * Reads the bitmap of `bits` bits at `offset`; the pages of the set bits lie in the file from `firstPage` on, in
 * ascending order. Memory is in proportion to the pieces that have a set bit.
 */
export function bitmapMap(source: ByteSource, offset: number, bits: number, firstPage: number): PageMap {
  const length = Math.ceil(bits / 8);
  const pieces: (Piece | undefined)[] = [];
  let pages = 0;
  for (let start = 0; start < length; start += PIECE) {
    const size = Math.min(PIECE, length - start);
    const spare = start + size === length ? length * 8 - bits : 0;
    const read = withoutSpareBits(source.read(offset + start, size), spare);
    if (isZero(read)) {
      pieces.push(undefined);
      continue;
    }
    const { ranks, total } = rank(read);
    pieces.push({ bits: read, ranks, before: pages });
    pages += total;
  }
  return {
    pages,
    frames: bits,
    offsetOf(pfn) {
      const byte = Math.floor(pfn / 8);
      const index = Math.floor(byte / PIECE);
      const piece = pieces[index];
      if (!piece || pfn >= bits) return undefined;
      const at = byte - index * PIECE;
      const own = piece.bits[at] ?? 0;
      const bit = pfn % 8;
      if (((own >> bit) & 1) === 0) return undefined;
      const block = Math.floor(at / BLOCK);
      const inBlock = countBits(piece.bits, block * BLOCK, at) + (BITS_IN_BYTE[own & ((1 << bit) - 1)] ?? 0);
      return firstPage + (piece.before + (piece.ranks[block] ?? 0) + inBlock) * PAGE_SIZE;
    },
  };
}
