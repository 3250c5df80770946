import { afterAll, describe } from 'vitest';
import { describeMissing } from '../support/equipment.ts';
import { type Engine, findEngines } from './engines.ts';

const engines = await findEngines();
// Of the test file that imports this: each has its own engines.
afterAll(() => Promise.all(engines.map((engine) => engine.end())));

/** A suite that is run on every PowerShell of this machine. */
export function describeEngines(name: string, suite: (engine: Engine) => void): void {
  if (engines.length === 0) describeMissing(name, ['PowerShell, or the .NET SDK 10 to fetch it']);
  for (const engine of engines) describe(`${name} on ${engine.name}`, () => suite(engine));
}

/** The first engine found, for what need not be seen on each; undefined where there is none. */
export const anyEngine: Engine | undefined = engines[0];
