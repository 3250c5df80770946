import { Buffer } from 'node:buffer';
import { halfWords, words } from './msf-writer.ts';
import { hashOfName } from './pdb-publics-writer.ts';

/**
 * Writes the type stream of a PDB. It shares no table with the reader in src/symbols/types. Format: LLVM documentation "The PDB TPI
 * and IPI Streams" and "CodeView Type Records".
 */
export interface StructureContent {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly members: readonly MemberContent[];
  readonly isUnion?: boolean;
}

export interface MemberContent {
  readonly name: string;
  readonly offset: number;
  readonly type: TypeContent;
}

/** A type as a member has it. */
export type TypeContent =
  | keyof typeof BUILT_IN
  /** A structure or union of the list, by name; a name that is not in the list stays a forward reference. */
  | { readonly structure: string }
  | { readonly pointer: TypeContent }
  | { readonly array: TypeContent; readonly count: number; readonly elementSize: number }
  | { readonly bits: keyof typeof BUILT_IN; readonly position: number; readonly length: number };

/** Numbers of the types that compilers have built in. */
const BUILT_IN = {
  void: 0x03,
  i8: 0x10,
  u8: 0x20,
  i16: 0x11,
  u16: 0x21,
  i32: 0x74,
  u32: 0x75,
  i64: 0x13,
  u64: 0x23,
  wchar: 0x71,
} as const;

const FIRST_INDEX = 0x1000;
const NO_STREAM = 0xffff;
const BUCKETS = 0x3ffff;
const INDEX_STEP = 8192;
const NEAR_POINTER_64 = 0xc | (8 << 13);
const PUBLIC = 3;
const FORWARD = 0x80;
/** A record has at most 65,535 bytes: a longer list of members goes on in another record. */
const LARGEST_LIST = 0xf000;

const text = (name: string) => Buffer.from(`${name}\0`, 'utf8');
const number = (value: number) =>
  value < 0x8000 ? halfWords(value) : Buffer.concat([halfWords(0x8004), words(value)]);

/** `entry` with the pad bytes that the next entry of a list begins on a multiple of four with. */
function aligned(entry: Buffer): Buffer {
  const missing = (4 - (entry.length % 4)) % 4;
  return Buffer.concat([
    entry,
    Buffer.from(Array.from({ length: missing }, (_, index) => 0xf0 + missing - index)),
  ]);
}

/** CRC-32 without its two inversions, by which a type without a name of its own is hashed. */
function hashOfBytes(bytes: Uint8Array): number {
  let hash = 0;
  for (const byte of bytes) {
    hash ^= byte;
    for (let bit = 0; bit < 8; bit++) hash = (hash >>> 1) ^ (hash & 1 ? 0xedb88320 : 0);
  }
  return hash >>> 0;
}

interface TypeRecord {
  readonly bytes: Buffer;
  /** Its chain in the hash table of the stream. */
  readonly bucket: number;
}

/** Hands out numbers to records, and the same number to a record of the same bytes. */
function recordList() {
  const records: TypeRecord[] = [];
  const known = new Map<string, number>();
  /** @param name of the structure that the record defines; undefined for every other record */
  function addNamed(name: string | undefined, ...parts: readonly Buffer[]): number {
    // The length, which does not count itself, is part of what is aligned.
    const bytes = aligned(Buffer.concat([halfWords(0), ...parts]));
    bytes.writeUInt16LE(bytes.length - 2, 0);
    const key = bytes.toString('latin1');
    const index = known.get(key) ?? FIRST_INDEX + records.length;
    if (!known.has(key)) {
      const hash = name === undefined ? hashOfBytes(bytes) : hashOfName(name);
      records.push({ bytes, bucket: hash % BUCKETS });
    }
    known.set(key, index);
    return index;
  }
  return {
    records,
    add: (...parts: readonly Buffer[]) => addNamed(undefined, ...parts),
    addNamed,
    get end() {
      return FIRST_INDEX + records.length;
    },
  };
}

export interface TypeStreams {
  readonly types: Buffer;
  /** The stream that `types` names as its hash stream. Microsoft's reader (msdia140) ends on types without one. */
  readonly hashes: Buffer;
}

/** The place of one record in about 8 KB, for a search that does not begin at the first. */
function indexOffsets(records: readonly TypeRecord[]): Buffer {
  const places: number[] = [];
  let offset = 0;
  let next = 0;
  for (const [index, { bytes }] of records.entries()) {
    if (offset >= next) {
      places.push(FIRST_INDEX + index, offset);
      next = offset + INDEX_STEP;
    }
    offset += bytes.length;
  }
  return words(...places);
}

/** The type stream alone, without a hash stream. */
export const typeStream = (structures: readonly StructureContent[]): Buffer =>
  typeStreams(structures, NO_STREAM).types;

/**
 * The bytes of the streams, with every structure announced by a forward reference before it is defined, as compilers do.
 * @param hashStream the number that the second stream will have
 */
export function typeStreams(structures: readonly StructureContent[], hashStream: number): TypeStreams {
  const records = recordList();
  const unions = new Set(structures.filter(({ isUnion }) => isUnion).map(({ name }) => name));
  const head = (name: string, count: number, property: number, fields: number, size: number) =>
    unions.has(name)
      ? Buffer.concat([halfWords(0x1506, count, property), words(fields), number(size), text(name)])
      : Buffer.concat([halfWords(0x1505, count, property), words(fields, 0, 0), number(size), text(name)]);

  function indexOf(type: TypeContent): number {
    if (typeof type === 'string') return BUILT_IN[type];
    if ('structure' in type) return records.add(head(type.structure, 0, FORWARD, 0, 0));
    if ('pointer' in type)
      return records.add(halfWords(0x1002), words(indexOf(type.pointer), NEAR_POINTER_64));
    if ('array' in type) {
      const size = type.count * type.elementSize;
      return records.add(halfWords(0x1503), words(indexOf(type.array), BUILT_IN.u64), number(size), text(''));
    }
    return records.add(
      halfWords(0x1205),
      words(indexOf(type.bits)),
      Buffer.from([type.length, type.position]),
    );
  }

  /** The list of members in one record, or in several of which each but the last names the next. */
  function listOf(members: readonly MemberContent[]): number {
    const entries = members.map(({ name, offset, type }) =>
      aligned(Buffer.concat([halfWords(0x150d, PUBLIC), words(indexOf(type)), number(offset), text(name)])),
    );
    const lists: Buffer[][] = [[]];
    let size = 0;
    for (const entry of entries) {
      if (size + entry.length > LARGEST_LIST) {
        lists.push([]);
        size = 0;
      }
      lists.at(-1)?.push(entry);
      size += entry.length;
    }
    return lists.reduceRight<number>((next, list) => {
      const more = next === 0 ? [] : [halfWords(0x1404, 0), words(next)];
      return records.add(halfWords(0x1203), ...list, ...more);
    }, 0);
  }

  for (const { name, size, members } of structures)
    records.addNamed(name, head(name, Math.min(members.length, 0xffff), 0, listOf(members), size));
  const bytes = Buffer.concat(records.records.map((record) => record.bytes));
  const values = words(...records.records.map(({ bucket }) => bucket));
  const offsets = indexOffsets(records.records);
  const types = Buffer.concat([
    words(20040203, 56, FIRST_INDEX, records.end, bytes.length),
    halfWords(hashStream, NO_STREAM),
    // Values, places, and no adjustments: each an offset into the hash stream and a length.
    words(4, BUCKETS, 0, values.length, values.length, offsets.length, values.length + offsets.length, 0),
    bytes,
  ]);
  return { types, hashes: Buffer.concat([values, offsets]) };
}
