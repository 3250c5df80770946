import type { ProcessSnapshot, ThreadSnapshot } from '../../machine/port.ts';
import type { SimulatedProcess, SimulatedThread, SimulatedWorld } from './model.ts';

/** A world in use: threads may have gone, and its clock has moved on. */
export interface RunningWorld extends SimulatedWorld {
  /** `simulated:<scenario>` */
  readonly name: string;
  snapshots(): readonly ProcessSnapshot[];
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

/** One switch to the thread that runs the capture, and one more for the wait that it enters again. */
const SWITCHES_PER_CAPTURE = 2;

export function startWorld(world: SimulatedWorld): RunningWorld {
  const exited = new Set<SimulatedThread>();
  const captures = new Map<SimulatedThread, number>();
  const processes = new Map(world.processes.map((process) => [process.snapshot.processId, process]));
  const threads = new Map<SimulatedProcess, Map<number, SimulatedThread>>();
  let age = 0n;

  // Thread tables are made when a thread of the process is opened: most listings open none.
  const tableOf = (process: SimulatedProcess) => {
    const known = threads.get(process);
    if (known !== undefined) return known;
    const table = new Map(process.threads.map((thread) => [thread.snapshot.threadId, thread]));
    threads.set(process, table);
    return table;
  };
  const listed = (process: SimulatedProcess) =>
    exited.size === 0 ? process.threads : process.threads.filter((thread) => !exited.has(thread));

  const snapshotOf = (thread: SimulatedThread): ThreadSnapshot => {
    const { snapshot } = thread;
    const times = captures.get(thread);
    if (times === undefined) return snapshot;
    const contextSwitches = snapshot.contextSwitches + times * SWITCHES_PER_CAPTURE;
    return { ...snapshot, contextSwitches, waitTimeMs: 0 };
  };

  return {
    ...world,
    name: `simulated:${world.scenario}`,
    snapshots: () =>
      world.processes.map((process) => ({
        ...process.snapshot,
        threads: listed(process).map(snapshotOf),
      })),
    find(processId, threadId) {
      const process = processes.get(processId);
      if (process === undefined) return undefined;
      const thread = tableOf(process).get(threadId);
      return thread === undefined || exited.has(thread) ? undefined : { process, thread };
    },
    exit: (thread) => void exited.add(thread),
    hasExited: (thread) => exited.has(thread),
    disturb: (thread) => void captures.set(thread, (captures.get(thread) ?? 0) + 1),
    age() {
      age += LOOK;
      return age;
    },
  };
}
