import { LOCK_WAITS } from '../wait-classes.ts';
import { type ConditionKind, howMany, longestFirst } from './condition.ts';

/**
 * A queue before a kernel lock that does not get shorter: at least `count` threads wait for locks, and in no listing since were
 * there fewer than in the one before. A listing does not show which lock; a capture does.
 */
export const resource: ConditionKind = {
  name: 'Resource',
  defaultCount: 5,
  defaultReasons: LOCK_WAITS,
  knowsAge: false,
  create: ({ count, reasons }) => {
    let before = 0;
    return ({ threads }) => {
      const found = threads.filter(
        ({ isWaiting, snapshot }) => isWaiting && reasons.has(snapshot.waitReason ?? -1),
      );
      const grows = found.length >= before;
      before = found.length;
      if (found.length < count || !grows) return undefined;
      return {
        sentence: `${howMany(found.length)} wait for kernel locks, and their number does not fall`,
        threads: longestFirst(found),
      };
    };
  },
};
