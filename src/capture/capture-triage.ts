import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { formatAddress } from '../binary/address.ts';
import { asFailure, Failure } from '../contract/failure.ts';
import type {
  CapturedThread,
  TriageDump,
  TriagePlan,
  TriageRequest,
  TriageSummary,
} from '../contract/generated/types.ts';
import type { FileStore } from '../files/port.ts';
import type { LoadedDriver, Machine, MachineSession } from '../machine/port.ts';
import { captureManifest } from '../manifest/capture-manifest.ts';
import { MANIFEST_STREAM, manifestPath } from '../manifest/manifest-file.ts';
import { type Attempt, attempt } from './attempt.ts';
import {
  type Batch,
  DEFAULT_THREADS_PER_DUMP,
  halve,
  planBatches,
  threadsPerDump,
  UNATTENDED_THREADS_PER_DUMP,
} from './batch-plan.ts';
import { bugCheckParameters, TRIAGE_BUG_CHECK_CODE } from './bug-check-parameters.ts';
import { concernsOnlyThisBatch } from './capture-status.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { dumpNaming, type Naming } from './naming.ts';
import { resolveTargets, type Target } from './target.ts';
import { refuseExisting, verifyDumpFile, type WriteOptions, writeVerified } from './write-verified.ts';

/** What happens while threads are captured, in the order in which it happens. */
export type CaptureEvent =
  | { readonly kind: 'plan'; readonly plan: TriagePlan }
  | { readonly kind: 'dump'; readonly dump: TriageDump }
  | { readonly kind: 'thread'; readonly thread: CapturedThread }
  | { readonly kind: 'summary'; readonly summary: TriageSummary }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly status: string };

/** The world of a capture. */
export interface CaptureContext {
  readonly machine: Machine;
  readonly files: FileStore;
  readonly signal: AbortSignal;
  /** Adds the PDB identity to drivers, reading their files where there are any. */
  /** The text file of debugger commands for a dump that was written. */
  readonly debuggerCommands: (dumpFile: string) => string;
  readonly identifyDrivers: (drivers: readonly LoadedDriver[]) => readonly LoadedDriver[];
  readonly now?: () => Date;
}

function batchSize(request: TriageRequest, machine: Machine): number {
  const usual = request.unattended === true ? UNATTENDED_THREADS_PER_DUMP : DEFAULT_THREADS_PER_DUMP;
  return threadsPerDump(machine.facts(), request.maxThreadsPerDump ?? usual);
}

function* planEvents(
  machine: Machine,
  batches: readonly Batch<Target>[],
  names: Naming,
): Iterable<CaptureEvent> {
  for (const [index, batch] of batches.entries()) {
    const plan: TriagePlan = {
      machine: machine.name,
      simulated: machine.simulated,
      batch: index + 1,
      processId: batch.processId,
      processName: batch.threads[0]?.process.name ?? '',
      threadIds: batch.threads.map(({ thread }) => thread.threadId),
      path: names.take({ number: index + 1, threads: batch.threads }),
    };
    yield { kind: 'plan', plan };
  }
}

/** Says why to stop before the next call, which cannot be interrupted once it runs. */
function stopReason(signal: AbortSignal, deadline: number): Failure | undefined {
  if (signal.aborted) {
    return new Failure(
      'Cancelled',
      'The capture was cancelled; the dumps that were complete have been kept.',
    );
  }
  if (performance.now() >= deadline) {
    return new Failure(
      'TimeLimitReached',
      'The time limit has passed; the dumps that were complete have been kept.',
    );
  }
  return undefined;
}

/** After so many threads that did not fit even alone, before any did, the rest is not tried. */
const MOST_LONE_MISSES = 3;

function nothingFits(machine: Machine): Failure {
  const { logicalProcessors } = machine.facts();
  const message =
    `No thread fits into the 1 MiB of a triage dump on ${machine.name}: ` +
    `the control blocks of its ${logicalProcessors} logical processors come first and leave no room.`;
  return new Failure('DidNotFit', message, { target: machine.name });
}

/** One set of dumps while it grows. */
interface CaptureRun {
  readonly request: TriageRequest;
  readonly context: CaptureContext;
  readonly ledger: Ledger;
  readonly names: Naming;
  readonly created: Date;
  readonly writing: WriteOptions;
  readonly dumps: TriageDump[];
  readonly failures: Failure[];
}

function aliveChecker(machine: Machine): (target: Target) => boolean {
  return ({ processId, process, thread }) => {
    const now = machine.processes().find((each) => each.processId === processId);
    if (now === undefined || now.createTime !== process.createTime) return false;
    const same = now.threads.find(({ threadId }) => threadId === thread.threadId);
    return same !== undefined && same.createTime === thread.createTime;
  };
}

function writeDump(run: CaptureRun, result: Attempt, bytes: Uint8Array, requested: number): TriageDump {
  const { context, ledger, writing, request } = run;
  const number = run.dumps.length + 1;
  const file = run.names.take({
    number,
    threads: result.captured.map(({ target }) => target),
    address: result.captured[0]?.address,
  });
  writeVerified(context.files, file, bytes, writing, (written) => verifyDumpFile(written, result.captured));
  const threads = result.captured.map((each) => ledger.captured(each, file, number));
  const [first] = result.captured;
  const { computerName } = context.machine.facts();
  return {
    machine: context.machine.name,
    simulated: context.machine.simulated,
    computerName,
    path: file,
    size: bytes.length,
    batch: number,
    processId: first?.target.processId ?? 0,
    processName: first?.target.process.name ?? '',
    threads,
    threadCount: threads.length,
    requestedCount: requested,
    verified: true,
    captureMs: Math.round(result.kernelMs * 10) / 10,
    createdTime: (context.now?.() ?? new Date()).toISOString(),
    bugCheckCode: `0x${(request.bugCheckCode ?? TRIAGE_BUG_CHECK_CODE).toString(16)}`,
    bugCheckParameters: (result.parameters ?? []).map(formatAddress),
  };
}

/**
 * Captures batch by batch. What did not fit is tried again in halves, down to one thread; once a dump has shown how
 * much fits, later batches are no larger.
 */
async function* captureBatches(run: CaptureRun, session: MachineSession, planned: readonly Batch<Target>[]) {
  const { request, context, ledger } = run;
  const total = ledger.open().length;
  const deadline = performance.now() + (request.timeLimitSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const queue = [...planned];
  let limit = Number.POSITIVE_INFINITY;
  let loneMisses = 0;
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const stop = stopReason(context.signal, deadline);
    if (stop !== undefined) throw stop;
    if (batch.threads.length > limit) {
      queue.unshift(...planBatches(batch.threads, limit));
      continue;
    }
    const number = run.dumps.length + 1;
    refuseExisting(run.names.likely({ number, threads: batch.threads }), run.writing.replace);
    ledger.countAttempt(batch.threads);
    const status = `dump ${number}: ${batch.threads.length} threads of ${batch.threads[0]?.process.name ?? batch.processId}`;
    yield { kind: 'progress', done: total - ledger.open().length, of: total, status } as const;
    const result = await attempt(session, batch, {
      bugCheckCode: request.bugCheckCode,
      parameters: (addresses) =>
        bugCheckParameters(request.bugCheckParameter ?? 'Address', batch.processId, number, addresses),
      clock: () => performance.now(),
      isAlive: aliveChecker(context.machine),
    });
    if (result.bytes !== undefined) {
      const dump = writeDump(run, result, result.bytes, batch.threads.length);
      run.dumps.push(dump);
      yield* writeCompanions(run, dump);
      yield { kind: 'dump', dump } as const;
      for (const thread of dump.threads) yield { kind: 'thread', thread } as const;
    }
    for (const each of result.settled) yield { kind: 'thread', thread: ledger.settled(each) } as const;
    loneMisses = result.settled.some(({ verdict }) => verdict === 'DidNotFit') ? loneMisses + 1 : 0;
    if (loneMisses >= MOST_LONE_MISSES && run.dumps.length === 0) throw nothingFits(context.machine);
    if (result.failure !== undefined) yield* settleFailedCall(run, result, result.failure);
    else if (result.missing.length > 0) {
      limit = Math.min(limit, Math.max(1, result.captured.length));
      queue.unshift(...halve(batch, result.missing));
    }
  }
}

/**
 * What lies beside a dump or inside its named stream so that it explains itself. The dump is safe by now: what goes
 * wrong here is told and costs no thread.
 */
function* writeCompanions(run: CaptureRun, dump: TriageDump): Iterable<CaptureEvent> {
  const { context, request, writing, created } = run;
  const own = { dumps: [dump], threads: dump.threads, failures: [], created };
  try {
    const part = Buffer.from(JSON.stringify(captureManifest(context.machine, [], own)));
    context.files.attachStream(dump.path, MANIFEST_STREAM, part);
    if (request.debuggerCommands === true) {
      const file = dump.path.replace(/\.dmp$/, '.commands.txt');
      writeVerified(context.files, file, Buffer.from(context.debuggerCommands(dump.path)), writing);
      dump.debuggerCommandsPath = file;
    }
  } catch (thrown) {
    yield {
      kind: 'warning',
      message: `${dump.path} is written, but not what goes with it: ${asFailure(thrown).message}`,
    };
  }
}

function* settleFailedCall(run: CaptureRun, result: Attempt, failure: Failure): Iterable<CaptureEvent> {
  const { ntStatus } = failure.facts;
  const passing = ntStatus !== undefined && concernsOnlyThisBatch(ntStatus);
  if (!passing) throw failure;
  run.failures.push(failure);
  yield { kind: 'failure', failure };
  const verdict = failure.code === 'CaptureDenied' ? 'Refused' : 'NotAttempted';
  for (const target of result.missing) {
    const settled = { target, verdict, reason: failure.message, ntStatus } as const;
    yield { kind: 'thread', thread: run.ledger.settled(settled) };
  }
}

function* conclude(run: CaptureRun): Iterable<CaptureEvent> {
  const { ledger, context, dumps, failures, created, writing, request } = run;
  for (const target of ledger.open()) {
    const reason = failures.at(-1)?.message ?? 'The capture ended before it.';
    yield { kind: 'thread', thread: ledger.settled({ target, verdict: 'NotAttempted', reason }) };
  }
  const [first] = dumps;
  if (first !== undefined && request.manifest !== false) {
    const drivers = context.identifyDrivers(context.machine.drivers());
    const manifest = captureManifest(context.machine, drivers, {
      dumps,
      threads: ledger.all(),
      failures,
      created,
    });
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    writeVerified(context.files, manifestPath(first.path), Buffer.from(text), writing);
  }
  for (const summary of ledger.summaries()) yield { kind: 'summary', summary };
}

/**
 * Captures the threads of a request into verified triage dumps. Every thread that was asked for gets exactly one
 * verdict; what was written before a failure stays.
 * @throws Failure for what concerns the whole request: an invalid one, no elevation, no destination
 */
export async function* captureTriage(
  request: TriageRequest,
  context: CaptureContext,
): AsyncIterable<CaptureEvent> {
  const { machine, files } = context;
  const created = context.now?.() ?? new Date();
  const names = dumpNaming(request, machine, created);
  const { targets, absentees } = resolveTargets(machine, request.threads ?? [], request.processIds ?? []);
  if (targets.length + absentees.length === 0) {
    throw new Failure('EmptySelection', 'There is no thread to capture: the request names none.');
  }
  const planned = planBatches(targets, batchSize(request, machine));
  if (request.planOnly === true) {
    yield* planEvents(machine, planned, names);
    return;
  }
  const folder = path.resolve(request.destination ?? '.');
  files.requireFolder(folder);
  files.sweep(folder);
  const session = machine.openSession('capture');
  const run: CaptureRun = {
    request,
    context,
    ledger: openLedger(machine, targets),
    names,
    created,
    writing: { protection: request.acl ?? 'Restricted', replace: request.force === true },
    dumps: [],
    failures: [],
  };
  try {
    for (const each of absentees) yield { kind: 'thread', thread: run.ledger.absent(each) };
    yield* captureBatches(run, session, planned);
  } catch (thrown) {
    const failure = asFailure(thrown);
    run.failures.push(failure);
    yield { kind: 'failure', failure };
  } finally {
    session.close();
  }
  yield* conclude(run);
}
