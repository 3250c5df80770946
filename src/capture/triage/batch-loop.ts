import { performance } from 'node:perf_hooks';
import type { VirtualAddress } from '../../binary/address.ts';
import { Failure } from '../../contract/failure.ts';
import type { Machine, MachineSession } from '../../machine/port.ts';
import { FIRST_BUILD } from '../windows-builds.ts';
import { type Attempt, attempt, type Settled } from './attempt.ts';
import { type Batch, halve, planBatches } from './batch-plan.ts';
import type { BugCheckParameters } from './bug-check-parameters.ts';
import { concernsOnlyThisBatch } from './capture-status.ts';
import type { Target } from './target.ts';

/** A dump of some threads of a batch, checked, in memory. */
export interface CapturedBatch {
  readonly batch: Batch<Target>;
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly result: Attempt;
}

/** What a loop over batches comes to, in the order in which it happens. */
export type BatchEvent =
  /** Before each call; what the consumer does here happens before the kernel is asked. */
  | { readonly kind: 'starting'; readonly batch: Batch<Target>; readonly number: number }
  | ({ readonly kind: 'captured' } & CapturedBatch)
  | { readonly kind: 'settled'; readonly settled: Settled }
  /** A call failed in a way that concerns its own batch alone; its threads follow as settled. */
  | { readonly kind: 'failure'; readonly failure: Failure };

export interface BatchLoop {
  readonly machine: Machine;
  readonly session: MachineSession;
  readonly signal: AbortSignal;
  /** Seconds after which no further call is made. */
  readonly timeLimitSeconds?: number | undefined;
  readonly bugCheckCode?: number | undefined;
  /** Told again and again while a call takes longer than calls do: a person wants to know why nothing happens. */
  readonly onSlowCall?: ((reason: string) => void) | undefined;
  readonly parameters: (
    batch: Batch<Target>,
    number: number,
    addresses: readonly VirtualAddress[],
  ) => BugCheckParameters;
}

/** After so many threads that did not fit even alone, before any did, the rest is not tried. */
const MOST_LONE_MISSES = 3;

/** A call for threads that all answer takes a fraction of this. */
const SLOW_AFTER_MS = 2000;

/** Runs a call and explains every two seconds why it is not over yet. */
async function explained<T>(
  batch: Batch<Target>,
  tell: BatchLoop['onSlowCall'],
  call: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    tell?.(
      `the kernel has been at ${batch.threads.length} threads for ${seconds} s; ` +
        'it waits up to 5 s for each that does not answer, and cannot be interrupted',
    );
  }, SLOW_AFTER_MS);
  try {
    return await call();
  } finally {
    clearInterval(timer);
  }
}

function nothingFits(machine: Machine): Failure {
  const { logicalProcessors } = machine.facts();
  const message =
    `No thread fits into the 1 MiB of a triage dump on ${machine.name}: ` +
    `the control blocks of its ${logicalProcessors} logical processors come first and leave no room.`;
  return new Failure('DidNotFit', message, { target: machine.name });
}

/** Stops before the next call, which cannot be interrupted once it runs. */
function stopWhenAsked(signal: AbortSignal, deadline: number): void {
  const kept = 'the dumps that were complete have been kept.';
  if (signal.aborted) throw new Failure('Cancelled', `The capture was cancelled; ${kept}`);
  if (performance.now() >= deadline)
    throw new Failure('TimeLimitReached', `The time limit has passed; ${kept}`);
}

/** Nobody is sent to an option that the build refuses; where it is not published whether it does, it may be tried. */
function liveDumpOf(machine: Machine): string {
  const selective = machine.facts().windowsBuild >= FIRST_BUILD.selectiveUnknown;
  return selective ? 'A live dump with -Scope ThreadStacks' : 'A live dump';
}

function isAliveOn(machine: Machine): (target: Target) => boolean {
  return ({ processId, process, thread }) => {
    const now = machine.processes().find((each) => each.processId === processId);
    if (now === undefined || now.createTime !== process.createTime) return false;
    const same = now.threads.find(({ threadId }) => threadId === thread.threadId);
    return same !== undefined && same.createTime === thread.createTime;
  };
}

function* failedCall({ missing }: Attempt, failure: Failure): Iterable<BatchEvent> {
  const { ntStatus } = failure.facts;
  if (ntStatus === undefined || !concernsOnlyThisBatch(ntStatus)) throw failure;
  yield { kind: 'failure', failure };
  const verdict = failure.code === 'CaptureDenied' ? 'Refused' : 'NotAttempted';
  for (const target of missing) {
    yield { kind: 'settled', settled: { target, verdict, reason: failure.message, ntStatus } };
  }
}

/**
 * Captures batch by batch. What did not fit is tried again in halves, down to one thread; once a dump has shown how
 * much fits, later batches are no larger.
 * @throws Failure when no further batch can succeed, on cancel, and at the time limit
 */
export async function* runBatches(
  loop: BatchLoop,
  planned: readonly Batch<Target>[],
): AsyncGenerator<BatchEvent, void> {
  const { machine, session, signal, timeLimitSeconds = Number.POSITIVE_INFINITY } = loop;
  const deadline = performance.now() + timeLimitSeconds * 1000;
  const isAlive = isAliveOn(machine);
  const queue = [...planned];
  let limit = Number.POSITIVE_INFINITY;
  let loneMisses = 0;
  let dumps = 0;
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    stopWhenAsked(signal, deadline);
    if (batch.threads.length > limit) {
      queue.unshift(...planBatches(batch.threads, limit));
      continue;
    }
    const current = batch;
    const number = dumps + 1;
    yield { kind: 'starting', batch, number };
    const options = {
      bugCheckCode: loop.bugCheckCode,
      parameters: (addresses: readonly VirtualAddress[]) => loop.parameters(current, number, addresses),
      clock: () => performance.now(),
      isAlive,
      liveDump: liveDumpOf(machine),
    };
    const result = await explained(current, loop.onSlowCall, () => attempt(session, current, options));
    if (result.bytes !== undefined) {
      dumps += 1;
      yield { kind: 'captured', batch, number, bytes: result.bytes, result };
    }
    for (const settled of result.settled) {
      // What failed for the whole batch is told once, below.
      if (settled.failure !== undefined && result.failure === undefined)
        yield { kind: 'failure', failure: settled.failure };
      yield { kind: 'settled', settled };
    }
    loneMisses = result.settled.some(({ verdict }) => verdict === 'DidNotFit') ? loneMisses + 1 : 0;
    if (loneMisses >= MOST_LONE_MISSES && dumps === 0) throw nothingFits(machine);
    if (result.failure !== undefined) yield* failedCall(result, result.failure);
    else if (result.missing.length > 0) {
      limit = Math.min(limit, Math.max(1, result.captured.length));
      queue.unshift(...halve(batch, result.missing));
    }
  }
}
