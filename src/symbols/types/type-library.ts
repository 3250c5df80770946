import type { ByteSource } from '../../binary/byte-source.ts';
import { recentMap } from '../../binary/recent-map.ts';
import { damaged } from '../pdb/damaged.ts';
import { type FieldEntry, readFieldList } from './field-list.ts';
import { nameIndex } from './name-index.ts';
import { LEAF } from './record-layouts.ts';
import { isUnnamed, nameAt } from './record-names.ts';
import { simpleType } from './simple-types.ts';
import {
  definitionNamePlace,
  LONGEST_NAMED_RECORD,
  type NamedType,
  type TypeIndex,
  type TypeShape,
  typeShape,
} from './type-records.ts';
import { openTypeStream } from './type-stream.ts';

/** A member, or a base class, of a structure or union. */
export interface Member {
  /** Empty for a base class. */
  readonly name: string;
  /** Bytes from the start of the structure; of a bit field, of the integer that holds it. */
  readonly offset: number;
  readonly type: TypeIndex;
  readonly isBase: boolean;
}

export interface Enumerator {
  readonly name: string;
  readonly value: bigint;
}

/** What a list of members or enumerators holds, and whether that is all of it. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** Entries that are read for it, also those that give no item: what asking for it again may cost. */
  readonly read: number;
  /** False when the PDB has an entry of an unknown kind: the items before it are right, those after it are missing. */
  readonly complete: boolean;
}

/** The types of one PDB, read as they are asked for. */
export interface TypeLibrary {
  /** The definition of a structure, union or enumeration of exactly this name; the first of several. */
  find(name: string): NamedType | undefined;
  /** What a number means. A forward reference gives the definition where there is one. */
  shape(index: TypeIndex): TypeShape;
  members(type: NamedType): Listed<Member>;
  enumerators(type: NamedType): Listed<Enumerator>;
  /** Bytes of a type; undefined where the PDB does not state them. */
  sizeOf(index: TypeIndex): number | undefined;
  /** Calls `visit` with the name of every definition in the order of the file, without the placeholders for "unnamed". */
  eachName(visit: (name: string) => void): void;
}

/** Records that one field list may continue through; a list of 4,096 members needs two. */
const MOST_CONTINUATIONS = 64;
/** Entries of one list. The largest structures of the kernel have some 300 members. */
const MOST_ENTRIES = 0x4000;
/** Bytes of all lists that are kept, about. */
const KEPT_BYTES = 0x40_0000;
/** Bytes of an entry and of the member made of it, besides their name, about. */
const ENTRY_BYTES = 192;
/** Definitions of names that are kept: those of one name are 64 at most. Thousands of members may be of types that are announced by one name. */
const KEPT_DEFINITIONS = 32;
/** Types that are kept: two names of 4,096 letters at most and some numbers each. */
const KEPT_SHAPES = 512;
/** Modifiers and arrays inside one another. */
const DEEPEST = 16;

const bytesOfName = (entry: FieldEntry) => ('name' in entry ? entry.name.length * 2 : 0);

const NO_LIST: Listed<never> = { items: [], complete: true, read: 0 };

const EMPTY: TypeLibrary = {
  find: () => undefined,
  shape: () => ({ kind: 'unknown', leaf: 0 }),
  members: () => NO_LIST,
  enumerators: () => NO_LIST,
  sizeOf: () => undefined,
  eachName: () => undefined,
};

/**
 * Opens the types over the type stream of a PDB; a PDB without one, or with an empty one, has no types. Reads the header only.
 * @throws Failure SymbolsUnreadable here, or from any question, when the stream contradicts itself
 */
export function openTypeLibrary(source: ByteSource | undefined): TypeLibrary {
  if (source === undefined || source.size === 0) return EMPTY;
  const stream = openTypeStream(source);
  let openedNames: ReturnType<typeof nameIndex> | undefined;
  const kept = new Map<TypeIndex, Listed<FieldEntry>>();
  let keptBytes = 0;

  function named(index: TypeIndex): NamedType | undefined {
    const record = stream.record(index, LONGEST_NAMED_RECORD);
    const shape = record && typeShape(record);
    return shape && 'name' in shape ? shape : undefined;
  }

  const known = recentMap<string, readonly NamedType[]>(KEPT_DEFINITIONS);

  function readDefinitions(name: string): readonly NamedType[] {
    openedNames ??= nameIndex(stream);
    return openedNames
      .candidates(name)
      .map(named)
      .filter((type) => type !== undefined && type.name === name) as NamedType[];
  }

  const definitions = (name: string) => known.getOrMake(name, () => readDefinitions(name));

  /** The definition that a forward reference announces; the reference itself where the PDB has none, or several. */
  function resolved(type: NamedType): NamedType {
    if (!type.isForward || isUnnamed(type.name)) return type;
    const candidates = definitions(type.name).filter(({ kind }) => kind === type.kind);
    const same =
      type.uniqueName === undefined
        ? candidates[0]
        : candidates.find(({ uniqueName }) => uniqueName === undefined || uniqueName === type.uniqueName);
    return same ?? type;
  }

  const shapes = recentMap<TypeIndex, TypeShape>(KEPT_SHAPES);

  function readShape(index: TypeIndex): TypeShape {
    const record = stream.record(index);
    if (record === undefined) return { kind: 'unknown', leaf: 0 };
    const found = typeShape(record);
    return 'name' in found ? resolved(found) : found;
  }

  const shape = (index: TypeIndex): TypeShape => shapes.getOrMake(index, () => readShape(index));

  function readEntries(first: TypeIndex): Listed<FieldEntry> {
    const items: FieldEntry[] = [];
    let read = 0;
    let list: TypeIndex | undefined = first;
    for (let record = 0; list !== undefined; record++) {
      if (record >= MOST_CONTINUATIONS)
        throw damaged(source as ByteSource, 'a list of members does not end', first, 'LF_INDEX');
      const fields = stream.record(list);
      if (fields?.leaf !== LEAF.fieldList) return { items, complete: false, read };
      const { entries, complete, read: count } = readFieldList(fields.bytes);
      read += count;
      list = undefined;
      for (const entry of entries) {
        if (entry.kind === 'continuation') list = entry.list;
        else items.push(entry);
      }
      if (items.length > MOST_ENTRIES)
        throw damaged(source as ByteSource, 'a type has too many members', first, 'LF_FIELDLIST');
      if (!complete) return { items, complete, read };
    }
    return { items, complete: true, read };
  }

  function entries(list: TypeIndex): Listed<FieldEntry> {
    if (list === 0) return NO_LIST;
    const known = kept.get(list);
    if (known !== undefined) return known;
    const read = readEntries(list);
    const size = read.items.reduce((sum, entry) => sum + ENTRY_BYTES + bytesOfName(entry), 0);
    if (keptBytes + size > KEPT_BYTES) {
      kept.clear();
      keptBytes = 0;
    }
    kept.set(list, read);
    keptBytes += size;
    return read;
  }

  const memberLists = new WeakMap<Listed<FieldEntry>, Listed<Member>>();

  /** The members among the entries of a list, made once: an expansion asks for the same list many times. */
  function membersIn(list: Listed<FieldEntry>): Listed<Member> {
    const known = memberLists.get(list);
    if (known !== undefined) return known;
    const items = list.items.flatMap((entry) =>
      entry.kind === 'member' || entry.kind === 'base'
        ? [{ name: entry.name, offset: entry.offset, type: entry.type, isBase: entry.kind === 'base' }]
        : [],
    );
    const members = { items, complete: list.complete, read: list.read };
    memberLists.set(list, members);
    return members;
  }

  function sizeOf(index: TypeIndex, depth = 0): number | undefined {
    const simple = simpleType(index);
    if (simple !== undefined) return simple.pointerSize ?? simple.target.size;
    if (depth > DEEPEST) return undefined;
    const type = shape(index);
    switch (type.kind) {
      case 'modifier':
        return sizeOf(type.target, depth + 1);
      case 'enum':
        return type.underlying === undefined ? undefined : sizeOf(type.underlying, depth + 1);
      case 'bits':
        return sizeOf(type.base, depth + 1);
      case 'structure':
      case 'union':
        return type.isForward ? undefined : type.size;
      case 'array':
      case 'pointer':
        return type.size;
      default:
        return undefined;
    }
  }

  return {
    find: (name) => (isUnnamed(name) ? undefined : definitions(name)[0]),
    shape,
    members: (type) => membersIn(entries(type.fields)),
    enumerators(type) {
      const { items, ...list } = entries(type.fields);
      return { ...list, items: items.flatMap((entry) => (entry.kind === 'enumerator' ? [entry] : [])) };
    },
    sizeOf: (index) => sizeOf(index),
    eachName(visit) {
      stream.scan((_index, leaf, chunk, from, to) => {
        const at = definitionNamePlace(leaf, chunk, from, to);
        const name = at === undefined ? '' : nameAt(chunk.subarray(from, to), at - from);
        if (name !== '' && !isUnnamed(name)) visit(name);
      });
    },
  };
}
