import type {
  Evidence,
  EvidenceClass,
  Lock,
  PendingRequest,
  ProcessReference,
  ThreadReference,
  WaitObject,
} from '../model.ts';

/** What is at the end of a chain of waits. */
export type RootKind =
  /** Threads that wait for each other. */
  | 'Deadlock'
  /** A request that a driver has not finished. */
  | 'PendingIo'
  /** A process or thread that has not answered a message. */
  | 'ServerReply'
  /** A thread or process that others wait for to end, and that goes on. */
  | 'ProcessExit'
  /** A thread on a processor. */
  | 'Running'
  /** A thread that could run and has no processor. */
  | 'Ready'
  /** A thread that waits for time to pass. */
  | 'Sleeping'
  | 'Suspended'
  /** A thread that waits for a lock of its own process. */
  | 'UserMode'
  /** The owner is known by its address alone. */
  | 'OwnerNotInDump'
  /** The lock was given to an owner that is no thread. */
  | 'OwnerPointer'
  /** Nothing in the dumps is known to own what is awaited. */
  | 'NoOwnerKnown'
  /** A thread that waits, and the dump does not hold for what. */
  | 'WaitNotInDump'
  /** A thread that neither waits nor runs. */
  | 'NotWaiting';

export interface ChainRoot {
  readonly kind: RootKind;
  /** The last thread of the chain: the owner that runs, sleeps or is missing, or the thread of the request. */
  readonly thread?: ThreadReference;
  readonly request?: PendingRequest;
  readonly process?: ProcessReference;
  readonly lock?: Lock;
  readonly object?: WaitObject;
  /** Of a Deadlock: its threads, in the order of the cycle. */
  readonly cycle?: readonly CycleStep[];
  /** A Deadlock that a timeout will break: a stall. */
  readonly brokenByTimeout?: boolean;
}

/** A thread of a cycle, what it waits for, and how that is known. */
export interface CycleStep {
  readonly thread: ThreadReference;
  readonly waitsFor: Awaited;
  readonly evidence: Evidence;
  /** Of a lock: how it is known that the next thread of the cycle has it. */
  readonly heldBy?: Evidence;
}

/** What threads wait for. */
export type Awaited =
  | { readonly kind: 'Lock'; readonly lock: Lock }
  | { readonly kind: 'Request'; readonly request: PendingRequest }
  | { readonly kind: 'Thread'; readonly thread: ThreadReference; readonly object?: WaitObject }
  | { readonly kind: 'Process'; readonly process: ProcessReference; readonly object: WaitObject }
  | { readonly kind: 'Object'; readonly object: WaitObject };

/** What a thread does that does not wait; one that has ended can have left a request behind. */
export type ThreadActivity = 'Running' | 'Ready' | 'Ended';

/** One level of a chain: threads that wait for the same thing. */
export interface ChainLink {
  readonly waitsFor: Awaited;
  readonly waiters: readonly ThreadReference[];
  readonly longestWaitMs?: number;
  /** The threads of this level do not wait: they run, are ready to, or have ended, and have the request under way. */
  readonly activity?: ThreadActivity;
  /** The weakest class among the waits of this level. */
  readonly evidence: Evidence;
}

/** Of a chain that is cut so many owners of each lock are listed. */
export const OWNERS_OF_A_CUT_CHAIN = 8;

/** A statement for a person, with the weakest class of its parts. */
export interface Statement {
  readonly text: string;
  readonly evidence: EvidenceClass;
  /** What it rests on: `owner entry of the resource`. */
  readonly basis?: string;
}

/** One cause, and all that waits behind it. */
export interface WaitChain {
  readonly root: ChainRoot;
  /** Every thread of the chain, the holder at its end included; those that wait longest first. */
  readonly threads: readonly ThreadReference[];
  readonly longestWaitMs?: number;
  /** From the waiters to the root. */
  readonly links: readonly ChainLink[];
  /** Owners that no dump contains: what to capture next. */
  readonly missingThreads: readonly ThreadReference[];
  /** Threads, or owners of what they wait for, are left out: a bound was reached. */
  readonly isCut: boolean;
}
