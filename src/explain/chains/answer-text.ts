import { harmless } from '../../contract/harmless.ts';
import { durationText } from '../../contract/time.ts';
import { wrapText } from '../../contract/wrap-text.ts';
import { formatFrame, type NamedFrame } from '../../stack/named-frame.ts';
import type { ThreadReference } from '../model.ts';
import type { Statement } from './chain.ts';
import type { ExplainedChain } from './explain-chain.ts';
import { threadText } from './words.ts';

/** A terminal of 80 columns, less what PowerShell keeps free. */
const WIDTH = 78;
const LABEL = 24;

/** Where a chain has its place in an answer. */
export interface AnswerPlace {
  readonly rank: number;
  /** Threads of the dumps, those that do not wait included. */
  readonly totalThreadCount: number;
  stackOf(thread: ThreadReference): readonly NamedFrame[] | undefined;
}

const withClass = ({ text, evidence }: Statement) => harmless(`${text} [${evidence.toLowerCase()}]`);

/** A labelled paragraph whose further lines are indented. */
function paragraph(label: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => wrapText(harmless(text), WIDTH - LABEL));
  return ['', ...lines.map((line, index) => `${(index === 0 ? label : '').padEnd(LABEL)}${line}`)];
}

function statementLines(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) =>
    wrapText(withClass(statement), WIDTH - 4).map((line, index) =>
      index === 0 ? `  ${line}` : `    ${line}`,
    ),
  );
}

/** Of a deadlock both stacks, as a thread dump of Java shows them. */
function cycleStacks({ chain }: ExplainedChain, { stackOf }: AnswerPlace): string[] {
  return (chain.root.cycle ?? []).flatMap(({ thread }) => {
    const frames = stackOf(thread) ?? [];
    return frames.length === 0
      ? []
      : ['', `  ${threadText(thread)}:`, ...frames.map((frame) => `    ${harmless(formatFrame(frame))}`)];
  });
}

/**
 * The answer as a person reads it: the cause, what it rests on, known patterns, what to look at next, and what is not known. Each
 * statement carries its evidence class. Names out of dumps are harmless in it.
 */
export function answerText(explained: ExplainedChain, place: AnswerPlace): string {
  const { chain, headline, statements, signatures, nextSteps, notKnown } = explained;
  const threads = chain.threads.length === 1 ? '1 thread' : `${chain.threads.length} threads`;
  const since =
    chain.longestWaitMs === undefined ? '' : `, longest wait ${durationText(chain.longestWaitMs)}`;
  return [
    `Cause ${place.rank}: ${threads} of ${place.totalThreadCount}${since}`,
    '',
    ...wrapText(withClass(headline), WIDTH),
    '',
    ...statementLines(statements),
    ...cycleStacks(explained, place),
    ...paragraph(
      'Why it looks like this',
      signatures.map(({ meaning, id }) => `${meaning} [known pattern ${id}]`),
    ),
    ...paragraph(
      'Look next at',
      nextSteps.map((step, index) => `${index + 1}. ${step}`),
    ),
    ...paragraph('Not known', notKnown),
  ].join('\n');
}
