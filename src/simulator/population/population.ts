import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import type { ThreadSnapshot } from '../../machine/port.ts';
import { STACK_BYTES, stackBaseAddress, tebAddress } from '../addresses.ts';
import { codePlace } from '../images/code-place.ts';
import { below, type Random, randomStream, seededRandom } from '../seeded-random.ts';
import { ACTIVITIES, type ActivityName } from '../world/activities.ts';
import { type Activity, TERMINATED, WAITING } from '../world/activity.ts';
import type {
  ActivityStep,
  Life,
  SimulatedProcess,
  SimulatedThread,
  ThreadFault,
  ThreadMotion,
} from '../world/model.ts';

/** A process as a scenario writes it down; the population gives it threads, times and addresses. */
export interface ProcessPlan {
  readonly name: string;
  readonly processId: number;
  readonly parentProcessId: number;
  readonly sessionId: number;
  readonly isProtected?: boolean;
  readonly threads: readonly ThreadPlan[];
  /** Absent for a process that is there all the time. */
  readonly life?: Life;
}

export interface ThreadPlan {
  readonly activity: ActivityName;
  readonly description?: string;
  readonly fault?: ThreadFault;
  /** Where the kernel stack ends, for a stack with addresses known from elsewhere. */
  readonly stackBase?: VirtualAddress;
  /** Where the first segment of an expanded stack ends. */
  readonly olderStackBase?: VirtualAddress;
  /** Absent for a thread that goes on with what it does. Times count from the birth of its process. */
  readonly motion?: MotionPlan;
}

/** The plan of a step, with its activity by name. */
export interface StepPlan extends Omit<ActivityStep, 'activity'> {
  readonly activity: ActivityName;
}

/** How a thread goes on: it begins with the activity of its plan, as `wakesEveryMs` and `busyMs` describe it. */
export interface MotionPlan
  extends Pick<ActivityStep, 'wakesEveryMs' | 'busyMs'>,
    Pick<ThreadMotion, 'life' | 'everyMs'> {
  readonly later?: readonly StepPlan[];
}

export const SECOND = 10_000_000n;
const UNITS_PER_MS = 10_000n;

/** Times count whole clock interrupts of 15.625 ms, in 100 ns units. */
const CLOCK_INTERVAL = 156_250;
/** Thread ids start above all process ids: both come from one table in Windows, so that none is used twice. */
const FIRST_THREAD_ID = 0x2000;

/**
 * The real-time look of a plan: the world's processes, each with its threads, in list order. The threads of a process are made when they
 * are first asked for: a world may have 100,000, of which a capture looks at some.
 */
export function populate(plans: readonly ProcessPlan[], seed: number, now: bigint): SimulatedProcess[] {
  const { next: random, place } = randomStream(seed);
  let threadOrdinal = 0;
  let threadId = FIRST_THREAD_ID;
  return plans.map((plan, ordinal) => {
    const early = now - SECOND * BigInt(86_400 - ordinal * 40) + BigInt(below(random, 9_000_000));
    const processTime =
      plan.life?.bornMs === undefined ? early : now + BigInt(plan.life.bornMs) * UNITS_PER_MS;
    const first: FirstThread = { place: place(), threadId, ordinal: threadOrdinal, processTime, now };
    let threads: readonly SimulatedThread[] | undefined;
    let moves = false;
    let hasEnded = false;
    // The stream goes on behind the threads.
    for (const thread of plan.threads) {
      threadId += drawnFor(plan, thread, random).idStep;
      threadOrdinal += 1;
      moves ||= thread.motion !== undefined;
      hasEnded ||= ACTIVITIES[thread.activity].state === TERMINATED;
    }
    const share = plan.threads.length;
    return {
      ordinal,
      isProtected: plan.isProtected ?? false,
      ...(plan.life && { life: plan.life }),
      moves,
      hasEnded,
      get threads() {
        threads ??= threadsOf(plan, first);
        return threads;
      },
      snapshot: {
        processId: plan.processId,
        parentProcessId: plan.parentProcessId,
        name: plan.name,
        sessionId: plan.sessionId,
        createTime: plan.processId === 0 ? 0n : processTime,
        handleCount: plan.processId === 0 ? 0 : 60 + share * 3 + below(random, 200),
        workingSetBytes: (400 + share * 90 + below(random, 4000)) * 0x1000,
        privateBytes: (200 + share * 70 + below(random, 4000)) * 0x1000,
      },
    };
  });
}

/** Where the threads of a process begin. */
interface FirstThread {
  /** The place of the stream of random numbers. */
  readonly place: number;
  /** The last id before it. */
  readonly threadId: number;
  readonly ordinal: number;
  readonly processTime: bigint;
  /** When the world begins. */
  readonly now: bigint;
}

function threadsOf(plan: ProcessPlan, first: FirstThread): SimulatedThread[] {
  const random = seededRandom(first.place);
  let { threadId } = first;
  return plan.threads.map((thread, index) => {
    const drawn = drawnFor(plan, thread, random);
    threadId += drawn.idStep;
    const id = plan.processId === 0 ? 0 : threadId;
    const { processTime, now } = first;
    return populateThread(plan, thread, { id, ordinal: first.ordinal + index, processTime, now, drawn });
  });
}

/** The random numbers of a thread. */
interface Drawn {
  readonly idStep: number;
  readonly later: number;
  readonly waitTimeMs: number;
  readonly priority: number;
  readonly contextSwitches: number;
  readonly kernelTicks: number;
  readonly userTicks: number;
}

const isKernelProcess = ({ processId }: ProcessPlan) => processId <= 4;
const basePriorityOf = ({ processId }: ProcessPlan) => (processId === 0 ? 0 : 8);
const isBornLater = (plan: ProcessPlan, thread: ThreadPlan) =>
  plan.life?.bornMs !== undefined || thread.motion?.life?.bornMs !== undefined;

/** Draws in the order in which the properties come. */
function drawnFor(plan: ProcessPlan, thread: ThreadPlan, random: Random): Drawn {
  const activity = ACTIVITIES[thread.activity];
  return {
    idStep: 4 + 4 * below(random, 4),
    later: 100_000 + below(random, 2_000_000_000),
    waitTimeMs: activity.state === WAITING ? waitTimeOf(activity, random) : 0,
    priority: basePriorityOf(plan) === 0 ? 0 : basePriorityOf(plan) + below(random, 3),
    contextSwitches: isBornLater(plan, thread) ? 3 : 3 + below(random, 50_000),
    kernelTicks: below(random, 400),
    userTicks: isKernelProcess(plan) ? 0 : below(random, 800),
  };
}

interface ThreadSeed extends Pick<FirstThread, 'ordinal' | 'processTime' | 'now'> {
  readonly id: number;
  readonly drawn: Drawn;
}

/** Optional fields are assigned, not spread: there may be 100,000 threads, and a spread takes longer than all else. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function populateThread(plan: ProcessPlan, thread: ThreadPlan, seed: ThreadSeed): SimulatedThread {
  const activity = ACTIVITIES[thread.activity];
  const result: Mutable<SimulatedThread> = {
    snapshot: snapshotOf(plan, thread, activity, seed),
    activity,
    ordinal: seed.ordinal,
  };
  if (thread.olderStackBase !== undefined) result.olderStackBase = thread.olderStackBase;
  if (thread.description !== undefined) result.description = thread.description;
  if (thread.fault !== undefined) result.fault = thread.fault;
  if (thread.motion !== undefined) result.motion = motionOf(thread.activity, thread.motion);
  return result;
}

function motionOf(activity: ActivityName, { life, everyMs, later = [], ...first }: MotionPlan): ThreadMotion {
  const rest = later.map((step) => ({ ...step, activity: ACTIVITIES[step.activity] }));
  return {
    ...(life && { life }),
    ...(everyMs !== undefined && { everyMs }),
    steps: [{ ...first, fromMs: 0, activity: ACTIVITIES[activity] }, ...rest],
  };
}

/** A thread is created after its process: some time later, or at the time that its plan has for it. */
function threadTime(plan: ProcessPlan, thread: ThreadPlan, { now, processTime, drawn }: ThreadSeed): bigint {
  const { later } = drawn;
  const bornMs = thread.motion?.life?.bornMs;
  if (bornMs !== undefined) return now + BigInt(bornMs + (plan.life?.bornMs ?? 0)) * UNITS_PER_MS;
  // A process that is born while the world goes on has its threads at once.
  return processTime + BigInt(plan.life?.bornMs === undefined ? later : 1 + (later % 1000));
}

function waitTimeOf({ waitedMs, longestWaitMs = 600_015 }: Activity, random: Random): number {
  const waited = 15 + below(random, 600_000);
  return waitedMs ?? (waited <= longestWaitMs ? waited : waited - longestWaitMs);
}

function snapshotOf(
  plan: ProcessPlan,
  thread: ThreadPlan,
  activity: Activity,
  seed: ThreadSeed,
): ThreadSnapshot {
  const { id, ordinal, drawn } = seed;
  const isKernel = isKernelProcess(plan);
  const stackBase = thread.stackBase ?? stackBaseAddress(ordinal);
  const look: Mutable<ThreadSnapshot> = {
    threadId: id,
    createTime: threadTime(plan, thread, seed),
    state: activity.state,
    waitTimeMs: drawn.waitTimeMs,
    priority: drawn.priority,
    basePriority: basePriorityOf(plan),
    contextSwitches: drawn.contextSwitches,
    kernelTime: BigInt(drawn.kernelTicks * CLOCK_INTERVAL),
    userTime: BigInt(drawn.userTicks * CLOCK_INTERVAL),
    startAddress: codePlace(isKernel ? 'nt!ExpWorkerThread' : 'ntdll!RtlUserThreadStart').address,
    win32StartAddress: codePlace(isKernel ? 'nt!ExpWorkerThread' : 'ntdll!TppWorkerThread').address,
    stackBase,
    stackLimit: addressAt(stackBase, -STACK_BYTES),
  };
  if (activity.state === WAITING) look.waitReason = activity.waitReason;
  if (!isKernel) look.tebAddress = tebAddress(ordinal);
  return look;
}
