import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ndjsonOutput } from '../../src/cli/ndjson-output.ts';
import { type Output, writeRow } from '../../src/contract/output.ts';
import { scenarioNames } from '../../src/simulator/population/scenarios.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { listThreads } from '../../src/threads/list-threads.ts';
import { type ListedThread, THREAD_ROW } from '../../src/threads/thread-record.ts';

/** Enough for several writes, of the scenario that has 100,000. */
const MOST = 1000;

function threadsOf(scenario: string): ListedThread[] {
  const found: ListedThread[] = [];
  for (const item of listThreads(createSimulatedMachine(scenario, { clock: () => 0 }), {
    verifyOrder: true,
  })) {
    if ('thread' in item) found.push(item.thread);
    if (found.length === MOST) break;
  }
  return found;
}

async function lines(
  propertyCase: 'camel' | 'pascal',
  threads: readonly ListedThread[],
  write: (output: Output, thread: ListedThread, index: number) => Promise<void> | undefined,
): Promise<string> {
  const stream = new PassThrough();
  const all = text(stream);
  const output = ndjsonOutput(stream, { propertyCase });
  for (const [index, thread] of threads.entries()) await write(output, thread, index);
  await output.end();
  stream.end();
  return all;
}

const asObject = (output: Output, thread: ListedThread) => output.record('Thread', THREAD_ROW.record(thread));
const asRow = (output: Output, thread: ListedThread) => writeRow(output, THREAD_ROW, thread);

describe('lines of threads', () => {
  it.each(scenarioNames().map(({ name }) => name))(
    'lines of threads of simulated:%s are the bytes that JSON.stringify gives for the records',
    async (scenario) => {
      const threads = threadsOf(scenario);
      expect(threads.length).toBeGreaterThan(0);
      for (const propertyCase of ['camel', 'pascal'] as const)
        expect(await lines(propertyCase, threads, asRow)).toBe(await lines(propertyCase, threads, asObject));
    },
  );

  it('lines of threads keep their order among other messages', async () => {
    const threads = threadsOf('w3wp-oplock');
    const told = (write: typeof asRow) =>
      lines('camel', threads, (output, thread, index) => {
        if (index % 7 === 0) output.warning(`before ${index}`);
        return index % 11 === 0 ? asObject(output, thread) : write(output, thread);
      });
    expect(await told(asRow)).toBe(await told(asObject));
  });
});
