import { type ConditionKind, howMany, longestFirst } from './condition.ts';

/** The process has so many threads. */
export const count: ConditionKind = {
  name: 'Count',
  defaultCount: undefined,
  defaultReasons: [],
  knowsAge: false,
  create:
    ({ count: limit }) =>
    ({ threads }) =>
      threads.length < limit
        ? undefined
        : {
            sentence: `the process has ${howMany(threads.length)}`,
            threads: longestFirst(threads.filter(({ isWaiting }) => isWaiting)),
          },
};
