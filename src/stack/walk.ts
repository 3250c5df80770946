import { isKernelAddress, type VirtualAddress } from '../binary/address.ts';
import { followFrameChain, unwindArm64 } from './arm64/unwind.ts';
import { MOST_FRAMES, type StackFrame, type StackWalk, type WalkEnd } from './frame.ts';
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
   * Whether the start registers stand before any instruction of their function (a running or faulting thread) or
   * behind a call (a thread that was switched out). Default true.
   */
  readonly interrupted?: boolean;
  /** Default and upper bound MOST_FRAMES. */
  readonly maxFrames?: number;
  /** ARM64: the bits of a return address that hold its signature. Default none. */
  readonly signatureMask?: bigint;
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

/** Why the walk ends before a caller with these registers, or undefined when it goes on. */
function endBefore(from: Registers, to: Registers): WalkEnd | undefined {
  if (to.pc === 0n) return 'complete';
  return isKernelAddress(from.pc) && !isKernelAddress(to.pc) ? 'userMode' : undefined;
}

/**
 * Walks a stack from `start` to its root. Pure: it knows the registers, the loaded images and a way to read memory,
 * and ends after at most MOST_FRAMES frames whatever it reads.
 */
export function walkFrames(
  start: Registers,
  modules: ModuleMap,
  read: ReadMemory,
  options: WalkOptions = {},
): StackWalk {
  const limit = Math.min(options.maxFrames ?? MOST_FRAMES, MOST_FRAMES);
  const frames: StackFrame[] = [];
  const gaps: Array<{ frame: number; problem: StepProblem }> = [];
  const seen = new Set<string>();
  let position: Position | undefined = {
    registers: start,
    foundBy: 'registers',
    interrupted: options.interrupted ?? true,
  };
  let unscanned = SCAN_SPAN;
  let end: WalkEnd = 'complete';

  const markTrapFrame = (trapFrame: VirtualAddress) => {
    const last = frames.pop();
    if (last !== undefined) frames.push({ ...last, trapFrame });
  };

  /** Goes on behind a gap; returns where, or undefined when nothing sure was found. */
  function scanOn(from: Registers): Position | undefined {
    const room = { frames: limit - frames.length, span: unscanned };
    const { guesses, span, resume } = scanX64(from.sp, modules, read, room);
    unscanned -= span;
    frames.push(...guesses);
    if (resume === undefined) return undefined;
    if (resume.found === 'scan') return { registers: resume.registers, foundBy: 'scan', interrupted: false };
    markTrapFrame(resume.found.address);
    end = endBefore(from, resume.registers) ?? end;
    return resume.found.fromUser
      ? undefined
      : { registers: resume.registers, foundBy: 'trapFrame', interrupted: true };
  }

  while (position !== undefined) {
    const { registers, foundBy, interrupted }: Position = position;
    const key = `${registers.pc}:${registers.sp}`;
    if (seen.has(key)) {
      end = 'repeatedFrame';
      break;
    }
    if (frames.length >= limit) {
      end = 'frameLimit';
      break;
    }
    seen.add(key);
    const module = modules.find(registers.pc);
    frames.push({
      pc: registers.pc,
      sp: registers.sp,
      foundBy,
      interrupted,
      ...(module === undefined ? {} : { module }),
    });

    const step = unwind(position, module, read, options.signatureMask ?? 0n);
    if (step.kind === 'problem') {
      gaps.push({ frame: frames.length - 1, problem: step.problem });
      end = step.problem;
      position = options.scan === false || start.machine !== 'x64' ? undefined : scanOn(registers);
      continue;
    }
    if (step.trapFrame !== undefined) markTrapFrame(step.trapFrame);
    const reached = endBefore(registers, step.registers);
    if (reached !== undefined) {
      end = reached;
      break;
    }
    position = {
      registers: step.registers,
      foundBy: step.foundBy,
      interrupted: step.foundBy === 'trapFrame',
    };
  }
  return { frames, end, gaps };
}
