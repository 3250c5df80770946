import type { ReadRva } from '../../symbols/pe/image.ts';

/** The longest form that is recognised: an import call padded for import optimisation. */
const WINDOW = 12;

/** Bytes as they end before (negative positions) a return address; undefined matches any byte. */
type Pattern = readonly [position: number, ...code: Array<number | undefined>];

const ANY = undefined;
/**
 * Calls by their bytes on disk. Loaded drivers differ from disk: a retpoline-aware kernel turns the six bytes of a
 * call through the guard pointer into a five-byte call and a nop, so that the return address is one byte before the
 * end of the call that is seen on disk; and it turns import calls, which the compiler pads to twelve bytes, into a
 * load and a direct call (both measured on a 19041 dump).
 */
const CALLS: readonly Pattern[] = [
  [-5, 0xe8], // call rel32
  [-6, 0xff, 0x15], // call [rip+n]
  [-5, 0xff, 0x15], // the same, rewritten to a direct call and a nop
  [-12, 0x48, 0xff, 0x15, ANY, ANY, ANY, ANY, 0x0f, 0x1f, 0x44, 0x00, 0x00], // import call with its padding
  [-3, 0xff, 0x14, 0x24], // call [rsp]
  [-4, 0xff, 0x54, 0x24], // call [rsp+n]
  [-7, 0xff, 0x94, 0x24], // call [rsp+n], long
];

const OPCODE_GROUP_5 = 0xff;
/** Reg field of the ModRM byte of an indirect near call. */
const CALL_EXTENSION = 2;
/** ModRM addressing forms: mode and the distance from the opcode to the end of the instruction. */
const INDIRECT_FORMS = [
  { mode: 0, length: 2 }, // call [register]
  { mode: 1, length: 3 }, // call [register+n]
  { mode: 2, length: 6 }, // call [register+n], long
  { mode: 3, length: 2 }, // call register
] as const;

/**
 * Whether the instruction before a return address can be a call. False positives exist (the bytes may be the end of
 * another instruction), false negatives do not. Undefined when the code is not at hand.
 */
export function isPrecededByCall(read: ReadRva, returnRva: number): boolean | undefined {
  const code = read(returnRva - WINDOW, WINDOW + 1);
  if (code === undefined) return undefined;
  const at = (position: number) => code[WINDOW + position] ?? 0;
  const matches = ([position, ...bytes]: Pattern) =>
    bytes.every((byte, index) => byte === ANY || at(position + index) === byte);
  if (CALLS.some(matches)) return true;
  return INDIRECT_FORMS.some(({ mode, length }) => {
    const modrm = at(1 - length);
    return at(-length) === OPCODE_GROUP_5 && modrm >>> 6 === mode && ((modrm >>> 3) & 7) === CALL_EXTENSION;
  });
}
