/**
 * Unwind codes of ARM64, one for each instruction of a prolog, in the order in which they are undone.
 * Source: "ARM64 exception handling" (learn.microsoft.com).
 */
export type Arm64Code =
  | { readonly kind: 'allocate'; readonly size: number }
  /** Registers at `offset` from the stack pointer; with `release`, the store moved the stack pointer by as much. */
  | {
      readonly kind: 'save';
      readonly registers: readonly number[];
      readonly offset: number;
      readonly release: number;
    }
  /** Floating-point registers, which a walk does not follow. */
  | { readonly kind: 'saveVector'; readonly release: number }
  /** The frame register was set to the stack pointer plus `offset`. */
  | { readonly kind: 'setFrame'; readonly offset: number }
  /** The pair after the one that the next code saves. */
  | { readonly kind: 'saveNext' }
  | { readonly kind: 'machineFrame' }
  /** The return address was signed: the mask of the kernel takes the signature off. */
  | { readonly kind: 'signReturn' }
  | { readonly kind: 'nothing' };

const FIRST_SAVED = 19;
const FP = 29;
const LR = 30;

const pairFrom = (register: number) => [register, register + 1];
const at = (registers: readonly number[], slots: number): Arm64Code => ({
  kind: 'save',
  registers,
  offset: slots * 8,
  release: 0,
});
const pushed = (registers: readonly number[], slots: number): Arm64Code => ({
  kind: 'save',
  registers,
  offset: 0,
  release: slots * 8,
});

/** One-byte codes are recognised by their leading bits. */
function decodeShort(byte: number): Arm64Code | undefined {
  if (byte < 0x20) return { kind: 'allocate', size: byte * 16 };
  if (byte < 0x40) return pushed(pairFrom(FIRST_SAVED), byte & 0x1f);
  if (byte < 0x80) return at([FP, LR], byte & 0x3f);
  if (byte < 0xc0) return pushed([FP, LR], (byte & 0x3f) + 1);
  switch (byte) {
    case 0xe1:
      return { kind: 'setFrame', offset: 0 };
    case 0xe3:
    case 0xec: // clear unwound to call
      return { kind: 'nothing' };
    case 0xe6:
      return { kind: 'saveNext' };
    case 0xe9:
      return { kind: 'machineFrame' };
    case 0xfc:
      return { kind: 'signReturn' };
    default:
      return undefined;
  }
}

/** Two byte codes: `word` is big endian, as the documentation draws them. */
function decodeLong(word: number): Arm64Code | undefined {
  const slots = word & 0x3f;
  const register = FIRST_SAVED + ((word >>> 6) & 0xf);
  if (word < 0xc800) return { kind: 'allocate', size: (word & 0x7ff) * 16 };
  if (word < 0xcc00) return at(pairFrom(register), slots);
  if (word < 0xd000) return pushed(pairFrom(register), slots + 1);
  if (word < 0xd400) return at([register], slots);
  if (word < 0xd600) return pushed([FIRST_SAVED + ((word >>> 5) & 0xf)], (word & 0x1f) + 1);
  if (word < 0xd800) return at([FIRST_SAVED + 2 * ((word >>> 6) & 7), LR], slots);
  if (word < 0xda00) return { kind: 'saveVector', release: 0 };
  if (word < 0xdc00) return { kind: 'saveVector', release: (slots + 1) * 8 };
  if (word < 0xde00) return { kind: 'saveVector', release: 0 };
  if (word < 0xdf00) return { kind: 'saveVector', release: ((word & 0x1f) + 1) * 8 };
  if (word >>> 8 === 0xe2) return { kind: 'setFrame', offset: (word & 0xff) * 8 };
  return undefined;
}

/** `end` and `end_c`; the second goes on with the codes of the function that this part was split off. */
const END = 0xe4;
const END_CHAINED = 0xe5;
const ALLOCATE_LARGE = 0xe0;

export interface Arm64Codes {
  readonly codes: readonly Arm64Code[];
  /** How many of them describe instructions of this part of the function, not of the one it was split off. */
  readonly own: number;
}

/**
 * The codes from `start` to the end mark, or undefined when one is not known (custom stack frames, vector lengths) or
 * the bytes end before the mark.
 */
export function decodeArm64Codes(bytes: Uint8Array, start: number): Arm64Codes | undefined {
  const codes: Arm64Code[] = [];
  let own: number | undefined;
  for (let index = start; index < bytes.length; ) {
    const byte = bytes[index] ?? END;
    if (byte === END) return { codes, own: own ?? codes.length };
    if (byte === END_CHAINED) own ??= codes.length;
    const length = byte === ALLOCATE_LARGE ? 4 : (byte >= 0xc0 && byte < 0xe0) || byte === 0xe2 ? 2 : 1;
    if (index + length > bytes.length) return undefined;
    const at = (position: number) => bytes[index + position] ?? 0;
    if (length === 4) codes.push({ kind: 'allocate', size: ((at(1) << 16) | (at(2) << 8) | at(3)) * 16 });
    else if (byte !== END_CHAINED) {
      const code = length === 2 ? decodeLong((byte << 8) | at(1)) : decodeShort(byte);
      if (code === undefined) return undefined;
      codes.push(code);
    }
    index += length;
  }
  return undefined;
}
