import type { VirtualAddress } from '../../../binary/address.ts';
import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess, NTSTATUS } from '../../../contract/ntstatus.ts';
import type { MachineSession, TriageAnswer } from '../../../machine/port.ts';
import { type OpenedThreads, openThreads, type Requested } from '../threads/open-threads.ts';
import type { Addressed, Settled } from '../threads/settled.ts';
import type { Target } from '../threads/target.ts';
import type { Batch } from './batch.ts';
import {
  type BugCheckParameters,
  TRIAGE_BUG_CHECK_CODE,
  writeBugCheckParameters,
} from './bug-check-parameters.ts';
import { captureFailure } from './capture-status.ts';
import { dumpIn } from './check-answer.ts';
import { answerEvidence } from './evidence.ts';
import { type Looks, type Sorted, sortThreads } from './sort-threads.ts';

/** What one call of the kernel came to. */
export type AttemptAnswer =
  /** No thread was left to ask for. */
  | { readonly kind: 'nothing' }
  /** The call ended with an error status, or with an answer that cannot be believed. */
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly asked: readonly Addressed[];
      /** Threads that could not be looked at, so that there was no call. */
      readonly unopened?: readonly Target[];
    }
  | ({
      readonly kind: 'dump';
      /** The dump, checked and trimmed. */
      readonly bytes: Uint8Array;
      readonly asked: readonly Addressed[];
      readonly parameters: BugCheckParameters;
      readonly bytesLeft: number;
      /** Logical processors, as the dump itself counts them. */
      readonly processors?: number | undefined;
    } & Omit<Sorted, 'settled'>);

/** One attempt to capture a batch. */
export interface Attempt {
  readonly answer: AttemptAnswer;
  /** Threads that this attempt gave their verdict. */
  readonly settled: readonly Settled[];
  readonly kernelMs: number;
}

export interface AttemptOptions {
  readonly bugCheckCode?: number | undefined;
  readonly parameters: (addresses: readonly VirtualAddress[]) => BugCheckParameters;
  /** Milliseconds, for measuring the call. */
  readonly clock: () => number;
  /** Asked only for threads that are missing from a dump and that nothing else explains. */
  readonly isGone: (target: Target) => boolean;
  readonly liveDump: string;
}

interface Asked {
  readonly answer: TriageAnswer;
  readonly kernelMs: number;
}

async function askKernel(
  session: MachineSession,
  requested: readonly Requested[],
  { bugCheckCode, parameters, clock }: AttemptOptions,
): Promise<Asked> {
  const begun = clock();
  const answer = await session.captureTriage({
    threads: requested.map(({ handle }) => handle),
    bugCheckCode: bugCheckCode ?? TRIAGE_BUG_CHECK_CODE,
    bugCheckParameters: parameters(requested.map(({ address }) => address)),
  });
  return { answer, kernelMs: clock() - begun };
}

/**
 * Without addresses nothing can be verified and so nothing captured. The status of a call for one thread shows more than
 * that: a system that has no triage dumps gives no addresses either.
 */
async function blindFailure(
  session: MachineSession,
  { hidden }: OpenedThreads,
  target: string,
): Promise<Failure> {
  const { ntStatus } = await session.captureTriage({
    threads: hidden.slice(0, 1),
    bugCheckCode: TRIAGE_BUG_CHECK_CODE,
    bugCheckParameters: [0n, 0n, 0n, 0n],
  });
  if (!isNtSuccess(ntStatus)) return captureFailure(ntStatus, target);
  const message = `Windows did not give the address of any thread object of ${target}, so no capture can be verified.`;
  return new Failure('ThreadAddressUnavailable', message, { target });
}

/** Without the handle, which is closed after the attempt. */
const plain = ({ handle: _, ...addressed }: Requested): Addressed => addressed;

/** A denial that the end of all asked threads explains is no denial. */
function allEnded(session: MachineSession, ntStatus: number, requested: readonly Requested[]): boolean {
  return (
    ntStatus >>> 0 === NTSTATUS.STATUS_ACCESS_DENIED &&
    requested.every(({ handle }) => session.hasTerminated(handle))
  );
}

function ended({ target, address }: Requested): Settled {
  return { target, address, verdict: 'Exited', reason: 'The thread exited during the capture.' };
}

/** Checks an answer and sorts the threads that were asked for by what it shows. */
function judge(
  session: MachineSession,
  requested: readonly Requested[],
  { answer, kernelMs }: Asked,
  name: string,
  options: AttemptOptions,
): Attempt {
  const asked = requested.map(plain);
  const failed = (failure: Failure): Attempt => ({
    answer: { kind: 'failed', failure, asked },
    settled: [],
    kernelMs,
  });
  if (!isNtSuccess(answer.ntStatus)) {
    if (!allEnded(session, answer.ntStatus, requested)) return failed(captureFailure(answer.ntStatus, name));
    return { answer: { kind: 'nothing' }, settled: requested.map(ended), kernelMs };
  }
  const dump = dumpIn(answer, name);
  if (dump instanceof Failure) return failed(dump);
  const addresses = requested.map(({ address }) => address);
  const evidence = answerEvidence(dump, addresses, kernelMs);
  const looks: Looks = {
    hasTerminated: ({ handle }) => session.hasTerminated(handle),
    isGone: ({ target }) => options.isGone(target),
    liveDump: options.liveDump,
  };
  const { settled, ...sorted } = sortThreads(requested, evidence, looks);
  // The request named the first threads that were asked for; the file is to name those that it holds.
  const parameters = options.parameters(sorted.captured.map(({ address }) => address));
  const bytes = writeBugCheckParameters(answer.bytes, parameters);
  const { bytesLeft } = evidence;
  const processors = dump.header.get('NumberProcessors');
  return {
    answer: { kind: 'dump', bytes, asked, parameters, bytesLeft, processors, ...sorted },
    settled,
    kernelMs,
  };
}

/**
 * One capture call for a batch: opens the threads, asks the kernel, checks the answer, sorts the threads by it, and closes
 * all handles, whatever happens.
 */
export async function attempt(
  session: MachineSession,
  batch: Batch<Target>,
  options: AttemptOptions,
): Promise<Attempt> {
  const name = `process ${batch.processId}`;
  let opened: OpenedThreads;
  try {
    opened = openThreads(session, batch.threads);
  } catch (thrown) {
    // The table of handles may be had again a moment later.
    if (!(thrown instanceof Failure) || thrown.code !== 'EnumerationFailed') throw thrown;
    const answer = { kind: 'failed', failure: thrown, asked: [], unopened: batch.threads } as const;
    return { answer, settled: [], kernelMs: 0 };
  }
  try {
    const { requested, settled, hidden } = opened;
    if (requested.length > 0) {
      const asked = await askKernel(session, requested, options);
      const judged = judge(session, requested, asked, name, options);
      return { ...judged, settled: [...settled, ...judged.settled] };
    }
    if (hidden.length === 0) return { answer: { kind: 'nothing' }, settled, kernelMs: 0 };
    const failure = await blindFailure(session, opened, name);
    return { answer: { kind: 'failed', failure, asked: [] }, settled, kernelMs: 0 };
  } finally {
    opened.release();
  }
}
