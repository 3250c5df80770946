import type { Writable } from 'node:stream';

/** Resolves on `drain`, and also on `error` or `close`: without its reader a stream never drains. */
export function drained(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.errored !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('error', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('error', go).on('close', go);
  });
}
