import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

/**
 * A signal that fires on Ctrl+C, on a polite end of the process, and, when `watchInput` is called, when standard
 * input ends: the way that works over WinRM, SSH and DSC, where no console exists. A second Ctrl+C ends at once. When
 * `output` fails, nobody hears of the work any more, so that ends it too.
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
  process.on('SIGINT', cancel).on('SIGTERM', cancel);
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
      process.off('SIGINT', cancel).off('SIGTERM', cancel);
      output.off('error', onEnd);
      watched?.off('end', onEnd).off('error', onEnd).off('close', onEnd).pause();
    },
  };
}
