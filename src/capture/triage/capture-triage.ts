import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { asFailure, Failure } from '../../contract/failure.ts';
import type {
  CapturedThread,
  TriageDump,
  TriagePlan,
  TriageRequest,
  TriageSummary,
} from '../../contract/generated/types.ts';
import { NTSTATUS } from '../../contract/ntstatus.ts';
import { targetFolder } from '../../files/target-path.ts';
import { refuseExisting } from '../../files/write-verified.ts';
import type { Machine, MachineSession } from '../../machine/port.ts';
import { type BatchLoop, runBatches } from './batches/batch-loop.ts';
import {
  DEFAULT_THREADS_PER_DUMP,
  planBatches,
  threadsPerDump,
  UNATTENDED_THREADS_PER_DUMP,
} from './batches/batch-plan.ts';
import { stopWhenAsked } from './batches/stop-when-asked.ts';
import type { Batch } from './call/batch.ts';
import { bugCheckParameters } from './call/bug-check-parameters.ts';
import {
  addAfterCapture,
  addDump,
  addManifest,
  type CaptureContext,
  type DumpSet,
  note,
} from './set/dump-set.ts';
import { dumpNaming, type Naming } from './set/naming.ts';
import { openLedger } from './threads/ledger.ts';
import type { Settled } from './threads/settled.ts';
import { resolveTargets, type Target } from './threads/target.ts';

/** What happens while threads are captured, in the order in which it happens. */
export type CaptureEvent =
  | { readonly kind: 'plan'; readonly plan: TriagePlan }
  | { readonly kind: 'dump'; readonly dump: TriageDump }
  | { readonly kind: 'thread'; readonly thread: CapturedThread }
  | { readonly kind: 'summary'; readonly summary: TriageSummary }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly status: string };

/** So many plans or absentees are yielded before the event loop gets a turn, in which a cancel can arrive. */
const EVENTS_PER_TURN = 500;

/** The most threads for one call, whatever the room. */
function mostThreads({ unattended, maxThreadsPerDump }: TriageRequest): number {
  const usual = unattended === true ? UNATTENDED_THREADS_PER_DUMP : DEFAULT_THREADS_PER_DUMP;
  return maxThreadsPerDump ?? usual;
}

/** The limits that every phase of a capture keeps. */
interface Limits {
  readonly signal: AbortSignal;
  /** Of `performance.now`. */
  readonly deadline: number;
}

/** Lets the event loop run now and then, and stops when the caller cancels or the time limit passes. */
async function* watched<T>(items: Iterable<T>, { signal, deadline }: Limits): AsyncIterable<T> {
  let count = 0;
  for (const item of items) {
    if (count % EVENTS_PER_TURN === 0) {
      await nextTurn();
      stopWhenAsked(signal, deadline);
    }
    count += 1;
    yield item;
  }
}

function* plans(machine: Machine, batches: readonly Batch<Target>[], names: Naming): Iterable<CaptureEvent> {
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

async function* fillSet(
  set: DumpSet,
  session: MachineSession,
  targets: readonly Target[],
  limits: Limits,
): AsyncIterable<CaptureEvent> {
  const { request, context, ledger, names, writing } = set;
  const { machine } = context;
  const { bugCheckCode, bugCheckParameter = 'Address' } = request;
  const loop: BatchLoop = {
    machine,
    session,
    ...limits,
    bugCheckCode,
    mostThreads: mostThreads(request),
    onSlowCall: context.onSlowCall,
    parameters: (processId, number, addresses) =>
      bugCheckParameters(bugCheckParameter, processId, number, addresses),
  };
  for await (const event of runBatches(loop, planBatches(targets, Math.max(1, targets.length)))) {
    switch (event.kind) {
      case 'starting': {
        const { batch, number } = event;
        // What the last batch settled, before a call that may take long.
        const warning = note(set);
        if (warning !== undefined) yield { kind: 'warning', message: warning };
        // Nothing is captured for a file that could not be written; a default name is followed by the next free one.
        if (names.isChosen) refuseExisting(names.likely({ number, threads: batch.threads }), writing.replace);
        const name = batch.threads[0]?.process.name ?? `process ${batch.processId}`;
        const status = `dump ${number}: ${batch.threads.length} threads of ${name}`;
        yield { kind: 'progress', ...ledger.progress(), status };
        break;
      }
      case 'asked':
        ledger.countAttempt(event.asked);
        break;
      case 'captured': {
        const { dump, warnings } = addDump(set, event);
        for (const message of warnings) yield { kind: 'warning', message };
        yield { kind: 'dump', dump };
        if (request.threadRecords !== 'Missing') {
          for (const thread of dump.threads) yield { kind: 'thread', thread };
        }
        break;
      }
      case 'settled':
        yield { kind: 'thread', thread: ledger.settled(event.settled) };
        break;
      case 'failure':
        set.failures.push(event.failure);
        yield event;
        break;
      case 'warning':
        yield event;
        break;
    }
  }
}

/** A verdict for each thread that has none: tried in vain, or not tried at all. */
function* settleRest({ ledger, failures }: DumpSet): Iterable<CaptureEvent> {
  const last = failures.at(-1);
  const reason = last?.message ?? 'The capture ended before it.';
  const status = last?.facts.ntStatus === undefined ? {} : { ntStatus: last.facts.ntStatus };
  for (const target of ledger.open()) {
    const calls = ledger.attempts(target);
    const tried = `The thread was asked for in ${calls} ${calls === 1 ? 'call' : 'calls'} and is in no dump.`;
    const settled: Settled =
      calls === 0
        ? { target, verdict: 'NotAttempted', reason }
        : { target, verdict: 'Failed', reason: `${tried} ${reason}`, ...status };
    yield { kind: 'thread', thread: ledger.settled(settled) };
  }
}

/** A process that Windows protects is one finding, beside the verdicts of its threads; those that have exited show nothing. */
function* refusedProcesses(summaries: readonly TriageSummary[]): Iterable<CaptureEvent> {
  for (const { processId, processName, requested, refused = 0, exited = 0, replaced = 0 } of summaries) {
    if (refused === 0 || refused + exited + replaced < requested) continue;
    const message = `No thread of ${processName} (${processId}) could be opened: Windows grants full access to none of its ${refused} threads.`;
    const facts = { target: `process ${processId}`, ntStatus: NTSTATUS.STATUS_ACCESS_DENIED };
    yield { kind: 'failure', failure: new Failure('CaptureDenied', message, facts) };
  }
}

/** Fills the set; what ends that early is reported, and the set is concluded all the same. */
async function* capturing(...fill: Parameters<typeof fillSet>): AsyncIterable<CaptureEvent> {
  const [set, session, , { signal, deadline }] = fill;
  try {
    yield* fillSet(...fill);
  } catch (thrown) {
    const failure = asFailure(thrown);
    set.failures.push(failure);
    yield { kind: 'failure', failure };
  } finally {
    session.close();
    // What the last batch settled, before a look that may take long.
    const isStopped = () => signal.aborted || performance.now() >= deadline;
    for (const message of [note(set), await addAfterCapture(set, isStopped)]) {
      if (message !== undefined) yield { kind: 'warning', message };
    }
  }
}

function isSaid({ failures }: DumpSet, { code, facts }: Failure): boolean {
  return failures.some((said) => said.code === code && said.facts.target === facts.target);
}

function* conclude(set: DumpSet): Iterable<CaptureEvent> {
  yield* settleRest(set);
  const summaries = set.ledger.summaries();
  for (const event of refusedProcesses(summaries)) {
    if (event.kind === 'failure') set.failures.push(event.failure);
    yield event;
  }
  try {
    addManifest(set);
  } catch (thrown) {
    const failure = asFailure(thrown);
    // A folder that is gone has been reported with the dump that could not be written.
    if (!isSaid(set, failure)) yield { kind: 'failure', failure };
  }
  for (const summary of summaries) yield { kind: 'summary', summary };
}

/** The destination, before anything is looked at: what a killed run left there goes, also where this run is refused. */
function prepareFolder({ files }: CaptureContext, folder: string): void {
  files.requireFolder(folder);
  files.sweep(folder);
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
  const { machine, signal } = context;
  const { timeLimitSeconds = Number.POSITIVE_INFINITY } = request;
  const limits = { signal, deadline: performance.now() + timeLimitSeconds * 1000 };
  const created = context.now?.() ?? new Date();
  if (request.planOnly !== true) prepareFolder(context, targetFolder(request.destination ?? '.'));
  const names = dumpNaming(request, machine, created);
  const resolved = resolveTargets(machine, request.threads ?? [], request.processIds ?? []);
  const { targets, absentees, missing } = resolved;
  if (targets.length + absentees.length === 0) {
    if (missing[0] !== undefined) throw missing[0];
    throw new Failure('EmptySelection', 'There is no thread to capture: the request names none.');
  }
  for (const failure of missing) yield { kind: 'failure', failure };
  if (request.planOnly === true) {
    const batches = planBatches(targets, threadsPerDump(machine.facts(), mostThreads(request)));
    yield* watched(plans(machine, batches, names), limits);
    return;
  }
  const session = machine.openSession('capture');
  const writing = { protection: request.acl ?? 'Restricted', replace: request.force === true } as const;
  const ledger = openLedger(machine, targets);
  const requestedCount = targets.length + absentees.length;
  const set: DumpSet = {
    request,
    context,
    ledger,
    names,
    created,
    writing,
    requestedCount,
    dumps: [],
    failures: [],
  };
  try {
    // All of them get their verdict, also when a cancel ends the capture among them.
    for (const each of absentees) yield { kind: 'thread', thread: ledger.absent(each) };
    yield* capturing(set, session, targets, limits);
    yield* conclude(set);
  } finally {
    session.close();
    set.keeping?.journal.close();
  }
}
