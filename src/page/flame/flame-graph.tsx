import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { counted, duration } from '../words.ts';
import { type Bar, barsOf, type StackNode, type Weight } from './stack-tree.ts';

/*
 * An icicle of our own. d3-flame-graph, the usual library, has no keyboard and no roles for assistive programs, draws its labels
 * in one fixed colour, and brings eight modules of d3; what is left after replacing these is the layout in stack-tree.ts.
 */

/** Height of a row in pixels, as the style sheet has it. */
const ROW = 21;

interface Props {
  readonly root: StackNode;
  readonly focus: StackNode;
  /** The node with the keyboard. */
  readonly current: StackNode;
  readonly weight: Weight;
  readonly nameOf: (node: StackNode) => string;
  readonly colourOf: (node: StackNode) => string;
  readonly isGuess: (node: StackNode) => boolean;
  readonly isMatch: ((node: StackNode) => boolean) | undefined;
  readonly onCurrent: (node: StackNode) => void;
  readonly onZoom: (node: StackNode) => void;
}

const weightText = (node: StackNode, weight: Weight): string =>
  weight === 'threads' ? counted(node.threads.length, 'thread') : duration(node.waitMs);

/** Where an arrow key leads among the bars that are drawn. */
function neighbour(bars: readonly Bar[], from: StackNode, key: string): StackNode | undefined {
  const here = bars.find(({ node }) => node === from);
  if (here === undefined) return bars[0]?.node;
  const onRow = (row: number) => bars.filter((bar) => bar.row === row).sort((a, b) => a.left - b.left);
  switch (key) {
    case 'ArrowUp':
      return from.parent;
    case 'ArrowDown':
      // The widest of those it calls.
      return bars.filter(({ node }) => node.parent === from).sort((a, b) => b.width - a.width)[0]?.node;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const row = onRow(here.row);
      return row[row.indexOf(here) + (key === 'ArrowRight' ? 1 : -1)]?.node;
    }
    case 'Home':
      return bars[0]?.node;
    default:
      return undefined;
  }
}

export function FlameGraph(props: Props) {
  const { root, focus, current, weight, nameOf, colourOf, isGuess, isMatch, onCurrent, onZoom } = props;
  const bars = useMemo(() => barsOf(focus, weight), [focus, weight]);
  const place = useRef<HTMLDivElement>(null);
  const followsKeys = useRef(false);
  const holder = bars.some(({ node }) => node === current) ? current : focus;

  // At once: the next key press may come before an effect that waits for the screen.
  useLayoutEffect(() => {
    if (!followsKeys.current) return;
    followsKeys.current = false;
    place.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: false });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') onZoom(holder);
    else if (event.key === 'Escape') onZoom(root);
    else if (event.key === 'Backspace') onZoom(focus.parent ?? focus);
    else {
      const next = neighbour(bars, holder, event.key);
      if (next === undefined) return;
      onCurrent(next);
    }
    followsKeys.current = true;
    event.preventDefault();
  };
  const rows = Math.max(...bars.map(({ row }) => row)) + 1;
  return (
    <div
      class="flame"
      role="tree"
      aria-label="Merged kernel stacks"
      ref={place}
      style={{ height: `${rows * ROW}px` }}
      onKeyDown={onKeyDown}
    >
      {bars.map(({ node, left, width, row, isCaller }) => {
        const name = nameOf(node);
        const isFound = isMatch?.(node);
        const classes = [
          'bar',
          node.frame === undefined ? 'all' : colourOf(node),
          isCaller ? 'caller' : '',
          isGuess(node) ? 'guessed' : '',
          isFound === undefined ? '' : isFound ? 'found' : 'other',
          node === holder ? 'current' : '',
        ];
        const words = `${name}${isGuess(node) ? ' (a guess)' : ''}, ${weightText(node, weight)}`;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all bars
          <div
            key={`${row} ${left.toFixed(5)}`}
            class={classes.join(' ')}
            role="treeitem"
            aria-level={row + 1}
            aria-selected={node === holder}
            aria-label={words}
            title={words}
            tabIndex={node === holder ? 0 : -1}
            style={{ left: `${left * 100}%`, width: `${width * 100}%`, top: `${row * ROW}px` }}
            onClick={() => onZoom(node)}
            onFocus={() => onCurrent(node)}
          >
            {width > 0.012 ? name : ''}
          </div>
        );
      })}
    </div>
  );
}
