import { Component } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { PageData, ThreadIndex } from '../page-data.ts';
import { duration } from '../words.ts';
import { ThreadDetail } from './thread-detail.tsx';
import { type Order, type RowColumn, stateText } from './thread-rows.ts';

const COLUMNS: readonly { readonly id: RowColumn; readonly title: string; readonly isNumber?: boolean }[] = [
  { id: 'thread', title: 'Thread', isNumber: true },
  { id: 'process', title: 'Process' },
  { id: 'state', title: 'State' },
  { id: 'wait', title: 'Waited', isNumber: true },
  { id: 'waitingFor', title: 'Waits for' },
  { id: 'heldBy', title: 'Held by' },
  { id: 'doing', title: 'In' },
  { id: 'cause', title: 'Cause', isNumber: true },
];

interface RowProps {
  readonly data: PageData;
  readonly index: ThreadIndex;
  readonly isOpen: boolean;
  readonly onToggle: (index: ThreadIndex) => void;
}

function RowCells({ data, index, isOpen, onToggle }: RowProps) {
  const thread = data.threads[index];
  if (thread === undefined) return null;
  const { threadId, address, process, processId, waitMs, waitingFor, heldBy, doing, causes } = thread;
  const { waitEvidence, requests: [request] = [] } = thread;
  const detail = `thread-${index}`;
  return (
    <>
      <tr class={isOpen ? 'open' : ''}>
        <th scope="row" class="number">
          <button
            type="button"
            class="disclose"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': detail } : {})}
            onClick={() => onToggle(index)}
          >
            {threadId ?? address}
          </button>
        </th>
        <td>
          {process ?? <span class="muted">unknown</span>}
          {processId !== undefined && <span class="muted"> {processId}</span>}
        </td>
        <td>{stateText(thread)}</td>
        <td class="number">{waitMs === undefined ? '' : duration(waitMs)}</td>
        <td class="text wide">
          {waitingFor}
          {/* A guess is not the last word where a request is known. */}
          {waitEvidence === 'Guess' && request !== undefined && (
            <span class="muted">
              {' '}
              (has {request.function} at {request.driver ?? 'a driver'})
            </span>
          )}
        </td>
        <td class="text">{heldBy?.join(', ')}</td>
        <td class="code text">{doing?.replace(/\+0x[0-9a-f]+$/, '')}</td>
        <td class="number">{causes?.join(', ')}</td>
      </tr>
      {isOpen && (
        <tr class="detail" id={detail}>
          <td colSpan={COLUMNS.length}>
            <ThreadDetail data={data} thread={thread} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A row stays as it is until it is opened: sorting and filtering move rows and draw none again. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.isOpen !== this.props.isOpen || next.index !== this.props.index;
  }
  override render() {
    return <RowCells {...this.props} />;
  }
}

interface Props {
  readonly data: PageData;
  readonly rows: readonly ThreadIndex[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

export function ThreadTable({ data, rows, order, onOrder }: Props) {
  const [open, setOpen] = useState<ReadonlySet<ThreadIndex>>(new Set());
  const toggle = useCallback((index: ThreadIndex) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  }, []);
  const sortBy = ({ id, isNumber = false }: (typeof COLUMNS)[number]) =>
    onOrder({ column: id, isDown: order.column === id ? !order.isDown : isNumber && id !== 'thread' });
  return (
    // A scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll" aria-label="Table of threads" tabIndex={0}>
      <table class="data threads">
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isSorted = order.column === column.id;
              return (
                <th
                  key={column.id}
                  scope="col"
                  class={column.isNumber ? 'number' : ''}
                  {...(isSorted ? { 'aria-sort': order.isDown ? 'descending' : 'ascending' } : {})}
                >
                  <button type="button" class="sort" onClick={() => sortBy(column)}>
                    {column.title}
                    <span aria-hidden="true">{isSorted ? (order.isDown ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <Row key={index} data={data} index={index} isOpen={open.has(index)} onToggle={toggle} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
