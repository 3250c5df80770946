import type { Writable } from 'node:stream';
import { harmless } from '../contract/harmless.ts';
import type { Progress } from '../contract/output.ts';

/** Standard error as progress sees it. */
export type ProgressStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Progress on standard error: in a file a line for each step, in a terminal one line that changes. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

const USUAL_COLUMNS = 80;
const CLEAR_LINE = '\r\u001b[K';

export function progressLine(stderr: ProgressStream): ProgressLine {
  let isShown = false;
  const clear = () => {
    if (isShown) stderr.write(CLEAR_LINE);
    isShown = false;
  };
  return {
    clear,
    show({ activity, status, percent, done }) {
      const text = harmless(status === undefined ? activity : `${activity}: ${status}`);
      if (stderr.isTTY !== true) {
        // The end of work has words of its own or none.
        if (done !== true || status !== undefined) stderr.write(`ktriage: ${text}\n`);
        return;
      }
      clear();
      if (done === true) return;
      const numbered = percent === undefined ? text : `${String(percent).padStart(3)} % ${text}`;
      stderr.write(numbered.slice(0, (stderr.columns ?? USUAL_COLUMNS) - 1));
      isShown = true;
    },
  };
}
