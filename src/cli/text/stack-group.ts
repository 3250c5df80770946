import type { StackGroup } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

/** Ids that are shown; a person looks at one or two of them. */
const MOST_IDS = 12;

/** A group for a person: the number of threads, which they are, and their frames. */
export function stackGroupText({ count, threads, stack, overview, waitingFor }: StackGroup): string {
  const ids = threads.slice(0, MOST_IDS).map(({ threadId }) => threadId ?? '?');
  const more = threads.length > MOST_IDS ? ', …' : '';
  const head = `   ${count} ${count === 1 ? 'thread' : 'threads'}: ${ids.join(', ')}${more}`;
  const told = waitingFor === undefined || overview === undefined ? [] : [`   ${harmless(overview)}`];
  return ['', head, ...told, '', ...stack.map((frame) => harmless(frame)), ''].join('\n');
}
