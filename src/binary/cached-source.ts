import type { ByteSource } from './byte-source.ts';
import { recentMap } from './recent-map.ts';

/**
 * Keeps pieces of a source in memory, so that many small reads near each other cost one system call. Reads of a page
 * or more, and reads into memory of the caller, go past it: they would only push out what is useful.
 */

const PIECE = 0x10000;
const LARGE_READ = 0x1000;
const MOST_PIECES = 64;

/** At most 4 MiB are held. */
export function cachedSource(source: ByteSource): ByteSource {
  const pieces = recentMap<number, Uint8Array>(MOST_PIECES);

  const piece = (index: number): Uint8Array =>
    pieces.getOrMake(index, () => {
      const start = index * PIECE;
      return source.read(start, Math.min(PIECE, source.size - start));
    });

  return {
    name: source.name,
    size: source.size,
    read(offset, length) {
      // The source itself reports a range outside of it.
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
    ...(source.readInto && { readInto: source.readInto }),
    close() {
      pieces.clear();
      source.close();
    },
  };
}
