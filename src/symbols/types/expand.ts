import { plainType, structureAt } from './member-path.ts';
import type { Member, TypeLibrary } from './type-library.ts';
import type { NamedType, TypeIndex } from './type-records.ts';

/** A member of a structure, or of a structure inside it. */
export interface ExpandedMember {
  /** From the outermost structure on: `Tcb.Header.Type`, `WaitBlock[2].Object`. */
  readonly path: string;
  /** 0 for the members of the outermost structure. */
  readonly level: number;
  /** Bytes from the start of the outermost structure; of a bit field, to the integer that holds it. */
  readonly offset: number;
  /** Of a bit field, the integer that holds it. */
  readonly type: TypeIndex;
  readonly bits?: { readonly position: number; readonly length: number };
}

export interface Expansion {
  readonly members: readonly ExpandedMember[];
  /** False when there are more: beyond the bounds of this function, or behind an entry that the reader does not know. */
  readonly complete: boolean;
}

export interface ExpandOptions {
  /** Levels of structures that are opened: 1 for the members of the outermost one alone. */
  readonly depth: number;
  /** Which members of the outermost structure; all unless given. */
  readonly wanted?: (name: string) => boolean;
}

/** Structures inside one another that are opened at most. */
export const DEEPEST_EXPANSION = 16;
/** Members of one expansion. `_KPRCB` with everything inside has some 6,000. */
const MOST_MEMBERS = 20_000;
/** Entries that are read for one expansion: lists may be long and give no member, and base classes may repeat without end. */
const MOST_READ = 500_000;
/** Elements of an array of structures that are opened. */
const MOST_ELEMENTS = 64;

/** The members of a structure or union, opened as deep as asked. Those of base classes are among its own. */
export function expand(library: TypeLibrary, type: NamedType, { depth, wanted }: ExpandOptions): Expansion {
  const members: ExpandedMember[] = [];
  let complete = true;
  let left = MOST_READ;

  function addBase(base: Member, at: number, prefix: string, level: number, nesting: number): void {
    const parent = structureAt(library, base.type);
    if (parent !== undefined) addAll(parent, at + base.offset, prefix, level, nesting + 1);
  }

  /** The elements of an array of structures, or the structure itself, one level further in. */
  function open(type: TypeIndex, at: number, path: string, level: number, nesting: number): void {
    const structure = structureAt(library, type);
    if (structure !== undefined) {
      addAll(structure, at, `${path}.`, level, nesting + 1);
      return;
    }
    const shape = library.shape(plainType(library, type));
    const element = shape.kind === 'array' ? structureAt(library, shape.element) : undefined;
    if (shape.kind !== 'array' || element === undefined || element.size === 0) return;
    const count = Math.floor(shape.size / element.size);
    if (count > MOST_ELEMENTS) complete = false;
    for (let index = 0; index < Math.min(count, MOST_ELEMENTS); index++) {
      addAll(element, at + index * element.size, `${path}[${index}].`, level, nesting + 1);
    }
  }

  function addMember(member: Member, at: number, prefix: string, level: number, nesting: number): void {
    const shape = library.shape(member.type);
    const path = `${prefix}${member.name}`;
    const offset = at + member.offset;
    if (shape.kind === 'bits') {
      const { base, position, length } = shape;
      members.push({ path, level, offset, type: base, bits: { position, length } });
      return;
    }
    members.push({ path, level, offset, type: member.type });
    if (level + 1 < depth) open(member.type, offset, path, level + 1, nesting);
  }

  function addAll(structure: NamedType, at: number, prefix: string, level: number, nesting: number): void {
    if (nesting > DEEPEST_EXPANSION) {
      complete = false;
      return;
    }
    if (left <= 0) {
      complete = false;
      return;
    }
    const listed = library.members(structure);
    left -= 1 + listed.read;
    complete &&= listed.complete;
    for (const member of listed.items) {
      if (members.length >= MOST_MEMBERS || left <= 0) {
        complete = false;
        return;
      }
      if (member.isBase) addBase(member, at, prefix, level, nesting);
      else if (level > 0 || wanted === undefined || wanted(member.name))
        addMember(member, at, prefix, level, nesting);
    }
  }

  addAll(type, 0, '', 0, 0);
  return { members, complete };
}
