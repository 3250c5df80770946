import { type Layout, type u16, type u32, view } from '../../binary/layout.ts';
import { numericEnd, numericLeaf, u16At } from './numeric-leaf.ts';
import {
  LEAF,
  LF_ARRAY,
  LF_BITFIELD,
  LF_ENUM,
  LF_MODIFIER,
  LF_POINTER,
  LF_STRUCTURE,
  LF_STRUCTURE2,
  LF_UNION,
  LF_UNION2,
  PROPERTY,
  pointerSize,
} from './record-layouts.ts';
import { LONGEST_NAME, nameAt, nameEnd } from './record-names.ts';
import type { TypeRecord } from './type-stream.ts';

/** The number of a type in its PDB. */
export type TypeIndex = number;

/** A structure, class or interface (`structure`), a union, or an enumeration, with the name that the compiler gave it. */
export interface NamedType {
  readonly kind: 'structure' | 'union' | 'enum';
  readonly name: string;
  /** The decorated name, where the PDB has one: it distinguishes types of one name. */
  readonly uniqueName?: string;
  /** Bytes; 0 in a forward reference, and in an enumeration, which has the size of `underlying`. */
  readonly size: number;
  /** The field list; 0 for none. */
  readonly fields: TypeIndex;
  /** The record announces a type that another record of the same name defines. */
  readonly isForward: boolean;
  /** The integer type of an enumeration. */
  readonly underlying?: TypeIndex;
}

/** What a record of the type stream means, one level deep. */
export type TypeShape =
  | NamedType
  | { readonly kind: 'pointer'; readonly size: number; readonly target: TypeIndex }
  | { readonly kind: 'array'; readonly size: number; readonly element: TypeIndex }
  | { readonly kind: 'bits'; readonly base: TypeIndex; readonly position: number; readonly length: number }
  | { readonly kind: 'modifier'; readonly target: TypeIndex }
  | { readonly kind: 'function' }
  | { readonly kind: 'unknown'; readonly leaf: number };

/** Sizes and offsets above this are damage: no structure is larger than the address space of a process. */
const LARGEST_SIZE = Number.MAX_SAFE_INTEGER;

const asSize = (value: bigint): number | undefined =>
  value >= 0n && value <= BigInt(LARGEST_SIZE) ? Number(value) : undefined;

type U16Field = ReturnType<typeof u16>;
type U32Field = ReturnType<typeof u32>;

interface NamedLeaf {
  readonly kind: NamedType['kind'];
  readonly table: Layout<{ readonly property: U16Field; readonly field: U32Field }>;
  /** Numbers between the fixed part and the name; the last one is the size. */
  readonly numbers: 0 | 1 | 2;
}

const STRUCTURE: NamedLeaf = { kind: 'structure', table: LF_STRUCTURE, numbers: 1 };
const STRUCTURE2: NamedLeaf = { kind: 'structure', table: LF_STRUCTURE2, numbers: 2 };
const NAMED_LEAVES: ReadonlyMap<number, NamedLeaf> = new Map([
  [LEAF.class, STRUCTURE],
  [LEAF.structure, STRUCTURE],
  [LEAF.interface, STRUCTURE],
  [LEAF.class2, STRUCTURE2],
  [LEAF.structure2, STRUCTURE2],
  [LEAF.interface2, STRUCTURE2],
  [LEAF.union, { kind: 'union', table: LF_UNION, numbers: 1 }],
  [LEAF.union2, { kind: 'union', table: LF_UNION2, numbers: 2 }],
  [LEAF.enumeration, { kind: 'enum', table: LF_ENUM, numbers: 0 }],
]);

/**
 * Where the name of a definition begins in `bytes`, of which a record of kind `leaf` takes those from `from` to `to`; undefined for forward
 * references, for records without a name, and for damaged ones.
 */
export function definitionNamePlace(
  leaf: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number | undefined {
  const named = NAMED_LEAVES.get(leaf);
  if (named === undefined || from + named.table.size > to) return undefined;
  if ((u16At(bytes, from + named.table.fields.property.offset) & PROPERTY.forwardReference) !== 0)
    return undefined;
  let at: number | undefined = from + named.table.size;
  for (let skipped = 0; at !== undefined && skipped < named.numbers; skipped++) at = numericEnd(bytes, at);
  return at !== undefined && at < to ? at : undefined;
}

/** Bytes of a record with names that count: fields and numbers, two names and their ends. */
export const LONGEST_NAMED_RECORD = 0x40 + 2 * (LONGEST_NAME + 1);

/** The size that precedes the name at `numbersAt`, and where the name begins. */
function sizeAndName(
  record: Uint8Array,
  numbersAt: number,
  numbers: number,
): { size: number; at: number } | undefined {
  const skipped = numbers === 2 ? numericEnd(record, numbersAt) : numbersAt;
  if (numbers === 0) return { size: 0, at: numbersAt };
  const number = skipped === undefined ? undefined : numericLeaf(record, skipped);
  const size = number && asSize(number.value);
  return number === undefined || size === undefined ? undefined : { size, at: number.end };
}

function namedType({ leaf, bytes }: TypeRecord): NamedType | undefined {
  const named = NAMED_LEAVES.get(leaf);
  if (named === undefined || bytes.length < named.table.size) return undefined;
  const names = sizeAndName(bytes, named.table.size, named.numbers);
  if (names === undefined) return undefined;
  const fixed = view(named.table, bytes);
  const property = fixed.get('property');
  const uniqueAt = nameEnd(bytes, names.at) + 1;
  const hasUniqueName = (property & PROPERTY.hasUniqueName) !== 0 && uniqueAt < bytes.length;
  return {
    kind: named.kind,
    name: nameAt(bytes, names.at),
    ...(hasUniqueName && { uniqueName: nameAt(bytes, uniqueAt) }),
    size: names.size,
    fields: fixed.get('field'),
    isForward: (property & PROPERTY.forwardReference) !== 0,
    ...(named.kind === 'enum' && { underlying: view(LF_ENUM, bytes).get('type') }),
  };
}

/** What a record means; `unknown` for a kind that this reader does not know, and for a record too short for its kind. */
export function typeShape(record: TypeRecord): TypeShape {
  const { leaf, bytes } = record;
  const unknown = { kind: 'unknown', leaf } as const;
  switch (leaf) {
    case LEAF.modifier:
      if (bytes.length < LF_MODIFIER.size) return unknown;
      return { kind: 'modifier', target: view(LF_MODIFIER, bytes).get('type') };
    case LEAF.pointer: {
      if (bytes.length < LF_POINTER.size) return unknown;
      const { type, attributes } = view(LF_POINTER, bytes).all();
      return { kind: 'pointer', target: type, size: pointerSize(attributes) };
    }
    case LEAF.bitField: {
      if (bytes.length < LF_BITFIELD.size) return unknown;
      const { type, length, position } = view(LF_BITFIELD, bytes).all();
      return { kind: 'bits', base: type, length, position };
    }
    case LEAF.array: {
      const names = bytes.length < LF_ARRAY.size ? undefined : sizeAndName(bytes, LF_ARRAY.size, 1);
      if (names === undefined) return unknown;
      return { kind: 'array', element: view(LF_ARRAY, bytes).get('elementType'), size: names.size };
    }
    case LEAF.procedure:
    case LEAF.memberFunction:
      return { kind: 'function' };
    default:
      return namedType(record) ?? unknown;
  }
}
