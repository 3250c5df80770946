import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { type ReadMemory, readPointer } from '../memory.ts';
import type { StackModule } from '../modules.ts';
import { ARM64_REGISTER, type Register, type Registers } from '../registers.ts';
import { problem, type Step, type StepProblem } from '../step.ts';
import type { Arm64Function } from './arm64-function.ts';
import { lookUpArm64Function } from './function-entry.ts';
import { stripSignature } from './pointer-authentication.ts';
import type { Arm64Code } from './unwind-codes.ts';

const INSTRUCTION = 4;
/** x0 … x18 are lost across a call (ARM64 ABI conventions). */
const VOLATILE_COUNT = 19;

/** Pairs of registers that one save can bring back: there are no more registers. */
const MOST_PAIRS = 16;

interface Unwinding {
  sp: VirtualAddress;
  readonly general: Register[];
  readonly read: ReadMemory;
  /** Pairs that follow the one of the next save. */
  pendingPairs: number;
  interruptedPc?: VirtualAddress;
}

function undo(state: Unwinding, code: Arm64Code): StepProblem | undefined {
  switch (code.kind) {
    case 'allocate':
      state.sp = addressAt(state.sp, code.size);
      return undefined;
    case 'save': {
      const [first = 0] = code.registers;
      const further = Array.from({ length: state.pendingPairs * 2 }, (_, index) => first + 2 + index);
      state.pendingPairs = 0;
      for (const [index, register] of [...code.registers, ...further].entries()) {
        const value = readPointer(state.read, state.sp, code.offset + index * 8);
        if (value === undefined) return 'stackMissing';
        if (register < state.general.length) state.general[register] = value;
      }
      state.sp = addressAt(state.sp, code.release);
      return undefined;
    }
    case 'saveVector':
      state.pendingPairs = 0;
      state.sp = addressAt(state.sp, code.release);
      return undefined;
    case 'saveNext':
      state.pendingPairs = Math.min(state.pendingPairs + 1, MOST_PAIRS);
      return undefined;
    case 'setFrame': {
      const frame = state.general[ARM64_REGISTER.fp];
      if (frame === undefined) return 'registerUnknown';
      state.sp = addressAt(frame, -code.offset);
      return undefined;
    }
    case 'machineFrame': {
      const sp = readPointer(state.read, state.sp);
      const pc = readPointer(state.read, state.sp, 8);
      if (sp === undefined || pc === undefined) return 'stackMissing';
      state.sp = sp;
      state.interruptedPc = pc;
      return undefined;
    }
    case 'signReturn':
    case 'nothing':
      return undefined;
  }
}

/** The codes that are left to undo at `offset` bytes into the function. */
function remainingCodes(found: Arm64Function, offset: number, interrupted: boolean): readonly Arm64Code[] {
  const instruction = Math.floor(offset / INSTRUCTION);
  if (instruction < found.prologInstructions)
    return found.codes.slice(found.prologInstructions - instruction);
  const epilog = interrupted ? found.epilogAt(offset) : undefined;
  return epilog === undefined ? found.codes : epilog.codes.slice((offset - epilog.start) / INSTRUCTION);
}

/**
 * The caller of the frame that `registers` describe, from the unwind data of `module`; see `unwindX64`.
 * `signatureMask` covers the bits in which return addresses carry a signature.
 */
export function unwindArm64(
  registers: Registers,
  module: StackModule,
  read: ReadMemory,
  interrupted: boolean,
  signatureMask: bigint,
): Step {
  const data = module.unwindData();
  if (data === undefined) return problem('noUnwindData');
  const rva = Number(registers.pc - module.base);
  const found = lookUpArm64Function(data, interrupted ? rva : rva - INSTRUCTION);
  if (typeof found === 'string') return problem(found);
  if (found === undefined && !interrupted) return problem('noFunctionEntry');

  const general = [...registers.general];
  const state: Unwinding = { sp: registers.sp, general, read, pendingPairs: 0 };
  for (const code of found === undefined ? [] : remainingCodes(found, rva - found.begin, interrupted)) {
    const failed = undo(state, code);
    if (failed !== undefined) return problem(failed);
  }
  general.fill(undefined, 0, VOLATILE_COUNT);
  const link = general[ARM64_REGISTER.lr];
  const target = state.interruptedPc ?? link;
  if (target === undefined) return problem('registerUnknown');
  const pc = stripSignature(target, signatureMask);
  general[ARM64_REGISTER.lr] = state.interruptedPc === undefined ? undefined : link;
  const foundBy =
    state.interruptedPc !== undefined ? 'trapFrame' : found === undefined ? 'leaf' : 'unwindData';
  return { kind: 'caller', registers: { machine: 'arm64', pc, sp: state.sp, general }, foundBy };
}

/** The size of a frame record: the caller's frame pointer and the return address. */
const FRAME_RECORD = 16;

/** The caller by the chain of frame records, for which no image is needed (measured on a 22000 dump). */
export function followFrameChain(registers: Registers, read: ReadMemory, signatureMask: bigint): Step {
  const frame = registers.general[ARM64_REGISTER.fp];
  if (frame === undefined) return problem('registerUnknown');
  // The first function of a thread starts with a frame pointer of zero.
  const next = frame === 0n ? frame : readPointer(read, frame);
  const target = frame === 0n ? frame : readPointer(read, frame, 8);
  if (next === undefined || target === undefined) return problem('stackMissing');
  const general = new Array<Register>(registers.general.length).fill(undefined);
  general[ARM64_REGISTER.fp] = next;
  const pc = target === 0n ? target : stripSignature(target, signatureMask);
  return {
    kind: 'caller',
    registers: { machine: 'arm64', pc, sp: addressAt(frame, FRAME_RECORD), general },
    foundBy: 'frameChain',
  };
}
