import { codePlace } from '../images/code-place.ts';
import type { PrologRegister } from '../images/prolog.ts';
import type { SimulatedThread } from '../world/model.ts';
import { INITIAL_STACK_DISTANCE } from './run-call-chain.ts';
import { stackBaseOf } from './thread-stack.ts';

/** Where a function's frame is on the kernel stack of a thread: its locals, and what it saved. */
export interface FramePlace {
  /** The stack pointer at its call: locals are above, behind the home of arguments. */
  readonly rsp: bigint;
  /** Bytes from there that are its own: home space and locals. */
  readonly bytes: number;
  /** Where it has put the registers of its caller. */
  readonly saved: Readonly<Partial<Record<PrologRegister, bigint>>>;
}

/** Home space of arguments that a caller keeps below its locals. */
export const HOME_BYTES = 0x20n;

const MACHINE_FRAME_BYTES = 0x28n;

/**
 * The frame of a function in a thread's call chain. It follows from the prologs alone, so that neighbours of a thread know
 * where its locals are without running it. Undefined behind a stack switch, and where the chain has no such function.
 */
export function framePlace(thread: SimulatedThread, name: string): FramePlace | undefined {
  let rsp = stackBaseOf(thread) - INITIAL_STACK_DISTANCE;
  const lines = thread.activity.kernelFrames.toReversed();
  for (const [index, line] of lines.entries()) {
    const { target } = codePlace(line);
    const hasMachineFrame = target.prolog[0]?.step === 'machineFrame';
    if (hasMachineFrame && index > 0) return undefined;
    rsp -= hasMachineFrame ? MACHINE_FRAME_BYTES : 8n;
    const saved: Partial<Record<PrologRegister, bigint>> = {};
    let bytes = 0;
    for (const step of target.prolog) {
      if (step.step === 'push') {
        rsp -= 8n;
        saved[step.register] = rsp;
      } else if (step.step === 'allocate') {
        rsp -= BigInt(step.bytes);
        bytes = step.bytes;
      }
    }
    for (const step of target.prolog) if (step.step === 'save') saved[step.register] = rsp + BigInt(step.at);
    rsp -= BigInt(target.dynamicBytes);
    bytes += target.dynamicBytes;
    if (line.startsWith(`${name}+`)) return { rsp, bytes, saved };
  }
  return undefined;
}
