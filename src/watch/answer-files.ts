import type { WaitChain } from '../contract/generated/types.ts';
import { harmless } from '../contract/harmless.ts';
import type { FileStore } from '../files/port.ts';
import { type CapturedSet, inSet } from './capture-set.ts';
import type { Happening } from './happening.ts';

/** The name of the answer in the folder of a set. */
export const ANSWER_NAME = 'answer.txt';

const stackLines = ({ stacks = [] }: WaitChain): string[] =>
  stacks.flatMap(({ thread, role, frames }) => [
    '',
    `Stack of thread ${thread.threadId ?? thread.address} (${(role ?? 'captured').toLowerCase()})`,
    ...frames.map((frame) => `  ${harmless(frame)}`),
  ]);

/** The answer as lines: what the watch saw, and each cause in words. */
export function answerText(set: CapturedSet, raised: Happening, time: string): string {
  const { chains, dumps, capturedCount, blockerCount, failure, answerFailure } = set;
  const added = blockerCount === 0 ? '' : `, ${blockerCount} of them because they hold others up`;
  const lines = [
    raised.message,
    '',
    `Condition  ${raised.condition ?? ''}`,
    `Captured   ${time}: ${capturedCount} threads in ${dumps.length} dumps${added}`,
    ...(failure === undefined ? [] : [`Not whole  ${failure.message}`]),
    ...(answerFailure === undefined ? [] : [`No answer  ${answerFailure.message}`]),
    ...chains.flatMap((chain) => ['', ...chain.lines, ...stackLines(chain)]),
    ...(chains.length === 0 && answerFailure === undefined
      ? ['', 'These dumps show no thread that waits for a lock, a request or another thread.']
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Writes a text into a set. @throws Failure DiskFull, WriteFailed, FileExists */
export function writeSetText(
  files: FileStore,
  set: CapturedSet,
  name: string,
  text: string | Uint8Array,
): string {
  const target = inSet(set, name);
  const file = files.begin(set.folder, 'Restricted');
  try {
    file.write(typeof text === 'string' ? Buffer.from(text) : text);
    file.flush();
    file.commit(target, false);
  } finally {
    file.discard();
  }
  return target;
}
