import type { PageData, ThreadIndex } from '../page-data.ts';

/** A function in its place: below the same callers it is one node, however many threads are in it. */
export interface StackNode {
  /** Position in `PageData.frames`; undefined for the root. */
  readonly frame?: number;
  readonly parent?: StackNode;
  readonly children: readonly StackNode[];
  readonly depth: number;
  readonly threads: readonly ThreadIndex[];
  /** Sum of the waits of its threads, in milliseconds. */
  readonly waitMs: number;
}

export type Weight = 'threads' | 'wait';

export const weightOf = (node: StackNode, weight: Weight): number =>
  weight === 'threads' ? node.threads.length : node.waitMs;

interface Growing {
  frame?: number;
  parent?: Growing;
  children: Growing[];
  depth: number;
  threads: ThreadIndex[];
  waitMs: number;
}

/** Frames that are guesses count where a stack has nothing else: the rule by which the program groups stacks, so that totals agree. */
function countedFrames({ stacks, frames }: PageData, stack: number | undefined): readonly number[] {
  const all = stacks[stack ?? -1]?.frames ?? [];
  const sure = all.filter((frame) => !frames[frame]?.isGuess);
  return sure.length > 1 ? sure : all;
}

/** Merges the stacks of threads from the outermost frame on. Children are sorted by name, so that the picture stays calm. */
export function stackTree(data: PageData, threads: Iterable<ThreadIndex>): StackNode {
  const root: Growing = { children: [], depth: 0, threads: [], waitMs: 0 };
  const byFrame = new Map<Growing, Map<number, Growing>>();
  for (const index of threads) {
    const thread = data.threads[index];
    if (thread === undefined) continue;
    const frames = countedFrames(data, thread.stack);
    if (frames.length === 0) continue;
    const add = (node: Growing) => {
      node.threads.push(index);
      node.waitMs += thread.waitMs ?? 0;
    };
    let node = root;
    add(node);
    for (const frame of frames.toReversed()) {
      const known = byFrame.get(node) ?? new Map<number, Growing>();
      byFrame.set(node, known);
      let next = known.get(frame);
      if (next === undefined) {
        next = { frame, parent: node, children: [], depth: node.depth + 1, threads: [], waitMs: 0 };
        known.set(frame, next);
        node.children.push(next);
      }
      add(next);
      node = next;
    }
  }
  const name = ({ frame = -1 }: Growing) => data.frames[frame]?.name ?? '';
  for (const node of byFrame.keys()) node.children.sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return root;
}

/** Weight of all nodes whose name holds the text, none counted twice. */
export function matchedWeight(
  root: StackNode,
  matches: (node: StackNode) => boolean,
  weight: Weight,
): number {
  const open: StackNode[] = [root];
  let sum = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.frame !== undefined && matches(node)) sum += weightOf(node, weight);
    else open.push(...node.children);
  }
  return sum;
}

export interface Bar {
  readonly node: StackNode;
  /** Fractions of the width of the picture. */
  readonly left: number;
  readonly width: number;
  /** Row from the top. */
  readonly row: number;
  /** A caller of what the picture is zoomed to. */
  readonly isCaller: boolean;
}

/** What is narrower cannot be seen or hit; the node above still counts it. */
const NARROWEST = 0.0012;

/** The place of each bar in a picture that is zoomed to one node. */
export function barsOf(focus: StackNode, weight: Weight): readonly Bar[] {
  const bars: Bar[] = [];
  const callers: StackNode[] = [];
  for (let node = focus.parent; node !== undefined; node = node.parent) callers.unshift(node);
  for (const [row, node] of callers.entries()) bars.push({ node, left: 0, width: 1, row, isCaller: true });
  const open: { node: StackNode; left: number; width: number }[] = [{ node: focus, left: 0, width: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, left, width } = next;
    bars.push({ node, left, width, row: node.depth, isCaller: false });
    const whole = weightOf(node, weight);
    let at = left;
    for (const child of node.children) {
      const part = whole === 0 ? 0 : (width * weightOf(child, weight)) / whole;
      if (part >= NARROWEST) open.push({ node: child, left: at, width: part });
      at += part;
    }
  }
  return bars;
}
