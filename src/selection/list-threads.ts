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

/** A thread, or a thing of the request that was not found while the rest goes on, or what is worth knowing. */
export type ListItem =
  | { readonly thread: Thread }
  | { readonly failure: Failure }
  | { readonly warning: string; readonly target: string };

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

/** Where the two orders part; debuggers that follow the list of a process see the kernel's. */
function orderWarning(process: ProcessSnapshot, toolHelp: readonly number[]): ListItem[] {
  const kernel = process.threads.map(({ threadId }) => threadId);
  const length = Math.max(kernel.length, toolHelp.length);
  const place = Array.from({ length }, (_, index) => index).find(
    (index) => kernel[index] !== toolHelp[index],
  );
  if (place === undefined) return [];
  const target = `process ${process.processId}`;
  const shown = (ids: readonly number[]) => ids[place] ?? 'nothing';
  const warning =
    `The Tool Help library lists the threads of ${process.name} (${process.processId}) in another order: ` +
    `at place ${place} it has ${shown(toolHelp)}, the Native API has ${shown(kernel)}.`;
  return [{ warning, target }];
}

function* listProcess(
  origin: Origin,
  session: MachineSession | undefined,
  process: ProcessSnapshot,
  request: ThreadsRequest,
  toolHelp: readonly number[] | undefined,
): Iterable<Thread> {
  const wanted = threadFilter(request);
  const listed = process.threads
    .map((thread, ordinal) => ({ thread, ordinal }))
    .filter(({ thread }) => wanted(thread));
  const places = toolHelp && new Map(toolHelp.map((id, place) => [id, place]));
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
      const toolHelp =
        request.verifyOrder === true ? machine.toolHelpThreadIds(process.processId) : undefined;
      if (toolHelp !== undefined) yield* orderWarning(process, toolHelp);
      for (const thread of listProcess(origin, session, process, request, toolHelp)) yield { thread };
    }
  } finally {
    session?.close();
  }
}
