import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { LiveDump, LiveDumpRequest, LivePlan, LiveTraceEvent } from '../../contract/generated/types.ts';
import { isNtSuccess, NTSTATUS } from '../../contract/ntstatus.ts';
import { failureOfFile } from '../../files/file-as-asked.ts';
import type { FileStore, PendingFile } from '../../files/port.ts';
import { writeVerified } from '../../files/write-verified.ts';
import type { LiveRequest, Machine, MachineSession } from '../../machine/port.ts';
import { liveDestination, refuseTaken } from './destination.ts';
import { isPartial, LIVE_BUG_CHECK_CODE, liveBugCheckParameters, liveRecord } from './live-record.ts';
import { liveFailure } from './live-status.ts';
import { beginLiveTrace } from './live-trace.ts';
import { checkLiveRequest, type Preflight } from './preflight.ts';
import type { StopReason } from './stop-call.ts';
import { type VerifiedLive, verifyLive } from './verify-live.ts';
import { type LiveProgress, type WatchedCall, watchCall } from './watch-call.ts';

/** What happens while a live dump is taken, in the order in which it happens. */
export type LiveEvent =
  | { readonly kind: 'plan'; readonly plan: LivePlan }
  | { readonly kind: 'progress'; readonly progress: LiveProgress }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'trace'; readonly event: LiveTraceEvent }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'dump'; readonly dump: LiveDump };

/** The world of a live dump. */
export interface LiveContext {
  readonly machine: Machine;
  readonly files: FileStore;
  readonly signal: AbortSignal;
  readonly now?: () => Date;
  /** Milliseconds between looks at the file. */
  readonly pollMs?: number;
  /** Milliseconds before another try while Windows takes another dump. */
  readonly retryMs?: number;
}

const RETRY_MS = 5000;

interface LiveRun {
  readonly request: LiveDumpRequest;
  readonly context: LiveContext;
  readonly session: MachineSession;
  readonly path: string;
  readonly preflight: Preflight;
  readonly created: Date;
}

function planOf(
  { request, context, path: file }: Pick<LiveRun, 'request' | 'context' | 'path'>,
  preflight: Preflight,
): LivePlan {
  const { availableMemoryBytes } = preflight.conditions;
  return {
    machine: context.machine.name,
    simulated: context.machine.simulated,
    path: file,
    scope: request.scope ?? 'Full',
    estimatedBytes: preflight.estimatedBytes,
    ...(preflight.freeBytes === undefined ? {} : { freeBytes: preflight.freeBytes }),
    ...(availableMemoryBytes === undefined ? {} : { availableMemoryBytes }),
    warnings: [...preflight.warnings],
  };
}

function toLiveRequest({ request, preflight }: LiveRun, file: string): LiveRequest {
  return {
    path: file,
    bugCheckCode: request.bugCheckCode ?? LIVE_BUG_CHECK_CODE,
    bugCheckParameters: liveBugCheckParameters(request),
    abortIfMemoryPressure: preflight.abortOnMemoryPressure,
    threadStacksOnly: request.scope === 'ThreadStacks',
    userPages: request.includeUserMemory === true,
    hypervisorPages: request.includeHypervisor === true,
    nonEssentialHypervisorPages: request.includeNonEssentialHypervisor === true,
  };
}

const STOPPED: Readonly<Record<StopReason, (target: string) => Failure>> = {
  Cancelled: (target) =>
    new Failure('Cancelled', 'The live dump was cancelled.', {
      target,
      advice: 'The incomplete file was removed.',
    }),
  TimeLimit: (target) =>
    new Failure('TimeLimitReached', 'The live dump took longer than the time limit and was cancelled.', {
      target,
      advice:
        'The incomplete file was removed. Raise {option:time-limit}, or use {option:scope} ThreadStacks.',
    }),
};

/** Why there is no dump to keep after a call; undefined when there is one. */
function refusalAfter(
  { ntStatus, stopped }: WatchedCall,
  target: string,
  userPages: boolean,
): Failure | undefined {
  if (isNtSuccess(ntStatus)) {
    // A cancelled call must leave no file. A time limit that passed after the end has done no harm.
    return stopped === 'Cancelled' ? STOPPED.Cancelled(target) : undefined;
  }
  const known = ntStatus >>> 0 === NTSTATUS.STATUS_CANCELLED && stopped !== undefined;
  return known ? STOPPED[stopped](target) : liveFailure(ntStatus, target, userPages);
}

interface Kept {
  readonly verified: VerifiedLive;
  /** What failed after the file had its name. */
  readonly unsettled?: string | undefined;
}

function keep(run: LiveRun, pending: PendingFile): Kept {
  const { request } = run;
  pending.flush();
  const verified = verifyLive(pending.temporaryPath, request.scope === 'ThreadStacks');
  return { verified, unsettled: pending.commit(run.path, request.force === true) };
}

/** The listing of events beside the dump. The dump is safe by now: a listing that cannot be written costs nothing. */
function saveTrace(
  { request, context, path: file }: LiveRun,
  listing: readonly string[],
): { tracePath?: string; warning?: string } {
  if (request.trace !== true || listing.length === 0) return {};
  const tracePath = `${file.replace(/\.dmp$/i, '')}.trace.txt`;
  const writing = { protection: request.acl ?? 'Restricted', replace: request.force === true } as const;
  try {
    writeVerified(context.files, tracePath, Buffer.from(`${listing.join('\n')}\n`), writing);
    return { tracePath };
  } catch (thrown) {
    return {
      warning: `The dump is written, but not the listing of its events: ${asFailure(thrown).message}`,
    };
  }
}

/** Keeps what the kernel has written, or gives the reason why there is nothing to keep. */
function* conclude(
  run: LiveRun,
  pending: PendingFile,
  asked: LiveRequest,
  watched: WatchedCall,
): Generator<LiveEvent, void> {
  const refusal = refusalAfter(watched, run.path, asked.userPages === true);
  if (refusal !== undefined) throw refusal;
  const { verified, unsettled } = keep(run, pending);
  if (unsettled !== undefined) yield { kind: 'warning', message: unsettled };
  const { tracePath, warning } = saveTrace(run, watched.listing);
  if (warning !== undefined) yield { kind: 'warning', message: warning };
  if (isPartial(watched.ntStatus)) {
    const message = `${run.path} is partial: there was not enough free memory for everything.`;
    yield { kind: 'warning', message };
  }
  const { request, path: file, created } = run;
  const taken = { request, asked, path: file, watched, verified, created };
  const dump = liveRecord(run.context.machine, {
    ...taken,
    ...(tracePath === undefined ? {} : { tracePath }),
  });
  yield { kind: 'dump', dump };
}

/** One call into one temporary file. Answers false when Windows was taking another dump. */
async function* attemptOnce(run: LiveRun, timeLimitMs: number): AsyncGenerator<LiveEvent, boolean> {
  const { request, context } = run;
  const pending = context.files.begin(path.dirname(run.path), request.acl ?? 'Restricted');
  try {
    const asked = toLiveRequest(run, pending.temporaryPath);
    const watched = yield* watchCall(
      () => run.session.captureLive(asked),
      (onEvent) => beginLiveTrace(context.machine, onEvent),
      {
        path: pending.temporaryPath,
        signal: context.signal,
        timeLimitMs,
        includeTrace: request.trace === true,
        pollMs: context.pollMs,
      },
    );
    if (watched.ntStatus >>> 0 === NTSTATUS.STATUS_RETRY && watched.stopped === undefined) return false;
    yield* conclude(run, pending, asked, watched);
    return true;
  } finally {
    pending.discard();
  }
}

/** Waits, or returns at once when the caller cancels. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Tries until Windows takes no other dump, as long as the caller is ready to wait. */
async function* takeDump(run: LiveRun): AsyncGenerator<LiveEvent, void> {
  const { request, context } = run;
  const started = performance.now();
  const limit = started + (request.timeLimitSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const patience = started + (request.waitSeconds ?? 0) * 1000;
  for (;;) {
    if (yield* attemptOnce(run, limit - performance.now())) return;
    const now = performance.now();
    if (now >= patience) throw liveFailure(NTSTATUS.STATUS_RETRY, run.path);
    yield { kind: 'waiting', seconds: Math.ceil((patience - now) / 1000) };
    const until = Math.min(context.retryMs ?? RETRY_MS, patience - now, limit - now);
    await pause(Math.max(1, until), context.signal);
    if (context.signal.aborted) throw STOPPED.Cancelled(run.path);
    if (performance.now() >= limit) throw STOPPED.TimeLimit(run.path);
    // Nothing is captured for a name that was taken, or a folder that was removed, during the wait.
    context.files.requireFolder(path.dirname(run.path));
    refuseTaken(run.path, request.force === true);
  }
}

/**
 * Takes a live kernel dump: checks first, watches while the kernel works, verifies what is on the disk, and only then
 * gives the file its name. Whatever goes wrong, nothing is left under that name.
 * @throws Failure for everything that ends without a dump
 */
export async function* captureLive(
  given: LiveDumpRequest,
  context: LiveContext,
): AsyncGenerator<LiveEvent, void> {
  const { machine, files } = context;
  const file = liveDestination(given.path, given.force === true);
  const request = { ...given, path: file };
  const folder = path.dirname(file);
  files.requireFolder(folder);
  // Sweep before the checks, so that the files of a killed run go even if this request is refused.
  if (request.planOnly !== true) files.sweep(folder);
  refuseTaken(file, request.force === true);
  const preflight = checkLiveRequest(request, machine, files.freeBytes(folder));
  if (request.planOnly === true) {
    yield { kind: 'plan', plan: planOf({ request, context, path: file }, preflight) };
    return;
  }
  for (const message of preflight.warnings) yield { kind: 'warning', message };
  if (context.signal.aborted) throw STOPPED.Cancelled(file);
  const session = machine.openSession('capture');
  const created = context.now?.() ?? new Date();
  try {
    yield* takeDump({ request, context, session, path: file, preflight, created });
  } catch (thrown) {
    throw failureOfFile(thrown, file);
  } finally {
    session.close();
  }
}
