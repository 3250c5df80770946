import type { KernelThread, WaitChain } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { durationText } from '../../contract/time.ts';
import { wrapText } from '../../contract/wrap-text.ts';

/** A terminal of 80 columns, less what PowerShell keeps free. */
const WIDTH = 78;
const LABEL = 24;

/** A chain's record without the lines that are made from it. */
export type ChainAnswer = Omit<WaitChain, 'lines'>;

const withClass = ({ text, evidence }: { readonly text: string; readonly evidence: string }) =>
  harmless(`${text} [${evidence.toLowerCase()}]`);

/** A labelled paragraph with its further lines indented. */
function paragraph(label: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => wrapText(harmless(text), WIDTH - LABEL));
  return ['', ...lines.map((line, index) => `${(index === 0 ? label : '').padEnd(LABEL)}${line}`)];
}

/** What the headline rests on. One thread that waits for one thing is told by its headline alone. */
function statementLines({ headline, evidence, explanation }: ChainAnswer): string[] {
  const told = withClass({ text: headline, evidence });
  const lines = explanation
    .map(withClass)
    .filter((text) => text !== told)
    .flatMap((text) =>
      wrapText(text, WIDTH - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`)),
    );
  return lines.length === 0 ? [] : ['', ...lines];
}

const threadName = ({ threadId, address }: KernelThread) =>
  threadId === undefined ? `thread at ${address}` : `thread ${threadId}`;

/** Of a deadlock both stacks, as a thread dump of Java shows them. */
function cycleStacks({ isDeadlock, stacks = [] }: ChainAnswer): string[] {
  if (!isDeadlock) return [];
  return stacks.flatMap(({ thread, frames }) => [
    '',
    `  ${harmless(threadName(thread))}:`,
    ...frames.map((frame) => `    ${harmless(frame)}`),
  ]);
}

/** `; 2 work queues, 12 of 14 workers idle`: whether the kernel's own workers still take work. */
function queueText({ workQueueCount = 0, workerCount = 0, idleWorkerCount = 0 }: ChainAnswer): string {
  if (workQueueCount === 0) return '';
  const queues = workQueueCount === 1 ? '1 work queue' : `${workQueueCount} work queues`;
  return `; ${queues}, ${idleWorkerCount} of ${workerCount} workers idle`;
}

/**
 * The answer as a person reads it: the cause, what it rests on, known patterns, what to look at next, and what is not known. Each
 * statement carries its evidence class. Names out of dumps are harmless in it.
 */
export function answerLines(answer: ChainAnswer): string[] {
  const { rank, threadCount, totalThreadCount, longestWaitMs, headline, evidence } = answer;
  const { runningThreadCount: running = 0, readyThreadCount: ready = 0 } = answer;
  const threads = threadCount === 1 ? '1 thread' : `${threadCount} threads`;
  const of = totalThreadCount === undefined ? '' : ` of ${totalThreadCount}`;
  const queues = queueText(answer);
  // Dumps of chosen threads have neither kind as a rule.
  const others = running + ready === 0 ? '' : ` (${running} running, ${ready} ready${queues})`;
  const since = longestWaitMs === undefined ? '' : `, longest wait ${durationText(longestWaitMs)}`;
  return [
    ...wrapText(`Cause ${rank}: ${threads}${of}${others}${since}`, WIDTH),
    '',
    ...wrapText(withClass({ text: headline, evidence }), WIDTH),
    ...statementLines(answer),
    ...cycleStacks(answer),
    ...paragraph(
      'Why it looks like this',
      answer.signatures.map(({ meaning, id }) => `${meaning} [known pattern ${id}]`),
    ),
    ...paragraph(
      'Look next at',
      answer.nextSteps.map((step, index) => `${index + 1}. ${step}`),
    ),
    ...paragraph('Not known', answer.notKnown),
  ];
}
