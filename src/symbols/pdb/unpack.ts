import type { ByteSource } from '../../binary/byte-source.ts';
import { zlib } from '../zlib.ts';
import { damaged } from './damaged.ts';

const ZSTANDARD = 1;
/** Output in one piece: in several, zlib would hold them beside their copy. With room for one byte more none is begun behind it. */
const inOnePiece = (size: number) => ({
  maxOutputLength: size,
  chunkSize: Math.max(SMALLEST_PIECE, size + 1),
});
const SMALLEST_PIECE = 64;

/** Compression methods of MSFZ; "deflate" is without a header of zlib or gzip. */
const METHODS: Readonly<Record<number, (packed: Uint8Array, size: number) => Uint8Array>> = {
  0: (packed) => packed,
  [ZSTANDARD]: (packed, size) =>
    zlib().zstdDecompressSync(packed, {
      ...inOnePiece(size),
      // Windows of the levels up to 19 are smaller than 8 MiB; memory for a larger one is what a bomb would ask for.
      params: { [zlib().constants.ZSTD_d_windowLogMax]: 24 },
    }),
  2: (packed, size) => zlib().inflateRawSync(packed, inOnePiece(size)),
};

/** A part of a file as it is packed there. */
export interface PackedPart {
  readonly offset: number;
  readonly packedSize: number;
  /** Unpacked. */
  readonly size: number;
  readonly compression: number;
}

/**
 * The bytes of a packed part. Unpacking stops at the size that the file states.
 * @throws Failure SymbolsUnreadable when the method is unknown, the bytes are damaged or do not give that size
 */
export function unpack(file: ByteSource, what: string, part: PackedPart): Uint8Array {
  const method = METHODS[part.compression];
  if (method === undefined) {
    throw damaged(
      file,
      `${what} is compressed by the unknown method ${part.compression}`,
      part.offset,
      'compression',
    );
  }
  if (part.compression === ZSTANDARD && typeof zlib().zstdDecompressSync !== 'function') {
    throw damaged(
      file,
      `${what} is compressed by Zstandard, which Node.js unpacks from version 22.15 on`,
      part.offset,
    );
  }
  let bytes: Uint8Array;
  try {
    bytes = method(file.read(part.offset, part.packedSize), part.size);
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || thrown.name === 'Failure') throw thrown;
    throw damaged(file, `${what} cannot be unpacked: ${thrown.message}`, part.offset);
  }
  if (bytes.length === part.size) return bytes;
  throw damaged(
    file,
    `${what} has ${bytes.length} bytes, but its table states ${part.size}`,
    part.offset,
    'size',
  );
}
