import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PageData, PageThread } from '../page-data.ts';
import { Section } from '../parts/section.tsx';
import type { PageSelection } from '../selection.ts';
import { counted } from '../words.ts';
import {
  filtered,
  NO_FILTER,
  type Order,
  processText,
  searchTexts,
  sorted,
  stateText,
  type ThreadFilter,
} from './thread-rows.ts';
import { ThreadTable } from './thread-table.tsx';

/** Rows that are drawn before more are asked for: a large report opens as fast as a small one. */
const PAGE = 50;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, values, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">any</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

const distinct = (threads: readonly PageThread[], of: (thread: PageThread) => string): string[] =>
  [...new Set(threads.map(of))].filter((value) => value !== '').sort();

interface Props {
  readonly data: PageData;
  readonly place: RefObject<HTMLElement | null>;
  readonly selection?: PageSelection;
  readonly onClear: () => void;
}

export function ThreadSection({ data, place, selection, onClear }: Props) {
  const [filter, setFilter] = useState<ThreadFilter>(NO_FILTER);
  const [order, setOrder] = useState<Order>({ column: 'wait', isDown: true });
  const [limit, setLimit] = useState(PAGE);
  const textOf = useMemo(() => searchTexts(data), [data]);
  const processes = useMemo(() => distinct(data.threads, processText), [data]);
  const states = useMemo(() => distinct(data.threads, stateText), [data]);
  const rows = useMemo(
    () => sorted(data, filtered(data, filter, selection?.threads, textOf), order),
    [data, filter, selection, order, textOf],
  );
  const change = (part: Partial<ThreadFilter>) => {
    setFilter({ ...filter, ...part });
    setLimit(PAGE);
  };
  const shown = rows.slice(0, limit);
  const isFiltered = selection !== undefined || JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const hasIdle = data.threads.some(({ isIdle }) => isIdle);
  return (
    <Section id="threads" title="Threads" place={place}>
      <div class="controls">
        <label>
          Filter{' '}
          <input
            type="search"
            name="filter-threads"
            placeholder="id, process, file, function…"
            value={filter.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        </label>
        <Choice
          label="Process"
          value={filter.process}
          values={processes}
          onChange={(process) => change({ process })}
        />
        <Choice label="State" value={filter.state} values={states} onChange={(state) => change({ state })} />
        {data.causes.length > 0 && (
          <Choice
            label="Cause"
            value={filter.cause}
            values={data.causes.map(({ rank }) => String(rank))}
            onChange={(cause) => change({ cause })}
          />
        )}
        {hasIdle && (
          <label>
            <input
              type="checkbox"
              checked={filter.includesIdle}
              onChange={(event) => change({ includesIdle: event.currentTarget.checked })}
            />{' '}
            idle workers
          </label>
        )}
        {isFiltered && (
          <button
            type="button"
            onClick={() => {
              change(NO_FILTER);
              onClear();
            }}
          >
            Clear
          </button>
        )}
      </div>
      <p class="note" aria-live="polite">
        {counted(rows.length, 'thread')} of {data.threads.length.toLocaleString('en-US')}
        {selection !== undefined && (
          <>
            , chosen: <strong>{selection.label}</strong>
          </>
        )}
        {shown.length < rows.length && `; the first ${shown.length} are shown`}
      </p>
      <ThreadTable data={data} rows={shown} order={order} onOrder={setOrder} />
      {shown.length < rows.length && (
        <p class="more">
          <button type="button" onClick={() => setLimit(limit + 4 * PAGE)}>
            Show {Math.min(4 * PAGE, rows.length - shown.length)} more
          </button>{' '}
          <button type="button" onClick={() => setLimit(rows.length)}>
            Show all {rows.length.toLocaleString('en-US')}
          </button>
        </p>
      )}
    </Section>
  );
}
