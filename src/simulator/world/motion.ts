import { WAITING } from './activity.ts';
import type { ActivityStep, Life, SimulatedProcess, SimulatedThread, ThreadMotion } from './model.ts';

/**
 * What changes on the simulated machine while its clock goes on. Everything is a function of the time, milliseconds from the
 * world's start: two worlds at one time are equal to the last byte, and no look changes what the next one shows.
 */

const UNITS_PER_MS = 10_000n;

const isThere = ({ bornMs = 0, diesMs = Number.POSITIVE_INFINITY }: Life, ageMs: number): boolean =>
  ageMs >= bornMs && ageMs < diesMs;

/** How far into its period a thread enters a step: threads with one period do not wake together. */
const offsetOf = ({ wakesEveryMs }: ActivityStep, ordinal: number): number =>
  wakesEveryMs === undefined ? 0 : (ordinal * 7919) % wakesEveryMs;

/** How often a thread has been put on a processor, and for how long, in one step. */
function runsIn(step: ActivityStep, lengthMs: number, ordinal: number) {
  const { wakesEveryMs, busyMs = 0 } = step;
  const wakes =
    wakesEveryMs === undefined ? 0 : Math.floor((lengthMs + offsetOf(step, ordinal)) / wakesEveryMs);
  return { switches: wakes + 1, busyMs: wakes * busyMs };
}

function runsBefore(steps: readonly ActivityStep[], untilMs: number, ordinal: number) {
  const total = { switches: 0, busyMs: 0 };
  for (const [index, step] of steps.entries()) {
    if (step.fromMs > untilMs) break;
    const end = Math.min(untilMs, steps[index + 1]?.fromMs ?? untilMs);
    const runs = runsIn(step, end - step.fromMs, ordinal);
    total.switches += runs.switches;
    total.busyMs += runs.busyMs;
  }
  return total;
}

interface Moment {
  readonly step: ActivityStep;
  /** Since the thread entered its present wait. */
  readonly waitedMs: number;
  readonly switches: number;
  readonly busyMs: number;
  /** The thread is in the wait that it was in when the world began. */
  readonly isFirstWait: boolean;
}

function momentOf({ steps, everyMs }: ThreadMotion, livedMs: number, ordinal: number): Moment {
  const cycles = everyMs === undefined ? 0 : Math.floor(livedMs / everyMs);
  const cycleMs = livedMs - cycles * (everyMs ?? 0);
  let [step] = steps;
  for (const each of steps) if (each.fromMs <= cycleMs) step = each;
  const period = step.wakesEveryMs;
  const offsetMs = offsetOf(step, ordinal);
  const stepMs = cycleMs - step.fromMs;
  const whole = cycles === 0 ? { switches: 0, busyMs: 0 } : runsBefore(steps, everyMs ?? 0, ordinal);
  const part = runsBefore(steps, cycleMs, ordinal);
  const sinceWake = period === undefined ? stepMs : (stepMs + offsetMs) % period;
  const isFirst = cycles === 0 && step === steps[0];
  return {
    step,
    // A thread that wakes now and then has been in its wait before the world began.
    waitedMs: isFirst ? sinceWake : Math.min(sinceWake, stepMs),
    switches: cycles * whole.switches + part.switches - 1,
    busyMs: cycles * whole.busyMs + part.busyMs,
    isFirstWait: isFirst && period === undefined,
  };
}

function moved(thread: SimulatedThread, ageMs: number): SimulatedThread | undefined {
  const { snapshot, motion, ordinal } = thread;
  if (motion === undefined) {
    if (snapshot.state === WAITING)
      return { ...thread, snapshot: { ...snapshot, waitTimeMs: (snapshot.waitTimeMs ?? 0) + ageMs } };
    return {
      ...thread,
      snapshot: { ...snapshot, userTime: snapshot.userTime + BigInt(ageMs) * UNITS_PER_MS },
    };
  }
  const { life = {} } = motion;
  if (!isThere(life, ageMs)) return undefined;
  const moment = momentOf(motion, ageMs - (life.bornMs ?? 0), ordinal);
  const { activity } = moment.step;
  const isWaiting = activity.state === WAITING;
  const before = moment.isFirstWait && life.bornMs === undefined ? (snapshot.waitTimeMs ?? 0) : 0;
  const { waitReason: _reason, ...look } = snapshot;
  return {
    ...thread,
    activity,
    snapshot: {
      ...look,
      state: activity.state,
      ...(isWaiting && { waitReason: activity.waitReason }),
      waitTimeMs: isWaiting ? before + moment.waitedMs : 0,
      contextSwitches: snapshot.contextSwitches + moment.switches,
      userTime: snapshot.userTime + BigInt(moment.busyMs) * UNITS_PER_MS,
    },
  };
}

/**
 * The processes as they are at a time, those that do not live then left out. Positions in the world, from which addresses derive,
 * stay. Linear in the threads.
 */
export function processesAt(processes: readonly SimulatedProcess[], ageMs: number): SimulatedProcess[] {
  return processes
    .filter(({ life = {} }) => isThere(life, ageMs))
    .map((process) => ({
      ...process,
      threads: process.threads
        .map((thread) => moved(thread, ageMs - (process.life?.bornMs ?? 0)))
        .filter((thread) => thread !== undefined),
    }));
}
