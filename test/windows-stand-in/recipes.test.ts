import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { PREPARED, passPester } from '../support/prepared-pester.ts';
import { mountDrive, toWindowsPath } from '../support/wine.ts';
import { worker } from './scenario.ts';
import { ensureStandIn, standIn } from './stand-in.ts';

/**
 * Recipes of docs/recipes.md on Windows code, from a kernel that is a stand-in. What they must do is in
 * test/powershell/RecipesOnWindows.Tests.ps1.
 */
describeWith(['wine', 'mingw', 'dotnet'], 'The recipes on PowerShell for Windows under Wine', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-recipes-'));
  let unmount: (() => Promise<void>) | undefined;
  afterAll(async () => {
    await unmount?.();
    rmSync(scratch, { recursive: true, force: true });
  });

  it(
    'the recipes on PowerShell for Windows under Wine pass RecipesOnWindows.Tests.ps1, and leave no handle open',
    PREPARED,
    async () => {
      await ensureStandIn();
      mkdirSync(path.join(scratch, 'D', 'dumps'), { recursive: true });
      unmount = await mountDrive('D', path.join(scratch, 'D'));
      const module = buildModule(scratch, []);
      const program = path.join(repositoryRoot, 'bin', 'ktriage.exe');
      const process = worker(10);
      const kernel = standIn(program, { processes: [process] }, path.join(module, 'bin'));
      await passPester('wine', 'RecipesOnWindows.Tests.ps1', {
        modules: toWindowsPath(scratch),
        threads: process.threads.length,
        waiting: process.threads.filter(({ state }) => state === 5).length,
      });
      expect(kernel.calls('exit').length).toBeGreaterThan(0);
      for (const end of kernel.calls('exit')) {
        expect(end).toMatchObject({ openThreads: 0, openProcesses: 0, debugPrivilege: false });
      }
    },
  );
});
