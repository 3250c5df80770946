import type { Field, Layout } from '../../../binary/layout.ts';

/** A new structure with the given fields; the others are zero, as Windows requires of reserved fields. */
export function build<F extends Record<string, Field>>(
  table: Layout<F>,
  values: { readonly [K in keyof F]?: number | bigint },
): Uint8Array {
  const bytes = new Uint8Array(table.size);
  write(table, bytes, values);
  return bytes;
}

/** Writes fields of a structure at the start of `target` (little endian). */
export function write<F extends Record<string, Field>>(
  table: Layout<F>,
  target: Uint8Array,
  values: { readonly [K in keyof F]?: number | bigint },
): void {
  const data = new DataView(target.buffer, target.byteOffset, table.size);
  for (const [name, value] of Object.entries(values) as [string, number | bigint][]) {
    const field = table.fields[name];
    if (field === undefined) throw new RangeError(`${table.name} has no field ${name}`);
    if (field.width === 8) data.setBigUint64(field.offset, BigInt.asUintN(64, BigInt(value)), true);
    else if (field.width === 4) data.setUint32(field.offset, Number(value), true);
    else if (field.width === 2) data.setUint16(field.offset, Number(value), true);
    else data.setUint8(field.offset, Number(value));
  }
}

/** Room for one 32-bit result, such as a returned length. */
export function u32Cell(value = 0): Uint32Array {
  return Uint32Array.of(value);
}

/** Room for one 64-bit result, such as a handle or a pointer. */
export function u64Cell(): BigUint64Array {
  return new BigUint64Array(1);
}
