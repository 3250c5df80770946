/**
 * The strongly connected components of a graph with the nodes 0 to `count` − 1, sinks first: every edge leads
 * to a component that comes earlier, or stays inside of its own. Tarjan's algorithm without recursion, so that a long
 * chain of waiters needs no deep stack. Linear in nodes and edges.
 */
export function stronglyConnected(
  count: number,
  targetsOf: (node: number) => readonly number[],
): readonly (readonly number[])[] {
  const UNSEEN = -1;
  const order = new Int32Array(count).fill(UNSEEN);
  const lowest = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  const components: number[][] = [];
  let next = 0;

  for (let start = 0; start < count; start += 1) {
    if (order[start] !== UNSEEN) continue;
    const path: { readonly node: number; readonly targets: readonly number[]; at: number }[] = [];
    const enter = (node: number) => {
      order[node] = next;
      lowest[node] = next;
      next += 1;
      open.push(node);
      isOpen[node] = 1;
      path.push({ node, targets: targetsOf(node), at: 0 });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = step.targets[step.at];
      if (target !== undefined) {
        step.at += 1;
        if (order[target] === UNSEEN) enter(target);
        else if (isOpen[target] === 1) {
          lowest[step.node] = Math.min(lowest[step.node] ?? 0, order[target] ?? 0);
        }
        continue;
      }
      path.pop();
      const { node } = step;
      const caller = path.at(-1)?.node;
      if (caller !== undefined) lowest[caller] = Math.min(lowest[caller] ?? 0, lowest[node] ?? 0);
      if (lowest[node] !== order[node]) continue;
      const members: number[] = [];
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        isOpen[member] = 0;
        members.push(member);
        if (member === node) break;
      }
      components.push(members);
    }
  }
  return components;
}
