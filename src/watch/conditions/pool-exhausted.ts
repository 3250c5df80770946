import { durationText } from '../../contract/time.ts';
import type { WatchedThread } from '../history.ts';
import { IDLE_WORKER, LOCK_WAITS } from '../wait-classes.ts';
import { type ConditionKind, howMany, longestFirst } from './condition.ts';

/** So many pools of a process are remembered; a process with more start addresses than this has its first ones watched. */
const MOST_POOLS = 256;

const isIdle = ({ isWaiting, snapshot }: WatchedThread) => isWaiting && snapshot.waitReason === IDLE_WORKER;

/** The threads of a process by the function that they were started for. */
function byStart(threads: readonly WatchedThread[]): Map<bigint, WatchedThread[]> {
  const groups = new Map<bigint, WatchedThread[]>();
  for (const thread of threads) {
    const start = thread.snapshot.win32StartAddress ?? thread.snapshot.startAddress;
    if (start === undefined) continue;
    const group = groups.get(start);
    if (group !== undefined) group.push(thread);
    else if (groups.size < MOST_POOLS) groups.set(start, [thread]);
  }
  return groups;
}

/**
 * A pool of workers of which none is free and none moves: threads with one start address, at least `count`, all waiting and none of them for work,
 * none switched to for the time. A group is a pool when one of its threads has been seen waiting for work, or when most of
 * them wait for kernel locks: threads of their own purpose wait for other things.
 */
export const poolExhausted: ConditionKind = {
  name: 'PoolExhausted',
  defaultCount: 4,
  defaultReasons: LOCK_WAITS,
  knowsAge: true,
  create: ({ forMs, count, reasons }) => {
    let pools = new Set<bigint>();
    return ({ threads, nowMs }) => {
      const groups = byStart(threads);
      // A pool that has no threads any more is forgotten.
      pools = new Set([...pools].filter((start) => groups.has(start)));
      for (const [start, group] of groups) {
        if (group.some(isIdle)) {
          pools.add(start);
          continue;
        }
        if (group.length < count) continue;
        if (!group.every(({ isWaiting, sinceMs }) => isWaiting && nowMs - sinceMs >= forMs)) continue;
        const locked = group.filter(({ snapshot }) => reasons.has(snapshot.waitReason ?? -1)).length;
        if (!pools.has(start) && locked * 2 <= group.length) continue;
        const sorted = longestFirst(group);
        const age = durationText(nowMs - (sorted.at(-1)?.sinceMs ?? nowMs));
        return {
          sentence: `all ${howMany(group.length, 'worker')} of a pool wait, none for work, and none has moved for ${age}`,
          threads: sorted,
        };
      }
      return undefined;
    };
  },
};
