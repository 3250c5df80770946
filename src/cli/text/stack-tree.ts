import type { StackTree, StackTreeNode } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { durationText } from '../../contract/time.ts';
import { wrapText } from '../../contract/wrap-text.ts';
import type { Paint } from './paint.ts';

/** Ids that are shown; a person looks at one or two of them. */
const MOST_IDS = 12;
const WIDTH = 78;

/** Whether each node has a brother below it, so that the line beside its children goes on. */
function brothers(nodes: readonly StackTreeNode[]): boolean[] {
  const found: boolean[] = [];
  /** By depth, whether a node of the same parent was met; from the end of the list. */
  const met: boolean[] = [];
  for (const { depth } of nodes.toReversed()) {
    found.push(met[depth] === true);
    met.length = depth;
    met[depth] = true;
  }
  return found.reverse();
}

/** What is under the last function of a branch: the threads, what they wait for, since when. */
function endText({ threadIds = [], waitingFor, longestWaitMs }: StackTreeNode): string | undefined {
  if (threadIds.length === 0) return undefined;
  const isOne = threadIds.length === 1;
  const ids = threadIds.slice(0, MOST_IDS).join(', ');
  const more = threadIds.length > MOST_IDS ? ', …' : '';
  const waits = waitingFor === undefined ? '' : ` ${isOne ? 'waits' : 'wait'} for ${waitingFor}`;
  const longest = longestWaitMs === undefined ? '' : `, longest ${durationText(longestWaitMs)}`;
  return harmless(`${isOne ? 'thread' : 'threads'} ${ids}${more}${waits}${longest}`);
}

function functionText(text: string, paint: Paint): string {
  const shown = harmless(text);
  const end = shown.search(/[!+]/);
  // The kernel's own functions are how any thread waits; drivers are what to look at.
  return end < 0 || shown.startsWith('nt!') || shown.startsWith('nt+')
    ? shown
    : `${paint.module(shown.slice(0, end))}${shown.slice(end)}`;
}

/** A tree for a person, the answer first: a branch for each way on, with the number of its threads. */
export function stackTreeText(tree: StackTree, paint: Paint): string {
  const { nodes, threadCount, answer } = tree;
  const width = Math.max(1, ...nodes.map(({ count }) => String(count).length));
  const lines = [
    ...answer.flatMap((sentence) => [...wrapText(harmless(sentence), WIDTH).map(paint.answer), '']),
    `${threadCount} ${threadCount === 1 ? 'thread' : 'threads'}`,
  ];
  // By depth, what is drawn beside the children of the node there.
  const beside: string[] = [];
  const goOn = brothers(nodes);
  nodes.forEach((node, index) => {
    const goesOn = goOn[index] === true;
    const before = beside.slice(0, node.depth).join('');
    const [first = '', ...others] = node.functions;
    const count = String(node.count).padStart(width);
    lines.push(`${before}${goesOn ? '├─' : '└─'} ${paint.count(count)} ${functionText(first, paint)}`);
    beside[node.depth] = goesOn ? '│  ' : '   ';
    const isFork = (nodes[index + 1]?.depth ?? 0) > node.depth;
    const indent = `${before}${beside[node.depth]}${isFork ? '│'.padEnd(width) : ' '.repeat(width)} `;
    for (const name of others) lines.push(`${indent}${functionText(name, paint)}`);
    const end = endText(node);
    if (end !== undefined) lines.push(`${indent}${paint.note(end)}`);
  });
  return ['', ...lines, ''].join('\n');
}
