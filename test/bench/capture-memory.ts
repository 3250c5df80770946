import { runBundled } from './bundled.ts';
import type { Figures } from './measure.ts';

/** What the worker of the scenario takes. */
const DUMPS = 22;

/** Peak, in a process of its own, because the other measurements leave their machines in memory. */
function peakMegabytes(repeat: number): number {
  return Number(runBundled('capture-in-child.ts', [String(repeat)]));
}

export const captureMemory: Figures = {
  name: 'memory of a capture',
  // The first dumps are over before memory has been collected once.
  measure() {
    const peak = ([2, 10, 40] as const).map((repeat) => ({
      what: `peak with ${repeat * DUMPS} dumps`,
      value: peakMegabytes(repeat),
      unit: 'MB' as const,
    }));
    const [, some, most] = peak;
    const growth = (most?.value ?? Number.NaN) - (some?.value ?? Number.NaN);
    return [...peak, { what: 'growth from 220 to 880', value: growth, unit: 'MB', goal: 10 }];
  },
};
