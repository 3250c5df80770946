import { describe, expect, it } from 'vitest';
import type { WatchCondition } from '../../src/contract/generated/types.ts';
import { watchVirtually } from './virtual-watch.ts';

const POLL = 1000;
const HOUR = 3_600_000;

describe('a watch over the simulated machine', () => {
  it('a watch raises a hang within two looks after its time, and clears it within two looks after its end', async () => {
    const watch = await watchVirtually(
      { names: ['w3wp'], forSeconds: 20 },
      { scenario: 'hang-passes', untilMs: 120_000 },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'Cleared', 'Stopped']);
    // The waiters enter their waits at 10.1 s, and leave them at 70 s.
    const [raised = 0] = watch.timesOf('Raised');
    expect(raised).toBeGreaterThanOrEqual(30_100);
    expect(raised).toBeLessThanOrEqual(30_100 + 2 * POLL);
    const [cleared = 0] = watch.timesOf('Cleared');
    expect(cleared).toBeGreaterThanOrEqual(70_000);
    expect(cleared).toBeLessThanOrEqual(70_000 + 2 * POLL);
    const event = watch.events.find((each) => each.event === 'Raised');
    expect(event).toMatchObject({ condition: 'Stuck', processId: 4872, threadCount: 24, eventId: 110 });
    expect(event?.threads?.every(({ waitReason }) => waitReason === 'WrResource')).toBe(true);
  });

  it('a watch that begins in the middle of a hang raises it at its first look', async () => {
    const watch = await watchVirtually({ names: ['w3wp'] }, { scenario: 'w3wp-oplock', untilMs: 5000 });
    expect(watch.timesOf('Raised')).toEqual([0]);
    const raised = watch.events.find(({ event }) => event === 'Raised');
    const waits = (raised?.threads ?? []).map(({ waitTimeMs = 0 }) => waitTimeMs);
    expect(new Set(waits).size).toBeGreaterThan(1);
    expect(waits, 'the longest wait first').toEqual(waits.toSorted((a, b) => b - a));
  });

  it.each([
    { condition: 'PoolExhausted', scenario: 'pool-used-up', extra: {}, from: 10_100 + 20_000 },
    { condition: 'Resource', scenario: 'hang-passes', extra: {}, from: 10_100 + 20_000 },
    { condition: 'CpuIdleWithWork', scenario: 'pool-used-up', extra: {}, from: 10_100 + 20_000 },
    // One thread more every 2 s, beside the 29 of ordinary life.
    { condition: 'Count', scenario: 'thread-leak', extra: { count: 60 }, from: 62_000 + 20_000 },
    {
      condition: 'WaitReason',
      scenario: 'hang-passes',
      extra: { waitReasons: ['WrResource'], count: 20 },
      from: 10_100 + 20_000,
    },
  ] as const)(
    'a watch sees $condition within two looks after its time',
    async ({ condition, scenario, extra, from }) => {
      const { waitReasons, count } = { waitReasons: undefined, count: undefined, ...extra };
      const watch = await watchVirtually(
        {
          names: ['w3wp'],
          conditions: [condition satisfies WatchCondition],
          forSeconds: 20,
          ...(waitReasons && { waitReasons: [...waitReasons] }),
          ...(count && { count }),
        },
        { scenario, untilMs: 125_000 },
      );
      const [raised = 0] = watch.timesOf('Raised');
      expect(raised).toBeGreaterThanOrEqual(from);
      expect(raised).toBeLessThanOrEqual(from + 2 * POLL);
      expect(watch.timesOf('Raised')).toHaveLength(1);
    },
  );

  it('a slow disk is not stuck: its threads are switched to between reads', async () => {
    const watch = await watchVirtually(
      { names: ['w3wp'], conditions: ['Stuck'], waitReasons: ['Executive'], forSeconds: 5 },
      { scenario: 'slow-disk', untilMs: 200_000 },
    );
    expect(watch.kinds()).toEqual(['Started', 'Stopped']);
  });

  it('a watch over every process raises nothing in 24 hours of ordinary life', async () => {
    const watch = await watchVirtually(
      {
        conditions: ['Stuck', 'Resource', 'PoolExhausted', 'CpuIdleWithWork'],
        forSeconds: 10,
        intervalMs: 15_000,
      },
      { scenario: 'ordinary-life', untilMs: 24 * HOUR },
    );
    expect(watch.kinds()).toEqual(['Started', 'Stopped']);
    expect(watch.events.at(-1)?.polls).toBe(5760);
  }, 60_000);

  it('a watch over the worker raises nothing in an hour of ordinary life at one look a second', async () => {
    const watch = await watchVirtually(
      {
        names: ['w3wp'],
        conditions: ['Stuck', 'Resource', 'PoolExhausted', 'CpuIdleWithWork'],
        forSeconds: 1,
      },
      { scenario: 'ordinary-life', untilMs: HOUR },
    );
    expect(watch.kinds()).toEqual(['Started', 'Stopped']);
  }, 30_000);
});
