import type { ActivityName } from '../world/activities.ts';
import type { MotionPlan, ProcessPlan, StepPlan, ThreadPlan } from './population.ts';

/** The processes of scenarios in which something happens while the clock goes on. */

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const WORKER_PROCESS_ID = 4872;

const moving = (activity: ActivityName, count: number, motion: MotionPlan): ThreadPlan[] =>
  Array.from({ length: count }, () => ({ activity, motion }));

/**
 * What a healthy worker does: pool threads that get work every second or every few hours, a request that waits for a lock for a
 * moment, reads that come back, a reader of a pipe to which nothing is written all night, a client of a notification.
 */
function ordinaryThreads(): ThreadPlan[] {
  return [
    { activity: 'waitSingle', description: 'w3wp main' },
    {
      activity: 'waitMultiple',
      description: '.NET Finalizer',
      motion: { wakesEveryMs: 7 * SECOND_MS, busyMs: 2 },
    },
    ...moving('sleeping', 2, { wakesEveryMs: SECOND_MS, busyMs: 1 }),
    ...moving('idleWorker', 6, { wakesEveryMs: 1300, busyMs: 12 }),
    ...moving('idleWorker', 4, { wakesEveryMs: 3 * HOUR_MS, busyMs: 5 }),
    ...moving('completionPort', 4, { wakesEveryMs: 40 * SECOND_MS, busyMs: 3 }),
    ...moving('alertByThreadId', 3, { wakesEveryMs: 2 * HOUR_MS }),
    ...moving('alpcClient', 2, { wakesEveryMs: 5 * HOUR_MS }),
    // A pipe to which something is written once a day.
    ...moving('readingFile', 1, { wakesEveryMs: 20 * HOUR_MS }),
    ...moving('idleWorker', 5, {
      wakesEveryMs: 900,
      busyMs: 4,
      everyMs: 61 * SECOND_MS,
      later: [
        { fromMs: 30 * SECOND_MS, activity: 'readingFile', wakesEveryMs: 15, busyMs: 1 },
        { fromMs: 31 * SECOND_MS, activity: 'fcbWaiter' },
        { fromMs: 31_400, activity: 'running' },
        { fromMs: 31_450, activity: 'idleWorker', wakesEveryMs: 900, busyMs: 4 },
      ],
    }),
  ];
}

const worker = (threads: readonly ThreadPlan[], more: Partial<ProcessPlan> = {}): ProcessPlan => ({
  name: 'w3wp.exe',
  processId: WORKER_PROCESS_ID,
  parentProcessId: 1184,
  sessionId: 0,
  threads,
  ...more,
});

/** Idle, then in a state for a while, then idle again. */
function interlude(activity: ActivityName, fromMs: number, untilMs: number): MotionPlan {
  const idle = { wakesEveryMs: 700, busyMs: 3 };
  const later: StepPlan[] = [
    { fromMs, activity },
    { fromMs: untilMs, activity: 'idleWorker', ...idle },
  ];
  return { ...idle, later };
}

export function livingWorker(): ProcessPlan {
  return worker(ordinaryThreads());
}

export function hangingWorker(): ProcessPlan {
  return worker([
    ...moving('idleWorker', 1, interlude('oplockHolder', 10_000, 70_000)),
    ...moving('idleWorker', 24, interlude('fcbWaiter', 10_100, 70_000)),
    ...ordinaryThreads(),
  ]);
}

export function leakingWorker(): ProcessPlan {
  const leaked = Array.from(
    { length: 200 },
    (_, index): ThreadPlan => ({
      activity: 'waitSingle',
      motion: { life: { bornMs: (index + 1) * 2 * SECOND_MS } },
    }),
  );
  return worker([...ordinaryThreads(), ...leaked]);
}

export function slowWorker(): ProcessPlan {
  const motion: MotionPlan = {
    wakesEveryMs: 20,
    busyMs: 2,
    later: [
      { fromMs: 10_000, activity: 'readingFile', wakesEveryMs: 2000, busyMs: 2 },
      { fromMs: 310_000, activity: 'readingFile', wakesEveryMs: 20, busyMs: 2 },
    ],
  };
  return worker([...moving('readingFile', 12, motion), ...ordinaryThreads()]);
}

export function usedUpPool(): ProcessPlan {
  return worker([
    { activity: 'waitSingle', description: 'w3wp main' },
    ...moving('idleWorker', 1, interlude('oplockHolder', 10_000, 130_000)),
    ...moving('idleWorker', 15, interlude('fcbWaiter', 10_100, 130_000)),
  ]);
}

/** The worker hangs, is ended, and is started again. */
export function restartingWorker(): ProcessPlan[] {
  const hangs = [
    ...moving('idleWorker', 1, interlude('oplockHolder', 5000, HOUR_MS)),
    ...moving('idleWorker', 8, interlude('fcbWaiter', 5100, HOUR_MS)),
  ];
  return [
    worker([...hangs, ...ordinaryThreads()], { life: { diesMs: 30_000 } }),
    worker(ordinaryThreads(), { processId: 6024, life: { bornMs: 32_000 } }),
  ];
}
