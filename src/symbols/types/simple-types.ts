import { FIRST_TYPE_INDEX } from './record-layouts.ts';

/** How the bytes of a value are to be understood. */
export type BasicKind = 'unsigned' | 'signed' | 'float' | 'boolean' | 'character' | 'void' | 'other';

export interface BasicType {
  /** As the debuggers print it: `Uint4B`. */
  readonly name: string;
  /** Bytes; 0 for void. */
  readonly size: number;
  readonly kind: BasicKind;
}

/** TYPE_ENUM_e of microsoft-pdb `include/cvinfo.h`: the low byte of the number of a built-in type. */
const BASIC_TYPES: Readonly<Record<number, readonly [name: string, size: number, kind: BasicKind]>> = {
  3: ['Void', 0, 'void'],
  8: ['HRESULT', 4, 'unsigned'],
  16: ['Char', 1, 'character'],
  17: ['Int2B', 2, 'signed'],
  18: ['Int4B', 4, 'signed'],
  19: ['Int8B', 8, 'signed'],
  20: ['Int16B', 16, 'other'],
  32: ['UChar', 1, 'unsigned'],
  33: ['Uint2B', 2, 'unsigned'],
  34: ['Uint4B', 4, 'unsigned'],
  35: ['Uint8B', 8, 'unsigned'],
  36: ['Uint16B', 16, 'other'],
  48: ['Bool', 1, 'boolean'],
  49: ['Bool', 2, 'boolean'],
  50: ['Bool', 4, 'boolean'],
  51: ['Bool', 8, 'boolean'],
  64: ['Float', 4, 'float'],
  65: ['Float', 8, 'float'],
  66: ['Float', 10, 'other'],
  67: ['Float', 16, 'other'],
  104: ['Char', 1, 'signed'],
  105: ['UChar', 1, 'unsigned'],
  112: ['Char', 1, 'character'],
  113: ['Wchar', 2, 'character'],
  114: ['Int2B', 2, 'signed'],
  115: ['Uint2B', 2, 'unsigned'],
  116: ['Int4B', 4, 'signed'],
  117: ['Uint4B', 4, 'unsigned'],
  118: ['Int8B', 8, 'signed'],
  119: ['Uint8B', 8, 'unsigned'],
  120: ['Int16B', 16, 'other'],
  121: ['Uint16B', 16, 'other'],
  122: ['Char16', 2, 'character'],
  123: ['Char32', 4, 'other'],
  124: ['Char8', 1, 'character'],
};
const UNKNOWN: BasicType = { name: '<unknown>', size: 0, kind: 'other' };

/** CV_prmode_e: the pointer that the number of a built-in type makes of it, by its size in bytes; mode 0 is none. */
const POINTER_SIZES: readonly number[] = [0, 2, 4, 4, 4, 6, 8, 16];

/** A built-in type, or a pointer of `pointerSize` bytes to it. */
export interface SimpleType {
  readonly target: BasicType;
  readonly pointerSize?: number;
}

/** The built-in type of a number below 0x1000; undefined for 0, which means "no type", and for other numbers. */
export function simpleType(index: number): SimpleType | undefined {
  if (index <= 0 || index >= FIRST_TYPE_INDEX) return undefined;
  const [name, size, kind] = BASIC_TYPES[index & 0xff] ?? [];
  const target =
    name === undefined || size === undefined || kind === undefined ? UNKNOWN : { name, size, kind };
  const mode = (index >>> 8) & 0xf;
  if (mode === 0) return { target };
  return { target, pointerSize: POINTER_SIZES[mode] ?? 0 };
}
