import type { VirtualAddress } from '../binary/address.ts';
import type { Evidence } from '../explain/model.ts';

/** What the scheduler shows of a thread at one moment. */
export interface Moment {
  /** Milliseconds since 1970; undefined where the source has no time. */
  readonly timeMs?: number;
  /** KTHREAD.ContextSwitches, a counter of 32 bits. */
  readonly contextSwitches?: number;
  readonly state?: string;
  readonly waitReason?: string;
  readonly waitTimeMs?: number;
}

/** An I/O request that a thread has not seen finished. */
export interface ObservedRequest {
  readonly address: VirtualAddress;
  /** IRP.CurrentLocation: how far the request has gone down and up its drivers. */
  readonly location: number;
  readonly evidence: Evidence;
}

/** A queue of kernel work items that a thread serves or waits at. */
export interface ObservedQueue {
  readonly address: VirtualAddress;
  readonly itemsProcessed: number;
  readonly evidence: Evidence;
}

/** One thread at one look: in a dump, or in a capture of the live machine. */
export interface Observation {
  readonly address?: VirtualAddress;
  readonly processId?: number;
  readonly processName?: string;
  readonly threadId?: number;
  /** Exact, as decimal digits; absent where the source does not hold it. */
  readonly createTimeRaw?: string;
  readonly path?: string;
  /**
   * The look ran in the thread (SysDbgGetTriageDump): it ended the wait for the time of the copy, and added switches of its own. A dump
   * of whole pages disturbs no thread.
   */
  readonly isDisturbing: boolean;
  /** Before the look, or in a dump that disturbs no thread at the look itself. */
  readonly before: Moment;
  /** When the look was over; a disturbing look without it leaves its own switches in the difference. */
  readonly after?: Moment;
  /** How the context switches are known. */
  readonly counted?: Evidence;
  /** Equal for threads in the same functions; undefined where no frames are known. */
  readonly key?: string;
  /** Frames as WinDbg prints them. */
  readonly stack?: readonly string[];
  /** Objects of the wait; undefined where the source does not hold them. */
  readonly objects?: readonly VirtualAddress[];
  readonly isIdle: boolean;
  readonly requests: readonly ObservedRequest[];
  readonly queue?: ObservedQueue;
  readonly waitingFor?: string;
  readonly heldBy?: readonly string[];
  readonly heldByEvidence?: string;
  readonly doing?: string;
}

/** A thread that is gone by the record of one side, with the reason. */
export interface Departed {
  readonly address?: VirtualAddress;
  readonly processId?: number;
  readonly threadId?: number;
  readonly reason: string;
}

/** All looks of one side of a comparison. */
export interface Side {
  readonly observations: readonly Observation[];
  /** The side holds every thread of the machine, so a thread that it lacks did not exist. */
  readonly isWhole: boolean;
  readonly departed: readonly Departed[];
  /** When its first dump was written, by the clock that times of creation count on: milliseconds since 1970. */
  readonly firstMs?: number;
}
