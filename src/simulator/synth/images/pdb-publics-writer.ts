import { Buffer } from 'node:buffer';
import { halfWords, padded, wordList, words } from './msf-writer.ts';

/** A public symbol by section number, from 1, and offset in it. */
export interface PlacedPublic {
  readonly name: string;
  readonly segment: number;
  readonly offset: number;
  readonly isFunction: boolean;
}

const BUCKETS = 4096;

/** The hash of names in a PDB (LLVM documentation "The PDB Serialized Hash Table", hashStringV1). */
export function hashOfName(name: string): number {
  const bytes = Buffer.from(name, 'utf8');
  const whole = bytes.length & ~3;
  let hash = 0;
  for (let at = 0; at < whole; at += 4) hash ^= bytes.readUInt32LE(at);
  if (bytes.length & 2) hash ^= bytes.readUInt16LE(whole);
  if (bytes.length & 1) hash ^= bytes.readUInt8(bytes.length - 1);
  hash |= 0x20202020;
  hash ^= hash >>> 11;
  hash ^= hash >>> 16;
  return hash >>> 0;
}

/** S_PUB32 of CodeView: length, kind, flags (2 = function), offset, section, name; a multiple of four bytes. */
function record({ name, segment, offset, isFunction }: PlacedPublic): Buffer {
  const body = padded(
    Buffer.concat([
      halfWords(0, 0x110e),
      words(isFunction ? 2 : 0, offset),
      halfWords(segment),
      Buffer.from(`${name}\0`, 'utf8'),
    ]),
    4,
  );
  body.writeUInt16LE(body.length - 2, 0);
  return body;
}

/** The symbol records, and where each begins. */
export function symbolRecords(publics: readonly PlacedPublic[]): { bytes: Buffer; offsets: number[] } {
  const records = publics.map(record);
  let next = 0;
  const offsets = records.map(({ length }) => {
    next += length;
    return next - length;
  });
  return { bytes: Buffer.concat(records), offsets };
}

/** The hash of names that the publics and the globals stream carry. */
export function nameHash(names: readonly string[], offsets: readonly number[]): Buffer {
  const entries = names
    .map((name, index) => ({ bucket: hashOfName(name) % BUCKETS, name, offset: offsets[index] ?? 0 }))
    .sort((a, b) => a.bucket - b.bucket || (a.name < b.name ? -1 : 1));
  const bitmap = Buffer.alloc(516);
  const starts: number[] = [];
  for (const [index, { bucket }] of entries.entries()) {
    if (entries[index - 1]?.bucket === bucket) continue;
    bitmap[bucket >> 3] = (bitmap[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    starts.push(index * 12);
  }
  const table = Buffer.concat([bitmap, wordList(starts)]);
  return Buffer.concat([
    words(0xffffffff, 0xeffe0000 + 19990810, entries.length * 8, table.length),
    wordList(entries.flatMap(({ offset }) => [offset + 1, 1])),
    table,
  ]);
}

/** The publics stream: header, name hash, then the positions of the records by address. */
export function publicsStream(publics: readonly PlacedPublic[], offsets: readonly number[]): Buffer {
  const hash = nameHash(
    publics.map(({ name }) => name),
    offsets,
  );
  const byAddress = publics
    .map((symbol, index) => ({ symbol, offset: offsets[index] ?? 0 }))
    .sort((a, b) => a.symbol.segment - b.symbol.segment || a.symbol.offset - b.symbol.offset);
  return Buffer.concat([
    words(hash.length, byAddress.length * 4, 0, 0, 0, 0, 0),
    hash,
    wordList(byAddress.map(({ offset }) => offset)),
  ]);
}
