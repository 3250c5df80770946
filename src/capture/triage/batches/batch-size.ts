import type { MachineFacts } from '../../../machine/port.ts';
import { fixedBytes, TRIAGE_BUFFER_BYTES } from '../call/triage-buffer.ts';
import { threadsThatFit } from './batch-plan.ts';

/** What a call for several threads showed about room. */
export interface RoomShown {
  readonly asked: number;
  readonly captured: number;
  /** Some threads were left out for lack of room. */
  readonly isCrowded: boolean;
  readonly bytesLeft: number;
}

/** How many threads the next call asks for. It falls when a dump is full, and recovers with the room that is left. */
export interface BatchSize {
  current(): number;
  learn(shown: RoomShown): void;
}

/** The least that a thread takes: its object, its context and a page or two of stack. */
const LEAST_THREAD_BYTES = 16 * 1024;

/**
 * Only threads that are missing for lack of room count: a wedged thread does not show how many others fit.
 * @param most the largest size; the first one is what the estimate of the fixed part of a dump leaves room for
 */
export function batchSize(facts: MachineFacts, most: number): BatchSize {
  let fixed = fixedBytes(facts);
  let planned = threadsThatFit(fixed, most);
  let size = planned;
  return {
    current: () => size,
    learn({ asked, captured, isCrowded, bytesLeft }) {
      const used = TRIAGE_BUFFER_BYTES - bytesLeft;
      // A whole dump takes less than its fixed part was estimated: the processor blocks of this machine are smaller.
      if (captured > 0 && used < fixed) {
        fixed = Math.max(0, used - captured * LEAST_THREAD_BYTES);
        planned = Math.max(planned, threadsThatFit(fixed, most));
      }
      if (isCrowded) {
        // Without a single one captured only half as many are tried; at one thread the call itself settles it.
        size = Math.max(1, captured > 0 ? captured : Math.floor(asked / 2));
      } else if (captured > 0) {
        const perThread = Math.max(LEAST_THREAD_BYTES, (used - fixed) / captured);
        const fitting = captured + Math.floor(bytesLeft / perThread);
        size = Math.min(planned, Math.max(size, fitting));
      }
    },
  };
}
