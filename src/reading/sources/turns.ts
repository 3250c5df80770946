import type { Steps } from '../../binary/steps.ts';
import { Failure } from '../../contract/failure.ts';
import { steadyMs } from './steady-clock.ts';

/**
 * Readers are synchronous: while one works, the process gets no signal, no end of its input and no timer. So every loop of
 * this room whose length comes from a file gives the process a turn now and then, and looks whether to go on.
 */

/** Work between two turns. A person does not notice it, and a turn costs some microseconds. */
const LONGEST_WORK_MS = 20;

/** The process has one event loop, so all readers share the time of its last turn. */
let lastTurn = steadyMs();

const isDue = () => steadyMs() - lastTurn >= LONGEST_WORK_MS;

/** Why a reader was stopped: the reason of its signal, where that is a failure. */
export function stopReason({ reason }: AbortSignal): Failure {
  return reason instanceof Failure ? reason : new Failure('Cancelled', 'Reading was cancelled.');
}

/**
 * Gives the process a turn when it is due.
 * @throws Failure Cancelled, TimeLimitReached when `signal` has fired
 */
export async function takeTurn(signal: AbortSignal): Promise<void> {
  if (isDue()) {
    await new Promise((resolve) => setImmediate(resolve));
    lastTurn = steadyMs();
  }
  if (signal.aborted) throw stopReason(signal);
}

/**
 * Does long work with turns between its steps.
 * @param take is given the parts of the result that are whole before all of it is
 * @throws Failure Cancelled, TimeLimitReached
 */
export async function inTurns<T, Part = never>(
  steps: Steps<T, Part>,
  signal: AbortSignal,
  take?: (part: Part) => Promise<void>,
): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (value !== undefined) await take?.(value);
    if (isDue()) await takeTurn(signal);
  }
}
