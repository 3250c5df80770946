import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadQueue } from '../../../../src/capture/triage/batches/thread-queue.ts';

const batches = fc.array(
  fc.record({ processId: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 0, max: 40 }) }),
  { maxLength: 5 },
);

const numbered = (counts: readonly { readonly processId: number; readonly count: number }[]) => {
  let next = 0;
  return counts.map(({ processId, count }) => ({
    processId,
    threads: Array.from({ length: count }, () => ({ processId, id: next++ })),
  }));
};

describe('the queue of threads that wait for their call', () => {
  it('the queue of threads that wait for their call gives every thread once, in order, and never two processes in one call', () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 17 }), (counts, size) => {
        const given = numbered(counts);
        const queue = threadQueue(given);
        const taken = [];
        for (let portion = queue.take(size); portion; portion = queue.take(size)) {
          expect(portion.threads.length).toBeGreaterThan(0);
          expect(portion.threads.length).toBeLessThanOrEqual(size);
          for (const { processId } of portion.threads) expect(processId).toBe(portion.processId);
          taken.push(...portion.threads);
        }
        expect(taken).toEqual(given.flatMap(({ threads }) => threads));
      }),
    );
  });

  it('the queue of threads that wait for their call loses no thread and ends, whatever happens to each call', () => {
    const fate = fc.constantFrom('captured', 'crowded', 'doubtful', 'failed');
    fc.assert(
      fc.property(
        batches,
        fc.infiniteStream(fate),
        fc.integer({ min: 1, max: 17 }),
        (counts, fates, most) => {
          const given = numbered(counts);
          const queue = threadQueue(given);
          const settled = new Map<number, number>();
          const settle = (threads: readonly { readonly id: number }[]) => {
            for (const { id } of threads) settled.set(id, (settled.get(id) ?? 0) + 1);
          };
          let size = most;
          let calls = 0;
          for (let portion = queue.take(size); portion; portion = queue.take(size)) {
            calls += 1;
            const { threads, processId } = portion;
            const what = threads.length === 1 ? 'captured' : fates.next().value;
            if (what === 'failed') {
              if (!queue.retry(portion)) settle(threads);
              continue;
            }
            const half = what === 'captured' ? threads.length : Math.floor(threads.length / 2);
            settle(threads.slice(0, half));
            if (what === 'crowded') queue.again(processId, threads.slice(half));
            if (what === 'doubtful') queue.alone(processId, threads.slice(half));
            size = Math.max(1, Math.min(size, threads.length));
          }
          const all = given.flatMap(({ threads }) => threads);
          expect(new Set(settled.values())).toEqual(all.length === 0 ? new Set() : new Set([1]));
          expect(settled.size).toBe(all.length);
          expect(calls).toBeLessThanOrEqual(4 * all.length + 4);
        },
      ),
    );
  });

  it('the queue of threads that wait for their call asks once more for what failed, then in halves down to one thread, which it then gives up', () => {
    const queue = threadQueue([{ processId: 1, threads: [1, 2, 3, 4] }]);
    const calls: (readonly number[])[] = [];
    const givenUp: number[] = [];
    for (let portion = queue.take(4); portion; portion = queue.take(4)) {
      calls.push(portion.threads);
      if (portion.threads.includes(3) && !queue.retry(portion)) givenUp.push(...portion.threads);
    }
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2], [3, 4], [3], [4]]);
    expect(givenUp).toEqual([3]);
  });
});
