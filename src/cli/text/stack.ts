import type { KernelStack } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

/** A stack for a person: the thread, a line for each frame, and why the stack ends where it does. */
export function stackText(stack: KernelStack): string {
  const {
    processName = '?',
    processId,
    threadId,
    objectAddress,
    state,
    waitReason,
    endMeaning,
    waitingFor,
    heldBy = [],
  } = stack;
  const standing = [state, waitReason].filter((text) => text !== undefined).join(', ');
  const head = `   Thread ${threadId ?? '?'} of ${processName} (${processId ?? '?'}) at ${objectAddress}`;
  const holders = heldBy.length === 0 ? '' : `, held by ${heldBy.join(', ')}`;
  const told = waitingFor === undefined ? [] : [`   Waits for ${waitingFor}${holders}`];
  const lines = [
    standing === '' ? head : `${head}: ${standing}`,
    ...told,
    '',
    ...stack.stack,
    `   (${endMeaning})`,
  ];
  return ['', ...lines.map(harmless), ''].join('\n');
}
