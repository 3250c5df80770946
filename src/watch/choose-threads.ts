import type { ThreadReference } from '../contract/generated/types.ts';
import type { WatchedThread } from './history.ts';
import { SHORT_WAITS } from './wait-classes.ts';
import type { ConditionAlarm } from './watcher.ts';

/** Of the threads of a capture at most this part may be suspects: threads that may hold the others up. */
const SUSPECT_SHARE = 4;

/** Executive, WrExecutive, WrLpcReply: what the holder of a lock typically waits for. */
const HOLDER_WAITS: ReadonlySet<number> = new Set([0, 7, 17, ...SHORT_WAITS]);

/** What a capture begins with. */
export interface ChosenThreads {
  readonly threads: readonly ThreadReference[];
  /** How many of them the condition is not about. */
  readonly suspectCount: number;
}

/**
 * The threads of an alarm, the longest wait first, and among the others of the process those that may hold them up: a triage dump does not
 * store the owner of most locks, so the holder's stack is there only when the holder was captured. A holder runs, or waits in the kernel for
 * something else, most likely for longer than its victims.
 */
export function chooseThreads(
  { process, finding, threads: all }: ConditionAlarm,
  most: number,
): ChosenThreads {
  const inQuestion = new Set(finding.threads.map(({ snapshot }) => snapshot.threadId));
  const suspects = all
    .filter(
      ({ snapshot, isWaiting }) =>
        !inQuestion.has(snapshot.threadId) && (!isWaiting || HOLDER_WAITS.has(snapshot.waitReason ?? -1)),
    )
    .toSorted((a, b) => a.sinceMs - b.sinceMs)
    .slice(0, Math.max(1, Math.floor(most / SUSPECT_SHARE)));
  const victims = finding.threads.slice(0, Math.max(1, most - suspects.length));
  const reference = ({ snapshot }: WatchedThread): ThreadReference => ({
    processId: process.processId,
    threadId: snapshot.threadId,
    createTimeRaw: snapshot.createTime.toString(),
    processCreateTimeRaw: process.createTime.toString(),
  });
  return {
    threads: [...victims, ...suspects].slice(0, Math.max(most, 1)).map(reference),
    suspectCount: suspects.length,
  };
}
