import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches, threadsPerDump } from '../../../../src/capture/triage/batches/batch-plan.ts';
import { roomForThreads } from '../../../../src/capture/triage/call/triage-buffer.ts';
import type { MachineFacts } from '../../../../src/machine/port.ts';

const machine = (logicalProcessors: number, windowsBuild = 19045): MachineFacts => ({
  computerName: 'HERE',
  windowsBuild,
  architecture: 'x64',
  logicalProcessors,
  elevated: true,
});

const threads = fc.array(fc.record({ processId: fc.integer({ min: 1, max: 5 }), id: fc.nat() }), {
  maxLength: 200,
});

describe('planning batches', () => {
  it('planning batches keeps every thread once, in order, and never mixes processes', () => {
    fc.assert(
      fc.property(threads, fc.integer({ min: 1, max: 40 }), (wanted, size) => {
        const batches = planBatches(wanted, size);
        for (const { processId, threads } of batches) {
          expect(threads.length).toBeGreaterThan(0);
          expect(threads.length).toBeLessThanOrEqual(size);
          expect(threads.every((thread) => thread.processId === processId)).toBe(true);
        }
        for (const id of new Set(wanted.map(({ processId }) => processId))) {
          const planned = batches
            .filter(({ processId }) => processId === id)
            .flatMap(({ threads }) => threads);
          expect(planned).toEqual(wanted.filter(({ processId }) => processId === id));
        }
      }),
    );
  });

  it('planning batches takes fewer threads where the processor blocks leave little room, and always one', () => {
    expect(threadsPerDump(machine(4), 16)).toBe(16);
    const middle = threadsPerDump(machine(16, 22631), 16);
    expect(middle).toBeGreaterThan(0);
    expect(middle).toBeLessThan(16);
    expect(roomForThreads(machine(24, 26100))).toBeLessThan(0);
    expect(threadsPerDump(machine(24, 26100), 16)).toBe(1);
  });
});
