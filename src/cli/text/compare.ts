import type { ComparisonSummary, ThreadComparison } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { wrapText } from '../../contract/wrap-text.ts';
import { type Column, heading, row } from './columns.ts';
import { clockText } from './threads.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Tid', width: 8, align: 'right' },
  { title: 'WaitTime', width: 12, align: 'right' },
  { title: 'Switches', width: 8, align: 'right' },
  { title: 'Per s', width: 7, align: 'right' },
  { title: 'What', width: 4 },
];

const LINE = 80;
const INDENT = COLUMNS.slice(0, -1).reduce((sum, { width }) => sum + width + 2, 0);

/** Threads by verdict: a heading where it changes, and what each waits for. */
export function comparisonTable(): (comparison: ThreadComparison) => string {
  let shown: string | undefined;
  return (comparison) => {
    const { verdict, threadId, objectAddress, waitTimeMs, contextSwitches, switchesPerSecond } = comparison;
    const { waitingFor, heldBy = [], reason, evidence, processName, processId } = comparison;
    const where = `${verdict}: ${processName ?? 'process'} (${processId ?? '?'})`;
    const head = where === shown ? '' : `\n   ${harmless(where)}\n\n${heading(COLUMNS)}\n`;
    shown = where;
    const texts = [
      `${reason} [${evidence.toLowerCase()}]`,
      ...(waitingFor === undefined ? [] : [`waits for ${waitingFor}`]),
      ...(heldBy.length === 0 ? [] : [`held by ${heldBy.join(', ')}`]),
    ].flatMap((text) => wrapText(harmless(text), LINE - INDENT));
    const [first = '', ...others] = texts;
    const values = [
      threadId ?? `…${(objectAddress ?? '').slice(-7)}`,
      waitTimeMs === undefined ? undefined : clockText(waitTimeMs),
      contextSwitches,
      switchesPerSecond?.toFixed(1),
      first,
    ];
    return `${[head + row(COLUMNS, values), ...others.map((line) => ' '.repeat(INDENT) + line)].join('\n')}\n`;
  };
}

/** The counts in one line, and queues that finished nothing. */
export function comparisonSummaryText({ headline, queues }: ComparisonSummary): string {
  const still = queues
    .filter(({ items }) => items === 0)
    .map(({ address }) => `The worker queue ${address} finished no item.`);
  return `\n${[headline, ...still].map(harmless).join('\n')}\n`;
}
