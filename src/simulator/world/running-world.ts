import type { ProcessHead, ProcessSnapshot, ThreadSnapshot } from '../../machine/port.ts';
import { TERMINATED } from './activity.ts';
import type { SimulatedProcess, SimulatedThread, SimulatedWorld } from './model.ts';
import { processesAt } from './motion.ts';

/** A world in use: threads may have gone, and its clock has moved on. What it holds is what is there now. */
export interface RunningWorld extends SimulatedWorld {
  /** `simulated:<scenario>` */
  readonly name: string;
  snapshots(withThreads?: (process: ProcessHead) => boolean): readonly ProcessSnapshot[];
  find(
    processId: number,
    threadId: number,
  ): { readonly process: SimulatedProcess; readonly thread: SimulatedThread } | undefined;
  exit(thread: SimulatedThread): void;
  hasExited(thread: SimulatedThread): boolean;
  /** The thread ran the kernel's capture: it was switched to, and waits from now on. */
  disturb(thread: SimulatedThread): void;
  /** 100 ns units since the world began; grows with every look at it. */
  age(): bigint;
}

/** The kernel's process list: the idle process is in none. */
export function listedProcesses(world: SimulatedWorld): readonly SimulatedProcess[] {
  return world.processes.filter(({ snapshot }) => snapshot.processId !== 0);
}

/** A look takes 20 ms of the world's own time. */
const LOOK = 200_000n;
const UNITS_PER_MS = 10_000n;

/** One switch to the thread that runs the capture, and one more for the wait that it enters again. */
const SWITCHES_PER_CAPTURE = 2;

/**
 * Puts a world into use.
 * @param clock whole milliseconds since the world began, never less than before. Absent: time does not pass, and each look is the same.
 */
export function startWorld(world: SimulatedWorld, clock: () => number = () => 0): RunningWorld {
  /** Ordinals: the threads themselves change with the time. */
  const exited = new Set<number>(
    world.processes
      .filter(({ hasEnded }) => hasEnded)
      .flatMap(({ threads }) => threads)
      .filter(({ activity }) => activity.state === TERMINATED)
      .map(({ ordinal }) => ordinal),
  );
  /** How often a thread was captured, and when it was the last time. */
  const captures = new Map<number, { readonly times: number; readonly ageMs: number }>();
  let looks = 0n;
  const moves = world.processes.some((process) => process.life !== undefined || process.moves);
  let now = present(moves ? processesAt(world.processes, 0) : world.processes, 0);

  const current = () => {
    const ageMs = clock();
    if (ageMs !== now.ageMs) now = present(processesAt(world.processes, ageMs), ageMs);
    return now;
  };
  const ageUnits = () => BigInt(current().ageMs) * UNITS_PER_MS;
  const listed = (process: SimulatedProcess) =>
    exited.size === 0 ? process.threads : process.threads.filter(({ ordinal }) => !exited.has(ordinal));

  const snapshotOf = ({ snapshot, ordinal }: SimulatedThread): ThreadSnapshot => {
    const captured = captures.get(ordinal);
    if (captured === undefined) return snapshot;
    const contextSwitches = snapshot.contextSwitches + captured.times * SWITCHES_PER_CAPTURE;
    const waitTimeMs = Math.min(snapshot.waitTimeMs ?? 0, current().ageMs - captured.ageMs);
    return { ...snapshot, contextSwitches, waitTimeMs };
  };

  return {
    ...world,
    name: `simulated:${world.scenario}`,
    get processes() {
      return current().processes;
    },
    get upTime() {
      return world.upTime + ageUnits();
    },
    snapshots: (withThreads = () => true) =>
      current().processes.map((process) => ({
        ...process.snapshot,
        threads: withThreads(process.snapshot) ? listed(process).map(snapshotOf) : [],
      })),
    find(processId, threadId) {
      const { table } = current();
      const process = table.process(processId);
      if (process === undefined) return undefined;
      const thread = table.thread(process, threadId);
      return thread === undefined || exited.has(thread.ordinal) ? undefined : { process, thread };
    },
    exit: ({ ordinal }) => void exited.add(ordinal),
    hasExited: ({ ordinal }) =>
      exited.has(ordinal) ||
      (current().ageMs > 0 &&
        !now.processes.some(({ threads }) => threads.some((thread) => thread.ordinal === ordinal))),
    disturb({ ordinal }) {
      captures.set(ordinal, { times: (captures.get(ordinal)?.times ?? 0) + 1, ageMs: current().ageMs });
    },
    age() {
      looks += LOOK;
      return looks + ageUnits();
    },
  };
}

/** The processes at one moment. Thread tables are made when a thread of the process is opened: most listings open none. */
function present(processes: readonly SimulatedProcess[], ageMs: number) {
  let byId: Map<number, SimulatedProcess> | undefined;
  const threads = new Map<SimulatedProcess, Map<number, SimulatedThread>>();
  return {
    ageMs,
    processes,
    table: {
      process(processId: number): SimulatedProcess | undefined {
        byId ??= new Map(processes.map((process) => [process.snapshot.processId, process]));
        return byId.get(processId);
      },
      thread(process: SimulatedProcess, threadId: number): SimulatedThread | undefined {
        let table = threads.get(process);
        if (table === undefined) {
          table = new Map(process.threads.map((thread) => [thread.snapshot.threadId, thread]));
          threads.set(process, table);
        }
        return table.get(threadId);
      },
    },
  };
}
