import type { PageData, PageThread, ThreadIndex } from '../page-data.ts';

export interface ThreadFilter {
  readonly text: string;
  readonly process: string;
  readonly state: string;
  readonly cause: string;
  readonly includesIdle: boolean;
}

export const NO_FILTER: ThreadFilter = { text: '', process: '', state: '', cause: '', includesIdle: false };

export type RowColumn = 'thread' | 'process' | 'state' | 'wait' | 'waitingFor' | 'heldBy' | 'doing' | 'cause';

export interface Order {
  readonly column: RowColumn;
  readonly isDown: boolean;
}

/** What a state is called in the table: with the reason where the thread waits. */
export const stateText = ({ state = '', waitReason }: PageThread): string =>
  waitReason !== undefined && /^wait/i.test(state) ? waitReason : state;

/** What a column sorts by. */
function keyOf(thread: PageThread, column: RowColumn): number | string {
  switch (column) {
    case 'thread':
      return thread.threadId ?? -1;
    case 'process':
      return `${(thread.process ?? '').toLowerCase()} ${String(thread.processId ?? 0).padStart(10, '0')}`;
    case 'state':
      return stateText(thread);
    case 'wait':
      return thread.waitMs ?? -1;
    case 'waitingFor':
      return thread.waitingFor ?? '';
    case 'heldBy':
      return thread.heldBy?.join() ?? '';
    case 'doing':
      return thread.doing ?? '';
    case 'cause':
      // Threads of no cause come last either way that a person would look at them: the first cause matters most.
      return -(thread.causes?.[0] ?? Number.MAX_SAFE_INTEGER);
  }
}

/** Rows in an order; equal ones stay in the order of the dumps. */
export function sorted(
  { threads }: PageData,
  rows: readonly ThreadIndex[],
  { column, isDown }: Order,
): readonly ThreadIndex[] {
  const keyed = rows.map((index) => ({ index, key: keyOf(threads[index] as PageThread, column) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (isDown ? -1 : 1));
  return keyed.map(({ index }) => index);
}

/** All that is written of a thread, in small letters: what the text of the filter is looked for in. */
export function searchTexts({ threads, stacks, frames }: PageData): (index: ThreadIndex) => string {
  const ofStacks = new Map<number, string>();
  const stackText = (stack: number): string => {
    const known = ofStacks.get(stack);
    if (known !== undefined) return known;
    const text = (stacks[stack]?.frames ?? []).map((frame) => frames[frame]?.name).join('\n');
    ofStacks.set(stack, text);
    return text;
  };
  const known = new Map<ThreadIndex, string>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const thread = threads[index];
    if (thread === undefined) return '';
    const requests = (thread.requests ?? []).flatMap((request) => Object.values(request));
    const text = [
      thread.threadId,
      thread.process,
      thread.processId,
      thread.address,
      thread.state,
      thread.waitReason,
      thread.waitingFor,
      ...(thread.heldBy ?? []),
      ...requests,
      thread.stack === undefined ? '' : stackText(thread.stack),
    ]
      .join('\n')
      .toLowerCase();
    known.set(index, text);
    return text;
  };
}

export function filtered(
  { threads }: PageData,
  filter: ThreadFilter,
  selection: ReadonlySet<ThreadIndex> | undefined,
  textOf: (index: ThreadIndex) => string,
): readonly ThreadIndex[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return threads.flatMap((thread, index) => {
    // Threads that were chosen one by one are shown, idle or not.
    const isChosen = selection === undefined ? filter.includesIdle || !thread.isIdle : selection.has(index);
    const fits =
      isChosen &&
      (filter.process === '' || processText(thread) === filter.process) &&
      (filter.state === '' || stateText(thread) === filter.state) &&
      (filter.cause === '' || (thread.causes ?? []).includes(Number(filter.cause))) &&
      words.every((word) => textOf(index).includes(word));
    return fits ? [index] : [];
  });
}

export const processText = ({ process, processId }: PageThread): string =>
  `${process ?? 'unknown'}${processId === undefined ? '' : ` (${processId})`}`;
