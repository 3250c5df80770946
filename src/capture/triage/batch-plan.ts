import type { MachineFacts } from '../../machine/port.ts';

/** The kernel's private buffer for a triage dump: a larger output buffer gains nothing. Unproven on Windows by us. */
export const TRIAGE_BUFFER_BYTES = 0x100000;

/** What the fixed parts of a triage dump take beside the processor blocks: headers, drivers, debugger data. */
const FIXED_PART_BYTES = 90 * 1024;

/** Bytes that a thread takes on average; published experience is 27 to 60 KB. */
const THREAD_BYTES = 40 * 1024;

/**
 * Size of the KPRCB, which every triage dump holds once for each logical processor, by the first build that has it.
 * The last is measured on a real dump of 19041; the others are third parties' reports. A wrong one costs a second
 * capture of some threads and nothing else, because what did not fit is captured again.
 */
const KPRCB_BYTES_BY_BUILD: readonly (readonly [build: number, bytes: number])[] = [
  [26100, 0xcf00],
  [22000, 0xbf00],
  [0, 0xaf00],
];

/** More threads than this gain nothing, whatever the room. */
export const DEFAULT_THREADS_PER_DUMP = 16;
/** The limit of an unattended capture, which leaves room for threads with much indirect data. */
export const UNATTENDED_THREADS_PER_DUMP = 10;

/** Bytes of the KPRCB of a build, as reported. */
export function processorBlockBytes(windowsBuild: number): number {
  const [, bytes] = KPRCB_BYTES_BY_BUILD.find(([build]) => windowsBuild >= build) ?? [0, 0xaf00];
  return bytes;
}

/** Bytes that a triage dump of this machine takes before its first thread, as estimated. */
export function fixedBytes({ logicalProcessors, windowsBuild }: MachineFacts): number {
  return FIXED_PART_BYTES + logicalProcessors * processorBlockBytes(windowsBuild);
}

/** Bytes that are left for threads in a triage dump of this machine; may be negative on machines with many processors. */
export function roomForThreads(facts: MachineFacts): number {
  return TRIAGE_BUFFER_BYTES - fixedBytes(facts);
}

/** How many threads to try in one dump: what was asked for, fewer where the processors leave little room, at least one. */
export function threadsPerDump(facts: MachineFacts, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(roomForThreads(facts) / THREAD_BYTES)));
}

/** Threads of one process that are captured in one call, in the order in which they were asked for. */
export interface Batch<T> {
  readonly processId: number;
  readonly threads: readonly T[];
}

/**
 * Cuts threads into batches of one process each: the kernel takes the process context of the first thread for all.
 * Processes come in the order of their first thread.
 */
export function planBatches<T extends { readonly processId: number }>(
  threads: readonly T[],
  size: number,
): Batch<T>[] {
  const byProcess = new Map<number, T[]>();
  for (const thread of threads) {
    const group = byProcess.get(thread.processId);
    if (group === undefined) byProcess.set(thread.processId, [thread]);
    else group.push(thread);
  }
  return [...byProcess].flatMap(([processId, group]) => cut(processId, group, size));
}

function cut<T>(processId: number, threads: readonly T[], size: number): Batch<T>[] {
  const batches: Batch<T>[] = [];
  for (let start = 0; start < threads.length; start += size) {
    batches.push({ processId, threads: threads.slice(start, start + size) });
  }
  return batches;
}
