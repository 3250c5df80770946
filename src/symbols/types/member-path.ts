import type { Member, TypeLibrary } from './type-library.ts';
import type { NamedType, TypeIndex } from './type-records.ts';

/** Where a member is, as far as bytes go. */
export interface MemberPlace {
  /** Bytes from the start of the outermost structure; of a bit field, to the integer that holds it. */
  readonly offset: number;
  readonly type: TypeIndex;
  /** Only for a bit field: its lowest bit in that integer, and its number of bits. */
  readonly bits?: { readonly position: number; readonly length: number };
}

/** Base classes and modifiers inside one another. */
const DEEPEST = 16;

/** The type behind `const` and `volatile`. */
export function plainType(library: TypeLibrary, index: TypeIndex): TypeIndex {
  let plain = index;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const shape = library.shape(plain);
    if (shape.kind !== 'modifier') break;
    plain = shape.target;
  }
  return plain;
}

/** The structure or union behind `index`, through modifiers; undefined for every other type. */
export function structureAt(library: TypeLibrary, index: TypeIndex): NamedType | undefined {
  const shape = library.shape(plainType(library, index));
  return shape.kind === 'structure' || shape.kind === 'union' ? shape : undefined;
}

/** Entries that are read for one member: base classes may repeat without end. */
const MOST_READ = 100_000;

/** A member of `type` or of its base classes. */
function memberOf(
  library: TypeLibrary,
  type: NamedType,
  name: string,
  room = { left: MOST_READ },
  depth = 0,
): Member | undefined {
  if (depth > DEEPEST || room.left <= 0) return undefined;
  const { items, read } = library.members(type);
  room.left -= 1 + read;
  const own = items.find((member) => !member.isBase && member.name === name);
  if (own !== undefined) return own;
  for (const base of items) {
    const parent = base.isBase ? structureAt(library, base.type) : undefined;
    const inherited = parent && memberOf(library, parent, name, room, depth + 1);
    if (inherited !== undefined) return { ...inherited, offset: base.offset + inherited.offset };
  }
  return undefined;
}

/** The place of `path` in `type`; a dot leads from a member into its structure: `Tail.Overlay.Thread`. */
export function memberPlace(library: TypeLibrary, type: NamedType, path: string): MemberPlace | undefined {
  let inside: NamedType | undefined = type;
  let offset = 0;
  let found: Member | undefined;
  for (const name of path.split('.', DEEPEST)) {
    found = inside && memberOf(library, inside, name);
    if (found === undefined) return undefined;
    offset += found.offset;
    inside = structureAt(library, found.type);
  }
  if (found === undefined) return undefined;
  const shape = library.shape(found.type);
  if (shape.kind !== 'bits') return { offset, type: found.type };
  return { offset, type: shape.base, bits: { position: shape.position, length: shape.length } };
}
