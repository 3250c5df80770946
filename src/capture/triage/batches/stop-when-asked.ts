import { performance } from 'node:perf_hooks';
import { Failure } from '../../../contract/failure.ts';

/**
 * Stops before the next step of a capture. A call of the kernel cannot be interrupted once it runs.
 * @param deadline of `performance.now`
 * @throws Failure Cancelled, TimeLimitReached
 */
export function stopWhenAsked(signal: AbortSignal, deadline: number): void {
  const kept = 'the dumps that were complete have been kept.';
  if (signal.aborted) throw new Failure('Cancelled', `The capture was cancelled; ${kept}`);
  if (performance.now() >= deadline)
    throw new Failure('TimeLimitReached', `The time limit has passed; ${kept}`);
}
