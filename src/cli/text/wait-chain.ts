import type { KernelThread, WaitChain } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { durationText } from '../../contract/time.ts';
import { wrapped } from './explain.ts';

const LINE = 80;

/** A labelled paragraph whose further lines are indented. */
function paragraph(label: string, texts: readonly string[]): string[] {
  const indent = 24;
  return texts.flatMap((text, index) => {
    const [first = '', ...rest] = wrapped(harmless(text), LINE - indent);
    const head = index === 0 ? label.padEnd(indent) : ' '.repeat(indent);
    return [head + first, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
}

const threadName = ({ threadId, address }: KernelThread) =>
  threadId === undefined ? `the thread at ${address}` : `thread ${threadId}`;

/** Statements with their class in brackets, one below the other. */
function statementLines({ explanation }: WaitChain): string[] {
  return explanation.flatMap(({ text, evidence }) => {
    const [first = '', ...rest] = wrapped(harmless(`${text} [${evidence.toLowerCase()}]`), LINE - 4);
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
}

function stackLines({ stacks = [], isDeadlock }: WaitChain): string[] {
  if (!isDeadlock) return [];
  return stacks.flatMap(({ thread, frames }) => [
    '',
    `  ${threadName(thread)}:`,
    ...frames.map((frame) => `    ${harmless(frame)}`),
  ]);
}

/** The answer: the headline, what it rests on, known patterns, what to look at next, and what is not known. */
export function waitChainText(chain: WaitChain): string {
  const { rank, threadCount, totalThreadCount, headline, evidence, signatures, nextSteps, notKnown } = chain;
  const threads = threadCount === 1 ? '1 thread' : `${threadCount} threads`;
  const of = totalThreadCount === undefined ? '' : ` of ${totalThreadCount}`;
  const since =
    chain.longestWaitMs === undefined ? '' : `, longest wait ${durationText(chain.longestWaitMs)}`;
  return [
    '',
    `Cause ${rank}: ${threads}${of}${since}`,
    '',
    ...wrapped(harmless(`${headline} [${evidence.toLowerCase()}]`), LINE),
    '',
    ...statementLines(chain),
    ...stackLines(chain),
    ...(signatures.length === 0
      ? []
      : [
          '',
          ...paragraph(
            'Why it looks like this',
            signatures.map(({ meaning, id }) => `${meaning} [known pattern ${id}]`),
          ),
        ]),
    ...(nextSteps.length === 0
      ? []
      : [
          '',
          ...paragraph(
            'Look next at',
            nextSteps.map((step, index) => `${index + 1}. ${step}`),
          ),
        ]),
    ...(notKnown.length === 0 ? [] : ['', ...paragraph('Not known', notKnown)]),
    '',
  ].join('\n');
}
