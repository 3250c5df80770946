import { Buffer } from 'node:buffer';
import { words } from './msf-writer.ts';

/** The small tables of an image: export directory and debug directory (Microsoft "PE Format"). */

export interface ExportedSymbol {
  readonly name: string;
  readonly rva: number;
}

const asciiz = (text: string) => Buffer.from(`${text}\0`, 'latin1');

/** The export section at `rva`: directory, addresses, name pointers in sorted order, ordinals, names. */
export function exportSection(file: string, symbols: readonly ExportedSymbol[], rva: number): Uint8Array {
  const sorted = symbols.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const addresses = 40;
  const names = addresses + sorted.length * 4;
  const ordinals = names + sorted.length * 4;
  let next = ordinals + sorted.length * 2;
  const strings = [file, ...sorted.map(({ name }) => name)].map((text) => {
    const place = { at: next, bytes: asciiz(text) };
    next += place.bytes.length;
    return place;
  });
  const section = Buffer.alloc(next);
  const [fileName, ...symbolNames] = strings;
  section.set(
    words(
      0,
      0,
      0,
      rva + (fileName?.at ?? 0),
      1,
      sorted.length,
      sorted.length,
      rva + addresses,
      rva + names,
      rva + ordinals,
    ),
    0,
  );
  section.set(words(...sorted.map((symbol) => symbol.rva)), addresses);
  section.set(words(...symbolNames.map(({ at }) => rva + at)), names);
  for (const index of sorted.keys()) section.writeUInt16LE(index, ordinals + index * 2);
  for (const { at, bytes } of strings) section.set(bytes, at);
  return section;
}

export interface DebugRecord {
  readonly timeDateStamp: number;
  /** 16 bytes as they are in the file. */
  readonly guid: Uint8Array;
  readonly age: number;
  readonly pdbName: string;
}

export const DEBUG_DIRECTORY_BYTES = 28;

/** One IMAGE_DEBUG_DIRECTORY of type CodeView and the RSDS record behind it. */
export function debugTables(record: DebugRecord, rva: number, filePosition: number): Uint8Array {
  const rsds = Buffer.concat([
    Buffer.from('RSDS', 'latin1'),
    record.guid,
    words(record.age),
    asciiz(record.pdbName),
  ]);
  const directory = words(
    0,
    record.timeDateStamp,
    0,
    2,
    rsds.length,
    rva + DEBUG_DIRECTORY_BYTES,
    filePosition + DEBUG_DIRECTORY_BYTES,
  );
  return Buffer.concat([directory, rsds]);
}
