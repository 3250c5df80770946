import { layout, u8, view } from '../../binary/layout.ts';
import type { ReadRva } from '../../symbols/pe/image.ts';
import { RUNTIME_FUNCTION, type RuntimeFunction, readRuntimeFunction } from './function-table.ts';

/** Source: "x64 exception handling" (learn.microsoft.com); ehdata.h for version 2. */
const UNWIND_INFO = layout('UNWIND_INFO', 4, {
  /** Version in 3 bits, flags in 5. */
  VersionAndFlags: u8(0),
  SizeOfProlog: u8(1),
  CountOfCodes: u8(2),
  /** Register in 4 bits, offset / 16 in 4. */
  FrameRegisterAndOffset: u8(3),
});
const CODE_SIZE = 2;
const FLAG_CHAIN = 4;

/** Operation codes, each with the number of 2-byte slots that follow the first. */
const OP = {
  pushNonvolatile: 0,
  allocateLarge: 1,
  allocateSmall: 2,
  setFrameRegister: 3,
  saveNonvolatile: 4,
  saveNonvolatileFar: 5,
  /** Version 2 only: where the epilogs are. */
  epilog: 6,
  saveXmm: 8,
  saveXmmFar: 9,
  pushMachineFrame: 10,
} as const;

/** What one unwind code undoes. `codeOffset` is the offset in the prolog of the end of the instruction. */
export type UnwindCode = { readonly codeOffset: number } & (
  | { readonly kind: 'push'; readonly register: number }
  | { readonly kind: 'allocate'; readonly size: number }
  | { readonly kind: 'setFrameRegister' }
  | { readonly kind: 'save'; readonly register: number; readonly offset: number }
  | { readonly kind: 'machineFrame'; readonly errorCode: boolean }
  /** Version 2: bytes of every epilog, without the release of the stack before its first pop. */
  | { readonly kind: 'epilogSize'; readonly size: number }
  /** Version 2: an epilog, by the distance of its first pop from the end of the function. */
  | { readonly kind: 'epilog'; readonly fromEnd: number }
  /** Restores nothing that a stack walk needs: vector registers, padding. */
  | { readonly kind: 'nothing' }
);

export interface UnwindInfo {
  readonly prologSize: number;
  readonly frameRegister?: { readonly register: number; readonly offset: number };
  readonly codes: readonly UnwindCode[];
  /** The entry that goes on where this one ends. */
  readonly chained?: RuntimeFunction;
}

/** Why unwind information cannot be used. */
export type UnwindInfoProblem = 'unwindDataMissing' | 'unwindVersion' | 'unwindDamaged';

/**
 * The first epilog code gives the size of all epilogs, and whether one is at the end of the function; each further one
 * gives the place of an epilog, or pads (measured on the drivers of a 19041 dump: all 463 entries of version 2 agree).
 */
function epilogCodes(codeOffset: number, info: number, first: boolean): UnwindCode[] {
  if (!first) {
    const fromEnd = codeOffset | (info << 8);
    return fromEnd === 0 ? [{ codeOffset, kind: 'nothing' }] : [{ codeOffset, kind: 'epilog', fromEnd }];
  }
  const size: UnwindCode = { codeOffset, kind: 'epilogSize', size: codeOffset };
  return (info & 1) === 0 ? [size] : [size, { codeOffset, kind: 'epilog', fromEnd: codeOffset }];
}

/** The codes of one UNWIND_INFO, or undefined for an operation that no version defines or a code that is cut off. */
function decodeCodes(slots: DataView, count: number, version: number): UnwindCode[] | undefined {
  const codes: UnwindCode[] = [];
  let next = 0;
  const slotsLeft = (needed: number) => next + needed <= count;
  const takeU16 = () => slots.getUint16(CODE_SIZE * next++, true);
  const takeU32 = () => takeU16() + takeU16() * 0x1_0000;
  while (next < count) {
    const codeOffset = slots.getUint8(CODE_SIZE * next);
    const operation = slots.getUint8(CODE_SIZE * next + 1) & 0xf;
    const info = slots.getUint8(CODE_SIZE * next + 1) >>> 4;
    next++;
    switch (operation) {
      case OP.pushNonvolatile:
        codes.push({ codeOffset, kind: 'push', register: info });
        break;
      case OP.allocateLarge:
        if (info > 1 || !slotsLeft(info + 1)) return undefined;
        codes.push({ codeOffset, kind: 'allocate', size: info === 0 ? takeU16() * 8 : takeU32() });
        break;
      case OP.allocateSmall:
        codes.push({ codeOffset, kind: 'allocate', size: info * 8 + 8 });
        break;
      case OP.setFrameRegister:
        codes.push({ codeOffset, kind: 'setFrameRegister' });
        break;
      case OP.saveNonvolatile:
        if (!slotsLeft(1)) return undefined;
        codes.push({ codeOffset, kind: 'save', register: info, offset: takeU16() * 8 });
        break;
      case OP.saveNonvolatileFar:
        if (!slotsLeft(2)) return undefined;
        codes.push({ codeOffset, kind: 'save', register: info, offset: takeU32() });
        break;
      case OP.epilog:
        if (version < 2) return undefined;
        codes.push(...epilogCodes(codeOffset, info, codes.length === 0));
        break;
      case OP.saveXmm:
      case OP.saveXmmFar: {
        const operands = operation === OP.saveXmm ? 1 : 2;
        if (!slotsLeft(operands)) return undefined;
        next += operands;
        codes.push({ codeOffset, kind: 'nothing' });
        break;
      }
      case OP.pushMachineFrame:
        if (info > 1) return undefined;
        codes.push({ codeOffset, kind: 'machineFrame', errorCode: info === 1 });
        break;
      default:
        return undefined;
    }
  }
  return codes;
}

/**
 * The unwind information at `rva`. Versions 1 and 2; version 3 (preview, for Intel APX) encodes codes differently and
 * is named as such, so that the walk can fall back.
 */
export function readUnwindInfo(read: ReadRva, rva: number): UnwindInfo | UnwindInfoProblem {
  const start = read(rva, UNWIND_INFO.size);
  if (start === undefined) return 'unwindDataMissing';
  const header = view(UNWIND_INFO, start).all();
  const version = header.VersionAndFlags & 7;
  if (version > 2) return 'unwindVersion';
  if (version === 0) return 'unwindDamaged';
  const count = header.CountOfCodes;
  const slots = count === 0 ? new Uint8Array() : read(rva + UNWIND_INFO.size, count * CODE_SIZE);
  if (slots === undefined) return 'unwindDataMissing';
  const codes = decodeCodes(new DataView(slots.buffer, slots.byteOffset, slots.byteLength), count, version);
  if (codes === undefined) return 'unwindDamaged';
  const register = header.FrameRegisterAndOffset & 0xf;
  const info: UnwindInfo = {
    prologSize: header.SizeOfProlog,
    codes,
    ...(register === 0
      ? {}
      : { frameRegister: { register, offset: (header.FrameRegisterAndOffset >>> 4) * 16 } }),
  };
  if (((header.VersionAndFlags >>> 3) & FLAG_CHAIN) === 0) return info;
  // The codes are padded to an even number of slots, then comes the chained entry.
  const chainedAt = rva + UNWIND_INFO.size + (count + (count & 1)) * CODE_SIZE;
  const chained = read(chainedAt, RUNTIME_FUNCTION.size);
  return chained === undefined ? 'unwindDataMissing' : { ...info, chained: readRuntimeFunction(chained) };
}
