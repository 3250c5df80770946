import process from 'node:process';
import { median } from './measure.ts';

const ROUNDS = 9;

/** Milliseconds of processor time of one run. It counts no other program of a shared machine. */
export function once<T>(action: () => T): { readonly ms: number; readonly result: T } {
  const begun = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(begun);
  return { ms: (user + system) / 1000, result };
}

/** The first run of an action and the median of `rounds` more, with what the last one gave; without more, the first is the median. */
export function timed<T>(
  action: () => T,
  rounds = ROUNDS,
): { readonly ms: number; readonly first: number; readonly result: T } {
  let { ms: first, result } = once(action);
  const times = Array.from({ length: rounds }, () => {
    const run = once(action);
    result = run.result;
    return run.ms;
  });
  return { ms: times.length === 0 ? first : median(times), first, result };
}
