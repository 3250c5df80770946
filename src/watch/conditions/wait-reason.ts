import { waitReasonName } from '../../contract/thread-state.ts';
import { type ConditionKind, howMany, longestFirst } from './condition.ts';

/** So many threads wait for the reasons in every listing, whether they are the same threads or not. */
export const waitReason: ConditionKind = {
  name: 'WaitReason',
  defaultCount: 1,
  // The user names them.
  defaultReasons: [],
  knowsAge: false,
  create: ({ count, reasons }) => {
    const names = [...reasons].map(waitReasonName).join(', ');
    return ({ threads }) => {
      const found = threads.filter(
        ({ isWaiting, snapshot }) => isWaiting && reasons.has(snapshot.waitReason ?? -1),
      );
      if (found.length < count) return undefined;
      const verb = found.length === 1 ? 'waits' : 'wait';
      return {
        sentence: `${howMany(found.length)} ${verb} for ${names}`,
        threads: longestFirst(found),
      };
    };
  },
};
