import zlib from 'node:zlib';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { openMsf } from '../../../src/symbols/pdb/msf.ts';

/**
 * Writes the compressed container of a PDB. It shares nothing with the reader in src/symbols/pdb. Format: microsoft/pdb-rs,
 * `docs/pdb/msfz.md`.
 */
export interface MsfzOptions {
  /** How chunks are packed: zstd unless given. */
  readonly method?: keyof typeof METHODS;
  /** How the directory is packed: as the chunks unless given. */
  readonly directoryMethod?: keyof typeof METHODS;
  /** Unpacked bytes of a chunk: 20,000 unless given. */
  readonly chunkBytes?: number;
  /** Bytes of a fragment at most; a stream is one fragment unless given. */
  readonly fragmentBytes?: number;
  /** Streams that are not compressed. */
  readonly plain?: ReadonlySet<number>;
}

const METHODS = {
  none: [0, (bytes: Uint8Array) => Buffer.from(bytes)],
  zstd: [1, (bytes: Uint8Array) => zlib.zstdCompressSync(bytes)],
  deflate: [2, (bytes: Uint8Array) => zlib.deflateRawSync(bytes)],
} as const;

const HEADER_SIZE = 80;

const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
};
const u64 = (value: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
};

/** The container of these streams, in order; undefined for a stream that is not there. */
export function writeMsfz(streams: ReadonlyArray<Uint8Array | undefined>, options: MsfzOptions = {}): Buffer {
  const { chunkBytes = 20_000, fragmentBytes = Number.POSITIVE_INFINITY, plain = new Set() } = options;
  const [methodNumber, pack] = METHODS[options.method ?? 'zstd'];
  const [directoryNumber, packDirectory] = METHODS[options.directoryMethod ?? options.method ?? 'zstd'];
  const parts: Buffer[] = [Buffer.alloc(HEADER_SIZE)];
  let end = HEADER_SIZE;
  const append = (bytes: Buffer): number => {
    parts.push(bytes);
    end += bytes.length;
    return end - bytes.length;
  };

  // Everything that is compressed in one row, which the chunks cut into equal pieces.
  let row = Buffer.alloc(0);
  const directory: Buffer[] = [];
  for (const [index, stream] of streams.entries()) {
    if (stream === undefined) {
      directory.push(u32(0xffff_ffff));
      continue;
    }
    for (let at = 0; at < stream.length; at += fragmentBytes) {
      const piece = Buffer.from(stream.subarray(at, Math.min(stream.length, at + fragmentBytes)));
      let location: bigint;
      if (plain.has(index)) location = BigInt(append(piece));
      else {
        const chunk = Math.floor(row.length / chunkBytes);
        location = (1n << 63n) | (BigInt(chunk) << 32n) | BigInt(row.length % chunkBytes);
        row = Buffer.concat([row, piece]);
      }
      directory.push(u32(piece.length), u64(location));
    }
    directory.push(u32(0));
  }

  const chunks: Array<{ packed: Buffer; size: number; offset: number }> = [];
  for (let at = 0; at < row.length; at += chunkBytes) {
    const bytes = row.subarray(at, at + chunkBytes);
    chunks.push({ packed: pack(bytes), size: bytes.length, offset: 0 });
  }
  // In the file the last chunk comes first: their order there means nothing.
  for (const chunk of [...chunks].reverse()) chunk.offset = append(chunk.packed);
  const table = Buffer.concat(
    chunks.map(({ packed, size, offset }) =>
      Buffer.concat([u64(BigInt(offset)), u32(methodNumber, packed.length, size)]),
    ),
  );
  const tableAt = append(table);
  const directoryBytes = Buffer.concat(directory);
  const packedDirectory = packDirectory(directoryBytes);
  const directoryAt = append(packedDirectory);
  const header = Buffer.concat([
    Buffer.from('Microsoft MSFZ Container\r\n\x1aALD\0\0', 'latin1'),
    u64(0n),
    u64(BigInt(directoryAt)),
    u64(BigInt(tableAt)),
    u32(
      streams.length,
      directoryNumber,
      packedDirectory.length,
      directoryBytes.length,
      chunks.length,
      table.length,
    ),
  ]);
  return Buffer.concat([header, ...parts.slice(1)]);
}

/** The streams of a plain PDB. */
export function streamsOf(pdb: Uint8Array): Array<Uint8Array | undefined> {
  const file = openMsf(bytesSource(pdb));
  return Array.from({ length: file.streamCount }, (_, index) => {
    const stream = file.stream(index);
    return stream?.read(0, stream.size);
  });
}
