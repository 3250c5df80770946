import { type KernelBuild, WAIT_BLOCK_BYTES } from '../builds.ts';
import { type Pointer, type Structure, within } from '../raw-record.ts';
import { type ListEnds, writeEvent, writeListHead, writeSemaphore } from './dispatcher.ts';
import { type WaitFacts, writeStaleBlock, writeThreadTimer, writeWait } from './wait-blocks.ts';

/** What an ETHREAD holds; times in clock ticks, priorities and states as the kernel numbers them. */
export interface ThreadFacts {
  readonly threadId: number;
  readonly processId: number;
  readonly process: Pointer;
  /** The process that it is attached to; the thread's own when absent. */
  readonly attachedProcess?: Pointer;
  readonly stackBase: Pointer;
  readonly stackLimit: Pointer;
  readonly initialStack: Pointer;
  readonly kernelStack: Pointer;
  /** Absent for a thread that did not come from user mode. */
  readonly trapFrame?: Pointer;
  readonly state: number;
  readonly waitReason: number;
  /** The tick at which its wait began. */
  readonly waitTime: number;
  readonly priority: number;
  readonly basePriority: number;
  readonly nextProcessor?: number;
  readonly contextSwitches?: number;
  /** Absent for a thread that never entered the kernel by a call. */
  readonly systemCall?: { readonly number: number; readonly firstArgument: number };
  readonly teb?: Pointer;
  readonly createTime?: bigint;
  readonly startAddress: Pointer;
  readonly win32StartAddress: Pointer;
  /** The list of requests, of IRP.ThreadListEntry. */
  readonly irps?: ListEnds;
  /** Absent for a thread that does not wait. */
  readonly wait?: WaitFacts;
  /** The object of a wait that has ended; the block is still there. */
  readonly staleObject?: bigint;
  /** How often it has entered a critical region or disabled kernel APCs: a thread that holds a file system's lock has. */
  readonly criticalRegions?: number;
  /** The queue that it serves, and its neighbours in the list of the queue's threads. */
  readonly queue?: { readonly address: Pointer; readonly next: Pointer; readonly previous: Pointer };
  /** The mutants that it owns, of KMUTANT.MutantListEntry. */
  readonly mutants?: ListEnds;
  readonly suspendCount?: number;
  /** The message that it waits for a reply to. */
  readonly alpcMessage?: { readonly address: Pointer; readonly id: number };
  readonly topLevelIrp?: Pointer;
  /** Blocks on the wait lists of objects inside of the thread: those of threads that wait for its end, or its own. */
  readonly waiters?: ListEnds;
  readonly suspendWaiters?: ListEnds;
  readonly alpcWaiters?: ListEnds;
  /** In the thread lists of its process; absent when the plan links the lists itself. */
  readonly neighbours?: { readonly next: ThreadListEntries; readonly previous: ThreadListEntries };
}

/** The entries of a thread in the two lists of its process, KPROCESS's and EPROCESS's; or the heads of the two. */
export interface ThreadListEntries {
  readonly kernel: bigint;
  readonly executive: bigint;
}

const THREAD_OBJECT = 6;
const BUILT_IN_WAIT_BLOCKS = 4;

/** Where the thread at `address` hangs in the two lists of its process. */
export function threadListEntries(build: KernelBuild, address: bigint): ThreadListEntries {
  const { threadListEntry, executiveListEntry } = build.thread;
  return { kernel: address + BigInt(threadListEntry), executive: address + BigInt(executiveListEntry) };
}

/** ETHREAD, which begins with KTHREAD; offsets: `KernelBuild.thread`. */
export function writeThread(record: Structure, build: KernelBuild, facts: ThreadFacts): void {
  const { thread: at } = build;
  const selfAt = (offset: number) => record.address + BigInt(offset);
  const { systemCall, irps, neighbours } = facts;
  record
    .u8(0, THREAD_OBJECT)
    .u8(2, at.schedulerSize / 4)
    .u64(at.initialStack, facts.initialStack)
    .u64(at.stackLimit, facts.stackLimit)
    .u64(at.stackBase, facts.stackBase)
    .u64(at.kernelStack, facts.kernelStack)
    .u32(at.systemCallNumber, systemCall?.number ?? 0)
    .u64(at.firstArgument, systemCall?.firstArgument ?? 0)
    .u64(at.trapFrame, facts.trapFrame ?? 0n)
    .u64(at.apcProcess, facts.attachedProcess ?? facts.process)
    .u8(at.priority, facts.priority)
    .u64(at.waitBlockList, selfAt(at.waitBlocks))
    .u64(at.teb, facts.teb ?? 0n);
  writeListHead(record, 8, facts.waiters);
  for (const list of [at.apcLists, at.apcLists + 0x10]) record.links(list, selfAt(list), selfAt(list));
  for (let block = 0; block < BUILT_IN_WAIT_BLOCKS; block++) {
    record.u64(at.waitBlocks + block * WAIT_BLOCK_BYTES + 0x18, record.address);
  }
  // KTHREAD keeps words of its own in the spare places of its wait blocks: context switches, state, wait time.
  record
    .u32(at.contextSwitches, facts.contextSwitches ?? 0)
    .u8(at.state, facts.state)
    .u8(at.waitMode, systemCall === undefined ? 0 : 1)
    .u32(at.waitTime, facts.waitTime)
    .u32(at.nextProcessor, facts.nextProcessor ?? 0)
    .u64(at.process, facts.process)
    .u8(at.previousMode, systemCall === undefined ? 0 : 1)
    .u8(at.basePriority, facts.basePriority)
    .u8(at.waitReason, facts.waitReason)
    .u64(at.createTime, facts.createTime ?? 0n)
    .u16(at.kernelApcDisable, -(facts.criticalRegions ?? 0))
    .u64(at.queue, facts.queue?.address ?? 0n)
    .links(at.queueListEntry, facts.queue?.next ?? 0n, facts.queue?.previous ?? 0n)
    .u8(at.suspendCount, facts.suspendCount ?? 0)
    .u64(at.alpcMessageId, facts.alpcMessage?.id ?? 0)
    .u64(at.alpcMessage, facts.alpcMessage?.address ?? 0n)
    .u64(at.topLevelIrp, facts.topLevelIrp ?? 0n)
    .u64(at.startAddress, facts.startAddress)
    .u64(at.cid, facts.processId)
    .u64(at.cid + 8, facts.threadId)
    .links(at.irpList, irps?.first ?? selfAt(at.irpList), irps?.last ?? selfAt(at.irpList))
    .u64(at.win32StartAddress, facts.win32StartAddress);
  writeListHead(record, at.mutants, facts.mutants);
  writeEvent(within(record, at.suspendEvent), facts.suspendWaiters, true);
  writeSemaphore(within(record, at.alpcSemaphore), 1, facts.alpcWaiters);
  if (facts.wait === undefined) writeThreadTimer(record, build);
  else writeWait(record, build, facts.wait);
  if (facts.staleObject !== undefined) writeStaleBlock(record, build, facts.staleObject);
  if (neighbours === undefined) return;
  const { next, previous } = neighbours;
  record
    .links(at.threadListEntry, next.kernel, previous.kernel)
    .links(at.executiveListEntry, next.executive, previous.executive);
}
