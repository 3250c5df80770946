import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/contract/generated/types.ts';
import { repositoryRoot } from '../support/equipment.ts';

const program = path.join(repositoryRoot, 'src', 'cli', 'main.ts');

/** An hour between two looks: a watch that ended with its next look would end in an hour. */
const REQUEST = { names: ['w3wp'], machine: 'simulated:ordinary-life', intervalMs: 3_600_000 };

type End = (watch: ChildProcessWithoutNullStreams) => void;

const ENDS: readonly (readonly [string, End])[] = [
  ['SIGTERM', (watch) => void watch.kill('SIGTERM')],
  ['Ctrl+C', (watch) => void watch.kill('SIGINT')],
  ['the end of its input', (watch) => void watch.stdin.end()],
];

/** A watch in a process of its own, ended after its first look. Answers what it wrote, and how long it took from there. */
async function endBy(end: End) {
  const watch = spawn(process.execPath, [program, 'watch', '-']);
  let text = '';
  let endedAt = 0;
  watch.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (endedAt !== 0 || !text.includes('"event":"Started"')) return;
    endedAt = performance.now();
    end(watch);
  });
  watch.stdin.write(`${JSON.stringify({ ...REQUEST, cancelOnEndOfInput: true })}\n`);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    watch.once('close', (...result) => resolve(result));
  });
  const messages = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
  return { code, signal, messages, tookMs: performance.now() - endedAt };
}

const LIMIT_MS = 500;
/** Other programs may have the processors in the meantime: the time is that of the fastest of so many watches. */
const MOST_WATCHES = 3;

describe('the end of a watch', () => {
  it.each(ENDS)(
    `a watch ends within ${LIMIT_MS} ms after %s`,
    { timeout: MOST_WATCHES * 20_000 },
    async (_how, end) => {
      let fastestMs = Number.POSITIVE_INFINITY;
      for (let watch = 0; watch < MOST_WATCHES && fastestMs >= LIMIT_MS; watch += 1) {
        const { code, signal, messages, tookMs } = await endBy(end);
        expect(signal).toBe(null);
        expect(code).toBe(0);
        expect(
          messages.map((message) => (message.kind === 'record' ? message.value : message)),
        ).toMatchObject([{ event: 'Started' }, { event: 'Stopped', polls: 1 }, { kind: 'end', errors: 0 }]);
        fastestMs = Math.min(fastestMs, tookMs);
      }
      expect(fastestMs).toBeLessThan(LIMIT_MS);
    },
  );
});
