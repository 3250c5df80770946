import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';
import {
  chunkOf,
  FRAGMENT_SIZE_WIDTH,
  isInChunk,
  MSFZ_CHUNK,
  MSFZ_FRAGMENT,
  MSFZ_HEADER,
  MSFZ_VERSION,
  NIL_STREAM,
  offsetInChunk,
  offsetInFile,
} from './msfz-layouts.ts';
import { type Chunks, type Fragment, fragmentStream } from './msfz-stream.ts';
import type { StreamFile } from './stream-file.ts';
import { type PackedPart, unpack } from './unpack.ts';

/** The largest chunk that is unpacked. Microsoft's writer closes a chunk after some megabytes. */
const LARGEST_CHUNK = 0x400_0000;
/**
 * Bytes of unpacked chunks that are kept, for each byte of the file and besides: all chunks of a container that shrank as PDBs do, up to
 * a size. A search by address reads in many chunks.
 */
const KEPT_GROWTH = 12;
const FREE_KEPT = 0x100_0000;
const MOST_KEPT = 0x1000_0000;
/** A container of which not all is kept because it grows more than that is unpacked so many times at most. */
const MOST_TIMES = 8;
/** All chunks together may be this many times as large unpacked as the file, and for small files by so many bytes more. PDBs shrink to a tenth. */
const MOST_GROWTH = 64;
const FREE_GROWTH = 0x100_0000;

const NO_STREAM = 0xffff;

function readHeader(file: ByteSource) {
  if (file.size < MSFZ_HEADER.size)
    throw damaged(file, `it has ${file.size} bytes, too few for a compressed PDB`, 0);
  const header = view(MSFZ_HEADER, file.read(0, MSFZ_HEADER.size)).all();
  if (header.version !== MSFZ_VERSION) {
    throw damaged(
      file,
      `version ${header.version} of the compressed container is not known`,
      0x20,
      'version',
    );
  }
  const { chunkCount, chunkTableSize } = header;
  if (chunkTableSize !== chunkCount * MSFZ_CHUNK.size) {
    throw damaged(
      file,
      `a table of ${chunkTableSize} bytes cannot hold ${chunkCount} chunks`,
      0x4c,
      'chunkTableSize',
    );
  }
  return header;
}

/** Requires that a part of the file is inside of it; offsets beyond 2^53 are not. */
function requireInside(file: ByteSource, what: string, offset: bigint, size: number): number {
  if (offset + BigInt(size) > BigInt(file.size))
    throw damaged(file, `${what} is outside of the file`, undefined, what);
  return Number(offset);
}

function readChunks(file: ByteSource, offset: number, count: number): PackedPart[] {
  const table = file.read(offset, count * MSFZ_CHUNK.size);
  const most = file.size * MOST_GROWTH + FREE_GROWTH;
  let total = 0;
  let packed = 0;
  return Array.from({ length: count }, (_, index) => {
    const entry = view(MSFZ_CHUNK, table, index * MSFZ_CHUNK.size).all();
    const what = `chunk ${index}`;
    const part = { ...entry, offset: requireInside(file, what, entry.offset, entry.packedSize) };
    total += part.size;
    packed += part.packedSize;
    if (packed > file.size) throw damaged(file, 'its chunks overlap', offset, 'packedSize');
    if (part.size > LARGEST_CHUNK || total > most) {
      throw damaged(
        file,
        `${what} claims to unpack to ${part.size} bytes`,
        offset + index * MSFZ_CHUNK.size,
        'size',
      );
    }
    return part;
  });
}

/** Unpacks chunks on demand and keeps those that were used last. */
function openChunks(file: ByteSource, parts: readonly PackedPart[]): Chunks {
  const kept = new Map<number, Uint8Array>();
  let keptBytes = 0;
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const wanted = file.size * KEPT_GROWTH + FREE_KEPT;
  const most = Math.min(wanted, MOST_KEPT);
  let left = total <= wanted ? Number.POSITIVE_INFINITY : total * MOST_TIMES;

  /** Makes room for a chunk before it is unpacked. */
  function drop(size: number): void {
    for (const [oldest, old] of kept) {
      if (keptBytes + size <= most) return;
      kept.delete(oldest);
      keptBytes -= old.length;
    }
  }

  return {
    sizes: parts.map(({ size }) => size),
    unpacked(chunk) {
      const known = kept.get(chunk);
      if (known !== undefined) {
        kept.delete(chunk);
        kept.set(chunk, known);
        return known;
      }
      const part = parts[chunk] as PackedPart;
      left -= part.size;
      if (left < 0) throw damaged(file, 'it is built so that its chunks are unpacked again and again');
      drop(part.size);
      const bytes = unpack(file, `chunk ${chunk}`, part);
      kept.set(chunk, bytes);
      keptBytes += bytes.length;
      return bytes;
    },
  };
}

/** Bytes that the chunks hold from each of them to the end. */
function bytesFrom(parts: readonly PackedPart[]): number[] {
  let total = 0;
  return [...parts]
    .reverse()
    .map(({ size }) => (total += size))
    .reverse();
}

/** The fragments of each stream; undefined for a stream that is not there. */
function readDirectory(
  file: ByteSource,
  directory: Uint8Array,
  count: number,
  parts: readonly PackedPart[],
): Array<readonly Fragment[] | undefined> {
  const words = dataViewOf(directory);
  const fromChunk = bytesFrom(parts);
  // Each byte belongs to one stream once: streams that are larger together repeat bytes without end.
  let left = (fromChunk[0] ?? 0) + file.size;
  let at = 0;

  const word = () => {
    if (at + FRAGMENT_SIZE_WIDTH > directory.length)
      throw damaged(file, 'its directory of streams is cut off', at);
    return words.getUint32(at, true);
  };

  function fragment(): Fragment {
    if (at + MSFZ_FRAGMENT.size > directory.length)
      throw damaged(file, 'its directory of streams is cut off', at);
    const { size, location } = view(MSFZ_FRAGMENT, directory, at).all();
    const wrong = (what: string) => damaged(file, `a fragment of ${size} bytes ${what}`, at, 'location');
    at += MSFZ_FRAGMENT.size;
    left -= size;
    if (left < 0) throw wrong('makes the streams larger than all that the file holds');
    if (isInChunk(location)) {
      const [chunk, offset] = [chunkOf(location), offsetInChunk(location)];
      if (offset >= (parts[chunk]?.size ?? 0)) throw wrong(`begins outside of chunk ${chunk}`);
      if (offset + size > (fromChunk[chunk] ?? 0)) throw wrong('ends behind the last chunk');
      return { size, chunk, offset };
    }
    const fileOffset = offsetInFile(location);
    if (fileOffset === undefined || fileOffset + size > file.size) throw wrong('is outside of the file');
    return { size, fileOffset };
  }

  return Array.from({ length: count }, () => {
    if (word() === NIL_STREAM) {
      at += FRAGMENT_SIZE_WIDTH;
      return undefined;
    }
    const fragments: Fragment[] = [];
    while (word() !== 0) fragments.push(fragment());
    at += FRAGMENT_SIZE_WIDTH;
    return fragments;
  });
}

/**
 * Opens the compressed container. Reads its header, chunk table and directory; chunks are unpacked as their bytes are read.
 * @throws Failure SymbolsUnreadable
 */
export function openMsfz(file: ByteSource): StreamFile {
  const header = readHeader(file);
  const tableAt = requireInside(file, 'chunkTable', header.chunkTableOffset, header.chunkTableSize);
  const parts = readChunks(file, tableAt, header.chunkCount);
  const { directoryPackedSize: packedSize, directorySize: size, streamCount } = header;
  // Each stream takes a word of the directory at least.
  if (size > LARGEST_CHUNK || streamCount * FRAGMENT_SIZE_WIDTH > size) {
    throw damaged(
      file,
      `a directory of ${size} bytes for ${streamCount} streams is not possible`,
      0x44,
      'directorySize',
    );
  }
  const directoryPart = {
    offset: requireInside(file, 'directory', header.directoryOffset, packedSize),
    packedSize,
    size,
    compression: header.directoryCompression,
  };
  const streams = readDirectory(file, unpack(file, 'the directory', directoryPart), streamCount, parts);
  const chunks = openChunks(file, parts);
  return {
    streamCount,
    stream(index) {
      if (index === NO_STREAM) return undefined;
      if (index >= streamCount) throw damaged(file, `it has no stream ${index}`);
      const fragments = streams[index];
      return fragments && fragmentStream(file, `${file.name} stream ${index}`, fragments, chunks);
    },
  };
}
