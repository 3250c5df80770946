import type { HeldLock, WaitPlan, WorkQueueName } from './waits.ts';

/**
 * What a thread of the simulated machine is doing: its scheduling state and the call chain that shows it, innermost
 * frame first, spelled as a debugger prints it.
 */
export interface Activity {
  readonly name: string;
  /** KTHREAD_STATE and KWAIT_REASON, phnt ntkeapi.h. */
  readonly state: number;
  readonly waitReason: number;
  /** Frames below KiCommitThreadWait of a waiting thread, or those in which another was interrupted. */
  readonly kernelFrames: readonly string[];
  /** The user-mode part, innermost first, down to what the thread was started for. */
  readonly userFrames: readonly string[];
  /** The number in the system service table; absent for a thread that never entered the kernel by a call. */
  readonly systemCall?: number;
  /** The file that the thread's pending IRP is about. */
  readonly pendingFile?: string;
  /** IRP_MJ_… of that request: a create when absent. */
  readonly pendingFunction?: number;
  /** The driver that has marked that request pending; otherwise the driver of its current location works on it. */
  readonly pendingAt?: DriverName;
  /** How long it has waited; absent for anything up to `longestWaitMs`. */
  readonly waitedMs?: number;
  readonly longestWaitMs?: number;
  /** The function with the request among its local variables, when it is on no list. */
  readonly pendingOffList?: string;
  /** The request is on no list, and none of the thread's own functions has it. */
  readonly isOnNoList?: true;
  /** Its sender has asked for the end of the request (IRP.Cancel). */
  readonly isCancelled?: true;
  /** The function with another thread's request among its local variables: that of the thread of its process with this activity. */
  readonly mentions?: { readonly requestOf: string; readonly frame: string };
  /** Absent for a thread that waits for nothing that has an object. */
  readonly waitsFor?: WaitPlan;
  readonly holds?: readonly HeldLock[];
  /** The queue of the work item that it is in the middle of. */
  readonly worksFor?: WorkQueueName;
}

/** Drivers that requests pass, by the names of their objects. */
export const DRIVER_NAMES = {
  fltmgr: '\\FileSystem\\FltMgr',
  mup: '\\FileSystem\\Mup',
  mrxsmb: '\\FileSystem\\mrxsmb',
  mrxsmb20: '\\FileSystem\\mrxsmb20',
  Ntfs: '\\FileSystem\\Ntfs',
} as const;

export type DriverName = keyof typeof DRIVER_NAMES;

/** KTHREAD_STATE. */
export const WAITING = 5;
export const RUNNING = 2;
/** Of a thread that has ended before the world begins: its object is kept by its request, and no list has it. */
export const TERMINATED = 4;
