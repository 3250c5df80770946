import { waitReasonName } from '../../contract/thread-state.ts';
import { durationText } from '../../contract/time.ts';
import { SHORT_WAITS } from '../wait-classes.ts';
import { type ConditionKind, howMany, longestFirst } from './condition.ts';

/**
 * Threads that have waited in the kernel for the time, without being switched to once. By default only for what a healthy system
 * ends within moments.
 */
export const stuck: ConditionKind = {
  name: 'Stuck',
  defaultCount: 3,
  defaultReasons: SHORT_WAITS,
  knowsAge: true,
  create:
    ({ forMs, count, reasons }) =>
    ({ threads, nowMs }) => {
      const found = threads.filter(
        ({ isWaiting, sinceMs, snapshot }) =>
          isWaiting && nowMs - sinceMs >= forMs && reasons.has(snapshot.waitReason ?? -1),
      );
      if (found.length < count) return undefined;
      const sorted = longestFirst(found);
      const [longest] = sorted;
      const age = durationText(nowMs - (longest?.sinceMs ?? nowMs));
      const reason = waitReasonName(longest?.snapshot.waitReason ?? -1);
      const verb = found.length === 1 ? 'has' : 'have';
      return {
        sentence: `${howMany(found.length)} ${verb} not been switched to, for up to ${age} (${reason})`,
        threads: sorted,
      };
    },
};
