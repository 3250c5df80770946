import { Buffer } from 'node:buffer';

/**
 * Writes the container of a PDB. The reader in src/symbols shares nothing with this file but the format itself
 * (LLVM documentation "The MSF File Format"), so that a wrong offset in either shows.
 */

const BLOCK = 4096;

/** A header's fields as little-endian 32-bit words. */
export const words = (...values: readonly number[]): Buffer => wordList(values);

/** A table of any length as little-endian 32-bit words. */
export function wordList(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4);
  return bytes;
}

/** `values` as little-endian 16-bit words. */
export function halfWords(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2);
  return bytes;
}

/** `bytes` filled up with zeros to a multiple of `unit`. */
export function padded(bytes: Uint8Array, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}

/** Hands out block numbers; the second and third block of every interval belong to the two free block maps. */
function blockAllocator() {
  let next = 3;
  return {
    take(count: number): number[] {
      const taken: number[] = [];
      while (taken.length < count) {
        if (next % BLOCK !== 1 && next % BLOCK !== 2) taken.push(next);
        next++;
      }
      return taken;
    },
    get count() {
      return next;
    },
  };
}

/** The file with these streams, in order. */
export function writeMsf(streams: readonly Uint8Array[]): Uint8Array {
  const allocator = blockAllocator();
  const blocksFor = (bytes: number) => allocator.take(Math.ceil(bytes / BLOCK));
  const placed = streams.map((stream) => ({ stream, blocks: blocksFor(stream.length) }));
  const directory = Buffer.concat([
    words(streams.length),
    wordList(streams.map(({ length }) => length)),
    ...placed.map(({ blocks }) => wordList(blocks)),
  ]);
  const directoryBlocks = blocksFor(directory.length);
  const map = wordList(directoryBlocks);
  // The map must be contiguous; it has one block for each 4 MB of directory, so one block is enough here.
  const [mapBlock = 0] = allocator.take(1);
  const file = Buffer.alloc(allocator.count * BLOCK);

  const store = (bytes: Uint8Array, blocks: readonly number[]) => {
    for (const [index, block] of blocks.entries()) {
      file.set(bytes.subarray(index * BLOCK, (index + 1) * BLOCK), block * BLOCK);
    }
  };
  for (const { stream, blocks } of placed) store(stream, blocks);
  store(directory, directoryBlocks);
  store(map, [mapBlock]);
  // One bit a block, set where it is free: every block of the file is used, every one behind it free.
  for (let interval = 0; interval * BLOCK < allocator.count; interval++) {
    file.fill(0xff, (interval * BLOCK + 1) * BLOCK, (interval * BLOCK + 3) * BLOCK);
  }
  for (let block = 0; block < allocator.count; block++) {
    const at = BLOCK + (block >>> 3);
    file[at] = (file[at] ?? 0) & ~(1 << (block & 7));
  }
  file.set(Buffer.from('Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0', 'latin1'), 0);
  file.set(words(BLOCK, 1, allocator.count, directory.length, 0, mapBlock), 32);
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}
