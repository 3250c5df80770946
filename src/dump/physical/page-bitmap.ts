import type { ByteSource } from '../../binary/byte-source.ts';
import { PAGE_SIZE, type PageMap } from './page-map.ts';

/**
 * A bitmap of page frames with ranks: how many bits are set before each block. The place of a page in the file is its
 * rank, so a look-up counts bits in one block only, and the ranks cost a sixteenth of the bitmap.
 */

/** Bytes of bitmap that are read at a time; a piece without a bit is not kept. A multiple of BLOCK. */
const PIECE = 1 << 20;
const FRAMES_IN_PIECE = PIECE * 8;
/** Bytes of bitmap between two ranks. */
const BLOCK = 64;

interface Piece {
  /** 32 page frames each; dumps and the processors that Node runs on are little endian. */
  readonly words: Uint32Array;
  /** Bits set before each block, counted from the start of the piece. */
  readonly ranks: Uint32Array;
  /** Bits set before the piece. */
  readonly before: number;
}

const WORDS_IN_BLOCK = BLOCK / 4;

/** Bits set in 32 bits, summed in ever wider fields (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The bits as words, the last one filled up with zeros. */
function wordsOf(bits: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil(bits.length / 4));
  new Uint8Array(words.buffer).set(bits);
  return words;
}

/**
 * The rank of every block of a piece, and the bits of the whole piece. Most runs come here once, before V8 has compiled anything: so the
 * loop counts bits itself, as `countBits` does, and skips words without any.
 */
function rank(words: Uint32Array): { ranks: Uint32Array; total: number } {
  const ranks = new Uint32Array(Math.ceil(words.length / WORDS_IN_BLOCK));
  let total = 0;
  for (let block = 0; block < ranks.length; block++) {
    ranks[block] = total;
    const end = Math.min((block + 1) * WORDS_IN_BLOCK, words.length);
    for (let at = block * WORDS_IN_BLOCK; at < end; at++) {
      const word = words[at] as number;
      if (word === 0) continue;
      const pairs = word - ((word >>> 1) & 0x55555555);
      const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
      total += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
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
 * Reads the bitmap of `bits` bits at `offset`; the pages of the set bits are in the file from `firstPage` on, in
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
    const words = wordsOf(read);
    const { ranks, total } = rank(words);
    pieces.push({ words, ranks, before: pages });
    pages += total;
  }
  return {
    pages,
    frames: bits,
    offsetOf(pfn) {
      if (pfn >= bits) return undefined;
      const index = Math.floor(pfn / FRAMES_IN_PIECE);
      const piece = pieces[index];
      if (!piece) return undefined;
      const frame = pfn - index * FRAMES_IN_PIECE;
      const word = frame >>> 5;
      const own = piece.words[word] ?? 0;
      const bit = 1 << (frame & 31);
      if ((own & bit) === 0) return undefined;
      const block = Math.floor(word / WORDS_IN_BLOCK);
      let place = piece.before + (piece.ranks[block] ?? 0) + countBits(own & (bit - 1));
      for (let at = block * WORDS_IN_BLOCK; at < word; at++) place += countBits(piece.words[at] ?? 0);
      return firstPage + place * PAGE_SIZE;
    },
  };
}
