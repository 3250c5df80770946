import { Failure } from '../contract/failure.ts';
import type { Thread } from '../contract/generated/types.ts';
import { validateWatchAnswer } from '../contract/generated/validators/watch-answer.js';
import type { ProcessSnapshot } from '../machine/port.ts';
import { THREAD_ROW } from '../threads/thread-record.ts';
import type { Condition } from './conditions/condition.ts';
import { howMany, longestFirst } from './conditions/condition.ts';
import type { WatchContext } from './effects.ts';
import { keyOf } from './targets.ts';

/** The condition of a caller that decides itself, over the threads of each look. */
export interface Asked {
  /**
   * Sends the threads of a listing and takes the answer.
   * @throws Failure ConditionFailed when the caller could not decide
   */
  ask(processes: readonly ProcessSnapshot[], poll: number): Promise<void>;
  create(count: number): Condition;
}

function answerOf(line: string, poll: number): readonly number[] {
  let answer: unknown;
  try {
    answer = JSON.parse(line);
  } catch {
    throw new Failure('ConditionFailed', 'The answer to a sample is not JSON.');
  }
  if (!validateWatchAnswer(answer))
    throw new Failure('ConditionFailed', 'The answer to a sample does not follow its schema.');
  if (answer.error !== undefined) throw new Failure('ConditionFailed', answer.error);
  if (answer.poll !== poll)
    throw new Failure('ConditionFailed', `The answer is to sample ${answer.poll}, not to ${poll}.`);
  return answer.matched ?? [];
}

export function newAsked({ machine, output, readInput }: WatchContext): Asked {
  const input = readInput();
  const { computerName } = machine.facts();
  const origin = { machine: machine.name, simulated: machine.simulated, computerName };
  let matched = new Map<string, Set<number>>();

  return {
    async ask(processes, poll) {
      matched = new Map();
      const keys: string[] = [];
      const threads: Thread[] = [];
      for (const process of processes) {
        const key = keyOf(process);
        for (const [ordinal, thread] of process.threads.entries()) {
          keys.push(key);
          const access = { access: 'NotTried' } as const;
          threads.push(
            THREAD_ROW.record({ origin, process, ordinal, thread, access, toolHelpOrdinal: undefined }),
          );
        }
      }
      await output.record('WatchSample', { poll, threads });
      const line = await input.next();
      // The input has ended, and with it the watch.
      if (line === undefined) return;
      for (const place of answerOf(line, poll)) {
        const key = keys[place];
        const thread = threads[place];
        if (key === undefined || thread === undefined)
          throw new Failure('ConditionFailed', `The answer names thread ${place} of ${threads.length}.`);
        const known = matched.get(key) ?? new Set();
        known.add(thread.threadId);
        matched.set(key, known);
      }
    },
    create:
      (count) =>
      ({ process, threads }) => {
        const ids = matched.get(keyOf(process));
        if (ids === undefined || ids.size < count) return undefined;
        const found = threads.filter(({ snapshot }) => ids.has(snapshot.threadId));
        return {
          sentence: `the condition holds for ${howMany(found.length)}`,
          threads: longestFirst(found),
        };
      },
  };
}
