import type { VirtualAddress } from '../binary/address.ts';
import type { Registers } from './registers.ts';

/** How a frame was found, best evidence first; `scan` is a guess. */
export type FoundBy =
  /** The registers that the walk started from. */
  | 'registers'
  /** The unwind data of the frame that it called. */
  | 'unwindData'
  /** The frame that it called is a leaf function: the return address is on top of the stack. */
  | 'leaf'
  /** A trap frame or the frame of a stack switch. */
  | 'trapFrame'
  /** The chain of saved frame pointers (ARM64). */
  | 'frameChain'
  /** A value on the stack that looks like a return address. */
  | 'scan';

/** Why one step could not be taken. Every one of these can be tried to be overcome by a scan of the stack. */
export type StepProblem =
  /** The instruction pointer is in no loaded image. */
  | 'outsideModules'
  /** Neither the image nor a PDB with unwind data is at hand. */
  | 'noUnwindData'
  /** The image is there, but the part with this unwind data is not (not captured, or cut off). */
  | 'unwindDataMissing'
  /** Unwind information of a version that is not known (3 and later). */
  | 'unwindVersion'
  /** Unwind information that contradicts itself. */
  | 'unwindDamaged'
  /** A caller that has no unwind data: it cannot be a leaf, since it made a call. */
  | 'noFunctionEntry'
  /** The unwind data refers to a register without a known value at this frame. */
  | 'registerUnknown'
  /** The memory of the stack that holds the saved registers was not captured. */
  | 'stackMissing';

/** The frame above, or why there is none. */
export type Step =
  | {
      readonly kind: 'caller';
      readonly registers: Registers;
      readonly foundBy: FoundBy;
      /** KTRAP_FRAME (or stack switch frame) of the frame that was unwound. */
      readonly trapFrame?: VirtualAddress;
      /** By the trap frame the processor was in kernel mode, whatever its instruction pointer is. */
      readonly inKernel?: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: StepProblem };

export const problem = (name: StepProblem): Step => ({ kind: 'problem', problem: name });
