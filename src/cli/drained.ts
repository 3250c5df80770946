import type { Writable } from 'node:stream';

/** Resolves when the stream takes more, or never will: who waited only for a reader that has gone would wait for ever. */
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
