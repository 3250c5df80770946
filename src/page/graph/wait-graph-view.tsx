import { useMemo } from 'preact/hooks';
import type { PageGraph } from '../page-data.ts';
import type { ShowThreads } from '../selection.ts';
import {
  LINE_HEIGHT,
  type Measure,
  PADDING,
  type PlacedEdge,
  type PlacedNode,
  pathThrough,
  placeGraph,
} from './graph-layout.ts';

const KINDS: Record<string, string> = {
  Threads: 'threads',
  Lock: 'lock',
  Request: 'I/O request',
  Driver: 'driver',
  Process: 'process',
  Object: 'object',
  Missing: 'not in the dumps',
};

function Node({ placed, onShow }: { readonly placed: PlacedNode; readonly onShow: ShowThreads }) {
  const { node, title, lines, x, y, width, height } = placed;
  const threads = node.threads ?? [];
  const classes = ['node', node.kind.toLowerCase(), node.isInCycle ? 'cycle' : '', node.isRoot ? 'root' : ''];
  const body = (
    <>
      <title>{[node.title, ...node.lines].join('\n')}</title>
      <rect width={width} height={height} rx={node.kind === 'Lock' ? 16 : 6} />
      {[...title, ...lines].map((line, index) => (
        <text
          key={index}
          class={index < title.length ? 'node-title' : 'node-line'}
          x={width / 2}
          y={PADDING + 10 + index * LINE_HEIGHT}
        >
          {`${line} `}
        </text>
      ))}
    </>
  );
  const place = `translate(${x} ${y})`;
  if (threads.length === 0) {
    return (
      <g class={classes.join(' ')} transform={place}>
        {body}
      </g>
    );
  }
  const show = () => onShow(node.title, threads);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      class={`${classes.join(' ')} choice`}
      transform={place}
      role="button"
      tabIndex={0}
      aria-label={`${[...title, ...lines].join(' ')}: show in the table of threads`}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        show();
      }}
    >
      {body}
    </g>
  );
}

function Edge({ placed }: { readonly placed: PlacedEdge }) {
  const { edge, points, label, labelWidth } = placed;
  return (
    <g class={edge.isInCycle ? 'edge cycle' : `edge ${edge.evidence.toLowerCase()}`}>
      <path d={pathThrough(points)} marker-end={edge.isInCycle ? 'url(#arrow-cycle)' : 'url(#arrow)'} />
      <rect
        class="edge-label"
        x={label.x - labelWidth / 2 - 4}
        y={label.y - 9}
        width={labelWidth + 8}
        height={18}
      />
      <text x={label.x} y={label.y + 4}>
        {edge.label}
        <title>{edge.evidence}</title>
      </text>
    </g>
  );
}

function Arrow({ id }: { readonly id: string }) {
  return (
    <marker id={id} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0,1 L9,5 L0,9 z" />
    </marker>
  );
}

/** Measures texts in the font of an element, in the sizes of the style sheet. */
function measureWith(element: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  return (text, isTitle) => {
    if (context === null) return text.length * 8;
    context.font = isTitle ? `600 13px ${family}` : `12px ${family}`;
    return context.measureText(text).width;
  };
}

interface Props {
  readonly graph: PageGraph;
  readonly label: string;
  readonly onShow: ShowThreads;
}

/** Threads, what they wait for, and its owners. The text under it has the same in words. */
export function WaitGraphView({ graph, label, onShow }: Props) {
  const placed = useMemo(() => placeGraph(graph, measureWith(document.body)), [graph]);
  if (graph.nodes.length === 0) return null;
  const kinds = [...new Set(graph.nodes.map(({ kind }) => KINDS[kind] ?? kind))].join(', ');
  const { width, height } = placed;
  return (
    <figure class="graph">
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="scroll" aria-label={label} tabIndex={0}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons is no fieldset */}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          aria-label={`${label}: ${kinds}`}
          role="group"
        >
          <defs>
            <Arrow id="arrow" />
            <Arrow id="arrow-cycle" />
          </defs>
          {placed.edges.map((each) => (
            <Edge key={`${each.edge.from} ${each.edge.to} ${each.edge.label}`} placed={each} />
          ))}
          {placed.nodes.map((each) => (
            <Node key={each.node.id} placed={each} onShow={onShow} />
          ))}
        </svg>
      </section>
    </figure>
  );
}
