import process from 'node:process';
import type { Steps } from '../binary/steps.ts';

/** Work between two turns, in seconds. A person does not notice it. */
const LONGEST_WORK_S = 0.02;

/**
 * Does long work with turns for the rest of the process between its steps, so that a signal, the end of input or a timer is heard.
 * @throws what `signal` was aborted with
 */
export async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  try {
    for (let since = process.uptime(); ; ) {
      const { done, value } = steps.next();
      if (done === true) return value;
      signal?.throwIfAborted();
      if (process.uptime() - since < LONGEST_WORK_S) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = process.uptime();
    }
  } finally {
    // Work that is given up removes what it has begun.
    steps.return(undefined as never);
  }
}
