import { runBundled } from './bundled.ts';
import type { Figures } from './measure.ts';

interface Reading {
  readonly seconds: number;
  readonly peakMB: number;
}

/** In a process of its own, which holds nothing of other measurements. */
const read = (computers: number): Reading =>
  JSON.parse(runBundled('fleet-in-child.ts', [String(computers)])) as Reading;

/** Each computer has one dump with the waiters for a lock. */
export const fleetMemory: Figures = {
  name: 'the sets of many computers, read by `ktriage fleet`',
  measure() {
    const few = read(200);
    const many = read(1000);
    return [
      { what: 'peak with 200 computers', value: few.peakMB, unit: 'MB' },
      { what: 'growth from there to 1,000 computers', value: many.peakMB - few.peakMB, unit: 'MB', goal: 50 },
      { what: 'time for 1,000 computers', value: many.seconds, unit: 's' },
    ];
  },
};
