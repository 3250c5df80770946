import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { IDENTITY, samplePdb } from '../store/sample-pdb.ts';
import { streamsOf } from './msfz-writer.ts';

const MAGIC = 'Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0';
const DELETED = 0xffff_ffff;

/**
 * A container whose blocks are in no order at all: those of the streams, of the directory, and those that list the
 * directory's. Layout: BIGMSF_HDR of microsoft-pdb `PDB/msf/msf.cpp`. It shares nothing with the reader.
 */
function writeScattered(streams: ReadonlyArray<Uint8Array | undefined>, blockSize: number): Buffer {
  const chunks: Buffer[] = [];
  const add = (bytes: Buffer): number[] => {
    const first = chunks.length;
    for (let at = 0; at < bytes.length; at += blockSize) {
      const block = Buffer.alloc(blockSize);
      bytes.copy(block, 0, at, at + blockSize);
      chunks.push(block);
    }
    return Array.from({ length: chunks.length - first }, (_, index) => first + index);
  };
  // Even numbers rising, then odd ones falling: neighbours in a list are never neighbours in the file.
  const placeOf = (chunk: number) => {
    const half = Math.ceil(chunks.length / 2);
    return 3 + (chunk < half ? chunk * 2 : (chunks.length - 1 - chunk) * 2 + 1);
  };
  const words = (values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4);
    return bytes;
  };
  const contents = streams.map((stream) => stream && add(Buffer.from(stream)));
  const sizes = streams.map((stream) => stream?.length ?? DELETED);
  const streamBlocks = contents.flatMap((blocks) => blocks ?? []);
  const directorySize = 4 * (1 + sizes.length + streamBlocks.length);
  const directoryCount = Math.ceil(directorySize / blockSize);
  const mapCount = Math.ceil((directoryCount * 4) / blockSize);
  // Places depend on the number of all blocks, so the room is made first.
  const directory = add(Buffer.alloc(directorySize));
  const map = add(Buffer.alloc(directoryCount * 4));
  const fill = (blocks: readonly number[], bytes: Buffer) => {
    for (const [index, block] of blocks.entries())
      bytes.copy(chunks[block] ?? Buffer.alloc(0), 0, index * blockSize, (index + 1) * blockSize);
  };
  fill(directory, words([sizes.length, ...sizes, ...streamBlocks.map(placeOf)]));
  fill(map, words(directory.map(placeOf)));
  const file = Buffer.alloc((chunks.length + 4) * blockSize);
  file.write(MAGIC, 0, 'latin1');
  words([blockSize, 1, chunks.length + 4, directorySize, 0, ...map.map(placeOf)]).copy(file, 32);
  for (const [index, chunk] of chunks.entries()) chunk.copy(file, placeOf(index) * blockSize);
  expect(map).toHaveLength(mapCount);
  return file;
}

describe('the container of a PDB', () => {
  const streams = streamsOf(samplePdb());

  it.each([
    // 20,000 deleted streams: a directory of 157 blocks, listed in two.
    ['two blocks of 512 bytes', 0x200, 20_000, 2],
    ['five blocks of 512 bytes', 0x200, 70_000, 5],
    // A PDB of a kernel with blocks of 4 KiB gets there with a directory of more than 4 MiB.
    ['two blocks of 4 KiB', 0x1000, 1_060_000, 2],
    ['one block of 32 KiB', 0x8000, 100, 1],
  ])(
    'the container of a PDB is read when its directory is listed in %s that are no neighbours',
    (_, blockSize, deleted, count) => {
      const file = writeScattered([...streams, ...new Array<undefined>(deleted)], blockSize);
      const listed = Array.from({ length: count }, (__, index) => file.readUInt32LE(0x34 + index * 4));
      expect(listed.every((block, index) => index === 0 || block !== (listed[index - 1] ?? 0) + 1)).toBe(
        true,
      );
      const pdb = openPdb(bytesSource(file, 'scattered.pdb'));
      expect(pdb.identity).toEqual(IDENTITY);
      expect(pdb.nearest(0x1011)?.name).toBe('Function1');
      expect([...pdb.symbols()]).toHaveLength(4000);
    },
  );

  it('the container of a PDB is refused when its header has no room for the list, or the list leads out of the file', () => {
    const file = writeScattered([...streams, ...new Array<undefined>(20_000)], 0x200);
    const outside = Buffer.from(file);
    outside.writeUInt32LE(0x7fff_ffff, 0x38);
    expect(() => openPdb(bytesSource(outside, 'outside.pdb'))).toThrow(/map of its directory/);
    const huge = Buffer.concat([file, Buffer.alloc(0x200_0000)]);
    huge.writeUInt32LE(0x1ff_0000, 0x2c);
    expect(() => openPdb(bytesSource(huge, 'huge.pdb'))).toThrow(/no room for the \d+ blocks/);
  });
});
