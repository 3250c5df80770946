import { Failure } from '../contract/failure.ts';
import type { ThreadsRequest } from '../contract/generated/types.ts';
import { THREAD_STATES, threadStateName, WAIT_REASONS, waitReasonName } from '../contract/thread-state.ts';
import type { ProcessSnapshot, ThreadSnapshot } from '../machine/port.ts';

type Selection = Pick<ThreadsRequest, 'processIds' | 'names' | 'threadIds' | 'states' | 'waitReasons'>;

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}(?:\\.exe)?$`, 'iu');
}

/** Spelling as the table has it, wildcards expanded, or a failure that lists the names there are. */
function knownNames(given: readonly string[], known: readonly string[], what: string): Set<string> {
  return new Set(
    given.flatMap((name) => {
      const pattern = wildcard(name);
      const found = known.filter((candidate) => pattern.test(candidate));
      if (found.length > 0) return found;
      throw new Failure('InvalidRequest', `'${name}' is no ${what}; known are ${known.join(', ')}`, {
        target: name,
      });
    }),
  );
}

/** The processes that a request names. Ids and names that match nothing are the caller's to report. */
export interface ProcessSelection {
  readonly processes: readonly ProcessSnapshot[];
  readonly unmatchedIds: readonly number[];
  readonly unmatchedNames: readonly string[];
}

/** Processes by id or name, in the order of the snapshot; all of them when neither is given. */
export function selectProcesses(all: readonly ProcessSnapshot[], selection: Selection): ProcessSelection {
  const { processIds = [], names = [] } = selection;
  if (selection.processIds === undefined && selection.names === undefined) {
    return { processes: all, unmatchedIds: [], unmatchedNames: [] };
  }
  const ids = new Set(processIds);
  const patterns = names.map((name) => ({ name, pattern: wildcard(name) }));
  const present = new Set(all.map((process) => process.processId));
  return {
    processes: all.filter(
      (process) => ids.has(process.processId) || patterns.some(({ pattern }) => pattern.test(process.name)),
    ),
    unmatchedIds: [...ids].filter((id) => !present.has(id)),
    // A wildcard that matches nothing is an empty answer, as everywhere in PowerShell; a plain name is a mistake.
    unmatchedNames: patterns
      .filter(({ name, pattern }) => !/[*?]/.test(name) && !all.some((process) => pattern.test(process.name)))
      .map(({ name }) => name),
  };
}

/**
 * A predicate for the threads of a request.
 * @throws Failure InvalidRequest for a state or wait reason that does not exist
 */
export function threadFilter(selection: Selection): (thread: ThreadSnapshot) => boolean {
  const states = selection.states && knownNames(selection.states, THREAD_STATES, 'thread state');
  const reasons = selection.waitReasons && knownNames(selection.waitReasons, WAIT_REASONS, 'wait reason');
  const ids = selection.threadIds && new Set(selection.threadIds);
  return (thread) =>
    (ids === undefined || ids.has(thread.threadId)) &&
    (states === undefined || (thread.state !== undefined && states.has(threadStateName(thread.state)))) &&
    (reasons === undefined ||
      (thread.waitReason !== undefined && reasons.has(waitReasonName(thread.waitReason))));
}
