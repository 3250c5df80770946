import type { ByteSource } from '../../binary/byte-source.ts';
import { bytes, layout, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';
import { blockStream } from './msf-stream.ts';
import type { StreamFile } from './stream-file.ts';

/**
 * The container of a PDB: a file of equal blocks that holds numbered streams ("MSF", multi-stream file).
 * Layout: microsoft-pdb `PDB/msf/msf.cpp`, LLVM documentation "The MSF File Format".
 */
const SUPER_BLOCK = layout('MSF super block', 0x34, {
  magic: bytes(0x00, 32),
  blockSize: u32(0x20),
  freeBlockMapBlock: u32(0x24),
  blockCount: u32(0x28),
  directorySize: u32(0x2c),
});
/** Behind the header, as far as the first block goes: the blocks that list the blocks of the directory (mpspnpnSt of msf.cpp). */
const DIRECTORY_MAP_AT = 0x34;

const MAGIC = 'Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0';
/** Containers that exist and that this reader refuses by name. */
const OTHER_MAGICS: ReadonlyArray<readonly [start: string, what: string]> = [
  ['Microsoft C/C++ program database', 'a PDB of the format before Visual C++ 7'],
  ['Microsoft MSFZ Container', 'a compressed PDB (MSFZ) of an unknown kind'],
  ['MSCF', 'a cabinet: a compressed symbol file that was not expanded'],
  ['BSJB', 'a portable PDB of .NET, which holds no native symbols'],
  ['MZ', 'an executable image, not a PDB'],
];
/** The smallest and the largest block size that linkers write (/PDBPAGESIZE). */
const BLOCK_SIZES = { smallest: 0x200, largest: 0x10000 };
/** The size of a stream that was deleted. */
const NIL_SIZE = 0xffff_ffff;
/** A stream number for "there is none", in the 16-bit fields of the DBI stream. */
const NO_STREAM = 0xffff;

function requireMagic(source: ByteSource, magic: string): void {
  if (magic === MAGIC) return;
  const other = OTHER_MAGICS.find(([start]) => magic.startsWith(start));
  throw damaged(source, other ? `it is ${other[1]}` : 'it is not a PDB', 0, 'magic');
}

function readSuperBlock(source: ByteSource) {
  if (source.size < SUPER_BLOCK.size) {
    throw damaged(source, `it has ${source.size} bytes, too few for a PDB`, 0);
  }
  const header = view(SUPER_BLOCK, source.read(0, SUPER_BLOCK.size)).all();
  requireMagic(source, Buffer.from(header.magic).toString('latin1'));
  const { blockSize, blockCount, directorySize } = header;
  const powerOfTwo = blockSize > 0 && (blockSize & (blockSize - 1)) === 0;
  if (!powerOfTwo || blockSize < BLOCK_SIZES.smallest || blockSize > BLOCK_SIZES.largest) {
    throw damaged(source, `a block size of ${blockSize} is not possible`, 0x20, 'blockSize');
  }
  if (blockCount * blockSize > source.size) {
    throw damaged(
      source,
      `it is truncated: ${source.size} bytes of the ${blockCount * blockSize} that its header promises`,
      0x28,
      'blockCount',
    );
  }
  if (directorySize < 4 || directorySize > source.size) {
    throw damaged(source, `a directory of ${directorySize} bytes is not possible`, 0x2c, 'directorySize');
  }
  return header;
}

/** Block numbers from `count` little-endian words. */
function blockNumbers(data: Uint8Array, at: number, count: number): Uint32Array {
  const words = new DataView(data.buffer, data.byteOffset + at, count * 4);
  const numbers = new Uint32Array(count);
  for (let index = 0; index < count; index++) numbers[index] = words.getUint32(index * 4, true);
  return numbers;
}

interface StreamPlace {
  readonly size: number;
  /** Where in the directory the stream's block numbers begin. */
  readonly blocksAt: number;
}

/** The blocks of the directory, which are listed in blocks of their own: these need not be neighbours. */
function directoryBlocks(source: ByteSource, blockSize: number, directorySize: number): Uint32Array {
  const count = Math.ceil(directorySize / blockSize);
  const mapSize = count * 4;
  const mapCount = Math.ceil(mapSize / blockSize);
  if (DIRECTORY_MAP_AT + mapCount * 4 > Math.min(blockSize, source.size)) {
    throw damaged(
      source,
      `its header has no room for the ${mapCount} blocks that list its directory`,
      0x2c,
      'directorySize',
    );
  }
  const mapBlocks = blockNumbers(source.read(DIRECTORY_MAP_AT, mapCount * 4), 0, mapCount);
  if (mapBlocks.some((block) => (block + 1) * blockSize > source.size)) {
    throw damaged(
      source,
      'the map of its directory is outside of the file',
      DIRECTORY_MAP_AT,
      'directoryMapBlock',
    );
  }
  const map = blockStream(source, `${source.name} directory map`, blockSize, mapBlocks, mapSize);
  return blockNumbers(map.read(0, mapSize), 0, count);
}

/** Sizes first, then the block numbers of each stream one after the other. */
function readPlaces(source: ByteSource, directory: Uint8Array, blockSize: number): StreamPlace[] {
  const words = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const count = words.getUint32(0, true);
  let blocksAt = 4 + count * 4;
  if (blocksAt > directory.length) {
    throw damaged(source, `its directory has no room for ${count} streams`, undefined, 'streamCount');
  }
  return Array.from({ length: count }, (_, index) => {
    const size = words.getUint32(4 + index * 4, true);
    const place = { size, blocksAt };
    if (size !== NIL_SIZE) blocksAt += Math.ceil(size / blockSize) * 4;
    return place;
  });
}

/**
 * Keeps which stream each block belongs to. Only streams that are opened count: the directory of an older version, which is
 * stream 0 of many PDBs, names blocks that were given to others since.
 */
function blockOwners(source: ByteSource, blockCount: number) {
  const owners = new Uint32Array(blockCount);
  const claimed = new Set<number>();
  return (stream: number, blocks: Uint32Array) => {
    if (claimed.has(stream)) return;
    claimed.add(stream);
    for (const block of blocks) {
      const owner = owners[block];
      // What is outside of the file is reported where it is read.
      if (owner === undefined) continue;
      if (owner !== 0) {
        throw damaged(
          source,
          `block ${block} belongs to the streams ${owner - 1} and ${stream}`,
          undefined,
          'block',
        );
      }
      owners[block] = stream + 1;
    }
  };
}

/**
 * Opens the container. Reads the super block and the directory, nothing else.
 * @throws Failure SymbolsUnreadable
 */
export function openMsf(source: ByteSource): StreamFile {
  const { blockSize, directorySize } = readSuperBlock(source);
  const map = directoryBlocks(source, blockSize, directorySize);
  const directory = blockStream(source, `${source.name} directory`, blockSize, map, directorySize).read(
    0,
    directorySize,
  );
  const places = readPlaces(source, directory, blockSize);
  const claim = blockOwners(source, Math.floor(source.size / blockSize));
  return {
    streamCount: places.length,
    stream(index) {
      if (index === NO_STREAM) return undefined;
      const place = places[index];
      if (place === undefined) throw damaged(source, `it has no stream ${index}`);
      if (place.size === NIL_SIZE) return undefined;
      const count = Math.ceil(place.size / blockSize);
      // A block belongs to one stream once, so no stream is larger than the file; only a hostile file claims otherwise.
      if (place.size > source.size || place.blocksAt + count * 4 > directory.length) {
        throw damaged(source, `stream ${index} cannot have ${place.size} bytes`, undefined, 'streamSize');
      }
      const blocks = blockNumbers(directory, place.blocksAt, count);
      claim(index, blocks);
      return blockStream(source, `${source.name} stream ${index}`, blockSize, blocks, place.size);
    },
  };
}
