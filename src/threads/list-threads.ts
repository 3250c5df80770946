import { Failure } from '../contract/failure.ts';
import type { ThreadsRequest } from '../contract/generated/types.ts';
import {
  isRefusal,
  type Machine,
  type MachineSession,
  type OpenThread,
  type ProcessSnapshot,
  type ThreadSnapshot,
} from '../machine/port.ts';
import { selectProcesses, threadFilter } from './thread-filter.ts';
import type { ListedThread, ListingOrigin, ThreadAccess } from './thread-record.ts';

/** A handle costs quota: so many threads are open at once while their addresses are looked up. */
const THREADS_PER_LOOK_UP = 2048;

const NOT_TRIED: ThreadAccess = { access: 'NotTried' };

/** A thread that was selected. */
interface Selected {
  readonly process: ProcessSnapshot;
  readonly ordinal: number;
  readonly thread: ThreadSnapshot;
}

/** A thread, or a thing of the request that was not found while the rest goes on, or what is worth knowing. */
export type ListItem =
  | { readonly thread: ListedThread }
  | { readonly failure: Failure }
  | { readonly warning: string; readonly target: string };

function accessTo(session: MachineSession, listed: readonly Selected[]): ThreadAccess[] {
  const opened = listed.map(({ process, thread }) =>
    session.open({ processId: process.processId, threadId: thread.threadId, createTime: thread.createTime }),
  );
  const held = opened.filter((answer): answer is OpenThread => !isRefusal(answer));
  try {
    const addresses = session.objectAddresses(held);
    return opened.map((answer): ThreadAccess => {
      if (isRefusal(answer)) return { access: answer.refused === 'denied' ? 'Denied' : 'Exited' };
      return {
        access: answer.access,
        details: session.details(answer),
        objectAddress: addresses.get(answer),
      };
    });
  } finally {
    for (const thread of held) session.release(thread);
  }
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

/** The threads of a process that a request selects, with their places in its list. */
function select(process: ProcessSnapshot, wanted: (thread: ThreadSnapshot) => boolean): Selected[] {
  return process.threads.flatMap((thread, ordinal) => (wanted(thread) ? [{ process, thread, ordinal }] : []));
}

/**
 * The threads that a request selects, in groups of at most so many as are open at once: the table of handles of the whole
 * machine is read once for each group, however small the processes are.
 */
function* groupsOf(
  processes: readonly ProcessSnapshot[],
  wanted: (thread: ThreadSnapshot) => boolean,
): Iterable<readonly Selected[]> {
  let group: Selected[] = [];
  for (const process of processes) {
    for (const listed of select(process, wanted)) {
      group.push(listed);
      if (group.length < THREADS_PER_LOOK_UP) continue;
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** The Tool Help library's order of a process, and a warning where it differs from the kernel's. */
interface ToolHelpOrder {
  readonly places: ReadonlyMap<number, number>;
  readonly warnings: readonly ListItem[];
}

function toolHelpOrder(machine: Machine, process: ProcessSnapshot): ToolHelpOrder {
  const ids = machine.toolHelpThreadIds(process.processId);
  return {
    places: new Map(ids.map((id, place) => [id, place])),
    warnings: orderWarning(process, ids),
  };
}

/**
 * The threads that a request selects, process by process in the kernel's order. One snapshot is taken at the start.
 * @throws Failure EnumerationFailed, InvalidRequest
 */
export function* listThreads(machine: Machine, request: ThreadsRequest): Iterable<ListItem> {
  const wanted = threadFilter(request);
  const { computerName } = machine.facts();
  const origin: ListingOrigin = { machine: machine.name, simulated: machine.simulated, computerName };
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
    let current: ProcessSnapshot | undefined;
    let order: ToolHelpOrder | undefined;
    // One loop in one generator: a listing may have 100,000 threads, and each further step for each is felt.
    for (const group of groupsOf(selection.processes, wanted)) {
      const accesses = session === undefined ? [] : accessTo(session, group);
      for (const [index, { process, thread, ordinal }] of group.entries()) {
        if (process !== current && request.verifyOrder === true) {
          order = toolHelpOrder(machine, process);
          yield* order.warnings;
        }
        current = process;
        const toolHelpOrdinal = order && (order.places.get(thread.threadId) ?? -1);
        const access = accesses[index] ?? NOT_TRIED;
        yield { thread: { origin, process, ordinal, thread, access, toolHelpOrdinal } };
      }
    }
  } finally {
    session?.close();
  }
}
