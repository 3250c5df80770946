import { addressAt, isKernelAddress, type VirtualAddress } from '../../binary/address.ts';
import { dataViewOf } from '../../binary/data-view.ts';
import { view as structure } from '../../binary/layout.ts';
import { tryRead, tryReadFields, tryReadU32, tryReadU64 } from '../../dump/memory/memory.ts';
import { fromMemory } from '../evidence.ts';
import {
  CURRENT_COUNTS,
  ENTRY_LISTS,
  EX_WORK_QUEUE,
  KPRIQUEUE,
  KQUEUE,
  PRIORITIES,
} from '../layouts/queues.ts';
import type { QueueFacts } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { KernelView } from '../view.ts';

/** Processors that one queue can be for; a larger maximum is no maximum. */
const MOST_RUNNING = 0x10000;
const LIST_ENTRY_SIZE = 16;

const defined = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });

function completionFacts(view: KernelView, address: VirtualAddress) {
  const queue = tryReadFields(view.memory, address, KQUEUE);
  if (queue === undefined) return {};
  const hasEntries = queue.EntryFlink !== addressAt(address, ENTRY_LISTS);
  return { running: queue.CurrentCount, maximum: queue.MaximumCount, hasEntries };
}

/** Sum of the counts of all priorities; undefined when one is not stored. */
function runningOf(view: KernelView, address: VirtualAddress): number | undefined {
  const counts = tryRead(view.memory, addressAt(address, CURRENT_COUNTS), PRIORITIES * 4);
  if (!counts) return undefined;
  const data = dataViewOf(counts);
  let sum = 0;
  for (let index = 0; index < PRIORITIES; index++) sum += data.getUint32(index * 4, true);
  return sum;
}

/** The first entry of each priority's list; undefined for one that is not in the dump. */
function firstEntries(view: KernelView, heads: readonly VirtualAddress[]): (bigint | undefined)[] {
  const whole = heads[0] && tryRead(view.memory, heads[0], PRIORITIES * LIST_ENTRY_SIZE);
  if (!whole) return heads.map((head) => tryReadU64(view.memory, head));
  const data = dataViewOf(whole);
  return heads.map((_, index) => data.getBigUint64(index * LIST_ENTRY_SIZE, true));
}

function hasEntriesOf(view: KernelView, address: VirtualAddress): boolean | undefined {
  const heads = Array.from({ length: PRIORITIES }, (_, index) =>
    addressAt(address, ENTRY_LISTS + index * LIST_ENTRY_SIZE),
  );
  const firsts = firstEntries(view, heads);
  if (firsts.some((first, index) => first !== undefined && isKernelAddress(first) && first !== heads[index]))
    return true;
  return firsts.includes(undefined) ? undefined : false;
}

/** The counters of the EX_WORK_QUEUE that a KPRIQUEUE may be the beginning of. */
function workQueueFacts(view: KernelView, address: VirtualAddress) {
  const partition = tryReadU64(view.memory, addressAt(address, EX_WORK_QUEUE.fields.Partition.offset));
  const bytes = tryRead(view.memory, address, EX_WORK_QUEUE.size);
  if (!bytes || partition === undefined || !isKernelAddress(partition)) return {};
  const queue = structure(EX_WORK_QUEUE, bytes).all();
  if (queue.ThreadCount > queue.MaxThreads || queue.MaxThreads > MOST_RUNNING) return {};
  return {
    threads: queue.ThreadCount,
    itemsProcessed: queue.WorkItemsProcessed,
    itemsAtLastPass: queue.WorkItemsProcessedLastPass,
  };
}

/** Queues that are kept: hundreds of idle workers wait at one. */
const MOST_QUEUES = 1024;

const completionQueue = remembered(
  MOST_QUEUES,
  (view: KernelView, address: VirtualAddress): QueueFacts => ({
    address,
    kind: 'Completion',
    ...completionFacts(view, address),
    evidence: fromMemory('the queue'),
  }),
);

const priorityQueue = remembered(MOST_QUEUES, (view: KernelView, address: VirtualAddress): QueueFacts => {
  const maximum = tryReadU32(view.memory, addressAt(address, KPRIQUEUE.fields.MaximumCount.offset));
  return {
    address,
    kind: 'Priority',
    ...defined('running', runningOf(view, address)),
    ...defined('maximum', maximum !== undefined && maximum <= MOST_RUNNING ? maximum : undefined),
    ...defined('hasEntries', hasEntriesOf(view, address)),
    ...workQueueFacts(view, address),
    evidence: fromMemory('the queue'),
  };
});

/** The fields of a queue, as far as the dump holds them. */
export function readQueue(view: KernelView, address: VirtualAddress, kind: QueueFacts['kind']): QueueFacts {
  return kind === 'Completion' ? completionQueue(view, address) : priorityQueue(view, address);
}
