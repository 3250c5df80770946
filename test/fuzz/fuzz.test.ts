import { describe, expect, it } from 'vitest';
import { fuzz } from './session.ts';
import { TARGETS } from './targets/index.ts';

/** Runs of each target with a fixed seed: some seconds together. `npm run fuzz` goes on for as long as it is told. */
const RUNS: Readonly<Record<string, number>> = {
  dump: 90,
  'dump-memory': 150,
  pdb: 40,
  pe: 150,
  arm64: 200,
  waits: 60,
  request: 200,
};
const OTHERS = 400;

describe('readers of files that are changed at random, with a fixed seed', () => {
  it.each(TARGETS.map((target) => [target.name, target] as const))(
    'the reader of `%s` fails with a typed error or not at all, in bounded time',
    async (name, target) => {
      const most = RUNS[name] ?? OTHERS;
      const { runs, findings } = await fuzz(target, { seed: 20261127, goesOn: (done) => done < most });
      expect(findings).toEqual([]);
      expect(runs).toBeGreaterThanOrEqual(most);
    },
  );
});
