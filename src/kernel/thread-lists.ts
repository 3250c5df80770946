import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { Steps } from '../binary/steps.ts';
import type { Dump } from '../dump/dump.ts';
import { isListHead, type ListWalk, walkBothWays } from '../dump/kernel-lists/walk-list.ts';
import type { Memory } from '../dump/memory/memory.ts';
import { findExecutiveLists } from './executive-lists.ts';
import { hasObjectType } from './guards.ts';
import type { ProcessLayout } from './layouts/process-layout.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import type { Processor } from './processors.ts';
import { processIdOffset } from './read-process.ts';
import { isStackShape, readStackPointers } from './stack-shape.ts';

/**
 * The lists of processes and threads of a dump that holds whole pages. Where the list entry is inside an object is
 * not in the debugger data, so it is calibrated: the offset at which an entry of a list turns out to be in an object of
 * the right type. A damaged object must not hide the others, so the kernel's second lists, the other direction and further
 * objects are asked where a list breaks off.
 */

/** More than any server runs; a list beyond is damage. */
const MOST_PROCESSES = 0x10000;
const MOST_THREADS = 0x40000;
/** Processes that a broken list is entered from: a few lead to all that hang together. */
const MOST_SEEDS = 8;
/** Entries that a calibration looks at; a file in which they all fail has no objects to give. */
const MOST_CALIBRATIONS = 64;

/** Objects of a list, and why there may be more. */
export interface ListedObjects {
  readonly addresses: readonly VirtualAddress[];
  /** Absent when the list was followed to its end. */
  readonly broken?: string;
}

/** The lists of processes: that of the head, else the one that the running threads' processes are on. */
function walkProcesses(dump: Dump, layout: ProcessLayout, seeds: readonly VirtualAddress[]): ListWalk {
  const { memory, header } = dump;
  const head = header.get('PsActiveProcessHead') || dump.debuggerData()?.known('PsActiveProcessHead');
  const named = head ? walkBothWays(memory, virtualAddress(head), MOST_PROCESSES) : { entries: [] };
  if (named.broken === undefined) return named;
  const entries = new Set(named.entries);
  for (const process of seeds.slice(0, MOST_SEEDS)) {
    const id = processIdOffset(memory, layout, process);
    if (id === undefined) continue;
    const entry = addressAt(process, id + layout.linksAfterId);
    if (entries.has(entry)) continue;
    const ring = walkBothWays(memory, entry, MOST_PROCESSES);
    for (const each of [entry, ...ring.entries]) if (each !== head) entries.add(each);
  }
  return { entries: [...entries], broken: named.broken };
}

/** The processes that the processors' threads run in: a way to the list that does not lead through its head. */
export function processesOnProcessors(
  memory: Memory,
  processors: readonly Processor[],
  processOf: (thread: VirtualAddress) => VirtualAddress | undefined,
): readonly VirtualAddress[] {
  const threads = processors.flatMap(({ currentThread, idleThread }) => [currentThread, idleThread]);
  const processes = threads.flatMap((thread) => (thread && processOf(thread)) ?? []);
  return [...new Set(processes)].filter((process) => hasObjectType(memory, process, 'process'));
}

/** Every process of PsActiveProcessHead; `seeds` are processes that are known without it. */
export function listProcesses(
  dump: Dump,
  layout: ProcessLayout,
  seeds: readonly VirtualAddress[] = [],
): ListedObjects {
  const { memory } = dump;
  const { entries, broken } = walkProcesses(dump, layout, seeds);
  const distance =
    firstOf(entries, (entry) => linksOffset(memory, layout, entry, 'rule')) ??
    firstOf(entries, (entry) => linksOffset(memory, layout, entry, 'search'));
  if (distance === undefined)
    return {
      addresses: [],
      ...(entries.length > 0 && { broken: broken ?? 'the entries of the process list are not in processes' }),
      ...(entries.length === 0 && broken !== undefined && { broken }),
    };
  const objects = entries.map((entry) => addressAt(entry, -distance));
  const addresses = objects.filter((address) => hasObjectType(memory, address, 'process'));
  const unread = objects.length - addresses.length;
  const reason = broken ?? (unread > 0 ? `${unread} of its processes cannot be read` : undefined);
  return { addresses, ...(reason !== undefined && { broken: reason }) };
}

/** The first result among those of the first entries. */
function firstOf<T, R>(entries: readonly T[], find: (entry: T) => R | undefined): R | undefined {
  for (const entry of entries.slice(0, MOST_CALIBRATIONS)) {
    const result = find(entry);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Offset of ActiveProcessLinks in the process that holds `entry`, by the rules or by search. */
function linksOffset(
  memory: Memory,
  layout: ProcessLayout,
  entry: VirtualAddress,
  by: 'rule' | 'search',
): number | undefined {
  const isProcessAt = (offset: number) => {
    const process = addressAt(entry, -offset);
    return (
      hasObjectType(memory, process, 'process') === true &&
      isListHead(memory, addressAt(process, layout.threadListHead))
    );
  };
  return by === 'rule'
    ? layout.processIds.map((offset) => offset + layout.linksAfterId).find(isProcessAt)
    : eighths(layout.directoryTableBase + 16, layout.size).find(isProcessAt);
}

const eighths = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / 8)) }, (_, index) => from + index * 8);

/** Offset of KTHREAD.ThreadListEntry: as the types have it, else by search from a thread of a process. */
function threadEntryOffset(memory: Memory, layout: ThreadLayout, entry: VirtualAddress): number | undefined {
  const { threadListEntry, waitBlocks, size } = layout;
  const places = threadListEntry === undefined ? eighths(waitBlocks, size) : [threadListEntry];
  return places.find((offset) => {
    const thread = addressAt(entry, -offset);
    if (hasObjectType(memory, thread, 'thread') !== true) return false;
    const pointers = readStackPointers(memory, layout, thread);
    return pointers !== undefined && isStackShape(pointers);
  });
}

/** A process with a broken thread list, and what was found of it. */
interface BrokenList {
  readonly process: VirtualAddress;
  readonly reason: string;
}

/**
 * The threads of each process, by its thread list, and by its second list where that breaks off. Yields the threads of each process
 * as they are found.
 */
export function* listThreadsOf(
  memory: Memory,
  processes: readonly VirtualAddress[],
  processLayout: ProcessLayout,
  layout: ThreadLayout,
): Steps<ListedObjects, readonly VirtualAddress[]> {
  const threads = new Set<VirtualAddress>();
  const broken: BrokenList[] = [];
  const whole: { process: VirtualAddress; first: VirtualAddress; last: VirtualAddress }[] = [];
  let offset: number | undefined;
  let calibrations = 0;
  let left = MOST_THREADS;

  function threadAt(entry: VirtualAddress): VirtualAddress | undefined {
    if (offset === undefined && calibrations++ < MOST_CALIBRATIONS)
      offset = threadEntryOffset(memory, layout, entry);
    return offset === undefined ? undefined : addressAt(entry, -offset);
  }

  for (const process of processes) {
    const walk = walkBothWays(memory, addressAt(process, processLayout.threadListHead), left);
    left -= walk.entries.length;
    const found = walk.entries.map(threadAt);
    const read = found.flatMap((thread) =>
      thread && hasObjectType(memory, thread, 'thread') ? [thread] : [],
    );
    const added = read.filter((thread) => !threads.has(thread));
    for (const thread of added) threads.add(thread);
    yield added;
    const [first, last] = [read[0], read.at(-1)];
    const reason =
      walk.broken ?? (read.length < found.length ? 'some of its threads cannot be read' : undefined);
    if (reason !== undefined) broken.push({ process, reason });
    else if (first !== undefined && last !== undefined) whole.push({ process, first, last });
  }

  const lists = broken.length === 0 ? undefined : findExecutiveLists(memory, processLayout, layout, whole);
  const lost = broken.filter(({ process }) => !addExecutiveThreads(process));
  const [one] = lost;
  const count = lost.length === 1 ? 'one process' : `${lost.length} processes`;
  return {
    addresses: [...threads],
    ...(one !== undefined && { broken: `the threads of ${count} cannot be followed: ${one.reason}` }),
  };

  /** Adds the threads of a process by its second list. True when that was followed to its end. */
  function addExecutiveThreads(process: VirtualAddress): boolean {
    if (lists === undefined) return false;
    const walk = walkBothWays(memory, addressAt(process, lists.head), left);
    left -= walk.entries.length;
    const objects = walk.entries.map((entry) => addressAt(entry, -lists.entry));
    const read = objects.filter((thread) => hasObjectType(memory, thread, 'thread'));
    for (const thread of read) threads.add(thread);
    return walk.broken === undefined && read.length === objects.length;
  }
}
