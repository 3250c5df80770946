import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file (PKWARE APPNOTE 6.3): deflated, no folders, no extra fields, always the same bytes for the same input. */

export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** 1980-01-01 00:00, the first moment that the format knows: no build is to differ by its time. */
const DOS_DATE = 0x0021;
const VERSION = 20;
/** Made on Unix, so that the permissions of `external attributes` count. */
const MADE_BY = (3 << 8) | VERSION;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATED = 8;
const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** Level 9 takes twice the time of 7 and makes the executables a thousandth smaller. */
const LEVEL = 7;

interface Packed {
  readonly entry: ZipEntry;
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
}

/** The fields that a local header and a central one have in common, from `flags` on. */
function commonFields({ entry, name, data, crc }: Packed): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(NAMES_ARE_UTF8, 0);
  fields.writeUInt16LE(DEFLATED, 2);
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(DOS_DATE, 6);
  fields.writeUInt32LE(crc, 8);
  fields.writeUInt32LE(data.length, 12);
  fields.writeUInt32LE(entry.bytes.length, 16);
  fields.writeUInt16LE(name.length, 20);
  fields.writeUInt16LE(0, 22);
  return fields;
}

function localHeader(packed: Packed): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(SIGNATURES.local, 0);
  head.writeUInt16LE(VERSION, 4);
  return Buffer.concat([head, commonFields(packed), packed.name]);
}

function centralHeader(packed: Packed, offset: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(SIGNATURES.central, 0);
  head.writeUInt16LE(MADE_BY, 4);
  head.writeUInt16LE(VERSION, 6);
  const tail = Buffer.alloc(14);
  const mode = packed.entry.executable === true ? 0o100755 : 0o100644;
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, commonFields(packed), tail, packed.name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(SIGNATURES.end, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** By identity: the executables are in two archives, and deflating them is most of the time that packaging takes. */
const deflated = new WeakMap<Uint8Array, Buffer>();

function deflate(bytes: Uint8Array): Buffer {
  const data = deflated.get(bytes) ?? deflateRawSync(bytes, { level: LEVEL });
  deflated.set(bytes, data);
  return data;
}

/** A zip of these entries, sorted by name. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const packed: Packed = {
      entry,
      name: Buffer.from(entry.name),
      data: deflate(entry.bytes),
      crc: crc32(entry.bytes),
    };
    const header = localHeader(packed);
    central.push(centralHeader(packed, offset));
    parts.push(header, packed.data);
    offset += header.length + packed.data.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endRecord(central.length, directory.length, offset)]);
}
