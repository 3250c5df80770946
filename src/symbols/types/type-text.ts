import { simpleType } from './simple-types.ts';
import type { TypeLibrary } from './type-library.ts';
import type { TypeIndex } from './type-records.ts';

/** Pointers, arrays and modifiers inside one another that are spelled out. */
const DEEPEST = 16;

const pointerText = (size: number, target: string) => `Ptr${size * 8} ${target}`;

/** A bit field in the words of `dt`: `Pos 2, 1 Bit`. */
export const bitsText = ({
  position,
  length,
}: {
  readonly position: number;
  readonly length: number;
}): string => `Pos ${position}, ${length} ${length === 1 ? 'Bit' : 'Bits'}`;

/** A type in the words of the debuggers' `dt`: `Uint4B`, `Ptr64 _EPROCESS`, `[4] _KWAIT_BLOCK`, `Pos 2, 1 Bit`. */
export function typeText(library: TypeLibrary, index: TypeIndex, depth = 0): string {
  const simple = simpleType(index);
  if (simple !== undefined) {
    const { target, pointerSize } = simple;
    return pointerSize === undefined ? target.name : pointerText(pointerSize, target.name);
  }
  if (depth > DEEPEST) return '…';
  const inner = (target: TypeIndex) => typeText(library, target, depth + 1);
  const shape = library.shape(index);
  switch (shape.kind) {
    case 'structure':
    case 'union':
    case 'enum':
      return shape.name;
    case 'pointer':
      return pointerText(shape.size, inner(shape.target));
    case 'array': {
      const element = library.sizeOf(shape.element);
      return `[${element ? Math.floor(shape.size / element) : '?'}] ${inner(shape.element)}`;
    }
    case 'bits':
      return bitsText(shape);
    case 'modifier':
      return inner(shape.target);
    case 'function':
      return 'Function';
    case 'unknown':
      return '<unknown>';
  }
}
