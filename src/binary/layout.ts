import { Failure } from '../contract/failure.ts';

/**
 * Binary structures as data: a table of name → offset and width, with its size and its source. Readers take values
 * through `view`, which checks bounds once for the structure; nothing else in the product computes field positions.
 */

export type FieldType = 'u8' | 'u16' | 'u32' | 'i32' | 'u64' | 'i64' | 'bytes';

export interface Field {
  readonly offset: number;
  readonly type: FieldType;
  /** Bytes that the field takes. */
  readonly width: number;
}

interface TypedField<T extends FieldType> extends Field {
  readonly type: T;
}

export const u8 = (offset: number): TypedField<'u8'> => ({ offset, type: 'u8', width: 1 });
export const u16 = (offset: number): TypedField<'u16'> => ({ offset, type: 'u16', width: 2 });
export const u32 = (offset: number): TypedField<'u32'> => ({ offset, type: 'u32', width: 4 });
export const i32 = (offset: number): TypedField<'i32'> => ({ offset, type: 'i32', width: 4 });
export const u64 = (offset: number): TypedField<'u64'> => ({ offset, type: 'u64', width: 8 });
export const i64 = (offset: number): TypedField<'i64'> => ({ offset, type: 'i64', width: 8 });
export const bytes = (offset: number, width: number): TypedField<'bytes'> => ({
  offset,
  type: 'bytes',
  width,
});

/** What reading a field gives: bigint for 64-bit fields, bytes for byte fields, else a number. */
export type ValueOf<F extends Field> = F['type'] extends 'u64' | 'i64'
  ? bigint
  : F['type'] extends 'bytes'
    ? Uint8Array
    : number;

export interface Layout<F extends Record<string, Field>> {
  /** The vendor's name of the structure. */
  readonly name: string;
  /** Bytes of the whole structure. */
  readonly size: number;
  readonly fields: F;
  /** The fields in their order, for reading all of them: tens of thousands of structures are read so. */
  readonly list: ReadonlyArray<readonly [name: string, field: Field]>;
}

/** Declares a structure; a field that is not inside `size` is a defect of the table and throws at load. */
export function layout<F extends Record<string, Field>>(name: string, size: number, fields: F): Layout<F> {
  for (const [field, { offset, width }] of Object.entries(fields)) {
    if (offset < 0 || offset + width > size)
      throw new RangeError(`${name}.${field} is outside of its structure`);
  }
  return { name, size, fields, list: Object.entries(fields) };
}

/** The values of a structure by their names. */
export type Fields<F extends Record<string, Field>> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** A structure at a place in bytes. `get` reads one field, `all` every field. */
export interface View<F extends Record<string, Field>> {
  get<K extends keyof F>(field: K): ValueOf<F[K]>;
  all(): Fields<F>;
}

function readField(data: DataView, base: number, field: Field): number | bigint | Uint8Array {
  const at = base + field.offset;
  switch (field.type) {
    case 'u8':
      return data.getUint8(at);
    case 'u16':
      return data.getUint16(at, true);
    case 'u32':
      return data.getUint32(at, true);
    case 'i32':
      return data.getInt32(at, true);
    case 'u64':
      return data.getBigUint64(at, true);
    case 'i64':
      return data.getBigInt64(at, true);
    case 'bytes':
      return new Uint8Array(data.buffer, data.byteOffset + at, field.width);
  }
}

/** Every field of the structure at `base` of `data`, which the caller knows to hold all of it. */
export function readFields<F extends Record<string, Field>>(
  table: Layout<F>,
  data: DataView,
  base: number,
): Fields<F> {
  const values: Record<string, number | bigint | Uint8Array> = {};
  for (const [name, field] of table.list) values[name] = readField(data, base, field);
  return values as Fields<F>;
}

/**
 * The structure `table` at `base` of `source` (little endian).
 * @throws Failure LayoutOutOfBounds when the structure is not inside `source`
 */
export function view<F extends Record<string, Field>>(
  table: Layout<F>,
  source: Uint8Array,
  base = 0,
): View<F> {
  if (!Number.isSafeInteger(base) || base < 0 || base + table.size > source.length) {
    throw new Failure(
      'LayoutOutOfBounds',
      `${table.name} needs ${table.size} bytes at offset 0x${base.toString(16)}, but the data ends at 0x${source.length.toString(16)}`,
      { offset: base, field: table.name },
    );
  }
  const data = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const get = (field: keyof F) => readField(data, base, table.fields[field] as Field);
  return {
    get: get as View<F>['get'],
    all: () => readFields(table, data, base),
  };
}
