import { stronglyConnected } from './components.ts';
import type { WaitGraph } from './wait-graph.ts';

/**
 * Nodes that nothing outside can set free: every way on leads to another such node. A node that needs all of its edges
 * is free when all their targets are; a node that needs any is free when one is; a node without edges is free. With
 * `withTimeouts`, a timeout frees its thread. The greatest set that nothing frees; linear in nodes and edges.
 */
function unfreeable(graph: WaitGraph, withTimeouts: boolean): Uint8Array {
  const { nodes, edges } = graph;
  const isFree = new Uint8Array(nodes.length);
  const left = new Int32Array(nodes.length);
  const sources: number[][] = nodes.map(() => []);
  const ready: number[] = [];
  edges.forEach((out, from) => {
    for (const { to } of out) sources[to]?.push(from);
    const described = nodes[from];
    // An alternative without an edge (the thread's own timer) frees a thread that needs any.
    const objects = described?.kind === 'Thread' ? (described.wait?.objects.length ?? 0) : 0;
    const escapes = graph.isAny(from) && objects > out.length;
    left[from] = graph.isAny(from) ? Math.min(1, out.length) : out.length;
    if (out.length === 0 || escapes || (withTimeouts && out.some(({ isSoft }) => isSoft))) ready.push(from);
  });
  for (const node of ready) isFree[node] = 1;
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const from of sources[node] ?? []) {
      if (isFree[from] === 1) continue;
      left[from] = (left[from] ?? 0) - 1;
      if ((left[from] ?? 0) > 0) continue;
      isFree[from] = 1;
      ready.push(from);
    }
  }
  return isFree.map((free) => 1 - free);
}

export interface Deadlock {
  /** Numbers of the nodes, threads and locks. */
  readonly nodes: readonly number[];
  /** A timeout of one of its threads will break it. */
  readonly brokenByTimeout: boolean;
}

/**
 * Deadlocks: strongly connected components of at least one thread that nothing outside can free. A thread that
 * waits for what it holds itself is one. A cycle that a timeout will break is reported as such.
 */
export function deadlocks(graph: WaitGraph): readonly Deadlock[] {
  const stuck = unfreeable(graph, false);
  const stuckForGood = unfreeable(graph, true);
  const targets = graph.edges.map((out) => out.map(({ to }) => to));
  const within = (node: number) =>
    stuck[node] === 1 ? (targets[node] ?? []).filter((to) => stuck[to] === 1) : [];
  return stronglyConnected(graph.nodes.length, within)
    .filter((nodes) => {
      const [first = 0] = nodes;
      const isCycle = nodes.length > 1 || within(first).includes(first);
      return isCycle && nodes.some((node) => graph.nodes[node]?.kind === 'Thread');
    })
    .map((nodes) => ({
      nodes: [...nodes].sort((a, b) => a - b),
      brokenByTimeout: nodes.some((node) => stuckForGood[node] === 0),
    }));
}
