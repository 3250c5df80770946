import { Failure } from '../../../contract/failure.ts';
import { NTSTATUS, ntStatusName } from '../../../contract/ntstatus.ts';
import type { MissingVerdict } from '../../../contract/verdict.ts';
import type { Requested } from '../threads/open-threads.ts';
import type { Addressed, Settled } from '../threads/settled.ts';
import type { AnswerEvidence } from './evidence.ts';

/** The verdict on each requested thread, from the evidence of one answer. */
export interface Sorted {
  readonly captured: readonly Addressed[];
  readonly settled: readonly Settled[];
  /** There was no room: worth another call with fewer threads. In the order of the request. */
  readonly crowdedOut: readonly Addressed[];
  /** Nothing at hand explains why they are missing: each is worth one call alone. */
  readonly doubtful: readonly Addressed[];
}

/** Looks that cost a system call, made only for threads that need them. */
export interface Looks {
  /** Whether the thread behind a handle that is still open has terminated, or is about to. */
  hasTerminated(thread: Requested): boolean;
  /** Whether the thread is missing from a fresh snapshot, which is taken once for all threads of a batch. */
  isGone(thread: Requested): boolean;
  /** The live dump of this build that shows what a triage dump cannot, as the subject of a sentence. */
  readonly liveDump: string;
}

type Outcome = Settled | 'captured' | 'crowdedOut' | 'doubtful';

const seconds = (ms: number) => (ms / 1000).toFixed(1);
const kilobytes = (bytes: number) => Math.round(bytes / 1024);

/**
 * Sorts the threads of one call by what is at hand, and by nothing else: presence in the dump, the status that the kernel
 * noted for the thread, the thread behind the handle, the room that was left, and the time that the call took.
 */
export function sortThreads(requested: readonly Requested[], evidence: AnswerEvidence, looks: Looks): Sorted {
  const judge = judgeOf(requested, evidence, looks);
  const statuses = believableStatuses(evidence);
  const outcomes =
    statuses === undefined
      ? withoutStatuses(requested, evidence, judge)
      : requested.map((each, index) => judge.byStatus(each, index, statuses[index]));
  const pick = (wanted: Outcome) => requested.filter((_, index) => outcomes[index] === wanted);
  return {
    captured: pick('captured'),
    crowdedOut: pick('crowdedOut'),
    doubtful: pick('doubtful'),
    settled: outcomes.filter((outcome) => typeof outcome === 'object'),
  };
}

/** What the kernel notes for a thread whose stack it stored, or for which it ran out of room while it did. */
const STORED: ReadonlySet<number> = new Set([
  NTSTATUS.STATUS_SUCCESS,
  NTSTATUS.STATUS_INSUFFICIENT_RESOURCES,
]);

/**
 * The statuses, unless they contradict the dump: a thread that is there was stored, and a thread that the kernel "never came to"
 * cannot be before one that it captured, and something must have stopped it. That the array is kept like this is reported, not
 * proved; where it is not, the rest of the evidence decides.
 */
function believableStatuses({ statuses, present, isFull }: AnswerEvidence): readonly number[] | undefined {
  if (statuses === undefined) return undefined;
  if (statuses.some((status, index) => present[index] === true && !STORED.has(status))) return undefined;
  const firstUnreached = statuses.indexOf(NTSTATUS.STATUS_UNSUCCESSFUL);
  if (firstUnreached < 0) return statuses;
  const wasStopped = isFull || statuses.includes(NTSTATUS.STATUS_INSUFFICIENT_RESOURCES);
  return wasStopped && firstUnreached > present.lastIndexOf(true) ? statuses : undefined;
}

function judgeOf(requested: readonly Requested[], evidence: AnswerEvidence, looks: Looks) {
  const { bytesLeft, kernelMs, present, objectSeen } = evidence;
  const alone = requested.length === 1;
  const { liveDump } = looks;

  const settle = (
    { target, address }: Requested,
    verdict: MissingVerdict,
    reason: string,
    ntStatus?: number,
  ): Settled => ({ target, address, verdict, reason, ...(ntStatus === undefined ? {} : { ntStatus }) });

  /** With an error of its own: the verdict alone does not show what is in the way. */
  const fail = (each: Requested, reason: string, ntStatus?: number): Settled => {
    const { process, thread } = each.target;
    const message = `Thread ${thread.threadId} of ${process.name} (${process.processId}) is in no dump. ${reason}`;
    const target = `thread ${thread.threadId}`;
    const advice = `${liveDump} shows the thread.`;
    const failure = new Failure('CaptureFailed', message, {
      target,
      advice,
      ...(ntStatus === undefined ? {} : { ntStatus }),
    });
    return { ...settle(each, 'Failed', reason, ntStatus), failure };
  };

  const exited = (each: Requested, ntStatus?: number) =>
    settle(
      each,
      'Exited',
      `The thread exited, or is exiting: the kernel captures none in rundown. If it hangs there, ${lower(liveDump)} shows it.`,
      ntStatus,
    );

  const timedOut = (each: Requested, ntStatus?: number) =>
    settle(
      each,
      'TimedOut',
      `The thread did not run the capture while the kernel waited for it, in a call of ${seconds(kernelMs)} s (wedged). ${liveDump} shows it.`,
      ntStatus,
    );

  const noRoom = (each: Requested, ntStatus?: number): Outcome =>
    alone
      ? settle(
          each,
          'DidNotFit',
          `The thread does not fit into a triage dump, even alone: ${kilobytes(bytesLeft)} KB of the 1 MiB were left. ${liveDump} shows it.`,
          ntStatus,
        )
      : 'crowdedOut';

  const unexplained = (each: Requested, ntStatus?: number): Outcome => {
    if (!alone) return 'doubtful';
    if (looks.isGone(each)) return exited(each, ntStatus);
    const reason = `The kernel reported success after ${seconds(kernelMs)} s and left the thread out, with ${kilobytes(bytesLeft)} KB free; nothing shows why. ${liveDump} shows the thread.`;
    return fail(each, reason, ntStatus);
  };

  /** The kernel noted success, and yet the dump does not hold the thread. Among others, the note itself is in doubt. */
  const contradicted = (each: Requested, index: number): Outcome =>
    alone
      ? fail(
          each,
          objectSeen[index] === true
            ? `The thread object is in the dump, but not its kernel stack. ${liveDump} shows it.`
            : `The kernel noted success, but no thread object is at this address in the dump. ${liveDump} shows it.`,
          NTSTATUS.STATUS_SUCCESS,
        )
      : 'doubtful';

  function byStatus(each: Requested, index: number, ntStatus: number | undefined): Outcome {
    if (present[index] === true) return 'captured';
    switch (ntStatus) {
      case NTSTATUS.STATUS_THREAD_IS_TERMINATING:
        return exited(each, ntStatus);
      case NTSTATUS.STATUS_TIMEOUT:
        return timedOut(each, ntStatus);
      case NTSTATUS.STATUS_SUCCESS:
        return contradicted(each, index);
      default:
        break;
    }
    if (looks.hasTerminated(each)) return exited(each);
    switch (ntStatus) {
      case NTSTATUS.STATUS_INSUFFICIENT_RESOURCES:
        return noRoom(each, ntStatus);
      // What the kernel writes before it begins: it never came to the thread.
      case NTSTATUS.STATUS_UNSUCCESSFUL:
        return noRoom(each, ntStatus);
      case undefined:
        return unexplained(each);
      default: {
        // A note of no known meaning shows nothing about a call for this thread alone.
        if (!alone) return 'doubtful';
        const reason = `The kernel noted ${ntStatusName(ntStatus)} for the thread. ${liveDump} shows it.`;
        return fail(each, reason, ntStatus);
      }
    }
  }
  return { byStatus, exited, timedOut, noRoom, unexplained };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** With so much of the buffer left the kernel did not stop for lack of room: no thread is known to take half of it. */
const ROOM_FOR_ANY_THREAD = 256 * 1024;

/**
 * The kernel takes threads in order and stops at the first one without room. So a thread that is missing before a present
 * one was not left out for room; and among those after the last present one, any that it waited for come first.
 */
function withoutStatuses(
  requested: readonly Requested[],
  evidence: AnswerEvidence,
  judge: ReturnType<typeof judgeOf>,
): Outcome[] {
  const { present, isFull, bytesLeft } = evidence;
  const lastPresent = present.lastIndexOf(true);
  const isAmple = !isFull && bytesLeft >= ROOM_FOR_ANY_THREAD;
  // A first pass settles those that have terminated: they explain no waiting, and no lack of room.
  const outcomes = requested.map((each, index) => judge.byStatus(each, index, undefined));
  const open = (index: number) => outcomes[index] === 'doubtful' || isFailed(outcomes[index]);
  const skipped = requested.flatMap((_, index) => (index < lastPresent && open(index) ? [index] : []));
  const trailing = requested.flatMap((_, index) => (index > lastPresent && open(index) ? [index] : []));
  const judgeAt = (index: number, judgeOne: (each: Requested) => Outcome) => {
    const each = requested[index];
    if (each !== undefined) outcomes[index] = judgeOne(each);
  };
  // Fewer waits than skipped threads: which of them were waited for is not known, so each stays doubtful.
  const explained = skipped.length <= evidence.waits;
  if (explained) for (const index of skipped) judgeAt(index, judge.timedOut);
  const waits = explained ? evidence.waits - skipped.length : 0;
  for (const [place, index] of trailing.entries()) {
    if (place < waits) judgeAt(index, judge.timedOut);
    else if (isFull || (place > waits && !isAmple)) judgeAt(index, judge.noRoom);
  }
  return outcomes;
}

const isFailed = (outcome: Outcome | undefined) =>
  typeof outcome === 'object' && outcome.verdict === 'Failed';
