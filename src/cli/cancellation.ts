import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

/**
 * Ctrl+C, Ctrl+Break, a polite end, and the end of the terminal: a closed console window, or a lost SSH session. On Windows
 * Node raises SIGHUP when the console window closes, and Windows ends the process some seconds later.
 */
const SIGNALS = ['SIGINT', 'SIGBREAK', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal that fires on Ctrl+C, on a polite end of the process, at the end of its terminal, and, when `watchInput` is called, when standard
 * input ends: the way that works over WinRM, SSH and DSC, where no console exists. A second Ctrl+C ends at once. When
 * `output` fails, its reader has gone, so that ends the run too.
 */
export function cancellation(output: Writable): {
  readonly signal: AbortSignal;
  watchInput(input: Readable): void;
  close(): void;
} {
  const controller = new AbortController();
  const cancel = () => {
    if (controller.signal.aborted) process.exit(5);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, cancel);
  const onEnd = () => controller.abort();
  output.on('error', onEnd);
  if (output.destroyed) onEnd();
  let watched: Readable | undefined;
  return {
    signal: controller.signal,
    watchInput(input) {
      watched = input;
      input.once('end', onEnd).once('error', onEnd).once('close', onEnd);
      if (input.readableEnded || input.destroyed) onEnd();
      input.resume();
    },
    close() {
      for (const signal of SIGNALS) process.off(signal, cancel);
      output.off('error', onEnd);
      watched?.off('end', onEnd).off('error', onEnd).off('close', onEnd).pause();
    },
  };
}
