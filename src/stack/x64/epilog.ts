import type { ReadRva } from '../../symbols/pe/image.ts';

/**
 * Unwind codes describe the body of a function. Inside an epilog part of the frame is already gone, so its rest is
 * carried out instead. The calling convention allows few instructions there ("x64 prolog and epilog"): one release
 * of the stack, pops of 8-byte registers, then a return or a jump that leaves the function.
 */
export interface EpilogRest {
  /** How the stack pointer moves first: by a constant, or to a register plus a constant. */
  readonly release?: { readonly base: number | 'sp'; readonly displacement: number };
  /** Registers in the order in which they are popped. */
  readonly pops: readonly number[];
}

/** Whether a jump to this RVA leaves the function; parts of one function may lie apart from each other. */
export type IsTailCallTarget = (rva: number) => boolean;

/** The longest epilog: release (7), 15 pops with prefix (30), jump through memory (7). */
const LONGEST = 48;
const RSP = 4;

/** Up to LONGEST bytes from `rva` on, fewer at the end of the image or where only a part was captured. */
function codeAt(read: ReadRva, rva: number): DataView | undefined {
  for (let length = LONGEST; length > 0; length >>= 1) {
    const bytes = read(rva, length);
    if (bytes !== undefined) return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return undefined;
}

/** `add rsp, n` or `lea rsp, n(register)`; undefined when another instruction stands there. */
function decodeRelease(code: DataView): { release: EpilogRest['release']; length: number } | undefined {
  const prefix = code.getUint8(0);
  const opcode = code.getUint8(1);
  const modrm = code.getUint8(2);
  if (prefix === 0x48 && opcode === 0x83 && modrm === 0xc4)
    return { release: { base: 'sp', displacement: code.getInt8(3) }, length: 4 };
  if (prefix === 0x48 && opcode === 0x81 && modrm === 0xc4)
    return { release: { base: 'sp', displacement: code.getInt32(3, true) }, length: 7 };
  // REX.W with or without B, destination rsp, base without SIB byte.
  const isLea =
    (prefix & 0xfe) === 0x48 && opcode === 0x8d && (modrm & 0x38) === RSP << 3 && (modrm & 7) !== RSP;
  if (!isLea) return undefined;
  const base = (modrm & 7) | ((prefix & 1) << 3);
  if (modrm >>> 6 === 1) return { release: { base, displacement: code.getInt8(3) }, length: 4 };
  if (modrm >>> 6 === 2) return { release: { base, displacement: code.getInt32(3, true) }, length: 7 };
  return undefined;
}

/** Whether the instruction at `at` leaves the function: a return, or a jump to another function. */
function leavesFunction(
  code: DataView,
  at: number,
  rva: number,
  isTailCallTarget: IsTailCallTarget,
): boolean {
  const opcode = code.getUint8(at);
  switch (opcode) {
    case 0xc3: // ret
    case 0xc2: // ret n
      return true;
    case 0xf3: // rep ret
      return code.getUint8(at + 1) === 0xc3;
    case 0xeb: // jmp short
      return isTailCallTarget(rva + at + 2 + code.getInt8(at + 1));
    case 0xe9: // jmp near
      return isTailCallTarget(rva + at + 5 + code.getInt32(at + 1, true));
    case 0xff: // jmp [rip+n]: the import table or the guard pointer
      return code.getUint8(at + 1) === 0x25;
    default:
      // jmp register and jmp [register] as tail calls carry REX.W, which tells them from jump tables.
      return (
        (opcode & 0xf8) === 0x48 && code.getUint8(at + 1) === 0xff && (code.getUint8(at + 2) & 0x38) === 0x20
      );
  }
}

/** What is left of the epilog that `rva` stands in, or undefined when it stands in none or the code is not at hand. */
export function epilogRestAt(
  read: ReadRva,
  rva: number,
  isTailCallTarget: IsTailCallTarget,
): EpilogRest | undefined {
  const code = codeAt(read, rva);
  if (code === undefined) return undefined;
  try {
    const released = decodeRelease(code);
    const pops: number[] = [];
    let at = released?.length ?? 0;
    for (;;) {
      const prefix = code.getUint8(at);
      const rex = (prefix & 0xf0) === 0x40 ? prefix : 0;
      const opcode = rex === 0 ? prefix : code.getUint8(at + 1);
      if (opcode < 0x58 || opcode > 0x5f) break;
      pops.push((opcode - 0x58) | ((rex & 1) << 3));
      at += rex === 0 ? 1 : 2;
    }
    if (!leavesFunction(code, at, rva, isTailCallTarget)) return undefined;
    return { pops, ...(released?.release === undefined ? {} : { release: released.release }) };
  } catch (thrown) {
    // The code ended before the epilog did.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}
