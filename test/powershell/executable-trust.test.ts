import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { describeWith } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { type Engine, engineUnderWine, literal } from './engines.ts';
import { describeEngines } from './suites.ts';

function suite(engine: Engine): void {
  const module = moduleUnderTest(engine);
  const name = engine.platform === 'windows' ? 'ktriage.exe' : 'ktriage';

  it('is refused when it is not the one that the module was built with', async () => {
    const home = mkdtempSync(path.join(module.scratch, 'foreign-'));
    const original = path.join(home, name);
    writeFileSync(original, 'the executable of the build');
    const folder = buildModule(home, [], [original]);
    mkdirSync(path.join(folder, 'bin'), { recursive: true });
    const planted = path.join(folder, 'bin', name);
    writeFileSync(planted, `#!/bin/sh\ntouch '${home}/ran'\n`);
    chmodSync(planted, 0o755);
    const { output, errors } = await module.run(
      `Remove-Module KernelTriage; Import-Module ${literal(engine.pathFor(folder))}
       Get-KernelThread -Name x; [System.IO.File]::Exists(${literal(engine.pathFor(path.join(home, 'ran')))})`,
    );
    expect(errors.map(({ id }) => id)).toEqual(['ExecutableNotTrusted,Get-KernelThread']);
    expect(output.map(({ value }) => value)).not.toContain(true);
  });

  it('is hashed again when the file has changed since, and not when it has not', async () => {
    const { output, errors } = await module.run(
      `$m = Get-Module KernelTriage
       $null = Get-KernelThread -Snapshot -Machine simulated:idle
       $first = & $m { $script:TrustedStamp }
       & $m { $script:ExecutableHash = @{ '${name}' = 'NO SUCH HASH' } }
       @(Get-KernelThread -Name w3wp -Snapshot -Machine simulated:w3wp-oplock).Count
       & $m { $script:TrustedStamp = 'another file' }
       $first.Length -gt 10
       Get-KernelThread -Name x`,
    );
    expect(output.map(({ value }) => value)).toEqual([300, true]);
    expect(errors.map(({ id }) => id)).toEqual(['ExecutableNotTrusted,Get-KernelThread']);
  });

  // Each system has a test of its own: rights to execute are Unix's, and files that nobody can write to because somebody has
  // them open are Windows'.
  if (engine.platform === 'unix') {
    it('comes with the line for the shell that mends it when unpacking has lost that it is executable', async () => {
      const unpacked = module.withExecutable('exit 0');
      const file = path.join(unpacked.folder, 'bin', 'ktriage');
      chmodSync(file, 0o644);
      const { errors } = await unpacked.run('Get-KernelThread -Name x');
      expect(errors).toMatchObject([
        { id: 'ExecutableNotFound,Get-KernelThread', message: expect.stringContaining('Permission denied') },
      ]);
      const [, command = ''] = /: (chmod .*)$/.exec(errors[0]?.advice ?? '') ?? [];
      expect(spawnSync('sh', ['-c', command]).status).toBe(0);
      expect(statSync(file).mode & 0o111).toBe(0o111);
    });
  } else {
    it('cannot be exchanged between the look at it and its start', async () => {
      const { output, errors } = await module.run(
        `$m = Get-Module KernelTriage
       & $m {
         function script:Test-KernelTriageExecutable([string] $Path) {
           $script:opened = $true
           try { [System.IO.File]::Open($Path, 'Open', 'ReadWrite', 'ReadWrite').Dispose() } catch { $script:opened = $false }
           return $true
         }
       }
       @(Get-KernelThread -Name w3wp -Snapshot -Machine simulated:w3wp-oplock).Count
       & $m { $script:opened }`,
      );
      expect(errors).toEqual([]);
      expect(output.map(({ value }) => value)).toEqual([300, false]);
    });
  }
}

describeEngines('the executable of the module', suite);

describeWith(['wine', 'dotnet'], 'the executable of the module on the Windows engine', () =>
  suite(engineUnderWine()),
);
