import { useMemo, useState } from 'preact/hooks';
import type { PageData, ThreadIndex } from '../page-data.ts';
import { Section } from '../parts/section.tsx';
import type { ShowThreads } from '../selection.ts';
import { counted, duration, percent } from '../words.ts';
import { FlameGraph } from './flame-graph.tsx';
import { moduleColours } from './module-colours.ts';
import { matchedWeight, type StackNode, stackTree, type Weight, weightOf } from './stack-tree.ts';

interface Scope {
  readonly id: string;
  readonly title: string;
  readonly threads: readonly ThreadIndex[];
}

function scopesOf({ threads, causes }: PageData): readonly Scope[] {
  const where = (is: (thread: PageData['threads'][number]) => boolean) =>
    threads.flatMap((thread, index) => (thread.stack !== undefined && is(thread) ? [index] : []));
  const all: Scope[] = [
    { id: 'busy', title: 'all but idle workers', threads: where(({ isIdle }) => !isIdle) },
    { id: 'all', title: 'all threads', threads: where(() => true) },
    ...causes.map(({ rank }) => ({
      id: `cause-${rank}`,
      title: `cause ${rank}`,
      threads: where(({ causes: ranks = [] }) => ranks.includes(rank)),
    })),
  ];
  return all.filter(({ threads: members }, index) => index === 0 || members.length > 0);
}

function Legend({ data, colours }: { readonly data: PageData; readonly colours: readonly string[] }) {
  const rows = data.modules
    .map(({ name }, index) => ({ name, colour: colours[index] ?? '' }))
    .sort((a, b) => (a.colour < b.colour ? -1 : 1));
  const foreign = rows.filter(({ colour }) => colour === 'foreign');
  const shown = [...foreign, ...rows.filter(({ colour }) => colour !== 'foreign')].slice(0, 14);
  return (
    <ul class="colour-legend" aria-label="Colours of modules">
      {shown.map(({ name, colour }) => (
        <li key={name}>
          <span class={`swatch ${colour}`} />
          {name}
          {colour === 'foreign' && <span class="muted"> (not Microsoft)</span>}
        </li>
      ))}
      {rows.length > shown.length && <li class="muted">{rows.length - shown.length} more</li>}
    </ul>
  );
}

interface Props {
  readonly data: PageData;
  readonly onShow: ShowThreads;
}

export function FlameSection({ data, onShow }: Props) {
  const scopes = useMemo(() => scopesOf(data), [data]);
  const colours = useMemo(() => moduleColours(data), [data]);
  const [scopeId, setScope] = useState('busy');
  const [weight, setWeight] = useState<Weight>(data.weight ?? 'threads');
  const [query, setQuery] = useState('');
  const [focus, setFocus] = useState<StackNode>();
  const [current, setCurrent] = useState<StackNode>();

  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const root = useMemo(() => stackTree(data, scope?.threads ?? []), [data, scope]);
  const words = query.trim().toLowerCase();
  const nameOf = ({ frame = -1 }: StackNode) => data.frames[frame]?.name ?? 'all stacks';
  const matches = (node: StackNode) => words !== '' && nameOf(node).toLowerCase().includes(words);
  const choose = (id: string) => {
    setScope(id);
    setFocus(undefined);
    setCurrent(undefined);
  };
  const found = words === '' ? 0 : matchedWeight(root, matches, weight);
  const whole = weightOf(root, weight);
  const shown = current ?? focus ?? root;
  const hasWaits = data.threads.some(({ waitMs }) => waitMs !== undefined);
  return (
    <Section
      id="stacks"
      title="Kernel stacks"
      note={`Callers above, what they call below; the wider, the ${weight === 'threads' ? 'more threads' : 'longer the wait of all threads together'}. A click or Enter zooms in, Escape shows the whole again, arrow keys move.`}
    >
      <div class="controls">
        <label>
          Threads of{' '}
          <select value={scopeId} onChange={(event) => choose(event.currentTarget.value)}>
            {scopes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {hasWaits && (
          <label>
            Width is{' '}
            <select value={weight} onChange={(event) => setWeight(event.currentTarget.value as Weight)}>
              <option value="threads">number of threads</option>
              <option value="wait">time waited</option>
            </select>
          </label>
        )}
        <label>
          Find{' '}
          <input
            type="search"
            name="find-frame"
            placeholder="function or module"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <output aria-live="polite">
          {words !== '' &&
            `${weight === 'threads' ? counted(found, 'thread') : duration(found)} (${percent(found, whole)})`}
        </output>
        {focus !== undefined && (
          <button type="button" onClick={() => setFocus(undefined)}>
            Whole picture
          </button>
        )}
      </div>
      {whole === 0 ? (
        <p class="empty">No thread of this choice has {weight === 'wait' ? 'waited' : 'a stack'}.</p>
      ) : (
        <FlameGraph
          root={root}
          focus={focus ?? root}
          current={shown}
          weight={weight}
          nameOf={nameOf}
          colourOf={({ frame = -1 }) => colours[data.frames[frame]?.module ?? -1] ?? 'unnamed'}
          isGuess={({ frame = -1 }) => data.frames[frame]?.isGuess === true}
          isMatch={words === '' ? undefined : matches}
          onCurrent={setCurrent}
          onZoom={(node) => {
            setFocus(node === root ? undefined : node);
            setCurrent(node);
          }}
        />
      )}
      <p class="frame-facts">
        <span class="code">{nameOf(shown)}</span>
        <span>
          {counted(shown.threads.length, 'thread')} ({percent(shown.threads.length, root.threads.length)})
        </span>
        {hasWaits && <span>{duration(shown.waitMs)} waited</span>}
        <button type="button" class="quiet" onClick={() => onShow(nameOf(shown), shown.threads)}>
          Show in the table
        </button>
      </p>
      <Legend data={data} colours={colours} />
    </Section>
  );
}
