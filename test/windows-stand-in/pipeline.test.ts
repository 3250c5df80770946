import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { ARTICLE_LISTING } from '../capture/live/events/article-trace.ts';
import { engineUnderWine, literal, type RunOptions, runScript } from '../powershell/engines.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { fromWindowsPath, toWindowsPath } from '../support/wine.ts';
import { recordArticleTrace } from './recorded-events.ts';
import { threadObject, worker, workerThreadId } from './scenario.ts';
import { blockAddresses } from './shipped.ts';
import { ensureStandIn, type StandIn, standIn } from './stand-in.ts';

/**
 * The whole way on Windows code: the module on the Windows build of the PowerShell engine starts `ktriage.exe`, which
 * captures from the kernel stand-in.
 */
describeWith(['wine', 'mingw', 'dotnet'], 'The module on Windows PowerShell code under Wine', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-pipeline-'));
  const destination = path.join(scratch, 'dumps');
  const engine = engineUnderWine();
  let module = '';
  let kernel: StandIn;

  beforeAll(async () => {
    await ensureStandIn();
    mkdirSync(destination);
    module = buildModule(scratch, []);
    const scenario = { processes: [worker(300, { 12: 'protected', 40: 'exits' })] };
    kernel = standIn(path.join(repositoryRoot, 'bin', 'ktriage.exe'), scenario, path.join(module, 'bin'));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const run = (script: string, options: RunOptions = {}) =>
    runScript(engine, script, {
      timeLimit: 100_000,
      ...options,
      setup: `Import-Module ${literal(toWindowsPath(module))}`,
    });

  it('the module on Windows PowerShell code under Wine runs on Windows, as far as it can tell', async () => {
    const { output } = await run('[System.Environment]::OSVersion.Platform.ToString()');
    expect(output[0]?.value).toBe('Win32NT');
  });

  // Texts, not objects: the driver would write out every property of hundreds of them.
  it('the module on Windows PowerShell code under Wine lists what the kernel has', async () => {
    const { output, errors } = await run(
      `Get-KernelThread w3wp | Where-Object State -eq Wait | ForEach-Object { "$($_.ThreadId) $($_.WaitReason)" }`,
    );
    expect(errors).toEqual([]);
    expect(output).toHaveLength(270);
    expect(output[0]?.value).toBe(`${workerThreadId(0)} Executive`);
  });

  it('the module on Windows PowerShell code under Wine captures what the pipeline selects, and gives everything back', async () => {
    const { output } = await run(
      `$dumps = Get-KernelThread w3wp | Where-Object State -eq Wait |
        New-TriageDump -Destination ${literal(toWindowsPath(destination))} -VerdictVariable verdicts -ErrorAction SilentlyContinue
      $dumps | ForEach-Object { $_.Path }
      $verdicts | ForEach-Object { "$($_.ThreadId)|$($_.Verdict)|$(if ($_.Verdict -eq 'Captured') { $_.Path })" }`,
    );
    const lines = output.map(({ value }) => String(value));
    const files = new Map(
      lines
        .filter((line) => line.endsWith('.dmp') && !line.includes('|'))
        .map((file) => [file, blockAddresses(fromWindowsPath(file))]),
    );
    const verdicts = lines.filter((line) => line.includes('|')).map((line) => line.split('|'));
    expect(verdicts).toHaveLength(270);
    const others = verdicts.filter(([, verdict]) => verdict !== 'Captured');
    expect(others.map(([threadId, verdict]) => `${threadId} ${verdict}`).sort()).toEqual([
      `${workerThreadId(12)} Refused`,
      `${workerThreadId(40)} Exited`,
    ]);
    for (const [threadId, verdict, file = ''] of verdicts) {
      const ordinal = (Number(threadId) - workerThreadId(0)) / 4;
      if (verdict === 'Captured') expect(files.get(file)?.has(threadObject(ordinal))).toBe(true);
    }
    for (const end of kernel.calls('exit')) {
      expect(end).toMatchObject({ openThreads: 0, openProcesses: 0, debugPrivilege: false });
    }
    expect(kernel.calls('exit')).toHaveLength(kernel.calls('start').length);
  });

  it('the module on Windows PowerShell code under Wine takes a live dump, and draws its trace as it was published', async () => {
    recordArticleTrace(path.join(module, 'bin'));
    const file = literal(toWindowsPath(path.join(destination, 'live.dmp')));
    const { text } = await run(
      `$all = @(New-LiveKernelDump ${file} -Trace -Force -Confirm:$false)
       $all[0..($all.Count - 2)] | Out-Default
       $all[-1].Verified; $all[-1].PhaseSource`,
      { render: true },
    );
    const sentence = (line: string) => line.replace(/^\d+\.\d{7} /, '');
    const drawn = text.replaceAll('\r', '').replaceAll('\n', '');
    const published = ARTICLE_LISTING.split('\n').map(sentence);
    expect(drawn.split(/\d\d\.\d{7} /).slice(1, published.length)).toEqual(published.slice(0, -1));
    expect(text).toContain(published.at(-1));
    expect(text).toMatch(/True\s+Events\s*$/);
  });
});
