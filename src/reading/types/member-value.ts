import { addressAt, formatAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { type Memory, tryRead } from '../../dump/memory/memory.ts';
import { decodeUtf16 } from '../../dump/utf16.ts';
import type { ExpandedMember } from '../../symbols/types/expand.ts';
import { memberPlace, plainType } from '../../symbols/types/member-path.ts';
import { type BasicType, simpleType } from '../../symbols/types/simple-types.ts';
import type { TypeLibrary } from '../../symbols/types/type-library.ts';
import type { NamedType, TypeIndex } from '../../symbols/types/type-records.ts';

/** What a member holds in a dump. */
export interface MemberValue {
  /** A number as debuggers write it: `0x1f`, `-1`; an address has 16 digits. Absent for structures and arrays. */
  readonly value?: string;
  /** What the value means: the name of an enumerator, the letters of a text, the two ends of a list entry. */
  readonly text?: string;
}

/** Bytes of a text that are shown. */
const LONGEST_TEXT = 0x400;
/** Elements of an array of numbers that are shown. */
const MOST_ELEMENTS = 16;

const unsigned = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
const signed = (bytes: Uint8Array): bigint => BigInt.asIntN(bytes.length * 8, unsigned(bytes));
const hex = (value: bigint) => `0x${value.toString(16)}`;
const isPrintable = (byte: number) => byte >= 0x20 && byte <= 0x7e;

function floatText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return String(dataViewOf(bytes).getFloat32(0, true));
  return bytes.length === 8 ? String(dataViewOf(bytes).getFloat64(0, true)) : undefined;
}

function basicValue({ kind, size }: BasicType, bytes: Uint8Array): MemberValue {
  if (size === 0) return {};
  if (kind === 'signed') return { value: String(signed(bytes)) };
  const float = kind === 'float' ? floatText(bytes) : undefined;
  if (float !== undefined) return { value: float };
  const value = unsigned(bytes);
  const code = Number(value);
  const letter = kind === 'character' && value < 0x7fn && isPrintable(code);
  return { value: hex(value), ...(letter && { text: `'${String.fromCharCode(code)}'` }) };
}

/** Letters up to the first NUL; undefined when the bytes are no text. */
function lettersOf(bytes: Uint8Array): string | undefined {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  return text.length > 0 && text.every(isPrintable) ? `"${String.fromCharCode(...text)}"` : undefined;
}

function enumeratorOf(
  library: TypeLibrary,
  type: NamedType,
  value: bigint,
  bits: number,
): string | undefined {
  const cut = (number: bigint) => BigInt.asUintN(bits, number);
  return library.enumerators(type).items.find((each) => cut(each.value) === cut(value))?.name;
}

/** Reads the values of members out of the memory of a dump; what the dump does not hold has no value. */
export function memberValues(memory: Memory, library: TypeLibrary, address: VirtualAddress) {
  function arrayValue(element: TypeIndex, size: number, at: VirtualAddress): MemberValue {
    const simple = simpleType(plainType(library, element));
    const basic = simple?.pointerSize === undefined ? simple?.target : undefined;
    if (basic === undefined || basic.size === 0) return {};
    const bytes = tryRead(memory, at, Math.min(size, LONGEST_TEXT));
    if (bytes === undefined) return {};
    if (basic.size === 1) {
      const letters = lettersOf(bytes);
      if (letters !== undefined) return { text: letters };
    }
    if (basic.name === 'Wchar') return { text: `"${decodeUtf16(bytes)}"` };
    const count = Math.floor(bytes.length / basic.size);
    const shown = Array.from({ length: Math.min(count, MOST_ELEMENTS) }, (_, index) => {
      const value = basicValue(basic, bytes.subarray(index * basic.size, (index + 1) * basic.size));
      return value.value ?? '?';
    });
    return { text: `${shown.join(' ')}${size / basic.size > shown.length ? ' …' : ''}` };
  }

  /** Structures that hold one value. */
  function structureValue(type: NamedType, at: VirtualAddress): MemberValue {
    const place = (path: string) => {
      const found = memberPlace(library, type, path);
      return found && addressAt(at, found.offset);
    };
    const pointer = (path: string) => {
      const where = place(path);
      const bytes = where && tryRead(memory, where, 8);
      return bytes && unsigned(bytes);
    };
    if (type.name === '_LIST_ENTRY') {
      const [next, previous] = [pointer('Flink'), pointer('Blink')];
      if (next === undefined || previous === undefined) return {};
      return { text: `[ ${formatAddress(next)} - ${formatAddress(previous)} ]` };
    }
    if (type.name === '_LARGE_INTEGER' || type.name === '_ULARGE_INTEGER') {
      const bytes = tryRead(memory, at, 8);
      return bytes ? { value: hex(unsigned(bytes)) } : {};
    }
    if (type.name === '_UNICODE_STRING') {
      const lengthAt = place('Length');
      const bytes = lengthAt && tryRead(memory, lengthAt, 2);
      const length = bytes ? Number(unsigned(bytes)) & ~1 : 0;
      const buffer = pointer('Buffer');
      const text =
        buffer !== undefined && length > 0 && length <= LONGEST_TEXT
          ? tryRead(memory, virtualAddress(buffer), length)
          : undefined;
      return text ? { text: `"${decodeUtf16(text)}"` } : {};
    }
    return {};
  }

  function valueAt(given: TypeIndex, at: VirtualAddress): MemberValue {
    const type = plainType(library, given);
    const size = library.sizeOf(type);
    const simple = simpleType(type);
    const read = (length: number) => tryRead(memory, at, length);
    if (simple !== undefined) {
      const bytes = size ? read(size) : undefined;
      if (bytes === undefined) return {};
      return simple.pointerSize === undefined
        ? basicValue(simple.target, bytes)
        : { value: formatAddress(unsigned(bytes)) };
    }
    const shape = library.shape(type);
    switch (shape.kind) {
      case 'pointer': {
        const bytes = shape.size <= 8 ? read(shape.size) : undefined;
        return bytes ? { value: formatAddress(unsigned(bytes)) } : {};
      }
      case 'enum': {
        const bytes = size ? read(size) : undefined;
        if (bytes === undefined) return {};
        const name = enumeratorOf(library, shape, unsigned(bytes), bytes.length * 8);
        return { value: String(signed(bytes)), ...(name !== undefined && { text: name }) };
      }
      case 'array':
        return arrayValue(shape.element, shape.size, at);
      case 'structure':
      case 'union':
        return structureValue(shape, at);
      default:
        return {};
    }
  }

  return ({ offset, type, bits }: ExpandedMember): MemberValue => {
    const at = addressAt(address, offset);
    if (bits === undefined) return valueAt(type, at);
    const size = library.sizeOf(type);
    const bytes = size && size <= 8 ? tryRead(memory, at, size) : undefined;
    if (bytes === undefined) return {};
    const value = BigInt.asUintN(bits.length, unsigned(bytes) >> BigInt(bits.position));
    return { value: hex(value) };
  };
}
