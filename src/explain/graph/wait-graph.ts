import type { VirtualAddress } from '../../binary/address.ts';
import { derived } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import type {
  Evidence,
  Lock,
  PendingRequest,
  ProcessReference,
  ThreadReference,
  ThreadWait,
  WaitObject,
} from '../model.ts';
import { endings } from './endings.ts';

/** What the graph is made from: one dump, or several of one boot joined. */
export interface Situation {
  readonly waits: readonly ThreadWait[];
  readonly locks: readonly Lock[];
  readonly requests: readonly PendingRequest[];
  /** KTHREAD_STATE names of threads, for owners that do not wait. */
  stateOf(thread: VirtualAddress): string | undefined;
}

export type GraphNode =
  | {
      readonly kind: 'Thread';
      readonly thread: ThreadReference;
      readonly wait?: ThreadWait;
      readonly state?: string;
    }
  | { readonly kind: 'Lock'; readonly lock: Lock }
  | { readonly kind: 'Request'; readonly request: PendingRequest }
  | { readonly kind: 'Process'; readonly process: ProcessReference; readonly object: WaitObject }
  /** Something that no thread of the dump is known to hold: an event, a timer, a message without a server. */
  | { readonly kind: 'Object'; readonly object: WaitObject };

export interface GraphEdge {
  readonly to: number;
  /** A timeout ends the wait: the edge blocks for a time only. */
  readonly isSoft: boolean;
  readonly evidence: Evidence;
  /** The awaited object of an edge that leaves a thread. */
  readonly object?: WaitObject;
}

export interface WaitGraph {
  readonly nodes: readonly GraphNode[];
  /** By node: what must happen before it can go on. */
  readonly edges: readonly (readonly GraphEdge[])[];
  /** Whether one of the edges is enough: a thread that waits for any of several objects. */
  isAny(node: number): boolean;
  indexOfThread(thread: VirtualAddress): number | undefined;
}

/** Kinds of objects that a thread waits for without being stuck behind another: the thread itself is the end. */
const ENDS_AT_THREAD = new Set(['Timer', 'Suspension', 'UserLock', 'Queue', 'WorkerSignal']);

/** Objects for which a request of the same thread explains the wait: its end is what the driver signals. */
const EXPLAINED_BY_REQUEST = new Set(['FileEvent', 'LocalEvent', 'DriverEvent', 'Unknown']);

/**
 * The graph of waits. An edge leads from a thread to what it waits for, from a lock to its owners, from a thread to
 * its pending request. Idle workers are left out: they are not stuck. Linear in waits, locks and requests.
 */
export function waitGraph(situation: Situation): WaitGraph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[][] = [];
  const numbers = new Map<string, number>();
  const lockById = new Map(situation.locks.map((lock) => [lock.id, lock]));
  const requestByAddress = new Map(situation.requests.map((request) => [request.address, request]));
  const requestsOf = groupBy(situation.requests, ({ thread }) => thread?.address);
  const firstRequestOf = (thread: VirtualAddress) => requestsOf.get(thread)?.[0];
  const ends = endings(situation, requestsOf);
  const waitOf = new Map(situation.waits.map((wait) => [wait.thread.address, wait]));

  function number(key: string, make: () => GraphNode): { readonly at: number; readonly isNew: boolean } {
    const known = numbers.get(key);
    if (known !== undefined) return { at: known, isNew: false };
    const at = nodes.length;
    numbers.set(key, at);
    nodes.push(make());
    edges.push([]);
    return { at, isNew: true };
  }
  const connect = (from: number, to: number, evidence: Evidence, isSoft = false, object?: WaitObject) =>
    edges[from]?.push({ to, isSoft, evidence, ...(object && { object }) });

  /** Threads that have a node but no edges yet. A list instead of recursion: chains may be long. */
  const pending: { readonly at: number; readonly thread: ThreadReference }[] = [];

  function threadNode(thread: ThreadReference): number {
    const { at, isNew } = number(`T${thread.address}`, () => {
      const wait = waitOf.get(thread.address);
      const state =
        situation.stateOf(thread.address) ?? (ends.hasEnded(thread.address) ? 'Terminated' : undefined);
      return { kind: 'Thread', thread, ...(wait && { wait }), ...(state !== undefined && { state }) };
    });
    if (isNew) pending.push({ at, thread });
    return at;
  }

  function lockNode(lock: Lock): number {
    const { at, isNew } = number(`L${lock.id}`, () => ({ kind: 'Lock', lock }));
    if (isNew) {
      for (const { thread, evidence } of lock.owners) {
        if (thread !== undefined) connect(at, threadNode(thread), evidence);
      }
    }
    return at;
  }

  /** What keeps a process that others wait for: its threads that end, and what its ended threads left. */
  function processNode(process: ProcessReference, object: WaitObject): number {
    const { at, isNew } = number(`P${process.address}`, () => ({ kind: 'Process', process, object }));
    if (isNew && object.kind === 'ProcessExit')
      for (const { thread, evidence } of ends.keeping(process)) connect(at, threadNode(thread), evidence);
    return at;
  }

  const requestNode = (request: PendingRequest) =>
    number(`R${request.address}`, () => ({ kind: 'Request', request })).at;

  const objectNode = (object: WaitObject) =>
    number(`O${object.address}`, () => ({ kind: 'Object', object })).at;

  /** Where a wait for one object leads; undefined where the thread itself is the end. */
  function destination(
    object: WaitObject,
    thread: VirtualAddress,
  ): { to: number; evidence: Evidence } | undefined {
    const { evidence } = object;
    const lock = object.lock === undefined ? undefined : lockById.get(object.lock);
    if (lock !== undefined) return { to: lockNode(lock), evidence };
    const request = object.request === undefined ? undefined : requestByAddress.get(object.request);
    if (request !== undefined) return { to: requestNode(request), evidence };
    const { target } = object;
    if (target?.thread !== undefined) return { to: threadNode(target.thread), evidence: target.evidence };
    const { process } = target ?? {};
    if (process !== undefined && target !== undefined) {
      return { to: processNode(process, object), evidence: target.evidence };
    }
    if (ENDS_AT_THREAD.has(object.kind)) return undefined;
    const own = EXPLAINED_BY_REQUEST.has(object.kind) ? firstRequestOf(thread) : undefined;
    if (own !== undefined) {
      const basis = 'the thread has this request pending, and no other owner of the object is known';
      return { to: requestNode(own), evidence: derived(basis) };
    }
    return { to: objectNode(object), evidence };
  }

  function addEdgesOf(at: number, thread: ThreadReference): void {
    const wait = waitOf.get(thread.address);
    const objects = wait?.objects ?? [];
    for (const object of objects) {
      const found = destination(object, thread.address);
      if (found !== undefined) connect(at, found.to, found.evidence, wait?.timeout !== undefined, object);
    }
    // The sleep of a thread that ends is a turn of its wait for requests: it ends with them and not with its timer.
    if (edges[at]?.length === 0 && wait !== undefined) {
      for (const { request, evidence } of ends.ownRequests(wait)) connect(at, requestNode(request), evidence);
      for (const { thread: left, evidence } of ends.leftBehind(wait)) connect(at, threadNode(left), evidence);
      if (edges[at].length > 0) return;
    }
    // A thread that runs, or without its wait blocks in the dump, still works on its request.
    if (objects.length === 0 && !wait?.isIdle) {
      const own = firstRequestOf(thread.address);
      if (own !== undefined) {
        connect(
          at,
          requestNode(own),
          derived('the thread has this request pending'),
          wait?.timeout !== undefined,
        );
      }
    }
  }

  for (const wait of situation.waits) if (!wait.isIdle) threadNode(wait.thread);
  for (const lock of situation.locks) {
    if (lock.waiters.length === 0) continue;
    const at = lockNode(lock);
    // A waiter without wait blocks that lead to the lock is known by the lock's own list.
    for (const { thread, evidence } of lock.waiters) {
      const waiter = threadNode(thread);
      if ((waitOf.get(thread.address)?.objects.length ?? 0) === 0) connect(waiter, at, evidence);
    }
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) addEdgesOf(next.at, next.thread);

  return {
    nodes,
    edges,
    isAny(node) {
      const described = nodes[node];
      if (described?.kind !== 'Thread') return false;
      // An alternative that ends at the thread itself (a timer of its own) has no edge, and is enough.
      const { wait } = described;
      return wait !== undefined && wait.waitType === 'Any' && wait.objects.length > 1;
    },
    indexOfThread: (thread) => numbers.get(`T${thread}`),
  };
}
