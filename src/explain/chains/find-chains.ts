import { stronglyConnected } from '../graph/components.ts';
import { deadlocks } from '../graph/deadlocks.ts';
import type { GraphEdge, GraphNode, WaitGraph } from '../graph/wait-graph.ts';
import { type Evidence, type ThreadReference, weakestClass } from '../model.ts';
import {
  type Awaited,
  type ChainLink,
  type ChainRoot,
  type CycleStep,
  OWNERS_OF_A_CUT_CHAIN,
  type RootKind,
  type ThreadActivity,
  type WaitChain,
} from './chain.ts';

/**
 * Threads and owners of all chains together, besides and for each node of the graph. A thread behind a lock with thousands of owners is in
 * thousands of chains; real ones are in one or two. Of each chain after that the nodes next to its root are kept.
 */
const FREE_MEMBERSHIPS = 20_000;
const MEMBERSHIPS_PER_NODE = 8;
const LEAST_OF_A_CHAIN = 8;

export interface ChainOptions {
  /** Chains of one thread that nothing waits behind, also where that is how threads wait for work. */
  readonly includeLone?: boolean;
  /** Milliseconds that a thread waits, from before the capture where that is known. */
  waitTimeOf?(thread: ThreadReference): number | undefined;
}

type ThreadNode = Extract<GraphNode, { readonly kind: 'Thread' }>;

/** States of a thread that could run and has no processor. */
export const READY_STATES: ReadonlySet<string> = new Set(['Ready', 'Standby', 'DeferredReady']);

/** By its state, what a thread does that does not wait. */
function activityOf({ wait, state }: ThreadNode): ThreadActivity | undefined {
  if (wait !== undefined || state === undefined) return undefined;
  if (state === 'Running') return 'Running';
  if (state === 'Terminated') return 'Ended';
  return READY_STATES.has(state) ? 'Ready' : undefined;
}

/** What all threads of a level do; undefined where one of them waits. */
function commonActivity(threads: readonly ThreadNode[]): ThreadActivity | undefined {
  const activities = new Set(threads.map(activityOf));
  if (activities.has(undefined)) return undefined;
  return activities.has('Ended') ? 'Ended' : activities.has('Ready') ? 'Ready' : 'Running';
}

/** What a thread is that nothing in the graph holds up. */
function kindOfThread(node: ThreadNode): RootKind {
  const { thread, wait } = node;
  if (!thread.inDump) return 'OwnerNotInDump';
  if (wait !== undefined) {
    const kinds = new Set(wait.objects.map(({ kind }) => kind));
    if (kinds.has('Suspension')) return 'Suspended';
    if (kinds.has('UserLock')) return 'UserMode';
    if (kinds.has('Timer') || wait.reason === 'DelayExecution' || wait.reason === 'WrDelayExecution')
      return 'Sleeping';
    return 'WaitNotInDump';
  }
  const activity = activityOf(node);
  return activity === undefined || activity === 'Ended' ? 'NotWaiting' : activity;
}

function awaitedOf(node: GraphNode, object?: GraphEdge['object']): Awaited {
  switch (node.kind) {
    case 'Thread':
      return { kind: 'Thread', thread: node.thread, ...(object && { object }) };
    case 'Lock':
      return { kind: 'Lock', lock: node.lock };
    case 'Request':
      return { kind: 'Request', request: node.request };
    case 'Process':
      return { kind: 'Process', process: node.process, object: node.object };
    case 'Object':
      return { kind: 'Object', object: node.object };
  }
}

/** The steps of a cycle in its order: from each thread to the thread of the same component that holds what it waits for. */
function cycleOf(graph: WaitGraph, component: readonly number[]): CycleStep[] {
  const inside = new Set(component);
  const next = (node: number) => graph.edges[node]?.find(({ to }) => inside.has(to));
  const first = component.find((node) => graph.nodes[node]?.kind === 'Thread');
  const steps: CycleStep[] = [];
  const seen = new Set<number>();
  // Bounded by the component: each node is met once.
  for (let node = first; node !== undefined && !seen.has(node); node = next(node)?.to) {
    seen.add(node);
    const described = graph.nodes[node];
    const edge = next(node);
    const target = edge && graph.nodes[edge.to];
    if (described?.kind === 'Thread' && edge !== undefined && target !== undefined) {
      const held = target.kind === 'Lock' ? next(edge.to) : undefined;
      steps.push({
        thread: described.thread,
        waitsFor: awaitedOf(target, edge.object),
        evidence: edge.evidence,
        ...(held && { heldBy: held.evidence }),
      });
    }
  }
  return steps;
}

function rootOf(
  graph: WaitGraph,
  node: GraphNode,
  at: number,
  sources: readonly (readonly number[])[],
): ChainRoot {
  switch (node.kind) {
    case 'Thread':
      return { kind: kindOfThread(node), thread: node.thread };
    case 'Request': {
      const thread = node.request.thread ?? node.request.foundThrough;
      return { kind: 'PendingIo', request: node.request, ...(thread && { thread }) };
    }
    case 'Process': {
      const kind = node.object.kind === 'AlpcReply' ? 'ServerReply' : 'ProcessExit';
      return { kind, process: node.process, object: node.object };
    }
    case 'Lock': {
      const isPointer = node.lock.owners.some(({ kind }) => kind === 'OwnerPointer');
      return { kind: isPointer ? 'OwnerPointer' : 'NoOwnerKnown', lock: node.lock };
    }
    case 'Object': {
      const waiters = (sources[at] ?? []).map((source) => graph.nodes[source]);
      const lone = waiters.length === 1 && waiters[0]?.kind === 'Thread' ? waiters[0].thread : undefined;
      const kind = node.object.kind === 'AlpcReply' ? 'ServerReply' : 'NoOwnerKnown';
      return { kind, object: node.object, ...(lone && { thread: lone }) };
    }
  }
}

/** How threads wait for their next task; alone it does not show that a thread is stuck. */
function isOrdinary(graph: WaitGraph, root: ChainRoot, threads: readonly number[]): boolean {
  if (threads.length !== 1) return false;
  if (root.kind === 'NoOwnerKnown') {
    const node = graph.nodes[threads[0] ?? -1];
    return node?.kind === 'Thread' && node.wait?.mode !== 'Kernel';
  }
  return !['PendingIo', 'ServerReply', 'ProcessExit', 'OwnerPointer', 'OwnerNotInDump', 'Deadlock'].includes(
    root.kind,
  );
}

/** Distance of each node from the root, against the edges; only nodes of the chain are met. */
function behind(root: readonly number[], sources: readonly (readonly number[])[], most: number) {
  const distance = new Map<number, number>(root.map((node) => [node, 0]));
  const queue = [...root];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? 0;
    for (const source of sources[node] ?? []) {
      if (distance.has(source)) continue;
      if (queue.length >= most) return { distance, isCut: true };
      distance.set(source, (distance.get(node) ?? 0) + 1);
      queue.push(source);
    }
  }
  return { distance, isCut: false };
}

function joined(evidence: readonly Evidence[]): Evidence {
  const weakest = weakestClass(evidence.map((each) => each.class));
  return (
    evidence.find((each) => each.class === weakest) ?? { class: weakest, basis: 'the parts of this level' }
  );
}

/** The levels of a chain, the farthest from the root first. */
function linksOf(
  graph: WaitGraph,
  distance: ReadonlyMap<number, number>,
  waitTimeOf: (thread: ThreadReference) => number | undefined,
): ChainLink[] {
  const waiters = new Map<number, { readonly node: ThreadNode; readonly edge: GraphEdge }[]>();
  for (const node of distance.keys()) {
    const described = graph.nodes[node];
    if (described?.kind !== 'Thread') continue;
    for (const edge of graph.edges[node] ?? []) {
      if (!distance.has(edge.to)) continue;
      const known = waiters.get(edge.to);
      const waiter = { node: described, edge };
      if (known) known.push(waiter);
      else waiters.set(edge.to, [waiter]);
    }
  }
  return [...waiters]
    .sort(([a], [b]) => (distance.get(b) ?? 0) - (distance.get(a) ?? 0) || a - b)
    .flatMap(([at, list]) => {
      const described = graph.nodes[at];
      if (described === undefined) return [];
      const times = list.map(({ node }) => waitTimeOf(node.thread)).filter((time) => time !== undefined);
      const activity =
        described.kind === 'Request' ? commonActivity(list.map(({ node }) => node)) : undefined;
      const longest = times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
      return [
        {
          waitsFor: awaitedOf(described, list[0]?.edge.object),
          waiters: list.map(({ node }) => node.thread),
          ...(longest !== undefined && { longestWaitMs: longest }),
          ...(activity !== undefined && { activity }),
          evidence: joined(list.map(({ edge }) => edge.evidence)),
        },
      ];
    });
}

/**
 * One chain for each cause, ranked by the number of threads behind it times the longest wait. Threads that wait for work are
 * left out unless `includeLone` asks for them.
 */
export function findChains(graph: WaitGraph, options: ChainOptions = {}): WaitChain[] {
  const { nodes, edges } = graph;
  const waitTimeOf = (thread: ThreadReference) => options.waitTimeOf?.(thread);
  const sources: number[][] = nodes.map(() => []);
  edges.forEach((out, from) => {
    for (const { to } of out) sources[to]?.push(from);
  });
  const locked = new Map<number, { readonly nodes: readonly number[]; readonly brokenByTimeout: boolean }>();
  for (const deadlock of deadlocks(graph)) for (const node of deadlock.nodes) locked.set(node, deadlock);

  const targets = edges.map((out) => out.map(({ to }) => to));
  const components = stronglyConnected(nodes.length, (node) => targets[node] ?? []);
  const componentOf = new Int32Array(nodes.length);
  components.forEach((members, index) => {
    for (const member of members) componentOf[member] = index;
  });

  let memberships = FREE_MEMBERSHIPS + nodes.length * MEMBERSHIPS_PER_NODE;
  const ownersOf = (node: number) => {
    const described = nodes[node];
    return described?.kind === 'Lock' ? described.lock.owners.length : 0;
  };
  const chains: WaitChain[] = [];
  components.forEach((members, index) => {
    const [first = 0] = members;
    const node = nodes[first];
    const deadlock = locked.get(first);
    // A deadlock is a cause even where one of its threads also waits for something else.
    const isSink = members.every((member) =>
      (targets[member] ?? []).every((to) => componentOf[to] === index),
    );
    if (node === undefined || (!isSink && deadlock === undefined)) return;
    const root: ChainRoot =
      deadlock === undefined
        ? rootOf(graph, node, first, sources)
        : {
            kind: 'Deadlock',
            cycle: cycleOf(graph, deadlock.nodes),
            ...(deadlock.brokenByTimeout && { brokenByTimeout: true }),
          };
    const isSpent = memberships <= 0;
    const most = members.length + Math.max(LEAST_OF_A_CHAIN, memberships);
    const { distance, isCut: isShort } = behind(members, sources, most);
    memberships -= distance.size;
    let owners = 0;
    for (const at of distance.keys()) owners += ownersOf(at);
    const isCut = isShort || (isSpent && owners > OWNERS_OF_A_CUT_CHAIN);
    if (!isCut) memberships -= owners;
    const threads = [...distance.keys()].filter((at) => nodes[at]?.kind === 'Thread');
    if (threads.length === 0) return;
    if (options.includeLone !== true && isOrdinary(graph, root, threads)) return;
    const references = threads.flatMap((at) => {
      const described = nodes[at];
      return described?.kind === 'Thread' ? [described.thread] : [];
    });
    const times = new Map(references.map((thread) => [thread.address, waitTimeOf(thread) ?? -1]));
    const longest = [...times.values()].reduce((a, b) => Math.max(a, b), -1);
    chains.push({
      root,
      threads: references.sort((a, b) => (times.get(b.address) ?? 0) - (times.get(a.address) ?? 0)),
      ...(longest >= 0 && { longestWaitMs: longest }),
      links: linksOf(graph, distance, waitTimeOf),
      missingThreads: references.filter(({ inDump }) => !inDump),
      isCut,
    });
  });
  const weight = ({ threads, longestWaitMs = 0 }: WaitChain) => threads.length * (longestWaitMs + 1);
  const isDeadlock = ({ root }: WaitChain) => (root.kind === 'Deadlock' ? 1 : 0);
  return chains.sort(
    (a, b) => isDeadlock(b) - isDeadlock(a) || weight(b) - weight(a) || b.threads.length - a.threads.length,
  );
}
