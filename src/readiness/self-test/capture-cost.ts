import { CAPTURE_SWITCHES } from '../../compare/judge.ts';
import { STATE_WAITING } from '../../contract/thread-state.ts';
import type { Assumption } from './assumption.ts';
import type { SampleThread } from './capture-sample.ts';
import { holds } from './comparison.ts';

/**
 * What a capture adds to the counters of a thread that waits: the comparison of two captures takes it out where the first one lacks
 * the listing after it. A thread that ran by itself in between is counted too, so the smallest of the sample is the best estimate.
 */

const COUNTER_RANGE = 2 ** 32;

function addedSwitches({ thread, after }: SampleThread): number | undefined {
  if (thread.state !== STATE_WAITING || after === undefined || after.state !== STATE_WAITING)
    return undefined;
  return (after.contextSwitches - thread.contextSwitches + COUNTER_RANGE) % COUNTER_RANGE;
}

const smallest = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

export const COST_ASSUMPTIONS: readonly Assumption[] = [
  {
    name: 'CaptureSwitches',
    assumption: `A capture adds at most ${CAPTURE_SWITCHES} context switches to a thread that waits.`,
    compare: ({ sample }) => {
      const added = smallest(sample.threads.map(addedSwitches));
      return holds(
        `at most ${CAPTURE_SWITCHES}`,
        added === undefined ? undefined : String(added),
        (added ?? 0) <= CAPTURE_SWITCHES,
        'Warn',
      );
    },
  },
  {
    name: 'CaptureBeginsWait',
    assumption: 'A capture begins the wait of a thread anew: its wait time counts from the capture on.',
    compare: ({ sample }) => {
      const waited = smallest(
        sample.threads.map(({ thread, after }) =>
          thread.state === STATE_WAITING && after?.state === STATE_WAITING ? after.waitTimeMs : undefined,
        ),
      );
      // The call itself, the listing after it, and one clock interrupt of 15.625 ms at either end.
      const most = Math.ceil(sample.callMs + sample.listingMs + 2 * 15.625);
      return holds(
        `at most ${most} ms`,
        waited === undefined ? undefined : `${Math.round(waited)} ms`,
        (waited ?? 0) <= most,
        'Warn',
      );
    },
  },
];
