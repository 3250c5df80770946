import { placeThread, placeThreadObjects, type Surroundings } from '../../kernel/place-threads.ts';
import type { CallChainRun } from '../../stacks/run-call-chain.ts';
import type { KernelMemory } from '../../synth/kernel-memory.ts';
import type { MemoryBlock } from '../../synth/memory-block.ts';
import { CONTEXT_BYTES, contextRecord } from '../../synth/objects/context-record.ts';
import type { SimulatedProcess, SimulatedThread } from '../../world/model.ts';

/** What the capture's APC stores of one thread, in the order in which it stores it. */
export interface CapturedThread {
  readonly object: MemoryBlock;
  readonly stacks: readonly MemoryBlock[];
  /** Context record of a thread that is not the first, then its pending requests. */
  readonly extras: readonly MemoryBlock[];
  readonly context: Uint8Array;
  readonly run: CallChainRun;
}

const RUNNING = 2;
/** What the kernel writes into KTHREAD.State of the copies of all threads but the first (reported, unproven). */
const COPIED_STATE = 0xff;
const CONTEXTS = 0xffffa391_40000000n;
const CONTEXT_SPACING = Math.ceil(CONTEXT_BYTES / 0x100) * 0x100;

/**
 * The first thread becomes the file's current thread, with its registers in the header. Every other one is made to
 * look like a thread that was switched out where the APC interrupted it: a switch frame below its stack pointer.
 */
export function captureThread(
  memory: KernelMemory,
  surroundings: Surroundings,
  process: SimulatedProcess,
  thread: SimulatedThread,
  isFirst: boolean,
): CapturedThread {
  const { object, stacks, run } = placeThread(memory, surroundings, process, thread, {
    moment: 'captured',
    state: isFirst ? RUNNING : COPIED_STATE,
    isSwitchedOut: !isFirst,
  });
  const placed = memory.objects.length;
  const context = contextRecord(run);
  if (!isFirst) {
    const address = CONTEXTS + BigInt(thread.ordinal * CONTEXT_SPACING);
    memory.place(`context ${thread.ordinal}`, address, CONTEXT_BYTES).copy(0, context);
  }
  placeThreadObjects(memory, surroundings.scene, thread);
  return {
    object: memory.block(object),
    stacks: stacks.map(memory.block),
    extras: memory.objects.slice(placed).map(memory.block),
    context,
    run,
  };
}
