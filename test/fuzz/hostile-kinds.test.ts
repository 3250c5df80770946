import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_KINDS } from './hostile/kinds.ts';
import type { Cost } from './hostile/measure.ts';

const MEASURE = path.join(import.meta.dirname, 'hostile', 'measure.ts');
/** Below this the clock and the start of the process show more than the reader. */
const SMALLEST_MS = 250;
const MIB = 1024 * 1024;

/** Reads every kind at two sizes, in one process with a heap of 256 MB. */
function measureAll(): readonly Cost[] {
  const order = HOSTILE_KINDS.flatMap(({ name, small }) => [name, `${small}`, name, `${small * 4}`]);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=256', '--expose-gc', '--no-warnings', MEASURE, ...order],
    { encoding: 'utf8', maxBuffer: 16 * MIB },
  );
  if (status !== 0) throw new Error(`the reader died after ${stdout}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Cost);
}

describe('files that are built to cost much', () => {
  let costs: readonly Cost[] = [];
  beforeAll(() => {
    costs = measureAll();
  });

  it.each(HOSTILE_KINDS.map(({ name, what, reports }) => [name, what, reports] as const))(
    'a hostile file (%s: %s) costs time and memory in proportion to its size',
    (name, _what, reports) => {
      const [small, large] = costs.filter(({ kind }) => kind === name);
      if (small === undefined || large === undefined) throw new Error(`${name} was not measured`);
      expect(large.ms).toBeLessThan(6 * Math.max(small.ms, SMALLEST_MS));
      expect(large.grownBytes).toBeLessThan(16 * large.fileBytes + 64 * MIB);
      if (reports !== undefined) expect(large.told.join('\n')).toMatch(reports);
      expect(large.told.filter((text) => text.startsWith('Internal'))).toEqual([]);
    },
  );
});
