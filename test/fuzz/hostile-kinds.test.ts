import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_KINDS } from './hostile/kinds.ts';
import type { Cost } from './hostile/measure.ts';
import { READERS } from './hostile/readers.ts';

const MEASURE = path.join(import.meta.dirname, 'hostile', 'measure.ts');
/** Below this the clock and the start of the process show more than the reader. */
const SMALLEST_MS = 250;
/** Processor time of a verb that the kind is not built for: some hundred milliseconds are usual. */
const FREE_MS = 1500;
const MS_PER_MIB = 1000;
const MIB = 1024 * 1024;

/** How long a reader may work before the process can receive a signal; half a second is promised until its end. */
const LONGEST_BLOCK_MS = 500;
/** Other verbs that read each kind: a few in turn, in the nightly gear all of them. */
const OTHER_READERS = process.env['KTRIAGE_ALL_FAULTS'] === undefined ? 2 : READERS.length;

/** Reads every kind at two sizes, in one process with a heap of 256 MB, and the larger ones by other verbs too. */
function measureAll(): readonly Cost[] {
  const order = HOSTILE_KINDS.flatMap(({ name, small }) => [
    ...[name, `${small}`, '0'],
    ...[name, `${small * 4}`, `${OTHER_READERS}`],
  ]);
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
      const [small, large] = costs.filter(({ kind, reader }) => kind === name && reader === undefined);
      if (small === undefined || large === undefined) throw new Error(`${name} was not measured`);
      expect(large.ms).toBeLessThan(6 * Math.max(small.ms, SMALLEST_MS));
      expect(large.grownBytes).toBeLessThan(16 * large.fileBytes + 64 * MIB);
      if (reports !== undefined) expect(large.told.join('\n')).toMatch(reports);
      expect(large.told.filter((text) => text.startsWith('Internal'))).toEqual([]);
    },
  );

  it('every verb reads every hostile dump in proportion to its size, with typed errors alone', () => {
    const others = costs.filter(({ reader }) => reader !== undefined);
    expect(new Set(others.map(({ reader }) => reader)).size).toBe(READERS.length);
    const costly = others.filter(
      ({ ms, grownBytes, fileBytes, outputBytes }) =>
        ms > FREE_MS + (fileBytes / MIB) * MS_PER_MIB ||
        grownBytes > 16 * fileBytes + 64 * MIB ||
        outputBytes > 16 * (fileBytes + MIB),
    );
    expect(costly).toEqual([]);
    expect(others.filter(({ told }) => told.some((text) => text.startsWith('Internal')))).toEqual([]);
  });

  it('no verb keeps the process from a signal for half a second, whatever the dump is built of', () => {
    const verbs = costs.filter(({ exitCode, outputBytes }) => exitCode !== 0 || outputBytes > 0);
    expect(verbs.length).toBeGreaterThan(HOSTILE_KINDS.length);
    expect(verbs.filter(({ blockedMs }) => blockedMs > LONGEST_BLOCK_MS)).toEqual([]);
  });
});
