import { dataViewOf } from '../../binary/data-view.ts';
import { view } from '../../binary/layout.ts';
import { numericLeaf } from './numeric-leaf.ts';
import { FIELD_ENTRY, FIELD_LEAF, introducesVirtual } from './record-layouts.ts';
import { nameAt, nameEnd } from './record-names.ts';
import type { TypeIndex } from './type-records.ts';

/** An entry of a field list that has a place or a value. */
export type FieldEntry =
  | {
      readonly kind: 'member' | 'base';
      readonly name: string;
      readonly offset: number;
      readonly type: TypeIndex;
    }
  | { readonly kind: 'enumerator'; readonly name: string; readonly value: bigint }
  /** The list goes on in another record. */
  | { readonly kind: 'continuation'; readonly list: TypeIndex };

export interface FieldList {
  readonly entries: readonly FieldEntry[];
  /** False when an entry of an unknown kind or a damaged one ends what can be read. */
  readonly complete: boolean;
  /** Entries that were read, also those without a place. */
  readonly read: number;
}

interface Step {
  readonly entry?: FieldEntry;
  readonly end: number;
}

const LEAF_SIZE = 2;
/** LF_PAD0: bytes from here on pad the entries to multiples of four; the low bits are the distance to the next entry. */
const PADDING = 0xf0;
/** Bytes of an entry that has no name: a type, and for some kinds one more word. */
const PLAIN = FIELD_ENTRY.size;
const PLAIN_WITH_WORD = FIELD_ENTRY.size + 4;

const afterName = (record: Uint8Array, at: number): Step => ({ end: nameEnd(record, at) + 1 });

function placed(record: Uint8Array, at: number, kind: 'member' | 'base'): Step | undefined {
  const number = numericLeaf(record, at + PLAIN);
  if (number === undefined || number.value < 0n || number.value > BigInt(Number.MAX_SAFE_INTEGER))
    return undefined;
  const type = view(FIELD_ENTRY, record, at).get('type');
  const offset = Number(number.value);
  if (kind === 'base') return { entry: { kind, name: '', offset, type }, end: number.end };
  const { end } = afterName(record, number.end);
  return { entry: { kind, name: nameAt(record, number.end), offset, type }, end };
}

function enumerator(record: Uint8Array, at: number): Step | undefined {
  const number = numericLeaf(record, at + LEAF_SIZE + 2);
  if (number === undefined) return undefined;
  const { end } = afterName(record, number.end);
  return { entry: { kind: 'enumerator', name: nameAt(record, number.end), value: number.value }, end };
}

/** A virtual base class has two numbers: they depend on the object, so the base has no fixed place. */
function virtualBase(record: Uint8Array, at: number): Step | undefined {
  const pointer = numericLeaf(record, at + PLAIN_WITH_WORD);
  const table = pointer && numericLeaf(record, pointer.end);
  return table && { end: table.end };
}

function step(record: Uint8Array, at: number): Step | undefined {
  const leaf = dataViewOf(record).getUint16(at, true);
  if (leaf === FIELD_LEAF.enumerate) return enumerator(record, at);
  if (at + PLAIN > record.length) return undefined;
  const { attributes, type } = view(FIELD_ENTRY, record, at).all();
  switch (leaf) {
    case FIELD_LEAF.member:
      return placed(record, at, 'member');
    case FIELD_LEAF.baseClass:
    case FIELD_LEAF.baseInterface:
      return placed(record, at, 'base');
    case FIELD_LEAF.virtualBaseClass:
    case FIELD_LEAF.indirectVirtualBaseClass:
      return virtualBase(record, at);
    case FIELD_LEAF.index:
      return { entry: { kind: 'continuation', list: type }, end: at + PLAIN };
    case FIELD_LEAF.virtualTable:
    case FIELD_LEAF.friendClass:
      return { end: at + PLAIN };
    case FIELD_LEAF.virtualFunctionOffset:
      return { end: at + PLAIN_WITH_WORD };
    case FIELD_LEAF.oneMethod:
      return afterName(record, at + (introducesVirtual(attributes) ? PLAIN_WITH_WORD : PLAIN));
    case FIELD_LEAF.staticMember:
    case FIELD_LEAF.method:
    case FIELD_LEAF.nestedType:
    case FIELD_LEAF.nestedTypeEx:
    case FIELD_LEAF.memberModify:
    case FIELD_LEAF.friendFunction:
      return afterName(record, at + PLAIN);
    default:
      return undefined;
  }
}

/** The entries of one LF_FIELDLIST record, without what has no place in the structure: methods, static members, nested types. */
export function readFieldList(record: Uint8Array): FieldList {
  const entries: FieldEntry[] = [];
  let at = LEAF_SIZE;
  let read = 0;
  for (; at + LEAF_SIZE <= record.length; read++) {
    const next = step(record, at);
    if (next === undefined || next.end > record.length) return { entries, complete: false, read };
    if (next.entry !== undefined) entries.push(next.entry);
    at = next.end;
    const pad = record[at] ?? 0;
    if (pad > PADDING) at += pad & 0xf;
  }
  return { entries, complete: true, read };
}
