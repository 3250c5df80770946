import { asFailure, Failure } from '../../contract/failure.ts';
import type {
  CapturedThread,
  TriageDump,
  TriagePlan,
  TriageRequest,
  TriageSummary,
} from '../../contract/generated/types.ts';
import type { Machine, MachineSession } from '../../machine/port.ts';
import { refuseExisting } from '../write-verified.ts';
import { runBatches } from './batch-loop.ts';
import {
  type Batch,
  DEFAULT_THREADS_PER_DUMP,
  planBatches,
  threadsPerDump,
  UNATTENDED_THREADS_PER_DUMP,
} from './batch-plan.ts';
import { bugCheckParameters } from './bug-check-parameters.ts';
import { addCompanions, addDump, addManifest, type CaptureContext, type DumpSet } from './dump-set.ts';
import { openLedger } from './ledger.ts';
import { dumpNaming, type Naming } from './naming.ts';
import { resolveTargets, type Target } from './target.ts';

/** What happens while threads are captured, in the order in which it happens. */
export type CaptureEvent =
  | { readonly kind: 'plan'; readonly plan: TriagePlan }
  | { readonly kind: 'dump'; readonly dump: TriageDump }
  | { readonly kind: 'thread'; readonly thread: CapturedThread }
  | { readonly kind: 'summary'; readonly summary: TriageSummary }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly status: string };

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

async function* fillSet(
  set: DumpSet,
  session: MachineSession,
  planned: readonly Batch<Target>[],
): AsyncIterable<CaptureEvent> {
  const { request, context, ledger, names, writing } = set;
  const { machine, signal } = context;
  const { timeLimitSeconds, bugCheckCode, bugCheckParameter = 'Address' } = request;
  const of = ledger.open().length;
  const loop = {
    machine,
    session,
    signal,
    timeLimitSeconds,
    bugCheckCode,
    onSlowCall: context.onSlowCall,
    parameters: (batch: Batch<Target>, number: number, addresses: Parameters<typeof bugCheckParameters>[3]) =>
      bugCheckParameters(bugCheckParameter, batch.processId, number, addresses),
  };
  for await (const event of runBatches(loop, planned)) {
    switch (event.kind) {
      case 'starting': {
        const { batch, number } = event;
        // Nothing is captured for a file that could not be written.
        refuseExisting(names.likely({ number, threads: batch.threads }), writing.replace);
        ledger.countAttempt(batch.threads);
        const name = batch.threads[0]?.process.name ?? `process ${batch.processId}`;
        const status = `dump ${number}: ${batch.threads.length} threads of ${name}`;
        yield { kind: 'progress', done: of - ledger.open().length, of, status };
        break;
      }
      case 'captured': {
        const dump = addDump(set, event);
        const warning = addCompanions(set, dump);
        if (warning !== undefined) yield { kind: 'warning', message: warning };
        yield { kind: 'dump', dump };
        for (const thread of dump.threads) yield { kind: 'thread', thread };
        break;
      }
      case 'settled':
        yield { kind: 'thread', thread: ledger.settled(event.settled) };
        break;
      case 'failure':
        set.failures.push(event.failure);
        yield event;
        break;
    }
  }
}

function* conclude(set: DumpSet): Iterable<CaptureEvent> {
  const { ledger, failures } = set;
  for (const target of ledger.open()) {
    const reason = failures.at(-1)?.message ?? 'The capture ended before it.';
    yield { kind: 'thread', thread: ledger.settled({ target, verdict: 'NotAttempted', reason }) };
  }
  addManifest(set);
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
  const { targets, absentees, missing } = resolveTargets(
    machine,
    request.threads ?? [],
    request.processIds ?? [],
  );
  if (targets.length + absentees.length === 0) {
    if (missing[0] !== undefined) throw missing[0];
    throw new Failure('EmptySelection', 'There is no thread to capture: the request names none.');
  }
  for (const failure of missing) yield { kind: 'failure', failure };
  const planned = planBatches(targets, batchSize(request, machine));
  if (request.planOnly === true) {
    yield* planEvents(machine, planned, names);
    return;
  }
  const { folder } = names;
  files.requireFolder(folder);
  files.sweep(folder);
  const session = machine.openSession('capture');
  const writing = { protection: request.acl ?? 'Restricted', replace: request.force === true } as const;
  const ledger = openLedger(machine, targets);
  const set: DumpSet = { request, context, ledger, names, created, writing, dumps: [], failures: [] };
  try {
    for (const each of absentees) yield { kind: 'thread', thread: ledger.absent(each) };
    yield* fillSet(set, session, planned);
  } catch (thrown) {
    const failure = asFailure(thrown);
    set.failures.push(failure);
    yield { kind: 'failure', failure };
  } finally {
    session.close();
  }
  yield* conclude(set);
}
