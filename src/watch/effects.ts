import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Output } from '../contract/output.ts';
import type { FileStore } from '../files/port.ts';
import type { Machine } from '../machine/port.ts';

/** The clocks of a watch. Tests bring their own. */
export interface WatchClock {
  /** Milliseconds of a clock that is never set. */
  steadyMs(): number;
  wallMs(): number;
  /** Returns after the time, or as soon as the signal fires. Never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: WatchClock = {
  steadyMs: () => performance.now(),
  wallMs: () => Date.now(),
  async wait(milliseconds, signal) {
    await delay(milliseconds, undefined, { signal }).catch(() => undefined);
  },
};

/** What a watch uses of the world. */
export interface WatchContext {
  readonly machine: Machine;
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly files: FileStore;
  readonly clock: WatchClock;
  /** Begins to read the lines of the caller. */
  readInput(): { next(): Promise<string | undefined> };
}
