import type { Batch } from '../call/batch.ts';

/** A part of the threads that are still to be captured, to be asked for in one call. */
export interface Portion<T> extends Batch<T> {
  /** The calls for just this portion that came to nothing. */
  readonly failures: number;
}

/**
 * Threads that wait for their call: process by process, and in the order in which they were asked for, but for those that
 * come back. Each operation costs no more than the threads that it moves.
 */
export interface ThreadQueue<T> {
  /** The next threads for one call, at most so many; undefined when none is left. */
  take(size: number): Portion<T> | undefined;
  /** Threads that had no room: they are the first of the next batch. */
  again(processId: number, threads: readonly T[]): void;
  /** Threads that are asked for one by one, before all others. */
  alone(processId: number, threads: readonly T[]): void;
  /**
   * Puts back a portion after a failed call: it is asked for once more, then in halves. Returns false for a single thread
   * after its second failed call.
   */
  retry(portion: Portion<T>): boolean;
}

/** @param batches threads by process, in any number of batches */
export function threadQueue<T>(batches: readonly Batch<T>[]): ThreadQueue<T> {
  // The last element is the next, so that taking it moves nothing.
  const special: Portion<T>[] = [];
  const returned: Batch<T>[] = [];
  let batch = 0;
  let place = 0;

  function takePlanned(size: number): Batch<T> | undefined {
    const current = batches[batch];
    if (current === undefined) return undefined;
    const threads = current.threads.slice(place, place + size);
    place += threads.length;
    if (place >= current.threads.length) {
      batch += 1;
      place = 0;
    }
    return { processId: current.processId, threads };
  }

  function takeNormal(size: number): Batch<T> | undefined {
    const back = returned.pop();
    if (back === undefined) return takePlanned(size);
    if (back.threads.length > size) {
      returned.push({ processId: back.processId, threads: back.threads.slice(size) });
      return { processId: back.processId, threads: back.threads.slice(0, size) };
    }
    // Filled up with threads of the same process, so that those that come back cost no call of their own.
    const room = size - back.threads.length;
    const next = returned.at(-1) ?? batches[batch];
    if (room === 0 || next?.processId !== back.processId) return back;
    const more = takeNormal(room);
    return { processId: back.processId, threads: [...back.threads, ...(more?.threads ?? [])] };
  }

  return {
    take(size) {
      const first = special.pop();
      if (first !== undefined) return first;
      let taken = takeNormal(size);
      // An empty process has no call.
      while (taken !== undefined && taken.threads.length === 0) taken = takeNormal(size);
      return taken && { ...taken, failures: 0 };
    },
    again(processId, threads) {
      if (threads.length > 0) returned.push({ processId, threads });
    },
    alone(processId, threads) {
      for (const thread of threads.toReversed()) special.push({ processId, threads: [thread], failures: 0 });
    },
    retry({ processId, threads, failures }) {
      if (failures === 0) {
        special.push({ processId, threads, failures: 1 });
        return true;
      }
      if (threads.length < 2) return false;
      const half = Math.ceil(threads.length / 2);
      special.push({ processId, threads: threads.slice(half), failures: 1 });
      special.push({ processId, threads: threads.slice(0, half), failures: 1 });
      return true;
    },
  };
}
