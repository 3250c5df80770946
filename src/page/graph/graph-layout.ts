import { Graph, layout } from '@dagrejs/dagre';
import type { PageEdge, PageGraph, PageNode } from '../page-data.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly node: PageNode;
  readonly title: readonly string[];
  readonly lines: readonly string[];
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: PageEdge;
  readonly points: readonly Point[];
  /** Centre of the label. */
  readonly label: Point;
  readonly labelWidth: number;
}

export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const LINE_HEIGHT = 17;
export const PADDING = 12;
const CHARACTERS = 32;
const MAX_LINES = 3;
const NARROWEST_NODE = 96;
/** A graph that is wider than the page is drawn from top to bottom. */
const PAGE_WIDTH = 1120;

/** Width of a text in pixels, as the browser draws it. */
export type Measure = (text: string, isTitle: boolean) => number;

/** Breaks a text after spaces and path separators. A word that is longer than a line is cut where it has to be. */
export function broken(text: string, most = MAX_LINES): string[] {
  const lines = [''];
  for (const word of text.match(/[^ \\]*(?:\\+|\s|$)/g)?.filter((part) => part !== '') ?? []) {
    let rest = word;
    while (rest !== '') {
      const current = lines.at(-1) ?? '';
      if (current.length + rest.trimEnd().length <= CHARACTERS) {
        lines[lines.length - 1] = current + rest;
        rest = '';
      } else if (current === '') {
        lines[lines.length - 1] = rest.slice(0, CHARACTERS);
        rest = rest.slice(CHARACTERS);
        lines.push('');
      } else lines.push('');
    }
  }
  const whole = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (whole.length <= most) return whole;
  return [...whole.slice(0, most - 1), `${whole[most - 1]?.slice(0, CHARACTERS - 1)}…`];
}

/**
 * Places the nodes in layers, from left to right where the page is wide enough. The layers are dagre's: a layout of our own would
 * have to solve crossings and cycles again.
 */
export function placeGraph(graph: PageGraph, measure: Measure): PlacedGraph {
  const wide = place(graph, measure, 'LR');
  return wide.width <= PAGE_WIDTH ? wide : place(graph, measure, 'TB');
}

function place({ nodes, edges }: PageGraph, measure: Measure, direction: 'LR' | 'TB'): PlacedGraph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: 30, ranksep: 40, edgesep: 24, marginx: 3, marginy: 3 });
  const texts = new Map(
    nodes.map((node) => [
      node.id,
      { title: broken(node.title), lines: node.lines.flatMap((line) => broken(line)) },
    ]),
  );
  for (const { id } of nodes) {
    const { title = [], lines = [] } = texts.get(id) ?? {};
    const widths = [
      ...title.map((line) => measure(line, true)),
      ...lines.map((line) => measure(line, false)),
    ];
    graph.setNode(id, {
      width: Math.ceil(Math.max(...widths, NARROWEST_NODE)) + 2 * PADDING,
      height: (title.length + lines.length) * LINE_HEIGHT + 2 * PADDING - 4,
    });
  }
  for (const [index, { from, to, label }] of edges.entries()) {
    const size = { width: Math.ceil(measure(label, false)) + 10, height: 18, labelpos: 'c' };
    graph.setEdge({ v: from, w: to, name: String(index) }, size);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const placed = graph.node(node.id) as { x: number; y: number; width: number; height: number };
      const { title = [], lines = [] } = texts.get(node.id) ?? {};
      return {
        node,
        title,
        lines,
        x: placed.x - placed.width / 2,
        y: placed.y - placed.height / 2,
        width: placed.width,
        height: placed.height,
      };
    }),
    edges: edges.map((edge, index) => {
      const placed = graph.edge({ v: edge.from, w: edge.to, name: String(index) }) as {
        points: Point[];
        x: number;
        y: number;
      };
      return {
        edge,
        points: placed.points,
        label: { x: placed.x, y: placed.y },
        labelWidth: measure(edge.label, false),
      };
    }),
  };
}

/** A smooth path through the points: straight to the middle of each part, bent at each corner. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const parts = [`M${first.x},${first.y}`];
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined) parts.push(`L${point.x},${point.y}`);
    else parts.push(`Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`);
  }
  return parts.join(' ');
}
