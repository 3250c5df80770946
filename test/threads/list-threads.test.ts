import { describe, expect, it } from 'vitest';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { listThreads } from '../../src/threads/list-threads.ts';

describe('the order of threads', () => {
  const request = { names: ['w3wp'], verifyOrder: true } as const;
  const list = (toolHelpDiffers: boolean) => [
    ...listThreads(createSimulatedMachine('w3wp-oplock', { toolHelpDiffers }), {
      ...request,
      names: ['w3wp'],
    }),
  ];

  it('the order of threads is said to be that of the Tool Help library when it is', () => {
    const items = list(false);
    expect(items.filter((item) => 'warning' in item)).toEqual([]);
    const threads = items.flatMap((item) => ('thread' in item ? [item.thread] : []));
    expect(threads.map(({ toolHelpOrdinal }) => toolHelpOrdinal)).toEqual(
      threads.map(({ ordinal }) => ordinal),
    );
  });

  it('the order of threads is compared, and the place where it differs is named', () => {
    const items = list(true);
    const threads = items.flatMap((item) => ('thread' in item ? [item.thread] : []));
    const [first, ...rest] = items.filter((item) => 'warning' in item);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ target: 'process 4872' });
    expect(first && 'warning' in first && first.warning).toContain(
      `the Native API has ${threads[0]?.thread.threadId}`,
    );
    expect(threads.map(({ toolHelpOrdinal }) => toolHelpOrdinal)).toEqual(
      threads.map((_, index) => 299 - index),
    );
  });
});
