import type { Field, Layout } from '../../binary/layout.ts';
import type { StructureLayouts } from './structure-layouts.ts';

/** A structure of the kernel beyond this size is damage of the types. */
const LARGEST = 0x4000;

/**
 * A table with its fields where the types have them. A field that they do not name stays.
 * @param isWhole the table spans the whole structure, not only its beginning
 */
export function placedLayout<F extends Record<string, Field>>(
  table: Layout<F>,
  structure: string,
  types: StructureLayouts,
  { names = {}, isWhole = false }: { names?: Readonly<Record<string, string>>; isWhole?: boolean } = {},
): Layout<F> {
  const whole = types.sizeOf(structure);
  if (whole === undefined || whole > LARGEST) return table;
  const list = table.list.map(([name, field]) => {
    const offset = types.offsetOf(structure, names[name] ?? name);
    const fits = offset !== undefined && offset >= 0 && offset + field.width <= whole;
    return [name, fits ? { ...field, offset } : field] as const;
  });
  const end = list.reduce((most, [, { offset, width }]) => Math.max(most, offset + width), 0);
  const size = isWhole ? Math.max(whole, end) : end;
  return { name: table.name, size, fields: Object.fromEntries(list) as F, list };
}
