import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { runWindowsProgram } from '../support/wine.ts';
import { moduleUnderTest } from './built-module.ts';
import { engineUnderWine, literal } from './engines.ts';

/**
 * The whole way that a user's command goes on Windows: the Windows build of the engine, the module, the packaged
 * Windows executable with its native library, and Wine in the place of Windows.
 */
describeWith(['wine', 'dotnet'], 'the module on the Windows engine', () => {
  const engine = engineUnderWine();
  const module = moduleUnderTest(engine);
  const { run } = module;

  it('runs the Windows build of the engine and the Windows executable', async () => {
    const { output, errors } = await run(
      `[System.Environment]::OSVersion.Platform; $PSVersionTable.PSEdition
       $t = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock); $t.Count; $t[0].PSTypeNames[0]`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(['Win32NT', 'Core', 300, 'KernelTriage.Thread']);
  });

  it('lists the threads of its own process as .NET counts them', async () => {
    const { output, errors } = await run(
      `$me = [System.Diagnostics.Process]::GetCurrentProcess()
       $t = @($me | Get-KernelThread)
       $ids = @(foreach ($thread in $me.Threads) { $thread.Id })
       @($t | Where-Object { $ids -contains $_.ThreadId }).Count -ge $ids.Count - 2
       $t[0].ProcessName; $t[0].Machine; $t[0].Simulated`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, 'PowerShellHost.exe', 'local', false]);
  });

  it('ends a capture in the typed error for a kernel that has none', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const { output, errors } = await run(
      `[System.Diagnostics.Process]::GetCurrentProcess() | Get-KernelThread | Select-Object -First 1 |
         New-TriageDump -Destination ${literal(engine.pathFor(folder))}`,
    );
    expect(output).toEqual([]);
    expect(errors).toMatchObject([{ id: 'CaptureNotSupported,New-TriageDump', category: 'NotImplemented' }]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  });

  it('carries the pipeline of the README to its end on the simulated machine', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const { output, errors } = await run(
      `Get-KernelThread -Pid 4872 -Machine simulated:w3wp-oplock | Where-Object State -eq Wait | Select-Object -First 8 |
         New-TriageDump -Destination ${literal(engine.pathFor(folder))} | Get-KernelDump | ForEach-Object { $_.Threads.Count }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([8]);
  });

  it('keeps settings by the DSC class in the registry', async () => {
    const reports = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl\\FullLiveKernelReports';
    const reg = (...args: string[]) => runWindowsProgram('C:\\windows\\system32\\reg.exe', args);
    try {
      const { output, errors } = await run(
        `$resource = & (Get-Module KernelTriage) { [KernelDumpReadiness]::new() }
         $resource.ComponentThrottleThreshold = 4294967295
         $resource.Test(); $resource.Set(); $resource.Test(); $resource.Get().ComponentThrottleThreshold`,
      );
      expect(errors).toEqual([]);
      expect(output.map(({ value }) => value)).toEqual([false, true, 0xffffffff]);
      const { stdout } = await reg('query', reports, '/v', 'ComponentThrottleThreshold');
      expect(stdout).toMatch(/REG_DWORD\s+0xffffffff/);
    } finally {
      await reg('delete', reports, '/f');
    }
  });

  it('cancels and leaves nothing half-written when it is stopped', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const { state } = await run(
      `New-TriageDump -Id 4872 -Destination ${literal(engine.pathFor(folder))} -MaxThreadsPerDump 1 -Machine simulated:w3wp-oplock`,
      { stopAtFirst: 'output' },
    );
    expect(state).toBe('Stopped');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThan(300);
    expect(files.filter((name) => !/\.(dmp|json)$/.test(name))).toEqual([]);
  });
});
