import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { Dump } from '../dump/dump.ts';
import { isListHead, walkList } from '../dump/kernel-lists/walk-list.ts';
import type { Memory } from '../dump/memory/memory.ts';
import { hasObjectType } from './guards.ts';
import type { ProcessLayout } from './layouts/process-layout.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import { isStackShape, readStackPointers } from './stack-shape.ts';

/**
 * The lists of processes and threads of a dump that holds whole pages. Where the list entry lies inside an object is
 * not in the debugger data, so it is calibrated: the offset at which the first entry of a list turns out to lie in an
 * object of the right type.
 */

/** More than any server runs; a list beyond is damage. */
const MOST_PROCESSES = 0x10000;
const MOST_THREADS = 0x40000;

/** Every process of PsActiveProcessHead. */
export function listProcesses(
  dump: Dump,
  layout: ProcessLayout,
): { addresses: readonly VirtualAddress[]; broken?: string } {
  const { memory, header } = dump;
  const head = header.get('PsActiveProcessHead') || dump.debuggerData()?.known('PsActiveProcessHead');
  if (!head) return { addresses: [] };
  const { entries, broken } = walkList(memory, virtualAddress(head), MOST_PROCESSES);
  const distance = entries[0] && linksOffset(memory, layout, entries[0]);
  if (distance === undefined)
    return { addresses: [], broken: broken ?? 'the entries of the process list are not in processes' };
  const addresses = entries
    .map((entry) => addressAt(entry, -distance))
    .filter((address) => hasObjectType(memory, address, 'process'));
  return { addresses, ...(broken !== undefined && { broken }) };
}

/** Offset of ActiveProcessLinks, by the rules first and by search where none holds. */
function linksOffset(memory: Memory, layout: ProcessLayout, entry: VirtualAddress): number | undefined {
  const isProcessAt = (offset: number) => {
    const process = addressAt(entry, -offset);
    return (
      hasObjectType(memory, process, 'process') === true &&
      isListHead(memory, addressAt(process, layout.threadListHead))
    );
  };
  const byRule = layout.processIds.map((offset) => offset + layout.linksAfterId).find(isProcessAt);
  return byRule ?? eighths(layout.directoryTableBase + 16, layout.size).find(isProcessAt);
}

const eighths = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / 8)) }, (_, index) => from + index * 8);

/** Offset of KTHREAD.ThreadListEntry: as the types have it, else by search from the first thread of a process. */
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

/** The first entries of the lists are enough to find the offset; a file in which they fail has no threads to give. */
const MOST_CALIBRATIONS = 64;

/** The threads of each process, by its thread list. */
export function listThreadsOf(
  memory: Memory,
  processes: readonly VirtualAddress[],
  processLayout: ProcessLayout,
  layout: ThreadLayout,
): readonly VirtualAddress[] {
  const threads: VirtualAddress[] = [];
  let offset: number | undefined;
  let calibrations = 0;
  let left = MOST_THREADS;
  for (const process of processes) {
    const { entries } = walkList(memory, addressAt(process, processLayout.threadListHead), left);
    left -= entries.length;
    for (const entry of entries) {
      if (offset === undefined && calibrations++ < MOST_CALIBRATIONS)
        offset = threadEntryOffset(memory, layout, entry);
      const thread = offset === undefined ? undefined : addressAt(entry, -offset);
      if (thread && hasObjectType(memory, thread, 'thread') === true) threads.push(thread);
    }
  }
  return threads;
}
