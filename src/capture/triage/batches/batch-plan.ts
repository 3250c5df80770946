import type { MachineFacts } from '../../../machine/port.ts';
import type { Batch } from '../call/batch.ts';
import { fixedBytes, TRIAGE_BUFFER_BYTES } from '../call/triage-buffer.ts';

/** Bytes that a thread takes on average; published experience is 27 to 60 KB. */
const THREAD_BYTES = 40 * 1024;

/** More threads than this gain nothing, whatever the room. */
export const DEFAULT_THREADS_PER_DUMP = 16;
/** The limit of an unattended capture, which leaves room for threads with much indirect data. */
export const UNATTENDED_THREADS_PER_DUMP = 10;

/** How many threads of average size fit beside a fixed part of so many bytes: at most so many, at least one. */
export function threadsThatFit(fixed: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor((TRIAGE_BUFFER_BYTES - fixed) / THREAD_BYTES)));
}

/** How many threads to try in one dump: what was asked for, fewer where the processors leave little room, at least one. */
export function threadsPerDump(facts: MachineFacts, most: number): number {
  return threadsThatFit(fixedBytes(facts), most);
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
