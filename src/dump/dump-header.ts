import type { ByteSource } from '../binary/byte-source.ts';
import { type ValueOf, view } from '../binary/layout.ts';
import {
  DUMP_ATTRIBUTES,
  DUMP_HEADER_SIZE,
  DUMP_HEADER64,
  type DumpAttribute,
} from './layouts/dump-header.ts';

type HeaderFields = typeof DUMP_HEADER64.fields;
export type HeaderField = keyof HeaderFields;

/** DUMP_HEADER64 of a file. */
export interface DumpHeader {
  /** The bytes of the whole header, for structures inside of it. */
  readonly bytes: Uint8Array;
  /** A field; undefined where the kernel left its `PAGE` filling, that is, never set the field. */
  get<K extends HeaderField>(field: K): ValueOf<HeaderFields[K]> | undefined;
  /** The value as it is in the file, set or not. */
  raw<K extends HeaderField>(field: K): ValueOf<HeaderFields[K]>;
}

const FILL = new TextEncoder().encode('PAGE');

/**
 * The kernel writes `PAGE` over the whole header before it sets fields, so a field that still holds that text (in
 * step with the start of the file) was never set. The signature itself is the exception.
 */
function isUnset(header: Uint8Array, field: HeaderField): boolean {
  const { offset, width } = DUMP_HEADER64.fields[field];
  if (offset === 0) return false;
  // A byte alone proves nothing: the text has the letter where it falls.
  if (width < 4) return false;
  for (let at = offset; at < offset + width; at++) if (header[at] !== FILL[at % 4]) return false;
  return true;
}

/** @throws Failure LayoutOutOfBounds when the file is shorter than a header */
export function readDumpHeader(source: ByteSource): DumpHeader {
  const bytes = source.read(0, DUMP_HEADER_SIZE);
  const fields = view(DUMP_HEADER64, bytes);
  return {
    bytes,
    raw: (field) => fields.get(field),
    get: (field) => (isUnset(bytes, field) ? undefined : fields.get(field)),
  };
}

/** The names of the set bits of Attributes; unknown bits appear as `Bit<n>`. Undefined on builds without the field. */
export function dumpAttributes(header: DumpHeader): readonly string[] | undefined {
  const attributes = header.get('Attributes');
  if (attributes === undefined) return undefined;
  const names = new Map<number, string>(Object.entries(DUMP_ATTRIBUTES).map(([name, bit]) => [bit, name]));
  return Array.from({ length: 32 }, (_, bit) => bit)
    .filter((bit) => (attributes >>> bit) & 1)
    .map((bit) => names.get(1 << bit) ?? `Bit${bit}`);
}

export function hasAttribute(header: DumpHeader, attribute: DumpAttribute): boolean {
  return ((header.get('Attributes') ?? 0) & DUMP_ATTRIBUTES[attribute]) !== 0;
}

export interface RawHeaderField {
  readonly name: HeaderField;
  readonly offset: number;
  readonly size: number;
  readonly isSet: boolean;
  /** Integers as `0x…` of the field's width; byte fields as hex digits without spaces. */
  readonly value: string;
}

const hexDigits = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Every field with its place, for `-Raw`. */
export function rawHeaderFields(header: DumpHeader): readonly RawHeaderField[] {
  return (Object.keys(DUMP_HEADER64.fields) as HeaderField[]).map((name) => {
    const { offset, width } = DUMP_HEADER64.fields[name];
    const value = header.raw(name) as number | bigint | Uint8Array;
    const text =
      value instanceof Uint8Array
        ? hexDigits(value)
        : `0x${BigInt.asUintN(width * 8, BigInt(value))
            .toString(16)
            .padStart(width * 2, '0')}`;
    return { name, offset, size: width, isSet: !isUnset(header.bytes, name), value: text };
  });
}
