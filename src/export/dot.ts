import { harmless } from '../contract/harmless.ts';
import type { ExportModel } from './model.ts';
import { type PictureNode, waitPicture } from './wait-graph.ts';

/** dot lays thousands of edges out, but no person reads them. */
const LIMITS = { waiters: 10, edges: 2000 };

const SHAPES: Readonly<Record<PictureNode['kind'], string>> = {
  Thread: 'box',
  Threads: 'box3d',
  Lock: 'ellipse',
  Request: 'note',
  Process: 'component',
  Object: 'diamond',
};

/** A quoted string of DOT. A backslash is doubled, because `\n` and `\N` mean something in labels. */
const quoted = (text: string) => `"${harmless(text).replace(/[\\"]/g, '\\$&')}"`;
/** Several lines in one label. */
const label = (lines: readonly string[]) =>
  `"${lines.map((line) => harmless(line).replace(/[\\"]/g, '\\$&')).join('\\n')}"`;

function nodeLine({ id, kind, lines, isCycle, isRoot }: PictureNode): string {
  const marks = isCycle ? ', color="#c00000", fontcolor="#c00000", penwidth=2' : isRoot ? ', penwidth=2' : '';
  return `  ${id} [label=${label(lines)}, shape=${SHAPES[kind]}${marks}];`;
}

/**
 * The graph of waits in the language of Graphviz: threads are boxes, locks ellipses; an edge leads from a waiter to what it waits for,
 * and from a lock to its holders. Deadlocks are red. More than ten threads that wait alike become one box.
 */
export function writeDot(model: ExportModel): string {
  const { nodes, edges, omitted } = waitPicture(model, LIMITS);
  const left = omitted === 0 ? [] : [`  label=${quoted(`${omitted} more causes are not drawn`)};`];
  return [
    'digraph waits {',
    '  rankdir=LR;',
    '  node [fontname="sans-serif", fontsize=10];',
    '  edge [fontname="sans-serif", fontsize=9];',
    ...left,
    ...nodes.map(nodeLine),
    ...edges.map(({ from, to, label: text, isCycle }) => {
      const red = isCycle ? ', color="#c00000", fontcolor="#c00000", penwidth=2' : '';
      return `  ${from} -> ${to} [label=${quoted(text)}${red}];`;
    }),
    '}',
    '',
  ].join('\n');
}
