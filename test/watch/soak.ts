import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WatchEvent } from '../../src/contract/generated/types.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { runWatch } from '../../src/watch/run-watch.ts';
import { crowdedMachine } from './crowd.ts';

/** What so many looks at so many threads cost. */
export interface Soak {
  readonly polls: number;
  readonly cpuMsPerPoll: number;
  /** Megabytes in use after a garbage collection, a tenth into the run and at its end. */
  readonly earlyMB: number;
  readonly lateMB: number;
  readonly events: readonly string[];
}

function usedMB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Runs a watch without waiting between looks: the clock jumps by a second for each. Needs `--expose-gc` for figures of memory. */
export async function soak(polls: number, threads: number): Promise<Soak> {
  const controller = new AbortController();
  const events: string[] = [];
  let seen = 0;
  let earlyMB = 0;
  const time = { ms: 0 };
  const machine = crowdedMachine(threads);
  const begin = process.cpuUsage();
  await runWatch(
    { conditions: ['Stuck', 'Resource', 'PoolExhausted', 'CpuIdleWithWork'] },
    {
      machine,
      files: posixFiles,
      signal: controller.signal,
      readInput: () => ({ next: () => Promise.resolve(undefined) }),
      output: {
        record(_type, value) {
          events.push((value as WatchEvent).event);
          return Promise.resolve();
        },
        progress: () => undefined,
        warning: () => undefined,
        error: () => undefined,
        incomplete: () => undefined,
        answer: () => undefined,
        end: () => Promise.resolve(0),
      },
      clock: {
        steadyMs: () => time.ms,
        wallMs: () => time.ms,
        async wait(milliseconds) {
          time.ms += milliseconds;
          seen += 1;
          if (seen === Math.ceil(polls / 10)) earlyMB = usedMB();
          if (seen >= polls) controller.abort();
          if (seen % 100 === 0) await nextTurn();
        },
      },
    },
  );
  const { user, system } = process.cpuUsage(begin);
  return {
    polls: seen,
    cpuMsPerPoll: (user + system) / 1000 / seen,
    earlyMB,
    lateMB: usedMB(),
    events,
  };
}
