import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { tryReadU64 } from '../../dump/memory/memory.ts';
import { derived } from '../evidence.ts';
import type { ThreadWait, WorkerPool } from '../model.ts';
import { type KernelView, threadReference } from '../view.ts';
import { readDispatcherObject } from './dispatcher-object.ts';
import { readQueue } from './queue-facts.ts';

/** States in which a thread serves no queue any more. */
const ENDED = new Set(['Terminated', 'Initialized']);

/** Addresses of the threads of each queue: those whose KTHREAD.Queue names it. */
function threadsByQueue(view: KernelView): ReadonlyMap<bigint, VirtualAddress[]> {
  const offset = view.fields.offset('Queue');
  const byQueue = new Map<bigint, VirtualAddress[]>();
  if (offset === undefined) return byQueue;
  for (const { address, state } of view.threads.values()) {
    if (state !== undefined && ENDED.has(state)) continue;
    const queue = tryReadU64(view.memory, addressAt(address, offset));
    if (queue === undefined || !isKernelAddress(queue)) continue;
    const known = byQueue.get(queue);
    if (known) known.push(address);
    else byQueue.set(queue, [address]);
  }
  return byQueue;
}

/**
 * The kernel's worker pools: each EX_WORK_QUEUE with the threads that serve it. Only a dump of whole pages has them: a triage
 * dump holds few threads, so that all of those say nothing about the pool. Linear in threads.
 */
export function workerPools(view: KernelView, waits: readonly ThreadWait[]): WorkerPool[] {
  if (view.origin !== 'Pages') return [];
  const idle = new Set<bigint>(waits.filter(({ isIdle }) => isIdle).map(({ thread }) => thread.address));
  const pools: WorkerPool[] = [];
  for (const [address, threads] of threadsByQueue(view)) {
    const at = virtualAddress(address);
    if (readDispatcherObject(view, at)?.type !== 'PriorityQueue') continue;
    const queue = readQueue(view, at, 'Priority');
    // Without the counters of an EX_WORK_QUEUE it is not known whether these are all of its workers.
    if (queue.threads === undefined || threads.length < queue.threads) continue;
    pools.push({
      queue,
      workers: threads.map((thread) => threadReference(view, thread)),
      idleCount: threads.filter((thread) => idle.has(thread)).length,
      evidence: derived('KTHREAD.Queue of its workers, as many as the queue counts'),
    });
  }
  return pools;
}
