import { durationText } from '../contract/time.ts';
import type { Happening } from './happening.ts';

/** A wait between two looks that is longer by so much than it was meant to be: the machine was suspended, or had no time for the watch. */
const LONGEST_DELAY_MS = 30_000;
/** Clocks are slewed by the time service all the time; a difference like this is a step. */
const CLOCK_STEP_MS = 5000;

/** One reading of both clocks: the steady one, and the time of day. */
export interface Reading {
  readonly steadyMs: number;
  readonly wallMs: number;
}

export interface Steadiness {
  readonly happenings: readonly Happening[];
  /** What was before was not seen: times begin anew. */
  readonly isGap: boolean;
}

/**
 * Compares the clocks before and after the wait between two looks. Times of a watch are of the steady clock, so a clock that is set changes
 * none of them. The steady clock of some systems stops while they are suspended: the time of day is then ahead.
 */
export function steadinessOf(before: Reading, after: Reading, meantMs: number): Steadiness {
  const steady = after.steadyMs - before.steadyMs;
  const step = after.wallMs - before.wallMs - steady;
  const happenings: Happening[] = [];
  const lateMs = steady - meantMs;
  const isLate = lateMs > LONGEST_DELAY_MS;
  if (isLate) {
    happenings.push({
      event: 'Suspended',
      message: `The watch did not run for ${durationText(steady)}: the machine was suspended, or had no time for it. Waits count from now on.`,
    });
  }
  if (Math.abs(step) >= CLOCK_STEP_MS) {
    const way = step < 0 ? 'back' : 'on';
    const also = step < 0 ? '' : ', or the machine was suspended for that time. Waits count from now on';
    happenings.push({
      event: 'ClockSet',
      message: `The clock went ${way} by ${durationText(Math.abs(step))}: it was set${also}. The times of the watch are of another clock.`,
    });
  }
  return { happenings, isGap: isLate || step >= LONGEST_DELAY_MS };
}
