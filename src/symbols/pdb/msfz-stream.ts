import type { ByteSource } from '../../binary/byte-source.ts';
import { Failure } from '../../contract/failure.ts';

/** A piece of a stream: plain bytes of the file, or bytes of the chunks from `chunk` on. */
export type Fragment =
  | { readonly size: number; readonly fileOffset: number }
  | { readonly size: number; readonly chunk: number; readonly offset: number };

/** The unpacked bytes of chunks. Their order in the table is their order in the whole. */
export interface Chunks {
  readonly sizes: readonly number[];
  unpacked(chunk: number): Uint8Array;
}

/** Copies bytes that may go on in the next chunks. */
function copyFromChunks(chunks: Chunks, chunk: number, offset: number, target: Uint8Array): void {
  let filled = 0;
  let at = offset;
  for (let index = chunk; filled < target.length; index++) {
    const size = chunks.sizes[index];
    if (size === undefined) throw new RangeError('the fragment was checked against the chunks');
    if (at < size) {
      const part = chunks.unpacked(index).subarray(at, at + target.length - filled);
      target.set(part, filled);
      filled += part.length;
    }
    at = Math.max(0, at - size);
  }
}

/** The bytes of `fragments` in their order as a source. Only what is read is unpacked. */
export function fragmentStream(
  file: ByteSource,
  name: string,
  fragments: readonly Fragment[],
  chunks: Chunks,
): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const fragment of fragments) {
    starts.push(size);
    size += fragment.size;
  }

  /** The last fragment that begins at `offset` or before it. */
  function fragmentAt(offset: number): number {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Bytes inside one fragment: a view where they are at hand in one piece. */
  function readInside(fragment: Fragment, offset: number, length: number): Uint8Array {
    if ('fileOffset' in fragment) return file.read(fragment.fileOffset + offset, length);
    const at = fragment.offset + offset;
    if (at + length <= (chunks.sizes[fragment.chunk] ?? 0)) {
      return chunks.unpacked(fragment.chunk).subarray(at, at + length);
    }
    const result = new Uint8Array(length);
    copyFromChunks(chunks, fragment.chunk, at, result);
    return result;
  }

  return {
    name,
    size,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new Failure(
          'LayoutOutOfBounds',
          `${name}: ${length} bytes at offset 0x${offset.toString(16)} are outside its ${size} bytes`,
          { target: file.name, offset },
        );
      }
      if (length === 0) return new Uint8Array(0);
      const first = fragmentAt(offset);
      const fragment = fragments[first] as Fragment;
      const inside = offset - (starts[first] ?? 0);
      if (inside + length <= fragment.size) return readInside(fragment, inside, length);
      const result = new Uint8Array(length);
      let filled = 0;
      for (let index = first; filled < length; index++) {
        const next = fragments[index] as Fragment;
        const from = index === first ? inside : 0;
        const take = Math.min(next.size - from, length - filled);
        result.set(readInside(next, from, take), filled);
        filled += take;
      }
      return result;
    },
    // The opener of the file closes it.
    close: () => undefined,
  };
}
