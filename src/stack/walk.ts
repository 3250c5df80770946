import { isKernelAddress, type VirtualAddress } from '../binary/address.ts';
import { followFrameChain, unwindArm64 } from './arm64/unwind.ts';
import { MOST_STACK_FRAMES, type StackFrame, type StackWalk, type WalkEnd } from './frame.ts';
import type { ReadMemory } from './memory.ts';
import type { ModuleMap, StackModule } from './modules.ts';
import type { Registers } from './registers.ts';
import { SCAN_SPAN, scanX64 } from './scan.ts';
import { type FoundBy, problem, type Step, type StepProblem } from './step.ts';
import { unwindX64 } from './x64/unwind.ts';

export interface WalkOptions {
  /** Whether the stack is scanned where unwind data is missing. Default true. */
  readonly scan?: boolean;
  /**
   * Whether the start registers are before any instruction of their function (a running or faulting thread) or
   * behind a call (a thread that was switched out). Default true.
   */
  readonly interrupted?: boolean;
  /** Default and upper bound MOST_FRAMES. */
  readonly maxFrames?: number;
  /** ARM64: the bits of a return address that hold its signature. Default none. */
  readonly signatureMask?: bigint;
  /** Whether each frame keeps its registers. Default false. */
  readonly registers?: boolean;
}

interface Position {
  readonly registers: Registers;
  readonly foundBy: FoundBy;
  readonly interrupted: boolean;
}

function unwind(
  { registers, interrupted }: Position,
  module: StackModule | undefined,
  read: ReadMemory,
  signatureMask: bigint,
): Step {
  if (registers.machine === 'x64')
    return module === undefined ? problem('outsideModules') : unwindX64(registers, module, read, interrupted);
  const step =
    module === undefined
      ? problem('outsideModules')
      : unwindArm64(registers, module, read, interrupted, signatureMask);
  if (step.kind === 'caller') return step;
  // Without unwind data the chain of frame records leads on; where it breaks, the first problem is the reason.
  const chained = followFrameChain(registers, read, signatureMask);
  return chained.kind === 'caller' ? chained : step;
}

/** Ways in which a thread gets from the kernel back to user mode; a return address alone never leads there. */
const LEADS_TO_USER_MODE: ReadonlySet<FoundBy> = new Set(['trapFrame', 'frameChain']);

/** Why the walk ends before a caller that was found in this way, or undefined when it goes on. */
function endBefore(from: Registers, to: Registers, foundBy: FoundBy, inKernel: boolean): WalkEnd | undefined {
  // What was interrupted in kernel mode is still to be shown: a jump to zero or to user memory is the cause of the crash.
  if (inKernel) return undefined;
  if (to.pc === 0n) return 'complete';
  const leavesKernel = isKernelAddress(from.pc) && !isKernelAddress(to.pc);
  return leavesKernel && LEADS_TO_USER_MODE.has(foundBy) ? 'userMode' : undefined;
}

/**
 * Walks a stack from `start` to its root. Pure: it takes the registers, the loaded images and a way to read memory,
 * and ends after at most MOST_FRAMES frames whatever it reads.
 */
export function walkFrames(
  start: Registers,
  modules: ModuleMap,
  read: ReadMemory,
  options: WalkOptions = {},
): StackWalk {
  const limit = Math.min(options.maxFrames ?? MOST_STACK_FRAMES, MOST_STACK_FRAMES);
  // ARM64 needs no scan: its frame chain goes on where unwind data is missing.
  const canScan = options.scan !== false && start.machine === 'x64';
  const frames: StackFrame[] = [];
  const gaps: Array<{ frame: number; problem: StepProblem }> = [];
  const seen = new Set<string>();
  let unscanned = SCAN_SPAN;
  let end: WalkEnd = 'complete';

  const first = { registers: start, foundBy: 'registers', interrupted: options.interrupted ?? true } as const;
  for (let position: Position | undefined = first; position !== undefined; ) position = advance(position);
  return { frames, end, gaps };

  /** Adds the frame and finds the one above it; undefined when there is none, with the reason in `end`. */
  function advance(position: Position): Position | undefined {
    const { registers, foundBy, interrupted } = position;
    const place = `${registers.pc}:${registers.sp}`;
    if (seen.has(place)) return endWith('repeatedFrame');
    if (frames.length >= limit) return endWith('frameLimit');
    seen.add(place);
    // A call can be the last instruction of an image.
    const module = modules.find(interrupted ? registers.pc : registers.pc - 1n);
    frames.push({
      pc: registers.pc,
      sp: registers.sp,
      foundBy,
      interrupted,
      ...(module === undefined ? {} : { module }),
      ...(options.registers === true ? { registers } : {}),
    });

    const step = unwind(position, module, read, options.signatureMask ?? 0n);
    if (step.kind === 'problem') {
      gaps.push({ frame: frames.length - 1, problem: step.problem });
      end = step.problem;
      return canScan ? scanOn(registers) : undefined;
    }
    if (step.trapFrame !== undefined) markTrapFrame(step.trapFrame);
    const reached = endBefore(registers, step.registers, step.foundBy, step.inKernel ?? false);
    if (reached !== undefined) return endWith(reached);
    return {
      registers: step.registers,
      foundBy: step.foundBy,
      interrupted: step.foundBy === 'trapFrame',
    };
  }

  /** Goes on behind a gap; undefined when nothing sure was found there. */
  function scanOn(from: Registers): Position | undefined {
    const room = { frames: limit - frames.length, span: unscanned };
    const { guesses, span, resume } = scanX64(from.sp, modules, read, room);
    unscanned -= span;
    frames.push(...guesses);
    if (resume === undefined) return undefined;
    if (resume.found === 'scan') return { registers: resume.registers, foundBy: 'scan', interrupted: false };
    markTrapFrame(resume.found.address);
    const reached = endBefore(from, resume.registers, 'trapFrame', !resume.found.fromUser);
    if (reached !== undefined) return endWith(reached);
    return { registers: resume.registers, foundBy: 'trapFrame', interrupted: true };
  }

  /** The trap frame is kept by the frame that was entered by the trap, the last one so far. */
  function markTrapFrame(trapFrame: VirtualAddress): void {
    const last = frames.pop();
    if (last !== undefined) frames.push({ ...last, trapFrame });
  }

  function endWith(reason: WalkEnd): undefined {
    end = reason;
  }
}
