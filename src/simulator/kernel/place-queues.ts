import { threadObjectAddress } from '../addresses.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import type { ListEnds } from '../synth/objects/dispatcher.ts';
import {
  entryListHead,
  QUEUE_BYTES,
  WORK_QUEUE_BYTES,
  writeQueue,
  writeWorkQueue,
} from '../synth/objects/queues.ts';
import type { SimulatedThread, SimulatedWorld } from '../world/model.ts';
import { KERNEL } from './globals.ts';
import type { QueueScene, WaitScene } from './wait-scene.ts';

/** Queues with the threads that serve them. */

const PRIORITY = 12;
const MAXIMUM_THREADS = 0x1000;
const ITEMS_PROCESSED = 0x15ac;
const ITEMS_AT_LAST_PASS = 0x155a;
const PARTITION = 0xffffa38e_00010000n;
const NODE = 0xffffa38e_00020000n;
/** Work items that no worker has taken, behind a queue with busy workers alone. */
const WAITING_ITEMS = 3;
const ITEMS_PLACE = 0x300n;
const ITEM_BYTES = 0x20;

/** Where the head of the list of threads is in a queue. */
export function threadListHead(kind: QueueScene['kind']): number {
  return kind === 'completion' ? 0x30 : 0x2a0;
}

export function placeQueues(memory: KernelMemory, scene: WaitScene, world: SimulatedWorld): void {
  for (const queue of scene.queues.values()) {
    const { address, kind, threads } = queue;
    const entryOf = ({ ordinal }: SimulatedThread) =>
      threadObjectAddress(ordinal) + BigInt(KERNEL.thread.queueListEntry);
    const [first, last] = [threads[0], threads.at(-1)];
    const waiters = scene.waitersOf(address);
    const facts = {
      // A worker that waits in the middle of its work does not count as running.
      running: 0,
      maximum: world.facts.logicalProcessors,
      ...(waiters === undefined ? {} : { waiters }),
      ...(first === undefined || last === undefined
        ? {}
        : { threads: { first: entryOf(first), last: entryOf(last) } }),
    };
    if (kind === 'completion') {
      writeQueue(memory.place(`queue ${address.toString(16)}`, address, QUEUE_BYTES), facts);
      continue;
    }
    const entries = isUsedUp(queue) ? placeItems(memory, address) : undefined;
    writeWorkQueue(memory.place(`work queue ${address.toString(16)}`, address, WORK_QUEUE_BYTES), {
      ...facts,
      ...(entries === undefined ? {} : { entries }),
      priority: PRIORITY,
      threadCount: threads.length,
      maximumThreads: MAXIMUM_THREADS,
      itemsProcessed: ITEMS_PROCESSED,
      itemsAtLastPass: ITEMS_AT_LAST_PASS,
      partition: PARTITION,
      node: NODE,
    });
  }
}

function isUsedUp({ threads, busy }: QueueScene): boolean {
  return busy.length === threads.length;
}

/** Items in the list of the queue's priority. */
function placeItems(memory: KernelMemory, queue: bigint): ListEnds {
  const head = queue + BigInt(entryListHead(PRIORITY));
  const addressOf = (index: number) =>
    index < 0 || index >= WAITING_ITEMS ? head : queue + ITEMS_PLACE + BigInt(index * ITEM_BYTES);
  for (let index = 0; index < WAITING_ITEMS; index++) {
    memory
      .place(`item ${index} of ${queue.toString(16)}`, addressOf(index), ITEM_BYTES)
      .links(0, addressOf(index + 1), addressOf(index - 1));
  }
  return { first: addressOf(0), last: addressOf(WAITING_ITEMS - 1) };
}
