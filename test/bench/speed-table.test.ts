import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { isWithinGoal, measured, NotHere, type Row, rounded } from './measure.ts';
import { ROWS } from './rows.ts';
import { speedDocument, tableLine } from './speed-table.ts';

const text = readFileSync(path.join(repositoryRoot, 'docs', 'speed.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter(([what]) => what !== 'what' && !what?.startsWith('---'));

/** The value of a cell such as `node -e 0: 22.1 ms`, whose floor may follow behind a semicolon. */
const valueIn = (cell: string | undefined) =>
  Number(/: (-?[\d.]+)(?: [^\s;]+)?(?:;|$)/.exec(cell ?? '')?.[1]);

const facts = {
  date: '2026-01-02',
  machine: 'a machine',
  node: 'v1.2.3',
  loadBefore: 0.1,
  loopMs: [2000, 2100] as const,
  seconds: 5,
};

describe('docs/speed.md', () => {
  it('docs/speed.md has each row of the bench once, in its order', () => {
    expect(rows.map(([what]) => what)).toEqual(ROWS.map(({ name }) => name));
  });

  it('docs/speed.md has a value or a reason in each row, and names the date, the machine and its load', () => {
    expect(rows.filter(([, ours = '']) => !/: -?[\d.]+|^not measured: \S/.test(ours))).toEqual([]);
    expect(text).toMatch(/^- Date: \d{4}-\d\d-\d\d$/m);
    expect(text).toMatch(/^- Machine: \d+ × .+ GiB, \w+ \S+$/m);
    expect(text).toMatch(/^- Load before the run: [\d.]+$/m);
  });

  it('docs/speed.md has ratios that follow from the two values of their row, and verdicts that follow from ratio and goal', () => {
    const compared = rows.filter(([, , peer]) => peer !== '');
    expect(compared.length).toBeGreaterThan(3);
    for (const [what, ours, peer, ratio, goal, within] of compared) {
      expect((valueIn(ours) / valueIn(peer)).toFixed(2), what).toBe(ratio);
      expect(within, what).toBe(Number(ratio) <= Number(goal?.slice(2)) ? 'yes' : '**no**');
    }
  });

  it('docs/speed.md names above the table each row that is over its goal', () => {
    const over = rows.filter((row) => row.at(-1) === '**no**').map(([what]) => what);
    const verdict = over.length === 0 ? 'Every row is within its goal.' : `run: ${over.join('; ')}.`;
    expect(text).toContain(verdict);
  });
});

describe('the rows of the bench', () => {
  it('the bench prints a ratio of the values that it prints, not of the ones that it measured', async () => {
    const row: Row = {
      name: 'a pair',
      ours: { what: 'ours' },
      peer: { what: 'peer' },
      unit: 'ms',
      goal: 1.2,
      measurePair: () => ({ ours: 1044.4, peer: 394.26 }),
    };
    expect(tableLine(await measured(row))).toBe(
      '| a pair | ours: 1044 ms | peer: 394 ms | 2.65 | ≤ 1.2 | **no** |',
    );
  });

  it('the bench measures the rows after one whose peer is missing, and gives the reason in its place', async () => {
    const missing: Row = {
      name: 'names',
      measure: () => {
        throw new NotHere('llvm-symbolizer is not on this machine');
      },
    };
    const empty: Row = { name: 'peer', measure: () => [{ what: 'import', value: Number.NaN, unit: 'ms' }] };
    const present: Row = {
      name: 'memory',
      measure: () => [
        { what: 'peak', value: 96.04, unit: 'MB', goal: 100 },
        { what: 'dumps', value: 880, unit: 'count' },
      ],
    };
    const results = [await measured(missing), await measured(empty), await measured(present)];
    expect(results.map(isWithinGoal)).toEqual([undefined, undefined, true]);
    const document = speedDocument(facts, results);
    expect(document).toContain(
      '| names | not measured: llvm-symbolizer is not on this machine |  |  |  |  |',
    );
    expect(document).toContain('| peer | not measured: import gave no number |  |  |  |  |');
    expect(document).toContain('| memory | peak: 96 MB; dumps: 880 |  |  | ≤ 100 MB | yes |');
    expect(document).toContain('Every row is within its goal.');
  });

  it('the bench calls a row with one value over its goal over the goal', async () => {
    const row: Row = {
      name: 'look',
      measure: () => [
        { what: 'share', value: 0.5, unit: '%', goal: 1 },
        { what: 'peak', value: 101, unit: 'MB', goal: 100 },
      ],
    };
    const result = await measured(row);
    expect(isWithinGoal(result)).toBe(false);
    expect(speedDocument(facts, [result])).toContain('Over the goal in this run: look.');
  });

  it('the bench prints three digits of a value, and no fewer before the point than it has', () => {
    expect([1234.5, 96.04, 2.345, 0.0456].map(rounded)).toEqual([1235, 96, 2.35, 0.0456]);
  });
});
