import type { ByteSource } from '../../binary/byte-source.ts';
import { recentMap } from '../../binary/recent-map.ts';
import { Failure } from '../../contract/failure.ts';
import { damaged } from './damaged.ts';

/** Bytes of blocks that one stream keeps. A search by address touches some 30 blocks; the next shares most of them. */
const CACHED_BYTES = 0x40000;

/**
 * The bytes of `blocks` of `file`, in that order, as a source of `size` bytes. A read inside one block is a view on
 * the cached block; a long read goes past the cache, with one call for each run of neighbouring blocks.
 */
export function blockStream(
  file: ByteSource,
  name: string,
  blockSize: number,
  blocks: Uint32Array,
  size: number,
): ByteSource {
  const placeOf = (index: number) => {
    const block = blocks[index];
    if (block === undefined || (block + 1) * blockSize > file.size) {
      throw damaged(file, `block ${block ?? '?'} of ${name} is outside of the file`, undefined, 'block');
    }
    return block * blockSize;
  };
  const kept = recentMap<number, Uint8Array>(Math.max(8, CACHED_BYTES / blockSize));
  const cached = (index: number) => kept.getOrMake(index, () => file.read(placeOf(index), blockSize));

  function readRuns(result: Uint8Array, offset: number): Uint8Array {
    const { length } = result;
    let filled = 0;
    while (filled < length) {
      const index = Math.floor((offset + filled) / blockSize);
      const inBlock = (offset + filled) % blockSize;
      const start = placeOf(index);
      let run = 1;
      while (inBlock + length - filled > run * blockSize && placeOf(index + run) === start + run * blockSize)
        run++;
      const take = Math.min(run * blockSize - inBlock, length - filled);
      const part = result.subarray(filled, filled + take);
      if (file.readInto === undefined) part.set(file.read(start + inBlock, take));
      else file.readInto(part, start + inBlock);
      filled += take;
    }
    return result;
  }

  function requireInside(offset: number, length: number): void {
    if (offset >= 0 && length >= 0 && offset + length <= size) return;
    throw new Failure(
      'LayoutOutOfBounds',
      `${name}: ${length} bytes at offset 0x${offset.toString(16)} are outside its ${size} bytes`,
      { target: file.name, offset },
    );
  }

  return {
    name,
    size,
    read(offset, length) {
      requireInside(offset, length);
      if (length === 0) return new Uint8Array(0);
      const first = Math.floor(offset / blockSize);
      const inBlock = offset % blockSize;
      if (inBlock + length <= blockSize) return cached(first).subarray(inBlock, inBlock + length);
      if (length > 4 * blockSize) return readRuns(new Uint8Array(length), offset);
      const result = new Uint8Array(length);
      let filled = 0;
      for (let index = first; filled < length; index++) {
        const block = cached(index);
        const from = filled === 0 ? inBlock : 0;
        const part = block.subarray(from, Math.min(blockSize, from + length - filled));
        result.set(part, filled);
        filled += part.length;
      }
      return result;
    },
    readInto(target, offset) {
      requireInside(offset, target.length);
      readRuns(target, offset);
    },
    // The opener of the file closes it.
    close: () => undefined,
  };
}
