import type { VirtualAddress } from '../../binary/address.ts';
import type { MachineFacts, ProcessSnapshot, ThreadSnapshot } from '../../machine/port.ts';
import type { Activity } from './activity.ts';

/** The data that a simulated machine is made of. Scenarios build it; listing, capture and files derive from it. */
export interface SimulatedWorld {
  readonly scenario: string;
  /** Seeds everything that is arbitrary: two worlds of one seed are equal to the last byte. */
  readonly seed: number;
  readonly facts: MachineFacts;
  /** The clock of the world at its start, FILETIME. */
  readonly now: bigint;
  readonly upTime: bigint;
  readonly limits: KernelLimits;
  /** A live dump finds too little free memory to be whole. */
  readonly isShortOfMemory: boolean;
  /** In the order of the kernel's process list. */
  readonly processes: readonly SimulatedProcess[];
}

export interface KernelLimits {
  /** Bytes that the kernel's own buffer holds, whatever the caller offers. */
  readonly bufferBytes: number;
  /** KDDEBUGGER_DATA64.SizePrcb of the build that is played. */
  readonly prcbBytes: number;
}

export interface SimulatedProcess {
  readonly snapshot: Omit<ProcessSnapshot, 'threads'>;
  /** Made when they are first asked for. */
  readonly threads: readonly SimulatedThread[];
  /** Whether a thread of it goes on with something else, comes or goes. */
  readonly moves: boolean;
  /** Whether a thread of it had ended before the world began. */
  readonly hasEnded: boolean;
  /** Protected (PPL) or System: no caller gets THREAD_ALL_ACCESS to its threads. */
  readonly isProtected: boolean;
  /** Position in the world, from which addresses derive. */
  readonly ordinal: number;
  /** Absent for a process that is there all the time. */
  readonly life?: Life;
}

export interface SimulatedThread {
  readonly snapshot: ThreadSnapshot;
  readonly activity: Activity;
  /** Position among all threads of the world, from which addresses derive. */
  readonly ordinal: number;
  /** The base of the stack segment from before a stack expansion. */
  readonly olderStackBase?: VirtualAddress;
  /** SetThreadDescription's text. */
  readonly description?: string;
  readonly fault?: ThreadFault;
  /** Absent for a thread that goes on with what it does. */
  readonly motion?: ThreadMotion;
}

/**
 * What can go wrong with one thread. `exitsBeforeOpen`: it is in the first list only; `exitsBeforeCapture`: it dies
 * while a handle is open; `replaced`: at open its id belongs to a thread created later; `protected`: no access;
 * `wedged`: the APC never runs and the kernel gives up after its time limit; `rundown`: it is being torn down but still
 * listed, can be opened, and begins to look terminated with the first capture call; `addressHidden`: the handle table
 * shows no object address.
 */
export type ThreadFault =
  | 'exitsBeforeOpen'
  | 'exitsBeforeCapture'
  | 'replaced'
  | 'protected'
  | 'wedged'
  | 'rundown'
  | 'addressHidden';

/** When a process or thread is there: from `bornMs` on and before `diesMs`. */
export interface Life {
  readonly bornMs?: number;
  readonly diesMs?: number;
}

/** What a thread does from a time on, until its next step. */
export interface ActivityStep {
  readonly fromMs: number;
  readonly activity: Activity;
  /** So often the thread ends its wait, runs for `busyMs` and waits anew. Absent: one wait for the whole step. */
  readonly wakesEveryMs?: number;
  /** Processor time of one such run. */
  readonly busyMs?: number;
}

export interface ThreadMotion {
  readonly life?: Life;
  /** In the order of time; the first begins with the world, or with the thread. */
  readonly steps: readonly [ActivityStep, ...ActivityStep[]];
  /** The steps begin anew after so long. */
  readonly everyMs?: number;
}
