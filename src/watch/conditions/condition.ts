import type { WatchCondition } from '../../contract/generated/types.ts';
import type { WatchedProcess, WatchedThread } from '../history.ts';

/** What a condition has found in a process. */
export interface ConditionFinding {
  /** A sentence without its process: "24 threads wait …". */
  readonly sentence: string;
  /** The threads that the condition is about, the longest wait first. */
  readonly threads: readonly WatchedThread[];
}

/**
 * A condition over the successive listings of one process: answers what holds now. It gets every listing, so it may remember
 * what it saw; what it keeps is bounded.
 */
export type Condition = (look: WatchedProcess) => ConditionFinding | undefined;

export interface ConditionOptions {
  /** How long, milliseconds. */
  readonly forMs: number;
  /** At least so many threads. */
  readonly count: number;
  /** KWAIT_REASON numbers. */
  readonly reasons: ReadonlySet<number>;
}

/** A kind of condition: how one is made for a process, and its defaults. */
export interface ConditionKind {
  readonly name: WatchCondition;
  /** Undefined: the user must give it. */
  readonly defaultCount: number | undefined;
  readonly defaultReasons: readonly number[];
  /** The condition looks at the age of waits itself. Otherwise it must hold for the time in every listing. */
  readonly knowsAge: boolean;
  create(options: ConditionOptions): Condition;
}

/** The longest wait first; threads of one age by id, so that two runs agree. */
export function longestFirst(threads: readonly WatchedThread[]): WatchedThread[] {
  return threads.toSorted((a, b) => a.sinceMs - b.sinceMs || a.snapshot.threadId - b.snapshot.threadId);
}

/** `1 thread`, `24 threads`. */
export const howMany = (count: number, noun = 'thread'): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
