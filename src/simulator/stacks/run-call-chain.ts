import { type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { codePlace } from '../images/code-place.ts';
import type { PrologRegister } from '../images/prolog.ts';
import type { Random } from '../seeded-random.ts';
import { KERNEL_REMAINS, remains } from './remains.ts';
import { type Interrupted, leaveRemainsBelow, processorAt, runFrames } from './run-frames.ts';
import { type StackMemory, type StackSegment, stackMemory, stackSegment } from './stack-memory.ts';

/** The kernel stack of a thread that is at a place in a call chain. */
export interface CallChainRun {
  /** Current segment first; a second one when the stack was expanded on the way. */
  readonly segments: readonly StackSegment[];
  /** KTHREAD.InitialStack of the current segment. */
  readonly initialStack: VirtualAddress;
  /** The innermost frame as a context record holds it. */
  readonly rip: VirtualAddress;
  readonly rsp: VirtualAddress;
  readonly registers: Readonly<Record<PrologRegister, bigint>>;
  /** KTHREAD.TrapFrame; absent for a thread that did not come from user mode. */
  readonly trapFrame?: VirtualAddress;
}

export interface CallChain {
  /** Innermost first, as in a listing. */
  readonly lines: readonly string[];
  /** KTHREAD.StackBase: of the segment in use. */
  readonly stackBase: VirtualAddress;
  /** The segment that was in use before the stack switch in the chain. */
  readonly olderStackBase?: VirtualAddress;
  /** Bytes of each segment. */
  readonly stackBytes: number;
  /** The interrupted user-mode code; absent for a system thread. */
  readonly user?: Interrupted;
}

/** Below StackBase: the save area for floating point state (FXSAVE, 512 bytes) and KERNEL_STACK_CONTROL. */
export const INITIAL_STACK_DISTANCE = 0x250n;
/** An expanded segment has no floating point state to save. */
const CONTROL = 0x50n;

export function runCallChain(chain: CallChain, random: Random): CallChainRun {
  const older = stackSegment(chain.olderStackBase ?? chain.stackBase, chain.stackBytes);
  const expanded =
    chain.olderStackBase === undefined ? undefined : stackSegment(chain.stackBase, chain.stackBytes);
  const memory = stackMemory(expanded === undefined ? [older] : [expanded, older]);
  const oldInitial = older.base - INITIAL_STACK_DISTANCE;
  const newInitial = expanded === undefined ? undefined : expanded.base - CONTROL;
  const junk = remains(random, KERNEL_REMAINS);
  const cpu = processorAt(oldInitial, junk);
  const places = chain.lines.map(codePlace).toReversed();
  const [trapFrame] = runFrames(
    {
      places,
      ...(chain.user === undefined ? {} : { user: chain.user }),
      ...(newInitial === undefined ? {} : { switchTo: newInitial }),
    },
    cpu,
    memory,
    junk,
  );

  writeStackControl(memory, oldInitial, older, undefined, 0n);
  if (expanded !== undefined && newInitial !== undefined) {
    writeStackControl(memory, newInitial, expanded, older, oldInitial);
  }
  leaveRemainsBelow(memory, cpu.rsp, junk);
  return {
    segments: memory.segments,
    initialStack: virtualAddress(newInitial ?? oldInitial),
    rip: places.at(-1)?.address ?? virtualAddress(0n),
    rsp: virtualAddress(cpu.rsp),
    registers: cpu.registers,
    ...(chain.user === undefined || trapFrame === undefined ? {} : { trapFrame }),
  };
}

/** KERNEL_STACK_CONTROL at InitialStack: this segment's base and limit, then those of the one before, or zeros. */
function writeStackControl(
  memory: StackMemory,
  at: bigint,
  segment: StackSegment,
  previous: StackSegment | undefined,
  previousInitial: bigint,
): void {
  const words = [
    segment.base,
    segment.limit,
    0n,
    at,
    previous?.base ?? 0n,
    previous?.limit ?? 0n,
    0n,
    previousInitial,
  ];
  for (const [index, word] of words.entries()) memory.write(at + BigInt(index * 8), word);
}
