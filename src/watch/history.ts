import { STATE_WAITING } from '../contract/thread-state.ts';
import type { ProcessSnapshot, ThreadSnapshot } from '../machine/port.ts';

/** A thread over successive listings. */
export interface WatchedThread {
  readonly snapshot: ThreadSnapshot;
  readonly isWaiting: boolean;
  /** Since when the thread has not been switched to, on the clock of the watch. Means something for a waiting thread alone. */
  readonly sinceMs: number;
}

/** One process over successive listings, as the last one left it. */
export interface WatchedProcess {
  readonly process: ProcessSnapshot;
  readonly threads: readonly WatchedThread[];
  readonly nowMs: number;
}

export interface History {
  /**
   * Takes the next listing of the process. Linear in its threads; what is kept is one small object a thread of this listing.
   * @param trustedMs from this moment on the watch has seen everything: an older wait counts from then
   */
  update(process: ProcessSnapshot, nowMs: number, trustedMs: number): WatchedProcess;
  /** A capture of these threads has been taken, which switches to each of them. */
  captured(threadIds: readonly number[]): void;
}

interface Tracked {
  snapshot: ThreadSnapshot;
  isWaiting: boolean;
  sinceMs: number;
  /** Switches that captures have added since the last listing, at most. */
  allowance: number;
}

/** A capture runs in the thread, and the thread enters its wait again. Measured by the self-test on a real machine. */
const SWITCHES_PER_CAPTURE = 2;

const isSameWait = (before: Tracked, thread: ThreadSnapshot): boolean =>
  before.isWaiting &&
  before.snapshot.waitReason === thread.waitReason &&
  thread.contextSwitches - before.snapshot.contextSwitches <= before.allowance &&
  thread.contextSwitches >= before.snapshot.contextSwitches;

/** Follows the threads of one process. */
export function newHistory(): History {
  let known = new Map<number, Tracked>();

  return {
    update(process, nowMs, trustedMs) {
      const seen = new Map<number, Tracked>();
      const threads: Tracked[] = [];
      for (const snapshot of process.threads) {
        const isWaiting = snapshot.state === STATE_WAITING;
        const found = known.get(snapshot.threadId);
        // A thread id is used again: only the creation time identifies the thread.
        const before = found?.snapshot.createTime === snapshot.createTime ? found : undefined;
        let tracked: Tracked;
        if (before !== undefined && isWaiting && isSameWait(before, snapshot)) {
          tracked = before;
          tracked.sinceMs = Math.max(tracked.sinceMs, trustedMs);
        } else {
          const sinceMs = Math.max(nowMs - (snapshot.waitTimeMs ?? 0), trustedMs);
          tracked = before ?? { snapshot, isWaiting, sinceMs, allowance: 0 };
          tracked.sinceMs = sinceMs;
        }
        tracked.snapshot = snapshot;
        tracked.isWaiting = isWaiting;
        tracked.allowance = 0;
        seen.set(snapshot.threadId, tracked);
        threads.push(tracked);
      }
      known = seen;
      return { process, threads, nowMs };
    },
    captured(threadIds) {
      for (const threadId of threadIds) {
        const tracked = known.get(threadId);
        if (tracked !== undefined) tracked.allowance += SWITCHES_PER_CAPTURE;
      }
    },
  };
}
