/**
 * Wait reasons by what they mean to a watch. Numbers are KWAIT_REASON (phnt ntkeapi.h); names are in contract/thread-state.ts.
 */

/**
 * Waits that a healthy system ends within moments: kernel locks, and memory that has to be read or freed first. Executive
 * and WrLpcReply are not among them: a reader of a pipe to which nothing is written waits for days with the one, a client of a
 * notification with the other.
 */
export const SHORT_WAITS: readonly number[] = [
  1, // FreePage
  2, // PageIn
  3, // PoolAllocation
  8, // WrFreePage
  9, // WrPageIn
  10, // WrPoolAllocation
  18, // WrVirtualMemory
  19, // WrPageOut
  27, // WrResource: ERESOURCE
  28, // WrPushLock
  29, // WrMutex
  34, // WrFastMutex
  35, // WrGuardedMutex
  36, // WrRundown
  39, // WrPhysicalFault
];

/** Kernel locks alone. */
export const LOCK_WAITS: readonly number[] = [27, 28, 29, 34, 35, 36];

/** WrQueue: a worker without work. */
export const IDLE_WORKER = 15;
