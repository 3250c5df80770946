import { addressAt } from '../../../binary/address.ts';
import { processObjectAddress, threadObjectAddress } from '../../addresses.ts';
import { CONTEXT_BYTES, contextRecord } from '../../kernel/context-record.ts';
import type { MemoryBlock } from '../../kernel/memory-block.ts';
import { pendingIo } from '../../kernel/pending-io.ts';
import { threadListHeads } from '../../kernel/process-object.ts';
import { recordOver } from '../../kernel/raw-record.ts';
import { threadListEntries, threadObject } from '../../kernel/thread-object.ts';
import type { CallChainRun } from '../../stacks/run-call-chain.ts';
import { threadStack } from '../../stacks/thread-stack.ts';
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
/** A switch frame: RBP at +0x30 and the return address at +0x38. */
const SWITCH_FRAME_BYTES = 0x40;
const CONTEXTS = 0xffffa391_40000000n;

/**
 * The first thread becomes the file's current thread, with its registers in the header. Every other one is made to
 * look like a thread that was switched out where the APC interrupted it: a switch frame below its stack pointer.
 */
export function captureThread(
  process: SimulatedProcess,
  thread: SimulatedThread,
  listed: readonly SimulatedThread[],
  isFirst: boolean,
  world: { readonly seed: number; readonly upTime: bigint },
): CapturedThread {
  const run = threadStack(thread, 'captured', world.seed);
  const switchFrame = addressAt(run.rsp, -SWITCH_FRAME_BYTES);
  const [current] = run.segments;
  if (!isFirst && current !== undefined) {
    recordOver(current.bytes)
      .u64(Number(switchFrame - current.limit) + 0x30, run.registers.rbp)
      .u64(Number(switchFrame - current.limit) + 0x38, run.rip);
  }
  const io = pendingIo(thread);
  const place = listed.indexOf(thread);
  const entriesAt = (index: number) => {
    const neighbour = listed[index];
    return neighbour === undefined ? threadListHeads(process) : threadListEntries(neighbour);
  };
  const object = threadObject(thread, {
    process,
    processAddress: processObjectAddress(process.ordinal),
    run,
    kernelStack: switchFrame,
    state: isFirst ? RUNNING : COPIED_STATE,
    neighbours: { next: entriesAt(place + 1), previous: entriesAt(place - 1) },
    pendingIrps: io === undefined ? [] : [io.listEntry],
    upTime: world.upTime,
  });
  const context = contextRecord(run);
  const contextBlock: MemoryBlock = {
    address: CONTEXTS + BigInt(thread.ordinal * Math.ceil(CONTEXT_BYTES / 0x100) * 0x100),
    bytes: context,
  };
  return {
    object: { address: threadObjectAddress(thread.ordinal), bytes: object },
    stacks: run.segments.map(({ limit, bytes }) => ({ address: limit, bytes })),
    extras: [...(isFirst ? [] : [contextBlock]), ...(io?.blocks ?? [])],
    context,
    run,
  };
}
