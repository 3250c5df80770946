import type { CapturedThread, ThreadAfterCapture } from '../../contract/generated/types.ts';
import { isRefusal, type Machine, type MachineSession, type ThreadSnapshot } from '../../machine/port.ts';
import { detailFields, schedulingFields } from './target.ts';

/** The captured threads of a set when its calls were over. */
export interface AfterCapture {
  readonly time: Date;
  /** The thread of a record; undefined when it was not captured, or had exited by then. */
  of(record: CapturedThread): ThreadAfterCapture | undefined;
}

/** The listed threads of the processes that the records name, by process and thread id. */
function listedThreads(machine: Machine, records: readonly CapturedThread[]) {
  const wanted = new Set(records.map(({ processId }) => processId));
  const listed = new Map<number, ReadonlyMap<number, ThreadSnapshot>>();
  for (const { processId, threads } of machine.processes()) {
    if (!wanted.has(processId)) continue;
    listed.set(processId, new Map(threads.map((thread) => [thread.threadId, thread])));
  }
  return listed;
}

/** What a fresh handle gives; a thread that cannot be opened again has none of it. */
function details(session: MachineSession, { processId, threadId }: CapturedThread, createTime: bigint) {
  const opened = session.open({ processId, threadId, createTime });
  if (isRefusal(opened)) return {};
  try {
    return detailFields(session.details(opened));
  } finally {
    session.release(opened);
  }
}

/**
 * Looks at the captured threads once more: one snapshot, and one handle for each thread. The kernel captures a thread by an APC that
 * the thread itself runs. So the capture adds to its context switches and begins its wait anew, and a later capture can be compared
 * only with values from after this one.
 * @throws Failure EnumerationFailed
 */
export function lookAfter(
  machine: Machine,
  session: MachineSession,
  records: readonly CapturedThread[],
  time: Date,
): AfterCapture {
  const captured = records.filter(({ verdict }) => verdict === 'Captured');
  const listed = listedThreads(machine, captured);
  const after = new Map<CapturedThread, ThreadAfterCapture>();
  for (const record of captured) {
    const thread = listed.get(record.processId)?.get(record.threadId);
    // The id of a thread that has exited may name a later one.
    if (thread === undefined || thread.createTime.toString() !== record.createTimeRaw) continue;
    after.set(record, { ...schedulingFields(thread), ...details(session, record, thread.createTime) });
  }
  return { time, of: (record) => after.get(record) };
}
