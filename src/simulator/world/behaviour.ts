/** How the simulated kernel behaves when it is called; for tests and demonstrations. */
export interface KernelBehaviour {
  readonly timing?: KernelTiming;
  readonly oddAnswer?: OddAnswer;
  /** The answers of single triage calls, counted from 1: an odd one, or a status with which the call ends. */
  readonly callFaults?: Readonly<Record<number, OddAnswer | { readonly ntStatus: number }>>;
  /** The dump holds no array of thread statuses, as in builds of which no report has one. */
  readonly withoutStatusArray?: boolean;
  /** Queries of a handle do not show that its thread is in rundown. */
  readonly hidesRundown?: boolean;
  /** Called for each triage call with the ids of its threads, before the kernel does its work. */
  readonly onTriageCall?: (threadIds: readonly number[]) => void;
  /** Every capture call ends with this status and nothing else happens. */
  readonly captureStatus?: number;
  /** The kernel logs no events of its live dumps. */
  readonly withoutLiveEvents?: boolean;
  /**
   * Called before each step of a live dump, which waits for it: lets a test act in the middle. A status that it answers
   * ends the call at once.
   */
  readonly beforeLiveStep?: (step: LiveStep) => Promise<number | undefined> | number | undefined;
  /** The thread that no longer fits stays in the file without its stack, instead of not at all. */
  readonly keepsPartialThread?: boolean;
  /** A triage dump holds the locks that its threads wait for. Whether a real kernel stores them is not known. */
  readonly storesLocks?: boolean;
}

/** How long the simulated kernel takes, milliseconds of real time. All zero unless a person watches. */
export interface KernelTiming {
  readonly perCallMs?: number;
  readonly perThreadMs?: number;
  /** The real kernel waits 5 s for a thread that does not run its APC. */
  readonly perWedgedThreadMs?: number;
  /** A live dump before the first byte is written: sizing, quiescing, copying. */
  readonly livePreparationMs?: number;
  /** A live dump for every 2 MiB written. */
  readonly perLiveChunkMs?: number;
}

/** Answers to a triage call that a kernel should not give, for callers that must survive them. */
export type OddAnswer = 'zeroLength' | 'lengthBeyondBuffer' | 'shorterThanHeader' | 'markMissing';

/** The steps of a live dump, in order; `chunk` once for every 2 MiB, `header` last. */
export type LiveStep = 'sizing' | 'capture' | 'quiesce' | 'copy' | 'chunk' | 'header';
