import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { fixtureCatalog } from '../synth/catalog.ts';

/** What a run did, counted at the doors of the two rooms. */
const counts = vi.hoisted(() => ({ processorReads: 0, simulatorLoads: 0 }));

vi.mock('../../src/kernel/processors.ts', async (original) => {
  const actual = await original<typeof import('../../src/kernel/processors.ts')>();
  const readProcessors: typeof actual.readProcessors = (dump) => {
    counts.processorReads += 1;
    return actual.readProcessors(dump);
  };
  return { ...actual, readProcessors };
});

vi.mock('../../src/simulator/simulated-images.ts', async (original) => {
  counts.simulatorLoads += 1;
  return original<typeof import('../../src/simulator/simulated-images.ts')>();
});

describe('reading', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-reading-'));
  const real = path.join(folder, 'real.dmp');
  const simulated = path.join(folder, 'lsass.dmp');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const fixture = fixtureCatalog().find(({ name }) => name === 'triage-capture-x64');
    if (fixture === undefined) throw new Error('the catalog has no triage-capture-x64');
    writeFileSync(real, fixture.bytes);
    const machine = ['--machine', 'simulated:windows-11'];
    await runCli(['triage', '--pid', '776', '--destination', folder, '--name', 'lsass', ...machine]);
  });

  beforeEach(() => {
    counts.processorReads = 0;
  });

  it.each(['dump', 'dump-threads', 'dump-processes', 'stacks', 'commands'])(
    '`%s` reads the processors of a dump once',
    async (verb) => {
      const { messages } = await runCli([verb, real]);
      expect(messages.filter(({ kind }) => kind === 'record')).not.toEqual([]);
      expect(counts.processorReads).toBe(1);
    },
  );

  it('`stacks` and `resolve` load the images of the simulated machine only for its own dumps', async () => {
    await runCli(['stacks', real]);
    await runCli(['resolve', '--name', 'nt!Ke*', real]);
    expect(counts.simulatorLoads).toBe(0);
    const { stdout } = await runCli(['stacks', simulated]);
    expect(stdout).toContain('nt!');
    expect(counts.simulatorLoads).toBe(1);
  });
});
