import { Failure } from '../contract/failure.ts';
import type { Thread, ThreadsRequest } from '../contract/generated/types.ts';
import {
  isRefusal,
  type Machine,
  type MachineSession,
  type OpenThread,
  type ProcessSnapshot,
  type ThreadSnapshot,
} from '../machine/port.ts';
import { selectProcesses, threadFilter } from './thread-filter.ts';
import { type Origin, type ThreadAccess, threadRecord } from './thread-record.ts';

/** A handle costs quota: so many threads are open at once while their addresses are looked up. */
const THREADS_PER_LOOK_UP = 2048;

interface Listed {
  readonly ordinal: number;
  readonly thread: ThreadSnapshot;
}

/** Either a thread, or a thing of the request that was not found while the rest goes on. */
export type ListItem = { readonly thread: Thread } | { readonly failure: Failure };

function access(
  session: MachineSession,
  process: ProcessSnapshot,
  listed: readonly Listed[],
): ThreadAccess[] {
  const opened = listed.map(({ thread }) =>
    session.open({ processId: process.processId, threadId: thread.threadId, createTime: thread.createTime }),
  );
  const held = opened.filter((answer): answer is OpenThread => !isRefusal(answer));
  try {
    const addresses = session.objectAddresses(held);
    return opened.map((answer): ThreadAccess => {
      if (isRefusal(answer)) return { access: answer.refused === 'denied' ? 'Denied' : 'Exited' };
      const objectAddress = addresses.get(answer);
      const known = { access: answer.access, details: session.details(answer) };
      return objectAddress === undefined ? known : { ...known, objectAddress };
    });
  } finally {
    for (const thread of held) session.release(thread);
  }
}

function* chunks<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function toolHelpPlaces(machine: Machine, process: ProcessSnapshot): ReadonlyMap<number, number> {
  return new Map(machine.toolHelpThreadIds(process.processId).map((id, place) => [id, place]));
}

function* listProcess(
  machine: Machine,
  origin: Origin,
  session: MachineSession | undefined,
  process: ProcessSnapshot,
  request: ThreadsRequest,
): Iterable<Thread> {
  const wanted = threadFilter(request);
  const listed = process.threads
    .map((thread, ordinal) => ({ thread, ordinal }))
    .filter(({ thread }) => wanted(thread));
  const places = request.verifyOrder === true ? toolHelpPlaces(machine, process) : undefined;
  for (const chunk of chunks(listed, THREADS_PER_LOOK_UP)) {
    const accesses = session === undefined ? [] : access(session, process, chunk);
    for (const [index, { thread, ordinal }] of chunk.entries()) {
      const record = threadRecord(
        origin,
        process,
        ordinal,
        thread,
        accesses[index] ?? { access: 'NotTried' },
      );
      if (places !== undefined) record.toolHelpOrdinal = places.get(thread.threadId) ?? -1;
      yield record;
    }
  }
}

/**
 * The threads that a request selects, process by process in the kernel's order. One snapshot is taken at the start.
 * @throws Failure EnumerationFailed, InvalidRequest
 */
export function* listThreads(machine: Machine, request: ThreadsRequest): Iterable<ListItem> {
  threadFilter(request);
  const { computerName } = machine.facts();
  const origin: Origin = { machine: machine.name, simulated: machine.simulated, computerName };
  const selection = selectProcesses(machine.processes(), request);
  for (const id of selection.unmatchedIds) {
    const target = `process ${id}`;
    yield {
      failure: new Failure('ProcessNotFound', `There is no process with id ${id} on ${machine.name}.`, {
        target,
      }),
    };
  }
  for (const name of selection.unmatchedNames) {
    yield {
      failure: new Failure('ProcessNotFound', `No process on ${machine.name} is named '${name}'.`, {
        target: name,
      }),
    };
  }
  const session = request.details === 'snapshot' ? undefined : machine.openSession('query');
  try {
    for (const process of selection.processes) {
      for (const thread of listProcess(machine, origin, session, process, request)) yield { thread };
    }
  } finally {
    session?.close();
  }
}
