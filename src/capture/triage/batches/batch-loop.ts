import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VirtualAddress } from '../../../binary/address.ts';
import { Failure } from '../../../contract/failure.ts';
import type { Machine, MachineSession } from '../../../machine/port.ts';
import { FIRST_BUILD } from '../../windows-builds.ts';
import { type Attempt, type AttemptAnswer, attempt } from '../call/attempt.ts';
import type { Batch } from '../call/batch.ts';
import type { BugCheckParameters } from '../call/bug-check-parameters.ts';
import { mayPass } from '../call/capture-status.ts';
import { goneFrom } from '../threads/gone-from.ts';
import type { Addressed, Settled } from '../threads/settled.ts';
import type { Target } from '../threads/target.ts';
import { batchSize } from './batch-size.ts';
import { stopWhenAsked } from './stop-when-asked.ts';
import { type Portion, threadQueue } from './thread-queue.ts';

/** A dump of some threads of a batch, checked, in memory. */
export interface CapturedBatch {
  readonly number: number;
  readonly processId: number;
  /** How many threads the kernel was asked for. */
  readonly requestedCount: number;
  readonly bytes: Uint8Array;
  readonly captured: readonly Addressed[];
  readonly parameters: BugCheckParameters;
  readonly kernelMs: number;
}

/** What a loop over batches comes to, in the order in which it happens. */
export type BatchEvent =
  /** Before each call; what the consumer does here happens before the kernel is asked. */
  | { readonly kind: 'starting'; readonly batch: Batch<Target>; readonly number: number }
  /** The kernel was asked for these threads; each of them is in one event of this kind for each call. */
  | { readonly kind: 'asked'; readonly asked: readonly Addressed[] }
  | ({ readonly kind: 'captured' } & CapturedBatch)
  | { readonly kind: 'settled'; readonly settled: Settled }
  /** A failure that concerns some threads alone; they follow as settled. */
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** A call came to nothing, and its threads are asked for again. */
  | { readonly kind: 'warning'; readonly message: string };

export interface BatchLoop {
  readonly machine: Machine;
  readonly session: MachineSession;
  readonly signal: AbortSignal;
  /** Of `performance.now`: no call is made after it. */
  readonly deadline?: number | undefined;
  readonly bugCheckCode?: number | undefined;
  /** The most threads for one call, whatever the room. */
  readonly mostThreads: number;
  /** Called again and again while a call takes longer than calls do, with the reason. */
  readonly onSlowCall?: ((reason: string) => void) | undefined;
  readonly parameters: (
    processId: number,
    number: number,
    addresses: readonly VirtualAddress[],
  ) => BugCheckParameters;
}

/** After so many threads that found no room even alone, before any did, the rest is not tried. */
const MOST_LONE_MISSES = 3;
/** With more than this left, which no processor block and few threads take, a thread that does not fit shows nothing about others. */
const NO_ROOM_BYTES = 128 * 1024;
/** After so many calls in a row that came to nothing, the rest is not tried. */
const MOST_BAD_ANSWERS = 3;

/** A call for threads that all answer takes a fraction of this. */
const SLOW_AFTER_MS = 2000;

/** Runs a call and explains every two seconds why it is not over yet. */
async function withSlowCallNotice<T>(
  threads: number,
  tell: BatchLoop['onSlowCall'],
  call: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    tell?.(
      `the kernel has been at ${threads} threads for ${seconds} s; ` +
        'it waits up to 5 s for each that does not answer, and cannot be interrupted',
    );
  }, SLOW_AFTER_MS);
  try {
    return await call();
  } finally {
    clearInterval(timer);
  }
}

/** @param processors as the dump counts them */
function nothingFits(machine: Machine, processors: number | undefined): Failure {
  const counted = processors === undefined ? '' : `${processors} `;
  const message =
    `No thread fits into the 1 MiB of a triage dump on ${machine.name}: ` +
    `the control blocks of its ${counted}logical processors come first and leave no room.`;
  return new Failure('DidNotFit', message, { target: machine.name });
}

/** Thread stacks are named only where the build may have them; where that is not published, they may be tried. */
function liveDumpOf(machine: Machine): string {
  const selective = machine.facts().windowsBuild >= FIRST_BUILD.selectiveUnknown;
  return selective ? 'A live dump of thread stacks' : 'A live dump';
}

/** Adds the cause and advice to a denial where the machine is a container; asks the machine once. */
function withContainerAdvice(machine: Machine, failure: Failure): Failure {
  if (failure.code !== 'CaptureDenied' || !machine.captureConditions().inContainer) return failure;
  const message =
    'Windows denied the capture because this is a container: the kernel takes no dump for callers inside.';
  return new Failure('CaptureDenied', message, {
    ...failure.facts,
    advice: 'Capture on the host of the container, where its processes have other ids.',
  });
}

function failedThreads(asked: readonly Addressed[], failure: Failure): Settled[] {
  const { ntStatus } = failure.facts;
  return asked.map(({ target, address }) => ({
    target,
    address,
    verdict: 'Failed',
    reason: failure.message,
    ...(ntStatus === undefined ? {} : { ntStatus }),
  }));
}

function neverAsked(unopened: readonly Target[] = [], { message }: Failure): Settled[] {
  return unopened.map((target) => ({ target, verdict: 'NotAttempted', reason: message }));
}

/** The state of the loop beyond its queue. */
interface Progress {
  badAnswers: number;
  loneMisses: number;
  dumps: number;
}

/**
 * A call that came to nothing: once more, then in halves. It ends the capture when another call would end the same way, or
 * after three in a row.
 */
function* afterFailure(
  loop: BatchLoop,
  progress: Progress,
  portion: Portion<Target>,
  { failure, asked, unopened }: Extract<AttemptAnswer, { kind: 'failed' }>,
  retry: (portion: Portion<Target>) => boolean,
): Iterable<BatchEvent> {
  progress.badAnswers += 1;
  if (!mayPass(failure) || progress.badAnswers >= MOST_BAD_ANSWERS) {
    const known = withContainerAdvice(loop.machine, failure);
    for (const settled of failedThreads(asked, known)) yield { kind: 'settled', settled };
    throw known;
  }
  const left = { ...portion, threads: unopened ?? targets(asked) };
  if (left.threads.length > 0 && retry(left)) {
    yield { kind: 'warning', message: `${failure.message} Its threads are asked for again.` };
    return;
  }
  yield { kind: 'failure', failure };
  for (const settled of failedThreads(asked, failure)) yield { kind: 'settled', settled };
  for (const settled of neverAsked(unopened, failure)) yield { kind: 'settled', settled };
}

/**
 * Captures batch by batch. A thread for which there was no room is asked for again; one that nothing explains is asked for
 * once more, alone. Every call gives at least one thread its verdict, halves its threads, or is one of three in a row that
 * came to nothing, so the loop ends.
 * @throws Failure when no further batch can succeed, on cancel, and at the time limit
 */
export async function* runBatches(
  loop: BatchLoop,
  batches: readonly Batch<Target>[],
): AsyncGenerator<BatchEvent, void> {
  const { machine, session, signal, deadline = Number.POSITIVE_INFINITY } = loop;
  const queue = threadQueue(batches);
  const size = batchSize(machine.facts(), loop.mostThreads);
  const liveDump = liveDumpOf(machine);
  const progress: Progress = { badAnswers: 0, loneMisses: 0, dumps: 0 };
  for (let portion = queue.take(size.current()); portion; portion = queue.take(size.current())) {
    // A cancel arrives in a turn of the event loop.
    await nextTurn();
    stopWhenAsked(signal, deadline);
    const { processId, threads } = portion;
    const current = portion;
    const number = progress.dumps + 1;
    yield { kind: 'starting', batch: portion, number };
    const options = {
      bugCheckCode: loop.bugCheckCode,
      parameters: (addresses: readonly VirtualAddress[]) => loop.parameters(processId, number, addresses),
      clock: () => performance.now(),
      isGone: goneFrom(machine, processId),
      liveDump,
    };
    const { answer, settled, kernelMs }: Attempt = await withSlowCallNotice(
      threads.length,
      loop.onSlowCall,
      () => attempt(session, current, options),
    );
    if (answer.kind !== 'nothing') yield { kind: 'asked', asked: answer.asked };
    if (answer.kind === 'dump' && answer.captured.length > 0) {
      progress.dumps += 1;
      const { bytes, captured, parameters, asked } = answer;
      const requestedCount = asked.length;
      yield { kind: 'captured', number, processId, requestedCount, bytes, captured, parameters, kernelMs };
    }
    for (const each of settled) {
      // What failed for the whole batch is reported once, below.
      if (each.failure !== undefined && answer.kind !== 'failed')
        yield { kind: 'failure', failure: each.failure };
      yield { kind: 'settled', settled: each };
    }
    if (answer.kind === 'failed') yield* afterFailure(loop, progress, portion, answer, queue.retry);
    if (answer.kind !== 'dump') continue;
    progress.badAnswers = 0;
    const { captured, crowdedOut, doubtful, bytesLeft, asked } = answer;
    queue.again(processId, targets(crowdedOut));
    queue.alone(processId, targets(doubtful));
    size.learn({
      asked: asked.length,
      captured: captured.length,
      isCrowded: crowdedOut.length > 0,
      bytesLeft,
    });
    const isMiss = bytesLeft < NO_ROOM_BYTES && settled.some(({ verdict }) => verdict === 'DidNotFit');
    progress.loneMisses = isMiss ? progress.loneMisses + 1 : 0;
    if (progress.loneMisses >= MOST_LONE_MISSES && progress.dumps === 0) {
      throw nothingFits(machine, answer.processors);
    }
  }
}

const targets = (threads: readonly Addressed[]): Target[] => threads.map(({ target }) => target);
