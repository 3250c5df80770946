import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { PREPARED, passPester } from '../support/prepared-pester.ts';
import { ensureWine, startWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { scenarioText } from '../windows-stand-in/scenario.ts';
import { ensureStandIn, standIn } from '../windows-stand-in/stand-in.ts';

interface Fact {
  readonly way: string;
  readonly processId: number;
  readonly threadId: number;
  readonly ownerThreadId?: number;
}

const EXPECTED = Object.keys(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'expected.json'), 'utf8')),
);

/** Of the process that a real Windows is asked about. What its threads wait for there, only a real Windows can show. */
describeWith(['wine', 'mingw'], 'The victim of the Windows workflow', () => {
  let victim = '';
  beforeAll(async () => {
    await ensureWine();
    victim = compileFilesForWindows(
      [path.join(import.meta.dirname, 'victim.c')],
      ['-O1', '-Wall', '-Werror'],
      'victim.exe',
    );
  });

  it('the victim reports one thread for each expected way, then that it is ready, and ends with its input', async () => {
    const running = startWindowsProgram(victim, [], { keepStdinOpen: true });
    await running.until((stdout) => stdout.includes('"ready":true'));
    running.stdin.end();
    const { status, stdout, stderr } = await running.finished;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trim().split(/\r?\n/);
    expect(lines.pop()).toBe('{"ready":true}');
    const facts = lines.map((line): Fact => JSON.parse(line));
    expect(facts.map(({ way }) => way).sort()).toEqual([...EXPECTED].sort());
    expect(new Set(facts.map(({ threadId }) => threadId)).size).toBe(EXPECTED.length);
    const fact = (way: string) => facts.find((each) => each.way === way);
    // The waiter of a mutex that is held across I/O names its holder; a lock of the main thread names none of the others.
    expect(fact('waits-for-io-holder')?.ownerThreadId).toBe(fact('lock-held-across-io')?.threadId);
    const owners = ['mutex', 'critical-section', 'srw-lock'].map((way) => fact(way)?.ownerThreadId);
    expect(new Set(owners).size).toBe(1);
    expect(facts.map(({ threadId }) => threadId)).not.toContain(owners[0]);
  });

  describeWith(['dotnet'], 'on a kernel that is a stand-in', () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-victim-'));
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    it(
      'the victim is compared by Victim.Tests.ps1 with a kernel that holds its threads, and no handle stays open',
      PREPARED,
      async () => {
        await ensureStandIn();
        const module = buildModule(scratch, []);
        const program = path.join(repositoryRoot, 'bin', 'ktriage.exe');
        const kernel = standIn(program, { processes: [] }, path.join(module, 'bin'));
        await passPester('wine', 'Victim.Tests.ps1', {
          ...{ module: toWindowsPath(module), victim: toWindowsPath(victim) },
          scenario: scenarioText({ processes: [], stacks: {} }),
          scenarioFile: toWindowsPath(path.join(kernel.folder, 'scenario.txt')),
        });
        const ends = kernel.calls('exit');
        expect(ends.length).toBeGreaterThan(0);
        for (const end of ends) expect(end).toMatchObject({ openThreads: 0, openProcesses: 0 });
      },
    );
  });
});
