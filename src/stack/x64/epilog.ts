import { type ReadRva, readUpTo } from '../../symbols/pe/image.ts';
import type { UnwindInfo } from './unwind-info.ts';

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

/** One for each register. */
const MOST_POPS = 16;
/** The longest epilog: release (7), pops with prefix (32), jump through memory (7). */
const LONGEST = 48;
const RSP = 4;

/** What is taken for code where there is none: int3, which no epilog holds. */
const NO_CODE = 0xcc;

/** LONGEST bytes from `rva` on, filled up where the image ends or was not captured. */
function codeAt(read: ReadRva, rva: number): DataView {
  const code = new Uint8Array(LONGEST).fill(NO_CODE);
  code.set(readUpTo(read, rva, LONGEST));
  return new DataView(code.buffer);
}

/** `add rsp, n` or `lea rsp, n(register)`; undefined when another instruction is there. */
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
      // jmp register and jmp [register] as tail calls carry REX.W, which distinguishes them from jump tables.
      return (
        (opcode & 0xf8) === 0x48 && code.getUint8(at + 1) === 0xff && (code.getUint8(at + 2) & 0x38) === 0x20
      );
  }
}

/** The rest of the epilog that `rva` is in; undefined when it is in none, or the code is not at hand. */
export function epilogRestAt(
  read: ReadRva,
  rva: number,
  isTailCallTarget: IsTailCallTarget,
): EpilogRest | undefined {
  const code = codeAt(read, rva);
  const released = decodeRelease(code);
  const pops: number[] = [];
  let at = released?.length ?? 0;
  while (pops.length < MOST_POPS) {
    const prefix = code.getUint8(at);
    const rex = (prefix & 0xf0) === 0x40 ? prefix : 0;
    const opcode = rex === 0 ? prefix : code.getUint8(at + 1);
    if (opcode < 0x58 || opcode > 0x5f) break;
    pops.push((opcode - 0x58) | ((rex & 1) << 3));
    at += rex === 0 ? 1 : 2;
  }
  if (!leavesFunction(code, at, rva, isTailCallTarget)) return undefined;
  return { pops, ...(released?.release === undefined ? {} : { release: released.release }) };
}

/** Bytes of a pop: registers from r8 on need a prefix. */
const popLength = (register: number) => (register < 8 ? 1 : 2);

/**
 * The same from the descriptions of version 2, where no code is at hand: an epilog pops what the prolog pushed. The
 * release before the first pop is not part of it; there the codes of the body still hold.
 * @param pushed registers in the order in which they are popped, also those of the entries that this one is chained to
 */
export function describedEpilogRest(
  info: UnwindInfo,
  distanceFromEnd: number,
  pushed: readonly number[],
): EpilogRest | undefined {
  const size = info.codes.find((code) => code.kind === 'epilogSize')?.size ?? 0;
  const done = info.codes
    .flatMap((code) => (code.kind === 'epilog' ? [code.fromEnd - distanceFromEnd] : []))
    .find((offset) => offset >= 0 && offset < size);
  if (done === undefined) return undefined;
  let at = 0;
  const pops: number[] = [];
  for (const register of pushed) {
    if (at >= done) pops.push(register);
    at += popLength(register);
  }
  return { pops };
}
