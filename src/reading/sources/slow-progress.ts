import type { Output } from '../../contract/output.ts';
import { steadyMs } from './steady-clock.ts';

/** Work that is done sooner is not worth a message. */
const PATIENCE_MS = 2000;
/** A person reads no faster. */
const INTERVAL_MS = 1000;

/** Reports long work with numbers. */
export interface SlowProgress {
  /** @param done of `total` steps, where the total is known */
  at(done: number, total: number | undefined, status: string): void;
  /** Takes the progress away, if any was shown. */
  end(): void;
}

/** The clock, which tests replace. */
export type Clock = () => number;

/**
 * Progress of one piece of work, from two seconds after its start and once a second: a script that reads small dumps sees none, and a
 * user sees numbers.
 */
export function slowProgress(
  { progress }: Pick<Output, 'progress'>,
  activity: string,
  clock: Clock = steadyMs,
): SlowProgress {
  let next = clock() + PATIENCE_MS;
  let isShown = false;
  return {
    at(done, total, status) {
      const now = clock();
      if (now < next) return;
      next = now + INTERVAL_MS;
      isShown = true;
      const percent = total === undefined || total === 0 ? undefined : Math.floor((done / total) * 100);
      progress({ activity, status, ...(percent !== undefined && { percent: Math.min(100, percent) }) });
    },
    end() {
      if (isShown) progress({ activity, percent: 100, done: true });
      isShown = false;
    },
  };
}
