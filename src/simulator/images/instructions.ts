import { frameBytes, type PrologRegister, type PrologStep, REGISTER_NUMBERS } from './prolog.ts';

/** x64 machine code for prologs, epilogs and calls (Intel SDM volume 2). */

const low = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff);

const isShort = (value: number) => value >= -128 && value < 128;

function pushOrPop(opcode: number, register: PrologRegister): number[] {
  const number = REGISTER_NUMBERS[register];
  return number < 8 ? [opcode + number] : [0x41, opcode + number - 8];
}

/** `mov [rsp+at], register` (0x89) or the other way round (0x8b). */
function move(opcode: number, register: PrologRegister, at: number): number[] {
  const number = REGISTER_NUMBERS[register];
  const rex = number < 8 ? 0x48 : 0x4c;
  const field = (number & 7) << 3;
  return isShort(at)
    ? [rex, opcode, 0x44 | field, 0x24, at & 0xff]
    : [rex, opcode, 0x84 | field, 0x24, ...low(at, 4)];
}

/** `add rsp, bytes` (extension 0) or `sub rsp, bytes` (extension 5). */
function adjustStack(extension: 0 | 5, bytes: number): number[] {
  const modRm = 0xc4 | (extension << 3);
  return isShort(bytes) ? [0x48, 0x83, modRm, bytes] : [0x48, 0x81, modRm, ...low(bytes, 4)];
}

/** One prolog step; saves into the home space come before any push, so `entryAt` counts from RSP at that moment. */
function encodeStep(step: PrologStep, rspBelowEntry: number, total: number): number[] {
  switch (step.step) {
    case 'machineFrame':
      return [];
    case 'push':
      return pushOrPop(0x50, step.register);
    case 'allocate':
      return adjustStack(5, step.bytes);
    case 'setFrame':
      return isShort(step.offset)
        ? [0x48, 0x8d, 0x6c, 0x24, step.offset]
        : [0x48, 0x8d, 0xac, 0x24, ...low(step.offset, 4)];
    case 'save':
      return move(0x89, step.register, step.at - (total - rspBelowEntry));
    case 'saveXmm6': {
      const at = step.at - (total - rspBelowEntry);
      return isShort(at) ? [0x0f, 0x29, 0x74, 0x24, at] : [0x0f, 0x29, 0xb4, 0x24, ...low(at, 4)];
    }
  }
}

export interface EncodedProlog {
  readonly bytes: readonly number[];
  /** Offset behind the instruction of each step, in the order of the steps. */
  readonly ends: readonly number[];
}

/** `framed` is what an enclosing prolog has allocated already, for the entry code of a chained piece. */
export function encodeProlog(prolog: readonly PrologStep[], framed?: number): EncodedProlog {
  const total = framed ?? frameBytes(prolog);
  let below = framed ?? 0;
  const bytes: number[] = [];
  const ends = prolog.map((step) => {
    bytes.push(...encodeStep(step, below, total));
    below += frameBytes([step]);
    return bytes.length;
  });
  return { bytes, ends };
}

export interface EncodedEpilog {
  readonly bytes: readonly number[];
  /** Bytes of its end that only pop and return: what version 2 unwind data calls the epilog. */
  readonly tailBytes: number;
}

/** Undoes a prolog and returns. A machine frame is left by IRETQ. */
export function encodeEpilog(prolog: readonly PrologStep[]): EncodedEpilog {
  if (prolog[0]?.step === 'machineFrame') return { bytes: [0x48, 0xcf], tailBytes: 2 };
  const restores = prolog.flatMap((step) => (step.step === 'save' ? move(0x8b, step.register, step.at) : []));
  const frame = prolog.find((step) => step.step === 'setFrame');
  const rebase = frame === undefined ? [] : [0x48, 0x8d, 0x65, -frame.offset & 0xff];
  const tail: number[] = [];
  const frees: number[] = [];
  for (const step of prolog.toReversed()) {
    if (step.step === 'allocate') frees.push(...adjustStack(0, step.bytes));
    if (step.step === 'push') tail.push(...pushOrPop(0x58, step.register));
  }
  tail.push(0xc3);
  return { bytes: [...rebase, ...restores, ...frees, ...tail], tailBytes: tail.length };
}

/** `call rel32`; `distance` counts from the end of the instruction. */
export const nearCall = (distance: number): number[] => [0xe8, ...low(distance, 4)];

/**
 * `call [rip+rel32]` with the REX prefix that kernel drivers' import calls carry; the five-byte NOP behind it is the
 * room in which Windows may rewrite the call.
 */
export const importCall = (distance: number): number[] => [0x48, 0xff, 0x15, ...low(distance, 4)];
export const FIVE_BYTE_NOP: readonly number[] = [0x0f, 0x1f, 0x44, 0x00, 0x00];

/** `syscall` */
export const SYSTEM_CALL: readonly number[] = [0x0f, 0x05];
