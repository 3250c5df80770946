import { setTimeout as delay } from 'node:timers/promises';

export type StopReason = 'Cancelled' | 'TimeLimit';

/** The one place that decides to stop a running call, and remembers why. */
export interface CallStop {
  /** Why the call was asked to stop; undefined while it was not. */
  readonly reason: StopReason | undefined;
  /** True once `end` was called. */
  readonly over: boolean;
  /** The call has answered: nothing stops it any more. */
  end(): void;
}

export interface StopOptions {
  readonly signal: AbortSignal;
  /** Milliseconds until the call is cancelled; infinite for no limit. */
  readonly timeLimitMs: number;
  readonly onStop: () => void;
}

/** The longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Cancels a call as soon as the caller aborts or the time is over, whichever comes first. It acts by itself, so a consumer
 * that does not pull events delays nothing.
 */
export function stopCall(cancel: () => void, { signal, timeLimitMs, onStop }: StopOptions): CallStop {
  const ended = new AbortController();
  let reason: StopReason | undefined;
  const stop = (why: StopReason) => {
    if (reason !== undefined || ended.signal.aborted) return;
    reason = why;
    cancel();
    onStop();
  };
  const onAbort = () => stop('Cancelled');
  signal.addEventListener('abort', onAbort, { signal: ended.signal });
  if (timeLimitMs <= LONGEST_DELAY_MS) {
    delay(Math.max(0, timeLimitMs), undefined, { signal: ended.signal }).then(
      () => stop('TimeLimit'),
      () => undefined,
    );
  }
  if (signal.aborted) onAbort();
  return {
    get reason() {
      return reason;
    },
    get over() {
      return ended.signal.aborted;
    },
    end: () => ended.abort(),
  };
}
