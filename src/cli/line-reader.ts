import type { Readable } from 'node:stream';

/** A line longer than this is a mistake: reading ends there. */
const LONGEST_LINE = 16 * 2 ** 20;

/** Lines of a stream, one at a time. */
export interface LineReader {
  /** The next line without its end; undefined at the end of the stream. */
  next(): Promise<string | undefined>;
}

/** Reads from now on. What is not asked for yet is kept, so the writer should wait for its turn. */
export function lineReader(input: Readable): LineReader {
  const lines: string[] = [];
  let rest = '';
  let isOver = input.readableEnded || input.destroyed;
  let waiting: ((line: string | undefined) => void) | undefined;
  const decoder = new TextDecoder();

  const hand = () => {
    if (waiting === undefined || (lines.length === 0 && !isOver)) return;
    const take = waiting;
    waiting = undefined;
    take(lines.shift());
  };
  const end = () => {
    isOver = true;
    hand();
  };
  input.on('data', (chunk: Buffer) => {
    if (isOver) return;
    const parts = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (rest.length > LONGEST_LINE) end();
    hand();
  });
  input.once('end', end).once('error', end).once('close', end);
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
        hand();
      }),
  };
}
