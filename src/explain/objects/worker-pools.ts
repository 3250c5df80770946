import { isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { derived } from '../evidence.ts';
import type { ThreadWait, WorkerPool } from '../model.ts';
import type { ThreadObject } from '../thread-object.ts';
import { type KernelView, threadReference, type ViewThread } from '../view.ts';
import { readDispatcherObject } from './dispatcher-object.ts';
import { readQueue } from './queue-facts.ts';

/** States in which a thread serves no queue any more. */
const ENDED = new Set(['Terminated', 'Initialized']);

/** KTHREAD.Queue: the queue that a thread serves. */
export function servedQueue({ state }: ViewThread, object: ThreadObject): VirtualAddress | undefined {
  if (state !== undefined && ENDED.has(state)) return undefined;
  const queue = object.u64('Queue');
  return queue !== undefined && isKernelAddress(queue) ? virtualAddress(queue) : undefined;
}

/** A thread with the queue that it serves. */
interface Served {
  readonly thread: ViewThread;
  readonly queue: VirtualAddress | undefined;
}

/** Addresses of the threads of each queue. */
function threadsByQueue(looks: readonly Served[]): ReadonlyMap<VirtualAddress, VirtualAddress[]> {
  const byQueue = new Map<VirtualAddress, VirtualAddress[]>();
  for (const { thread, queue } of looks) {
    if (queue === undefined) continue;
    const known = byQueue.get(queue);
    if (known) known.push(thread.address);
    else byQueue.set(queue, [thread.address]);
  }
  return byQueue;
}

/**
 * The kernel's worker pools: each EX_WORK_QUEUE with the threads that serve it. Only a dump of whole pages has them: a triage
 * dump holds few threads, so that all of those prove nothing about the pool. Linear in threads.
 */
export function workerPools(
  view: KernelView,
  looks: readonly Served[],
  waits: readonly ThreadWait[],
): WorkerPool[] {
  if (view.origin !== 'Pages') return [];
  const idle = new Set<bigint>(waits.filter(({ isIdle }) => isIdle).map(({ thread }) => thread.address));
  const pools: WorkerPool[] = [];
  for (const [at, threads] of threadsByQueue(looks)) {
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
