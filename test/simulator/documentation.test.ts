import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scenarioNames } from '../../src/simulator/population/scenarios.ts';
import { repositoryRoot } from '../support/equipment.ts';

it('the documentation lists every scenario with its sentence, and no other', () => {
  const page = readFileSync(path.join(repositoryRoot, 'docs', 'simulated-machine.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gm)].map(([, name, summary]) => ({
    name,
    summary,
  }));
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
    (a.name ?? '').localeCompare(b.name ?? '');
  expect(rows.sort(byName)).toEqual([...scenarioNames()].sort(byName));
});
