import type { VirtualAddress } from '../binary/address.ts';
import type { StackModule } from './modules.ts';
import type { Registers } from './registers.ts';
import type { FoundBy, StepProblem } from './step.ts';

export interface StackFrame {
  /** Where the thread goes on in this frame: the interrupted instruction, or the return address. */
  readonly pc: VirtualAddress;
  readonly sp: VirtualAddress;
  readonly foundBy: FoundBy;
  /** The frame is before any instruction of its function, not behind a call: names are looked up with pc, not pc − 1. */
  readonly interrupted: boolean;
  /** The image that `pc` is in. */
  readonly module?: StackModule;
  /** Where this frame keeps the trap frame of what it interrupted, as debuggers print it. */
  readonly trapFrame?: VirtualAddress;
  /** The registers as they are when the thread goes on in this frame, as far as they are known; only when asked for. */
  readonly registers?: Registers;
}

/** Why there are no more frames. */
export type WalkEnd =
  /** The return address is zero: the first function of the thread. */
  | 'complete'
  /** The trap frame leads to user mode. */
  | 'userMode'
  /** MOST_FRAMES. */
  | 'frameLimit'
  /** The same instruction and stack pointer for a second time: the stack or the unwind data is damaged. */
  | 'repeatedFrame'
  | StepProblem;

export interface StackWalk {
  readonly frames: readonly StackFrame[];
  readonly end: WalkEnd;
  /** Addresses of steps that had no unwind data or damaged data, with what was wrong; the scan went on from there. */
  readonly gaps: ReadonlyArray<{ readonly frame: number; readonly problem: StepProblem }>;
}

/** The kernel's own limit for a stack is far below; WinDbg shows 256 by default. */
export const MOST_STACK_FRAMES = 256;
