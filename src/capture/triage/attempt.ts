import type { VirtualAddress } from '../../binary/address.ts';
import { Failure } from '../../contract/failure.ts';
import { isNtSuccess, NTSTATUS } from '../../contract/ntstatus.ts';
import { isRefusal, type MachineSession, type OpenThread, type ThreadRefusal } from '../../machine/port.ts';
import type { Batch } from './batch-plan.ts';
import { type BugCheckParameters, TRIAGE_BUG_CHECK_CODE } from './bug-check-parameters.ts';
import { captureFailure } from './capture-status.ts';
import type { Target, Verdict } from './target.ts';
import { checkTriage, threadStatuses, threadsInTriageDump } from './verify-triage.ts';

/** A thread that will not be captured, whatever else happens. */
export interface Settled {
  readonly target: Target;
  readonly verdict: Exclude<Verdict, 'Captured'>;
  readonly reason: string;
  readonly ntStatus?: number;
  /** Told beside the verdict, where the verdict alone does not say what stands in the way. */
  readonly failure?: Failure;
}

/** A thread whose object address is known, so that it can be looked for in what the kernel returns. */
export interface Addressed {
  readonly target: Target;
  readonly address: VirtualAddress;
}

/** What one capture call gave. */
export interface Attempt {
  /** The dump, checked and trimmed; absent when no thread of the batch is in it. */
  readonly bytes?: Uint8Array;
  readonly captured: readonly Addressed[];
  /** Not captured, worth another try. */
  readonly missing: readonly Target[];
  readonly settled: readonly Settled[];
  /** The call itself failed, for all threads that were left to capture. */
  readonly failure?: Failure;
  readonly kernelMs: number;
  readonly parameters?: BugCheckParameters;
}

export interface AttemptOptions {
  readonly bugCheckCode?: number | undefined;
  readonly parameters: (addresses: readonly VirtualAddress[]) => BugCheckParameters;
  /** Milliseconds, for measuring the call. */
  readonly clock: () => number;
  /** Whether the thread still exists, asked only for threads that are missing from a dump. */
  readonly isAlive: (target: Target) => boolean;
  /** The live dump of this build that shows what a triage dump cannot, as the subject of a sentence. */
  readonly liveDump: string;
}

/** The kernel waits so long for each thread to run the capture; reported by third parties, unproven by us. */
const KERNEL_WAIT_MS = 5000;
/** A call that took this share of the wait, with its only thread missing, was such a wait. */
const NEARLY = 0.9;

const REFUSALS: Readonly<Record<ThreadRefusal['refused'], Pick<Settled, 'verdict' | 'reason'>>> = {
  exited: { verdict: 'Exited', reason: 'The thread exited before it could be opened.' },
  replaced: { verdict: 'Replaced', reason: 'The id now belongs to a thread created later.' },
  denied: {
    verdict: 'Refused',
    reason:
      'Windows grants nobody full access to this thread (protected process, or System). A live dump shows it.',
  },
};

interface Held {
  readonly target: Target;
  readonly handle: OpenThread;
}

function openAll(session: MachineSession, targets: readonly Target[]): { held: Held[]; settled: Settled[] } {
  const held: Held[] = [];
  const settled: Settled[] = [];
  for (const target of targets) {
    const { process, thread } = target;
    const answer = session.open({
      processId: process.processId,
      threadId: thread.threadId,
      createTime: thread.createTime,
      processCreateTime: process.createTime,
    });
    if (!isRefusal(answer)) {
      held.push({ target, handle: answer });
    } else {
      const { ntStatus } = answer;
      settled.push({ target, ...REFUSALS[answer.refused], ...(ntStatus === undefined ? {} : { ntStatus }) });
    }
  }
  return { held, settled };
}

function hiddenAddress(target: Target): Settled {
  const reason = 'Windows did not tell the address of the thread object, so a capture could not be verified.';
  const { process, thread } = target;
  const name = `thread ${thread.threadId}`;
  const message = `Thread ${thread.threadId} of ${process.name} (${process.processId}) is in no dump. ${reason}`;
  const failure = new Failure('ThreadAddressUnavailable', message, { target: name });
  return { target, verdict: 'NotAttempted', reason, failure };
}

/** Why a thread is missing when nothing else of the batch explains it. */
function missingAlone(kernelMs: number, target: Target, liveDump: string): Settled {
  return kernelMs >= KERNEL_WAIT_MS * NEARLY
    ? {
        target,
        verdict: 'TimedOut',
        reason: `The thread did not run the capture within five seconds (wedged). ${liveDump} shows it.`,
      }
    : {
        target,
        verdict: 'DidNotFit',
        reason: `The thread does not fit into the 1 MiB of a triage dump, even alone. ${liveDump} shows it.`,
      };
}

interface Sorted {
  readonly captured: Addressed[];
  readonly missing: Target[];
  readonly settled: Settled[];
}

/**
 * Sorts the requested threads by what the dump proves. The kernel stops at the first thread for which there is no room,
 * so a thread that is missing while a later one is present was not left out for room: it did not run the capture.
 */
function sortOut(
  requested: readonly Addressed[],
  present: readonly boolean[],
  statuses: readonly number[] | undefined,
  kernelMs: number,
  { isAlive, liveDump }: Pick<AttemptOptions, 'isAlive' | 'liveDump'>,
): Sorted {
  const sorted: Sorted = { captured: [], missing: [], settled: [] };
  const lastPresent = present.lastIndexOf(true);
  for (const [index, each] of requested.entries()) {
    const { target } = each;
    const noRoom = statuses?.[index] === NTSTATUS.STATUS_INSUFFICIENT_RESOURCES;
    if (present[index] === true) {
      sorted.captured.push(each);
    } else if (!isAlive(target)) {
      sorted.settled.push({ target, verdict: 'Exited', reason: 'The thread exited during the capture.' });
    } else if (requested.length === 1) {
      sorted.settled.push(missingAlone(noRoom ? 0 : kernelMs, target, liveDump));
    } else if (index < lastPresent && !noRoom) {
      sorted.settled.push(missingAlone(KERNEL_WAIT_MS, target, liveDump));
    } else {
      sorted.missing.push(target);
    }
  }
  return sorted;
}

function unverified(target: string, reason: string): Failure {
  return new Failure('CaptureUnverified', `The kernel said success, but returned no whole dump: ${reason}`, {
    target,
  });
}

/**
 * Where no address is told, nothing can be verified and so nothing captured. What the kernel itself says to the call
 * tells more than that: a kernel that knows no triage dumps has no addresses to tell either.
 */
async function blindFailure(
  session: MachineSession,
  held: readonly Held[],
  processId: number,
): Promise<Failure> {
  const { ntStatus } = await session.captureTriage({
    threads: held.map(({ handle }) => handle),
    bugCheckCode: TRIAGE_BUG_CHECK_CODE,
    bugCheckParameters: [0n, 0n, 0n, 0n],
  });
  const name = `process ${processId}`;
  if (!isNtSuccess(ntStatus)) return captureFailure(ntStatus, name);
  const message = `Windows did not tell the address of any thread object of ${name}, so no capture can be verified.`;
  return new Failure('ThreadAddressUnavailable', message, { target: name });
}

/**
 * One capture call for a batch: opens the threads, asks the kernel, looks every thread up in what came back by the
 * address of its object, and gives all handles back, whatever happens.
 */
export async function attempt(
  session: MachineSession,
  batch: Batch<Target>,
  options: AttemptOptions,
): Promise<Attempt> {
  const { held, settled } = openAll(session, batch.threads);
  try {
    const addresses = session.objectAddresses(held.map(({ handle }) => handle));
    const requested: (Addressed & Held)[] = [];
    for (const each of held) {
      const address = addresses.get(each.handle);
      if (address === undefined || address === 0n) settled.push(hiddenAddress(each.target));
      else requested.push({ ...each, address });
    }
    if (requested.length === 0) {
      const nothing = { captured: [], missing: [], settled, kernelMs: 0 };
      const failure = held.length === 0 ? undefined : await blindFailure(session, held, batch.processId);
      return failure === undefined ? nothing : { ...nothing, failure };
    }
    const parameters = options.parameters(requested.map(({ address }) => address));
    const begun = options.clock();
    const answer = await session.captureTriage({
      threads: requested.map(({ handle }) => handle),
      bugCheckCode: options.bugCheckCode ?? TRIAGE_BUG_CHECK_CODE,
      bugCheckParameters: parameters,
    });
    const kernelMs = options.clock() - begun;
    const left = requested.map(({ target }) => target);
    const name = `process ${batch.processId}`;
    const failed = (failure: Failure): Attempt => ({
      captured: [],
      missing: left,
      settled,
      failure,
      kernelMs,
    });
    if (!isNtSuccess(answer.ntStatus)) return failed(captureFailure(answer.ntStatus, name));
    if (answer.returnedLength !== answer.bytes.length) {
      return failed(
        unverified(name, `${answer.returnedLength} bytes were announced, ${answer.bytes.length} are there`),
      );
    }
    const { acceptable, findings, dump } = checkTriage(answer.bytes);
    if (!acceptable || dump === undefined) {
      return failed(unverified(name, findings[0]?.message ?? 'it cannot be read'));
    }
    const coverage = threadsInTriageDump(
      dump,
      requested.map(({ address }) => address),
    );
    const present = coverage.map(({ object, stack }) => object === 'Whole' && stack !== 'Absent');
    const statuses = threadStatuses(dump, requested.length);
    const sorted = sortOut(requested, present, statuses, kernelMs, options);
    return {
      captured: sorted.captured,
      missing: sorted.missing,
      settled: [...settled, ...sorted.settled],
      kernelMs,
      parameters,
      ...(sorted.captured.length > 0 ? { bytes: answer.bytes } : {}),
    };
  } finally {
    for (const { handle } of held) session.release(handle);
  }
}
