import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { repositoryRoot } from './equipment.ts';
import { type PesterRun, runPesterHere, runPesterUnderWine } from './pester.ts';
import { toWindowsPath } from './wine.ts';

/** The engines, each with the way in which it spells a path of this system. */
const ENGINES = {
  here: { run: runPesterHere, spell: (file: string) => file },
  wine: { run: runPesterUnderWine, spell: toWindowsPath },
} as const;

/** For the engine; the test that runs it has more, so that what Pester wrote is seen. */
const LIMIT_MS = 300_000;
export const PREPARED = { timeout: LIMIT_MS + 60_000 } as const;

export type PreparedEngine = keyof typeof ENGINES;

/**
 * Runs a test file of test/powershell whose tests have the tag `Prepared`, and expects that all of them pass.
 * @param facts what the caller has prepared, which the tests get by `Get-Prepared`; paths are spelled by the caller
 */
export async function passPester(engine: PreparedEngine, name: string, facts: object): Promise<PesterRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-prepared-'));
  try {
    const file = path.join(folder, 'facts.json');
    writeFileSync(file, JSON.stringify(facts));
    const { run, spell } = ENGINES[engine];
    const ended = await run({
      files: [path.join(repositoryRoot, 'test', 'powershell', name)],
      tags: ['Prepared'],
      environment: { KTRIAGE_TEST_PREPARED: spell(file) },
      timeoutMs: LIMIT_MS,
    });
    const { passed, failed, skipped, failures } = ended;
    expect(failures, ended.output).toEqual([]);
    expect({ failed, skipped }, ended.output).toEqual({ failed: 0, skipped: 0 });
    expect(passed, ended.output).toBeGreaterThan(0);
    return ended;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
