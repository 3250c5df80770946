import { Failure } from '../../contract/failure.ts';
import type { KernelBehaviour } from '../world/behaviour.ts';
import type { KernelLimits, SimulatedWorld, ThreadFault } from '../world/model.ts';
import {
  hangingWorker,
  leakingWorker,
  livingWorker,
  restartingWorker,
  slowWorker,
  usedUpPool,
} from './moving-plans.ts';
import {
  crowd,
  deadlockedService,
  endlessBackup,
  oplockWorker,
  serverProcesses,
  spooler,
  usedUpWorkers,
} from './plans.ts';
import { type ProcessPlan, populate, SECOND, type ThreadPlan } from './population.ts';

/** What a test may change about a scenario without making a scenario of its own. */
export interface ScenarioChanges {
  readonly logicalProcessors?: number;
  /** Bytes of one KPRCB; larger in newer builds, and the reason why many processors leave no room. */
  readonly prcbBytes?: number;
  /** Bytes of the kernel's dump buffer. */
  readonly bufferBytes?: number;
  readonly elevated?: boolean;
  /** The build that the machine reports: live dumps can do more from 22000 (Windows 11) on. */
  readonly windowsBuild?: number;
  readonly isShortOfMemory?: boolean;
  /** Adds processes until the world holds about this many threads more. */
  readonly extraThreads?: number;
  /** Faults by position in the thread list of w3wp.exe. */
  readonly workerFaults?: Readonly<Record<number, ThreadFault>>;
}

interface Scenario {
  /** One sentence for the list of scenarios. */
  readonly summary: string;
  readonly changes: ScenarioChanges;
  /** Absent: the kernel behaves, and takes no time. */
  readonly behaviour?: KernelBehaviour;
  /** The processes that make the scenario, beside those that every server has. */
  readonly processes: () => readonly ProcessPlan[];
  /** The world's clock goes on, and things happen in it. */
  readonly moves?: true;
  /** The threads of the System process; idle ones when absent. */
  readonly kernelWorkers?: () => readonly ThreadPlan[];
}

const worker = () => [oplockWorker()];

const SCENARIOS = {
  'w3wp-oplock': {
    summary:
      'An IIS worker with 300 threads: one waits for an SMB server across an oplock break, most wait for its lock.',
    changes: {},
    processes: worker,
  },
  'w3wp-faults': {
    summary:
      'The same worker, with threads that exit, are wedged, protected or replaced while they are captured.',
    changes: {
      workerFaults: {
        9: 'wedged',
        17: 'exitsBeforeOpen',
        30: 'exitsBeforeCapture',
        44: 'replaced',
        61: 'protected',
        80: 'addressHidden',
      },
    },
    processes: worker,
  },
  'many-processors': {
    summary: 'The same worker on 32 processors: their control blocks leave no room for threads in 1 MiB.',
    changes: { logicalProcessors: 32 },
    processes: worker,
  },
  'not-elevated': {
    summary: 'The same worker, seen by a user without administrator rights: listing works, capture does not.',
    changes: { elevated: false },
    processes: worker,
  },
  'windows-11': {
    summary: 'The same worker on Windows 11 22H2, which can dump thread stacks alone and user memory.',
    changes: { windowsBuild: 22621, prcbBytes: 0xbf00 },
    processes: worker,
  },
  'low-memory': {
    summary:
      'The same worker on a machine short of memory: a live dump is partial, or is given up when asked to.',
    changes: { isShortOfMemory: true },
    processes: worker,
  },
  'slow-kernel': {
    summary: 'The same worker on a kernel that takes its time: 50 ms a thread, 5 s for one that is wedged.',
    changes: { workerFaults: { 9: 'wedged' } },
    behaviour: {
      timing: { perThreadMs: 50, perWedgedThreadMs: 5000, livePreparationMs: 1000, perLiveChunkMs: 500 },
    },
    processes: worker,
  },
  crowded: {
    summary: 'The same worker among 100,000 idle threads, to see how long a listing takes.',
    changes: { extraThreads: 100_000 },
    processes: worker,
  },
  deadlock: {
    summary:
      'A service on which two threads hold one lock each and wait for the other one, with readers behind them.',
    changes: {},
    processes: () => [deadlockedService()],
  },
  'workers-used-up': {
    summary:
      "All workers of a kernel queue wait for one lock, and the lock's owner waits for a worker: see a live dump.",
    changes: {},
    processes: () => [spooler()],
    kernelWorkers: usedUpWorkers,
  },
  'stored-locks': {
    summary:
      'The same worker on a kernel that stores awaited locks: a capture of waiters names the holder, which it lacks.',
    changes: {},
    behaviour: { storesLocks: true },
    processes: worker,
  },
  'never-ends': {
    summary:
      'A backup cannot end: a request of its ended thread never comes back, and a tool waits for it. See a live dump.',
    changes: {},
    processes: endlessBackup,
  },
  idle: {
    summary: 'A server on which nothing is stuck: no IIS worker at all.',
    changes: {},
    processes: () => [],
  },
  'ordinary-life': {
    summary:
      'An IIS worker at work, for days: threads come to life for a moment, rest for hours, and nothing is stuck.',
    changes: {},
    moves: true,
    processes: () => [livingWorker()],
  },
  'hang-passes': {
    summary:
      'After 10 s a thread of the worker waits for an SMB server for a minute, and 24 wait for its lock.',
    changes: {},
    moves: true,
    processes: () => [hangingWorker()],
  },
  'thread-leak': {
    summary: 'The worker at work gets one thread more every two seconds, up to 200 more, and loses none.',
    changes: {},
    moves: true,
    processes: () => [leakingWorker()],
  },
  'slow-disk': {
    summary: 'After 10 s each read of the worker takes 2 s, for five minutes: slow, and not stuck.',
    changes: {},
    moves: true,
    processes: () => [slowWorker()],
  },
  'pool-used-up': {
    summary:
      "After 10 s all threads of the worker's pool wait for one lock, for two minutes: no work is taken.",
    changes: {},
    moves: true,
    processes: () => [usedUpPool()],
  },
  restarts: {
    summary: 'The worker hangs after 5 s, ends after 30 s, and is back after 32 s under another id.',
    changes: {},
    moves: true,
    processes: restartingWorker,
  },
} as const satisfies Record<string, Scenario>;

export interface ScenarioSummary {
  readonly name: string;
  readonly summary: string;
}

/** Every scenario with its sentence, the default first. */
export function scenarioNames(): readonly ScenarioSummary[] {
  return Object.entries(SCENARIOS).map(([name, { summary }]) => ({ name, summary }));
}

/** 2024-05-14 15:26:35 UTC: the world's clock starts here, whatever the real time is. */
const NOW = 133_601_739_950_000_000n;
/** KDDEBUGGER_DATA64.SizePrcb of x64 build 19041, measured. */
const PRCB_BYTES = 0xaf00;

/** @throws Failure UnknownMachine */
function scenarioNamed(name: string): Scenario {
  const scenario: Scenario | undefined = Object.hasOwn(SCENARIOS, name)
    ? SCENARIOS[name as keyof typeof SCENARIOS]
    : undefined;
  if (scenario === undefined) {
    const known = Object.keys(SCENARIOS).join(', ');
    throw new Failure('UnknownMachine', `There is no simulated machine "${name}"; known: ${known}`, {
      target: `simulated:${name}`,
    });
  }
  return scenario;
}

/**
 * How the kernel of a scenario behaves.
 * @throws Failure UnknownMachine
 */
export function behaviourOf(name: string): KernelBehaviour {
  return scenarioNamed(name).behaviour ?? {};
}

/**
 * Whether the clock of a scenario goes on.
 * @throws Failure UnknownMachine
 */
export function isMoving(name: string): boolean {
  return scenarioNamed(name).moves === true;
}

/**
 * The world of a scenario.
 * @throws Failure UnknownMachine
 */
export function buildWorld(name: string, changes: ScenarioChanges = {}): SimulatedWorld {
  const scenario = scenarioNamed(name);
  const effective: ScenarioChanges = { ...scenario.changes, ...changes };
  const logicalProcessors = effective.logicalProcessors ?? 8;
  const limits: KernelLimits = {
    bufferBytes: effective.bufferBytes ?? 0x100000,
    prcbBytes: effective.prcbBytes ?? PRCB_BYTES,
  };
  const seed = 0x5eed_0001;
  return {
    scenario: name,
    seed,
    facts: {
      computerName: 'SIMULATED-IIS01',
      windowsBuild: effective.windowsBuild ?? 19041,
      architecture: 'x64',
      logicalProcessors,
      elevated: effective.elevated ?? true,
    },
    now: NOW,
    upTime: 86_500n * SECOND,
    limits,
    isShortOfMemory: effective.isShortOfMemory ?? false,
    processes: populate(plansOf(scenario, effective, logicalProcessors), seed, NOW),
  };
}

function plansOf(scenario: Scenario, changes: ScenarioChanges, logicalProcessors: number): ProcessPlan[] {
  const { workerFaults = {}, extraThreads = 0 } = changes;
  return [
    ...serverProcesses(logicalProcessors, scenario.kernelWorkers?.()),
    ...scenario.processes().map((process) => withFaults(process, workerFaults)),
    ...crowd(extraThreads),
  ];
}

function withFaults(worker: ProcessPlan, faults: Readonly<Record<number, ThreadFault>>): ProcessPlan {
  const threads = worker.threads.map((thread, position) => {
    const fault = faults[position];
    return fault === undefined ? thread : { ...thread, fault };
  });
  return { ...worker, threads };
}
