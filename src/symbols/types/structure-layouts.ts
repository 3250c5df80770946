import { once } from '../../binary/once.ts';
import { asFailure, type Failure } from '../../contract/failure.ts';
import { memberPlace } from './member-path.ts';
import type { TypeLibrary } from './type-library.ts';

/** Offsets and sizes of structures by their names, from the types of one PDB. */
export interface TypedLayouts {
  /**
   * Bytes from the start of `structure` to `member`; a dot leads into a nested structure. Undefined when either is unknown, and for
   * a bit field.
   */
  offsetOf(structure: string, member: string): number | undefined;
  /** Bytes of `structure`; undefined when it is unknown or not a structure. */
  sizeOf(structure: string): number | undefined;
}

/** Structures of the kernel are smaller, the largest (KPRCB) has 45 KB; readers add these offsets to addresses. */
const LARGEST_STRUCTURE = 0x10_0000;

/**
 * @throws Failure SymbolsUnreadable from a question, when the type stream contradicts itself
 */
export function typedLayouts(library: TypeLibrary): TypedLayouts {
  const structure = (name: string) => {
    const type = library.find(name);
    return type === undefined || type.kind === 'enum' || type.size > LARGEST_STRUCTURE ? undefined : type;
  };
  return {
    offsetOf(name, member) {
      const type = structure(name);
      if (type === undefined) return undefined;
      const place = memberPlace(library, type, member);
      // An array of no elements begins at the end of its structure; a member beyond the end is damage.
      return place === undefined || place.bits !== undefined || place.offset > type.size
        ? undefined
        : place.offset;
    },
    sizeOf: (name) => structure(name)?.size,
  };
}

/**
 * Layouts that `open` gives on the first question, and that know nothing more after the first damage.
 * @param onDamage called once
 */
export function guardedLayouts(open: () => TypedLayouts, onDamage: (failure: Failure) => void): TypedLayouts {
  const layouts = once(open);
  let usable = true;
  function ask(question: () => number | undefined): number | undefined {
    if (!usable) return undefined;
    try {
      return question();
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'Internal') throw thrown;
      usable = false;
      onDamage(failure);
      return undefined;
    }
  }
  return {
    offsetOf: (structure, member) => ask(() => layouts().offsetOf(structure, member)),
    sizeOf: (structure) => ask(() => layouts().sizeOf(structure)),
  };
}
