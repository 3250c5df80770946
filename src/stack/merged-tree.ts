/** Stacks merged from the outermost function on: what several have in common is there once. */
export interface MergedNode<T> {
  /** Called one after the other by all of these threads, the outermost first. */
  readonly functions: readonly string[];
  /** Threads that go through here. */
  readonly count: number;
  /** Members whose stacks end here, in the order in which they were added. */
  readonly members: readonly T[];
  /** The one of most threads first. */
  readonly children: readonly MergedNode<T>[];
}

interface Branch<T> {
  count: number;
  readonly members: T[];
  readonly children: Map<string, Branch<T>>;
}

export interface TreeMerger<T> {
  /** @param functions outermost first, at least one */
  add(functions: readonly string[], member: T): void;
  roots(): readonly MergedNode<T>[];
}

const newBranch = <T>(): Branch<T> => ({ count: 0, members: [], children: new Map() });

/** Functions with one way on are one node; so the depth of the tree is that of its forks, which bounds the recursion by the frames of a stack. */
function mergedNodes<T>(children: ReadonlyMap<string, Branch<T>>): MergedNode<T>[] {
  return [...children]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([name, branch]) => {
      const functions = [name];
      let last = branch;
      for (;;) {
        const [only, ...others] = last.children;
        if (only === undefined || others.length > 0 || last.members.length > 0) break;
        functions.push(only[0]);
        last = only[1];
      }
      return { functions, count: branch.count, members: last.members, children: mergedNodes(last.children) };
    });
}

/** Merges stacks. What it holds grows with the number of different functions in place, and of members. */
export function treeMerger<T>(): TreeMerger<T> {
  const root = newBranch<T>();
  return {
    add(functions, member) {
      let at = root;
      for (const name of functions) {
        const next = at.children.get(name) ?? newBranch<T>();
        at.children.set(name, next);
        next.count += 1;
        at = next;
      }
      at.members.push(member);
    },
    roots: () => mergedNodes(root.children),
  };
}
