import type { StackTree, StackTreeNode } from '../../contract/generated/types.ts';
import type { MergedNode } from '../../stack/merged-tree.ts';
import type { StackWait } from './stack-wait.ts';

/** A thread at the end of its branch. */
export interface TreeThread {
  readonly threadId: number | undefined;
  readonly wait: StackWait | undefined;
}

/** What most of the threads wait for; of equals the first met. */
function mostFrequent(threads: readonly TreeThread[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { wait } of threads)
    if (wait?.waitingFor !== undefined) counts.set(wait.waitingFor, (counts.get(wait.waitingFor) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function nodeRecords(
  { functions, count, members, children }: MergedNode<TreeThread>,
  depth: number,
): StackTreeNode[] {
  const waitingFor = mostFrequent(members);
  const longest = members.reduce((most, { wait }) => Math.max(most, wait?.waitTimeMs ?? -1), -1);
  const own: StackTreeNode = {
    depth,
    count,
    functions: [...functions],
    ...(members.length > 0 && { threadIds: members.flatMap(({ threadId }) => threadId ?? []) }),
    ...(waitingFor !== undefined && { waitingFor }),
    ...(longest >= 0 && { longestWaitMs: longest }),
  };
  return [own, ...children.flatMap((child) => nodeRecords(child, depth + 1))];
}

/** The contract's record of a tree. */
export function stackTreeRecord(
  roots: readonly MergedNode<TreeThread>[],
  answer: readonly string[],
  simulated: boolean,
): StackTree {
  return {
    threadCount: roots.reduce((sum, { count }) => sum + count, 0),
    ...(simulated ? { simulated } : {}),
    answer: [...answer],
    nodes: roots.flatMap((root) => nodeRecords(root, 0)),
  };
}
