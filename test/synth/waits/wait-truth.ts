/** What a kernel with waits was planned to hold, in the words of the model; threads by their names in the plan. */
export interface WaitTruth {
  readonly waits: ReadonlyMap<string, PlannedWait>;
  readonly locks: readonly PlannedLock[];
  readonly requests: readonly PlannedRequest[];
}

export interface PlannedWait {
  /** The thread's own timer for one that sleeps. */
  readonly waitType: 'Any' | 'All';
  readonly objects: readonly { readonly address: bigint; readonly kind: string }[];
  readonly isIdle: boolean;
  readonly hasTimeout: boolean;
}

export interface PlannedLock {
  readonly kind: 'Resource' | 'Mutant' | 'FastMutex' | 'PushLock' | 'FileLock';
  readonly address: bigint;
  readonly owners: readonly PlannedOwner[];
  readonly waiters: readonly { readonly thread: string; readonly access: Access }[];
}

export type Access = 'Exclusive' | 'Shared';

export interface PlannedOwner {
  /** A thread of the plan, or the address of a thread that is not in the memory, or what a driver set as owner. */
  readonly owner: string | bigint;
  readonly access: Access;
  readonly count?: number;
}

/** Bytes of memory. */
export type Range = readonly [address: bigint, size: number];

export interface PlannedRequest {
  readonly address: bigint;
  readonly thread: string;
  readonly majorFunction: string;
  readonly driver: string;
  /** As a person knows the file; absent for a request without one. */
  readonly file?: string;
  readonly drive?: string;
  readonly isMarkedPending: boolean;
  /** On the list of its thread; otherwise only the stack leads to it. */
  readonly isListed: boolean;
  /** What a capture stores of it: the request, its file, its device and driver, and their names. */
  readonly blocks: readonly Range[];
}
