import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stronglyConnected } from '../../../src/explain/graph/components.ts';
import { deadlocks } from '../../../src/explain/graph/deadlocks.ts';
import type { GraphEdge, GraphNode, WaitGraph } from '../../../src/explain/graph/wait-graph.ts';

/** A graph of threads alone: what each waits for, whether any of it is enough, and which edges a timeout ends. */
interface Plan {
  readonly any: readonly boolean[];
  readonly edges: readonly (readonly { readonly to: number; readonly isSoft: boolean }[])[];
}

const plans = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    any: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    edges: fc.array(fc.array(fc.record({ to: fc.nat(count - 1), isSoft: fc.boolean() }), { maxLength: 3 }), {
      minLength: count,
      maxLength: count,
    }),
  }),
);

const evidence = { class: 'Memory', basis: 'test' } as const;

function graphOf({ any, edges }: Plan): WaitGraph {
  const nodes = edges.map(
    (out, index) =>
      ({
        kind: 'Thread',
        thread: { address: BigInt(index + 1), inDump: true },
        wait: { waitType: any[index] ? 'Any' : 'All', objects: out },
      }) as unknown as GraphNode,
  );
  return {
    nodes,
    edges: edges.map((out) => out.map(({ to, isSoft }): GraphEdge => ({ to, isSoft, evidence }))),
    isAny: (node) => any[node] === true && (edges[node]?.length ?? 0) > 1,
    indexOfThread: () => undefined,
  };
}

/** Reachability by trying every path, without any of the algorithms under test. */
function reaches(
  edges: Plan['edges'],
  from: number,
  to: number,
  allowed: (node: number) => boolean,
): boolean {
  const seen = new Set<number>();
  const search = (node: number): boolean =>
    (edges[node] ?? []).some((edge) => {
      if (!allowed(edge.to)) return false;
      if (edge.to === to) return true;
      if (seen.has(edge.to)) return false;
      seen.add(edge.to);
      return search(edge.to);
    });
  return search(from);
}

/** Frees threads one by one until nothing changes: the meaning of AND and OR waits, naively. */
function stuckNodes({ any, edges }: Plan, withTimeouts: boolean): Set<number> {
  const free = new Set<number>();
  for (let changed = true; changed; ) {
    changed = false;
    edges.forEach((out, node) => {
      if (free.has(node)) return;
      const isAny = any[node] === true && out.length > 1;
      const canGo =
        out.length === 0 ||
        (withTimeouts && out.some(({ isSoft }) => isSoft)) ||
        (isAny ? out.some(({ to }) => free.has(to)) : out.every(({ to }) => free.has(to)));
      if (canGo) {
        free.add(node);
        changed = true;
      }
    });
  }
  return new Set(edges.map((_, node) => node).filter((node) => !free.has(node)));
}

describe('The graph of waits', () => {
  it('components of random graphs are the classes of mutual reachability', () => {
    fc.assert(
      fc.property(plans, ({ edges }) => {
        const components = stronglyConnected(edges.length, (node) => (edges[node] ?? []).map(({ to }) => to));
        expect(components.flat().sort((a, b) => a - b)).toEqual(edges.map((_, index) => index));
        const componentOf = new Map(
          components.flatMap((members, index) => members.map((node) => [node, index])),
        );
        for (let a = 0; a < edges.length; a += 1) {
          for (let b = 0; b < edges.length; b += 1) {
            if (a === b) continue;
            const mutual = reaches(edges, a, b, () => true) && reaches(edges, b, a, () => true);
            expect(componentOf.get(a) === componentOf.get(b)).toBe(mutual);
          }
        }
        // Sinks first: an edge never leads to a later component.
        edges.forEach((out, node) => {
          for (const { to } of out) {
            expect(componentOf.get(to) ?? 0).toBeLessThanOrEqual(componentOf.get(node) ?? 0);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('deadlocks of random graphs are the cycles among threads that nothing frees', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const stuck = stuckNodes(plan, false);
        const stuckForGood = stuckNodes(plan, true);
        const expected = plan.edges
          .map((_, node) => node)
          .filter((node) => stuck.has(node) && reaches(plan.edges, node, node, (each) => stuck.has(each)));
        const found = deadlocks(graphOf(plan));
        expect(found.flatMap(({ nodes }) => nodes).sort((a, b) => a - b)).toEqual(expected);
        for (const { nodes, brokenByTimeout } of found) {
          expect(brokenByTimeout).toBe(nodes.some((node) => !stuckForGood.has(node)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a chain of 200,000 waiters needs no deep stack', () => {
    const count = 200_000;
    const components = stronglyConnected(count, (node) => (node + 1 < count ? [node + 1] : []));
    expect(components).toHaveLength(count);
    expect(components[0]).toEqual([count - 1]);
  });
});
