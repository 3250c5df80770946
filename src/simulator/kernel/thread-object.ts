import type { VirtualAddress } from '../../binary/address.ts';
import { threadObjectAddress } from '../addresses.ts';
import type { CallChainRun } from '../stacks/run-call-chain.ts';
import type { SimulatedProcess, SimulatedThread } from '../world/model.ts';
import { rawRecord } from './raw-record.ts';

/**
 * ETHREAD of x64 build 19041. Offsets: the public symbols of that build as `dt nt!_ETHREAD` prints them; those that
 * the debugger data names agree with a triage dump of the build.
 */
export const ETHREAD_BYTES = 0x898;

const WAIT_BLOCKS = 0x140;
const WAIT_BLOCK_BYTES = 0x30;
const TICK = 156_250n;

export interface ThreadObjectFacts {
  readonly process: SimulatedProcess;
  readonly processAddress: VirtualAddress;
  /** The thread's stack as it is at the moment. */
  readonly run: CallChainRun;
  readonly kernelStack: bigint;
  readonly state: number;
  /** Links of KTHREAD.ThreadListEntry and ETHREAD.ThreadListEntry. */
  readonly neighbours: { readonly next: ListNeighbour; readonly previous: ListNeighbour };
  /** ThreadListEntry of the IRPs that are on their way. */
  readonly pendingIrps: readonly bigint[];
  readonly upTime: bigint;
}

/** The two list entries of a neighbour in the process's thread lists: another thread's, or the process's heads. */
export interface ListNeighbour {
  readonly kernel: bigint;
  readonly executive: bigint;
}

/** Where a thread hangs in the two lists of its process. */
export function threadListEntries(thread: SimulatedThread): ListNeighbour {
  const address = threadObjectAddress(thread.ordinal);
  return { kernel: address + 0x2f8n, executive: address + 0x4e8n };
}

export function threadObject(thread: SimulatedThread, facts: ThreadObjectFacts): Uint8Array {
  const address = threadObjectAddress(thread.ordinal);
  const { snapshot, activity } = thread;
  const { run, neighbours, pendingIrps } = facts;
  const irpList = address + 0x4b0n;
  const segment = run.segments[0];
  const object = rawRecord(ETHREAD_BYTES)
    .u8(0, 6)
    .u8(2, 0x430 / 4)
    .links(8, address + 8n, address + 8n)
    .u64(0x28, run.initialStack)
    .u64(0x30, segment?.limit ?? 0n)
    .u64(0x38, segment?.base ?? 0n)
    .u64(0x58, facts.kernelStack)
    .u32(0x80, activity.systemCall ?? 0)
    .u64(0x88, 0x200 + thread.ordinal * 4)
    .u64(0x90, run.trapFrame ?? 0n)
    .links(0x98, address + 0x98n, address + 0x98n)
    .links(0xa8, address + 0xa8n, address + 0xa8n)
    .u64(0xb8, facts.processAddress)
    .u8(0xc3, snapshot.priority)
    .u64(0xd0, address + BigInt(WAIT_BLOCKS))
    .u64(0xf0, snapshot.tebAddress ?? 0n);
  for (let block = 0; block < 4; block++) object.u64(WAIT_BLOCKS + block * WAIT_BLOCK_BYTES + 0x18, address);
  // Words that KTHREAD keeps in the spare places of its wait blocks: context switches, state, wait time.
  const waited = (BigInt(snapshot.waitTimeMs ?? 0) * 10_000n) / TICK;
  object
    .u32(0x154, snapshot.contextSwitches)
    .u8(0x184, facts.state)
    .u8(0x187, activity.systemCall === undefined ? 0 : 1)
    .u32(0x1b4, Number(facts.upTime / TICK - waited))
    .u32(0x218, thread.ordinal % 8)
    .u64(0x220, facts.processAddress)
    .u8(0x232, activity.systemCall === undefined ? 0 : 1)
    .u8(0x233, snapshot.basePriority)
    .u8(0x283, activity.waitReason)
    .links(0x2f8, neighbours.next.kernel, neighbours.previous.kernel)
    .u64(0x430, snapshot.createTime)
    .u64(0x450, snapshot.startAddress ?? 0n)
    .u64(0x478, facts.process.snapshot.processId)
    .u64(0x480, snapshot.threadId)
    .links(0x4b0, pendingIrps[0] ?? irpList, pendingIrps.at(-1) ?? irpList)
    .u64(0x4d0, snapshot.win32StartAddress ?? 0n)
    .links(0x4e8, neighbours.next.executive, neighbours.previous.executive);
  return object.bytes;
}
