import type { VirtualAddress } from '../../binary/address.ts';
import { bugCheckParameters, TRIAGE_BUG_CHECK_CODE } from '../../capture/triage/call/bug-check-parameters.ts';
import { Failure } from '../../contract/failure.ts';
import { STATE_WAITING } from '../../contract/thread-state.ts';
import {
  isRefusal,
  type Machine,
  type MachineSession,
  type OpenThread,
  type ProcessSnapshot,
  type ThreadSnapshot,
  type TriageAnswer,
} from '../../machine/port.ts';

/** A thread of the sample, as it was before the capture. */
export interface SampleThread {
  readonly process: ProcessSnapshot;
  readonly thread: ThreadSnapshot;
  readonly address: VirtualAddress | undefined;
  /** The same thread in a listing after the call; absent when it had gone. */
  readonly after?: ThreadSnapshot;
}

/** One capture call and what it was about. */
export interface Sample {
  readonly threads: readonly SampleThread[];
  readonly answer: TriageAnswer;
  readonly callMs: number;
  /** The listing after the call took so long. */
  readonly listingMs: number;
  readonly parameters: readonly [bigint, bigint, bigint, bigint];
}

/** Two threads, because only a second one shows in which order things are stored. */
const SAMPLE_THREADS = 2;

/**
 * The oldest thread, and others that wait: a worker that makes the call must not be in its own list, and it is younger
 * than these and not waiting.
 */
function pick({ threads }: ProcessSnapshot): readonly ThreadSnapshot[] {
  const [oldest, ...others] = threads;
  const waiting = others.filter(({ state }) => state === STATE_WAITING);
  return [...(oldest === undefined ? [] : [oldest]), ...waiting].slice(0, SAMPLE_THREADS);
}

function openAll(session: MachineSession, process: ProcessSnapshot): [ThreadSnapshot, OpenThread][] {
  return pick(process).flatMap((thread) => {
    const answer = session.open({
      processId: process.processId,
      threadId: thread.threadId,
      createTime: thread.createTime,
      processCreateTime: process.createTime,
    });
    return isRefusal(answer) ? [] : [[thread, answer] as [ThreadSnapshot, OpenThread]];
  });
}

/** The first process of which as many threads as wanted can be opened, else the last one of which any can. */
function openSome(session: MachineSession, processes: readonly ProcessSnapshot[]) {
  let best: { process: ProcessSnapshot; opened: [ThreadSnapshot, OpenThread][] } | undefined;
  for (const process of processes) {
    const opened = openAll(session, process);
    if (opened.length > 0) best = { process, opened };
    if (opened.length === SAMPLE_THREADS) break;
  }
  return best;
}

/** The threads of a process as they are now, by id. */
function listedAfter(machine: Machine, { processId }: ProcessSnapshot): ReadonlyMap<number, ThreadSnapshot> {
  const process = machine.processes().find((each) => each.processId === processId);
  return new Map(process?.threads.map((thread) => [thread.threadId, thread]));
}

/**
 * Captures two threads of a process in one call.
 * @param processId the process of the threads; any process that lets itself be opened when absent
 * @throws Failure NotElevated, PrivilegeNotHeld, ThreadNotFound
 */
export async function captureSample(machine: Machine, processId: number | undefined): Promise<Sample> {
  const processes = machine
    .processes()
    .filter((process) => processId === undefined || process.processId === processId);
  const session = machine.openSession('capture');
  try {
    const found = openSome(session, processes);
    if (found === undefined) {
      throw new Failure('ThreadNotFound', 'No thread for the self-test could be opened.', {
        target: machine.name,
      });
    }
    const handles = found.opened.map(([, handle]) => handle);
    const addresses = session.objectAddresses(handles);
    const threads = found.opened.map(([thread, handle]) => ({
      process: found.process,
      thread,
      address: addresses.get(handle),
    }));
    const known = threads.map(({ address }) => address).filter((address) => address !== undefined);
    const parameters = bugCheckParameters('Address', found.process.processId, 1, known);
    const start = performance.now();
    const answer = await session.captureTriage({
      threads: handles,
      bugCheckCode: TRIAGE_BUG_CHECK_CODE,
      bugCheckParameters: parameters,
    });
    const end = performance.now();
    const listed = listedAfter(machine, found.process);
    return {
      threads: threads.map((each) => {
        const after = listed.get(each.thread.threadId);
        return after?.createTime === each.thread.createTime ? { ...each, after } : each;
      }),
      answer,
      callMs: end - start,
      listingMs: performance.now() - end,
      parameters,
    };
  } finally {
    session.close();
  }
}
