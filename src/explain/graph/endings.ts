import type { VirtualAddress } from '../../binary/address.ts';
import { derived } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import type { Evidence, PendingRequest, ProcessReference, ThreadReference, ThreadWait } from '../model.ts';

/** How threads and processes that end depend on requests. */
export interface Endings {
  hasEnded(thread: VirtualAddress): boolean;
  /** The requests that a thread waits for in order to end; none for a thread that does not end. */
  ownRequests(wait: ThreadWait): readonly { readonly request: PendingRequest; readonly evidence: Evidence }[];
  /** For a thread that ends and has no request of its own: ended threads of its process that left requests. */
  leftBehind(wait: ThreadWait): readonly Keeper[];
  /** The threads that keep a process from ending. */
  keeping(process: ProcessReference): readonly Keeper[];
}

interface Keeper {
  readonly thread: ThreadReference;
  readonly evidence: Evidence;
}

/** Of one process; a file may let every thread of a dump be an ended one. */
const MOST_ENDED = 64;

const SLEEPS: ReadonlySet<string | undefined> = new Set(['DelayExecution', 'WrDelayExecution']);

/** The class of a statement is that of the thread's end, and never better than what follows by a rule. */
function because(ending: Evidence, text: string): Evidence {
  const basis = `${text} (${ending.basis})`;
  return ending.class === 'Memory' ? derived(basis) : { ...ending, basis };
}

export function endings(
  {
    waits,
    requests,
  }: { readonly waits: readonly ThreadWait[]; readonly requests: readonly PendingRequest[] },
  requestsOf: ReadonlyMap<VirtualAddress, readonly PendingRequest[]>,
): Endings {
  const left = requests.filter(({ threadEnded }) => threadEnded !== undefined);
  const ended = new Set(left.map(({ thread }) => thread?.address));
  const leftOf = groupBy(left, ({ thread }) => thread?.processId);

  /** That a thread ends. One that sleeps in the kernel with all its requests cancelled does what IoCancelThreadIo does. */
  function endingOf({ ending, mode, reason, thread }: ThreadWait): Evidence | undefined {
    if (ending !== undefined) return ending;
    const own = requestsOf.get(thread.address) ?? [];
    return mode === 'Kernel' &&
      SLEEPS.has(reason) &&
      own.length > 0 &&
      own.every(({ cancelled }) => cancelled)
      ? derived('the thread sleeps in the kernel, and each of its requests was cancelled')
      : undefined;
  }

  function endedOf(processId: number | undefined): Keeper[] {
    const found = processId === undefined ? [] : (leftOf.get(processId) ?? []);
    const evidence = derived('request of an ended thread of the process');
    const threads = new Map(found.flatMap(({ thread }) => (thread ? [[thread.address, thread]] : [])));
    return [...threads.values()].slice(0, MOST_ENDED).map((thread) => ({ thread, evidence }));
  }

  const endingIn = groupBy(
    waits.flatMap((wait) => {
      const evidence = wait.isIdle ? undefined : endingOf(wait);
      return evidence ? [{ thread: wait.thread, evidence }] : [];
    }),
    ({ thread }) => thread.processId,
  );

  return {
    hasEnded: (thread) => ended.has(thread),
    ownRequests(wait) {
      const ending = endingOf(wait);
      if (ending === undefined) return [];
      const evidence = wait.ending
        ? because(wait.ending, 'the thread ends, and has this request pending')
        : ending;
      return (requestsOf.get(wait.thread.address) ?? []).map((request) => ({ request, evidence }));
    },
    leftBehind({ ending, thread }) {
      if (ending === undefined || (requestsOf.get(thread.address)?.length ?? 0) > 0) return [];
      return endedOf(thread.processId).map((keeper) => ({
        ...keeper,
        evidence: because(ending, 'the thread ends, and an ended thread of its process left a request'),
      }));
    },
    keeping({ processId }) {
      const ending = processId === undefined ? [] : (endingIn.get(processId) ?? []);
      return [
        ...ending.map(({ thread, evidence }) => ({
          thread,
          evidence: because(evidence, 'a thread of the process ends'),
        })),
        ...endedOf(processId),
      ];
    },
  };
}
