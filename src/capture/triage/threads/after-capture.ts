import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { formatAddress } from '../../../binary/address.ts';
import type {
  CapturedThread,
  ManifestThread,
  ThreadAfterCapture,
} from '../../../contract/generated/types.ts';
import {
  isRefusal,
  type Machine,
  type MachineSession,
  type ProcessSnapshot,
  type ThreadSnapshot,
} from '../../../machine/port.ts';
import { detailFields, schedulingFields } from './target.ts';
import { addressedThreads } from './threads-at.ts';

/** The threads of a set when its calls were over. */
export interface AfterCapture {
  readonly time: Date;
  /** The thread of a record; undefined when it was not captured, or had exited by then. */
  of(record: CapturedThread): ThreadAfterCapture | undefined;
  /** Threads that were not asked for and may own what captured ones wait for. */
  readonly others: readonly ManifestThread[];
}

const SYSTEM_PROCESS = 4;
/** More other threads are left out of the manifest. Each takes some 150 bytes there and one handle for a moment. */
const MOST_OTHER_THREADS = 20_000;

/** The listed threads of the processes that the records name, by process and thread id. */
function listedThreads(processes: readonly ProcessSnapshot[], records: readonly CapturedThread[]) {
  const wanted = new Set(records.map(({ processId }) => processId));
  const listed = new Map<number, ReadonlyMap<number, ThreadSnapshot>>();
  for (const { processId, threads } of processes) {
    if (!wanted.has(processId)) continue;
    listed.set(processId, new Map(threads.map((thread) => [thread.threadId, thread])));
  }
  return listed;
}

/** What a fresh handle with rights to look gives; a thread that cannot be opened again has none of it. */
function details(session: MachineSession, { processId, threadId }: CapturedThread, createTime: bigint) {
  const opened = session.open({ processId, threadId, createTime });
  if (isRefusal(opened)) return {};
  try {
    return detailFields(session.details(opened));
  } finally {
    session.release(opened);
  }
}

/** Threads of the captured processes and of System that no record names: locks are mostly held there. */
function* otherThreads(
  machine: Machine,
  processes: readonly ProcessSnapshot[],
  records: readonly CapturedThread[],
): Iterable<ManifestThread> {
  const captured = new Set([SYSTEM_PROCESS, ...records.map(({ processId }) => processId)]);
  const asked = new Set(records.map(({ processId, threadId }) => `${processId}:${threadId}`));
  let left = MOST_OTHER_THREADS;
  const isOther = ({ processId }: ProcessSnapshot, { threadId }: ThreadSnapshot) =>
    captured.has(processId) && !asked.has(`${processId}:${threadId}`) && left-- > 0;
  for (const { process, thread, address } of addressedThreads(machine, processes, isOther)) {
    yield {
      objectAddress: formatAddress(address),
      processId: process.processId,
      processName: process.name,
      threadId: thread.threadId,
      createTimeRaw: thread.createTime.toString(),
    };
  }
}

/**
 * The captured threads are looked at for so long also after a cancel or the time limit: without that a later capture cannot be compared
 * with this one, and a thousand threads take a tenth of it.
 */
const GRACE_MS = 1000;

/** So many threads are looked at before the event loop gets a turn, in which a cancel can arrive. */
const THREADS_PER_TURN = 256;

/** The threads of a list, until the capture is to stop: the event loop runs now and then. */
async function* untilStopped<T>(threads: Iterable<T>, isStopped: () => boolean): AsyncIterable<T> {
  const iterator = threads[Symbol.iterator]();
  try {
    for (let count = 0; ; count += 1) {
      // Before the next thread is asked for: that may open a whole group of them.
      if (count % THREADS_PER_TURN === 0) {
        await nextTurn();
        if (isStopped()) return;
      }
      const next = iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    iterator.return?.();
  }
}

/**
 * Looks at the captured threads once more: one snapshot, and one handle for each thread, with the rights of a listing. The other
 * threads of their processes are noted with their addresses. The kernel captures a thread by an APC that the thread itself runs. So
 * the capture adds to its context switches and begins its wait anew, and a later capture can be compared only with values from
 * after this one.
 * @param isStopped ends the look, that at captured threads after a second: what was seen by then counts
 * @throws Failure EnumerationFailed
 */
export async function lookAfter(
  machine: Machine,
  records: readonly CapturedThread[],
  time: Date,
  isStopped: () => boolean,
): Promise<AfterCapture> {
  const captured = records.filter(({ verdict }) => verdict === 'Captured');
  const processes = machine.processes();
  const listed = listedThreads(processes, captured);
  const after = new Map<CapturedThread, ThreadAfterCapture>();
  const others: ManifestThread[] = [];
  const graceEnds = performance.now() + GRACE_MS;
  const session = machine.openSession('query');
  try {
    const isOver = () => isStopped() && performance.now() > graceEnds;
    for await (const record of untilStopped(captured, isOver)) {
      const thread = listed.get(record.processId)?.get(record.threadId);
      // The id of a thread that has exited may name a later one.
      if (thread === undefined || thread.createTime.toString() !== record.createTimeRaw) continue;
      after.set(record, { ...schedulingFields(thread), ...details(session, record, thread.createTime) });
    }
  } finally {
    session.close();
  }
  for await (const other of untilStopped(otherThreads(machine, processes, records), isStopped)) {
    others.push(other);
  }
  return { time, of: (record) => after.get(record), others };
}
