import type { ByteSource } from './byte-source.ts';

/**
 * Keeps pieces of a source in memory, so that many small reads near each other cost one system call. Reads of a page
 * or more go past it: they would only push out what is useful.
 */

const PIECE = 0x10000;
const LARGE_READ = 0x1000;
const MOST_PIECES = 64;

/** At most 4 MiB are held; the piece that was loaded first goes first. */
export function cachedSource(source: ByteSource): ByteSource {
  const pieces = new Map<number, Uint8Array>();

  function piece(index: number): Uint8Array {
    const known = pieces.get(index);
    if (known) return known;
    const start = index * PIECE;
    const bytes = source.read(start, Math.min(PIECE, source.size - start));
    const [oldest] = pieces.keys();
    if (pieces.size >= MOST_PIECES && oldest !== undefined) pieces.delete(oldest);
    pieces.set(index, bytes);
    return bytes;
  }

  return {
    name: source.name,
    size: source.size,
    read(offset, length) {
      // The source itself says what is wrong with a range outside of it.
      if (length >= LARGE_READ || length <= 0 || offset < 0 || offset + length > source.size)
        return source.read(offset, length);
      const first = Math.floor(offset / PIECE);
      const skip = offset - first * PIECE;
      const head = piece(first);
      if (skip + length <= head.length) return head.subarray(skip, skip + length);
      const bytes = new Uint8Array(length);
      bytes.set(head.subarray(skip));
      bytes.set(piece(first + 1).subarray(0, length - (head.length - skip)), head.length - skip);
      return bytes;
    },
    close() {
      pieces.clear();
      source.close();
    },
  };
}
