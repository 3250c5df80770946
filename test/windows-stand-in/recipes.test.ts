import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { engineUnderWine, runScript } from '../powershell/engines.ts';
import {
  COUNT_THREADS,
  OPERATORS,
  RUN_TASK,
  recipeBlocks,
  run,
  TASKS,
  THIRD_TIME_IT_HANGS,
  TRY_WHAT_OPERATORS_MAY,
  whatOperatorsMay,
} from '../powershell/recipe-stand-ins.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { mountDrive, toWindowsPath } from '../support/wine.ts';
import { worker } from './scenario.ts';
import { ensureStandIn, type StandIn, standIn } from './stand-in.ts';

/** Where modules of all users are on Windows; the JEA recipe writes one there. */
const INSTALLED = 'C:\\Program Files\\WindowsPowerShell\\Modules';

/**
 * Recipes of docs/recipes.md on Windows code, from a kernel that is a stand-in: as they stand, with a w3wp, a drive D: and a
 * module found by name. Nothing names another machine to the module.
 */
describeWith(['wine', 'mingw', 'dotnet'], 'On the Windows engine, the recipe', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-recipes-'));
  const dumps = path.join(scratch, 'D', 'dumps');
  const engine = engineUnderWine();
  let kernel: StandIn;
  let unmount: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    await ensureStandIn();
    mkdirSync(dumps, { recursive: true });
    unmount = await mountDrive('D', path.join(scratch, 'D'));
    const module = buildModule(scratch, []);
    const program = path.join(repositoryRoot, 'bin', 'ktriage.exe');
    kernel = standIn(program, { processes: [worker(10)] }, path.join(module, 'bin'));
  });
  afterAll(async () => {
    await unmount?.();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Runs a script, and expects no error, no handle left open and nothing left in the folder of the dumps. */
  async function values(script: string): Promise<unknown[]> {
    const { output, errors } = await runScript(engine, script, {
      setup: `$null = $ExecutionContext.SessionState.Path.SetLocation('D:\\')`,
      environment: { PSModulePath: `${INSTALLED};${toWindowsPath(scratch)}` },
      timeLimit: 100_000,
    });
    expect(errors).toEqual([]);
    expect(kernel.calls('exit').length).toBeGreaterThan(0);
    for (const end of kernel.calls('exit')) {
      expect(end).toMatchObject({ openThreads: 0, openProcesses: 0, debugPrivilege: false });
    }
    expect(readdirSync(dumps)).toEqual([]);
    return output.map(({ value }) => value);
  }

  it('on the Windows engine, the recipe for what hangs captures what waits', async () => {
    const [hang = '', undo = ''] = recipeBlocks('Capture when something hangs');
    const seen = await values(
      `${THIRD_TIME_IT_HANGS}
       $groups = @(${run(hang)})
       $threads = 0; foreach ($group in $groups) { $threads += $group.Count }; $threads
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(seen).toEqual([9, 9]);
  });

  it('on the Windows engine, the recipe for a task registers a command line that captures', async () => {
    const [register = '', undo = ''] = recipeBlocks('As a scheduled task');
    const seen = await values(
      `${TASKS}
       ${run(register)}
       ${RUN_TASK}
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(seen).toEqual(['ended with 0 ', 9, 'unregistered KernelTriage w3wp']);
  });

  it('on the Windows engine, the recipe for operators makes a session in which they capture, and nothing else', async () => {
    const [endpoint = '', undo = ''] = recipeBlocks('For operators without administrator rights (JEA)');
    const seen = await values(
      `${OPERATORS}
       ${run(endpoint)}
       $session = [runspacefactory]::CreateRunspace((Get-OperatorState))
       $session.Open()
       ${TRY_WHAT_OPERATORS_MAY}
       $session.Dispose()
       # Searches of the engine leave handles of folders to the collector; Wine keeps a folder until they are closed.
       [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers()
       ${COUNT_THREADS}
       ${run(undo)}
       [System.IO.Directory]::Exists($module)`,
    );
    expect(seen).toEqual([...whatOperatorsMay(9), 9, 'unregistered KernelTriage', false]);
  });

  it('on the Windows engine, the recipe for the background gives what the job captured', async () => {
    const [start = '', receive = '', , undo = ''] = recipeBlocks('In the background');
    const seen = await values(
      `${run(start)}
       ${run(receive)} | ForEach-Object { "$($_.PSTypeNames[0]) $($_.ThreadCount)" }
       ${COUNT_THREADS}
       ${run(undo)}`,
    );
    expect(seen).toEqual(['Deserialized.KernelTriage.TriageDump 10', 10]);
  });
});
