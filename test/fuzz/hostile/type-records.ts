import { Buffer } from 'node:buffer';

/** Type records that no compiler writes, without the product's tables (LLVM documentation "CodeView Type Records"). */

const FIRST = 0x1000;
const HEADER_BYTES = 56;
/** Bytes of a list of fields after which it goes on in another record. */
const LARGEST_LIST = 0xf000;

const u16 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
};
const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
};

export const baseClass = (type: number) => Buffer.concat([u16(0x1400, 3), u32(type), u16(0)]);
export const member = (type: number, name: string) =>
  Buffer.concat([u16(0x150d, 3), u32(type), u16(0), Buffer.from(`${name}\0`)]);
export const enumerator = (name: string) => Buffer.concat([u16(0x1502, 3, 1), Buffer.from(`${name}\0`)]);

/** Collects records, and gives each its number. */
export function typeRecords() {
  const records: Buffer[] = [];
  const add = (leaf: number, body: Buffer): number => {
    records.push(Buffer.concat([u16(body.length + 2, leaf), body]));
    return FIRST + records.length - 1;
  };
  return {
    /** The number of the record that is added next. */
    get next() {
      return FIRST + records.length;
    },
    /** A list of fields, in as many records as it needs: the last one goes first. */
    fields(entries: readonly Buffer[]): number {
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
      let rest: number | undefined;
      for (const list of lists.toReversed()) {
        const more = rest === undefined ? [] : [Buffer.concat([u16(0x1404, 0), u32(rest)])];
        rest = add(0x1203, Buffer.concat([...list, ...more]));
      }
      return rest ?? 0;
    },
    /** @param padding letters behind the name, in the place of a decorated one */
    structure(name: string, fields: number, padding = 0): number {
      const property = fields === 0 ? 0x80 : padding > 0 ? 0x200 : 0;
      const names = Buffer.from(`${name}\0${padding > 0 ? `${'x'.repeat(padding)}\0` : ''}`);
      return add(0x1505, Buffer.concat([u16(1, property), u32(fields, 0, 0), u16(8), names]));
    },
    /** The type stream. */
    bytes(): Buffer {
      const header = Buffer.alloc(HEADER_BYTES);
      const body = Buffer.concat(records);
      u32(20040203, HEADER_BYTES, FIRST, FIRST + records.length, body.length).copy(header);
      return Buffer.concat([header, body]);
    },
  };
}
