import { durationText } from '../../contract/time.ts';
import { SHORT_WAITS } from '../wait-classes.ts';
import { type ConditionKind, howMany, longestFirst } from './condition.ts';

const UNITS_PER_MS = 10_000;
/** Less than this part of one processor is no work. */
const IDLE_SHARE = 0.01;

/**
 * The process uses no processor time although work is under way: threads wait for what a healthy system ends within moments. They
 * may be switched to, as threads are that wait with a time limit and try again.
 */
export const cpuIdleWithWork: ConditionKind = {
  name: 'CpuIdleWithWork',
  defaultCount: 2,
  defaultReasons: SHORT_WAITS,
  knowsAge: false,
  create: ({ count, reasons }) => {
    let before: { readonly nowMs: number; readonly byThread: Map<number, number> } | undefined;
    return ({ threads, nowMs }) => {
      const byThread = new Map<number, number>();
      let used = 0;
      for (const { snapshot } of threads) {
        const time = Number(snapshot.kernelTime + snapshot.userTime);
        byThread.set(snapshot.threadId, time);
        // A thread that ended takes its time with it, so the sum of a process may fall.
        used += Math.max(0, time - (before?.byThread.get(snapshot.threadId) ?? time));
      }
      const elapsedMs = before === undefined ? 0 : nowMs - before.nowMs;
      before = { nowMs, byThread };
      if (elapsedMs <= 0 || used / UNITS_PER_MS / elapsedMs >= IDLE_SHARE) return undefined;
      const found = threads.filter(
        ({ isWaiting, snapshot }) => isWaiting && reasons.has(snapshot.waitReason ?? -1),
      );
      if (found.length < count) return undefined;
      const sorted = longestFirst(found);
      const age = durationText(nowMs - (sorted[0]?.sinceMs ?? nowMs));
      return {
        sentence: `the process uses no processor time while ${howMany(found.length)} wait, for up to ${age}`,
        threads: sorted,
      };
    };
  },
};
