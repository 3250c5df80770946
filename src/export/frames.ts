import type { KernelStack, KernelStackFrame } from './model.ts';

/**
 * The frames that equal stacks share, outermost first: without the capture's own, and without guesses unless there is nothing
 * else. The rule of `key`, by which stacks are grouped, so that totals of an export are those of the groups.
 */
export function sharedFrames({ frames }: KernelStack): readonly KernelStackFrame[] {
  const own = frames.filter(({ isCapture }) => isCapture !== true);
  const sure = own.filter(({ foundBy }) => foundBy !== 'Scan');
  return (sure.length > 1 ? sure : own).toReversed();
}

/** The function of a frame as debuggers write it; the place where it has no name. A mark ` ?` is a guess. */
export function functionOf({ module, symbol, text, foundBy }: KernelStackFrame): string {
  const name = symbol === undefined ? text : `${module ?? ''}!${symbol}`;
  return foundBy === 'Scan' ? `${name} ?` : name;
}

/** What is written where a thread has no frames: the reason, `(stackNotInDump)`. */
export function withoutFrames({ end }: KernelStack): string {
  return `(${end.slice(0, 1).toLowerCase()}${end.slice(1)})`;
}

/** The process of a stack, the outermost entry of a picture of several processes. */
export function processOf({ processName, processId }: KernelStack): string {
  if (processName !== undefined) return processName;
  return processId === undefined ? '(unknown process)' : `process ${processId}`;
}
