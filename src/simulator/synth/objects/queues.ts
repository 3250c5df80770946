import type { Structure } from '../raw-record.ts';
import { type ListEnds, OBJECT_TYPE, writeDispatcher, writeListHead } from './dispatcher.ts';

/** Queues that workers wait at: KQUEUE of completion ports, and EX_WORK_QUEUE of the kernel's own workers. */

export const QUEUE_BYTES = 0x40;
export const WORK_QUEUE_BYTES = 0x2d8;
const PRIORITY_QUEUE_BYTES = 0x2b0;
const PRIORITIES = 32;
const LIST_BYTES = 0x10;

export interface QueueFields {
  /** Blocks of the workers that wait for an entry. */
  readonly waiters?: ListEnds;
  /** Entries that no worker has taken. */
  readonly entries?: ListEnds;
  readonly running: number;
  readonly maximum: number;
  /** QueueListEntry of all threads that serve the queue. */
  readonly threads?: ListEnds;
}

/** KQUEUE */
export function writeQueue(record: Structure, facts: QueueFields): void {
  writeDispatcher(record, {
    type: OBJECT_TYPE.queue,
    bytes: QUEUE_BYTES,
    ...(facts.waiters && { waiters: facts.waiters }),
  });
  writeListHead(record, 0x18, facts.entries);
  record.u32(0x28, facts.running).u32(0x2c, facts.maximum);
  writeListHead(record, 0x30, facts.threads);
}

export interface WorkQueueFacts extends QueueFields {
  /** The priority that the entries have and that the running workers count for. */
  readonly priority: number;
  readonly threadCount: number;
  readonly maximumThreads: number;
  readonly itemsProcessed: number;
  readonly itemsAtLastPass: number;
  /** The memory partition and NUMA node of the queue. */
  readonly partition: bigint;
  readonly node: bigint;
}

/** Where the list of entries of a priority begins. */
export function entryListHead(priority: number): number {
  return 0x18 + priority * LIST_BYTES;
}

/** EX_WORK_QUEUE, which begins with a KPRIQUEUE; measured in real dumps of 19041 (x64) and 22000 (ARM64). */
export function writeWorkQueue(record: Structure, facts: WorkQueueFacts): void {
  record.u8(0, OBJECT_TYPE.priorityQueue).u16(2, PRIORITY_QUEUE_BYTES / 4);
  writeListHead(record, 8, facts.waiters);
  for (let priority = 0; priority < PRIORITIES; priority++) {
    writeListHead(record, entryListHead(priority), priority === facts.priority ? facts.entries : undefined);
  }
  record.u32(0x218 + facts.priority * 4, facts.running).u32(0x298, facts.maximum);
  writeListHead(record, 0x2a0, facts.threads);
  record
    .u64(0x2b0, facts.partition)
    .u64(0x2b8, facts.node)
    .u32(0x2c0, facts.itemsProcessed)
    .u32(0x2c4, facts.itemsAtLastPass)
    .u32(0x2c8, facts.threadCount)
    .u32(0x2d0, facts.maximumThreads);
}
