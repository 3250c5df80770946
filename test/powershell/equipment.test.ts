import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { canBuildPowerShellHost, powerShellHost } from '../../src/build/powershell-host.ts';
import { describeMissing } from '../support/equipment.ts';
import { runScript } from './engines.ts';
import { describeEngines } from './suites.ts';

/** A function that uses every stream, written with engine features only as all test scripts are. */
const ALL_STREAMS = `
function Use-Stream {
  [CmdletBinding()] param()
  $PSCmdlet.WriteWarning('a warning')
  $PSCmdlet.WriteVerbose('a detail')
  $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(7, 'activity', 'status'))
  $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new(
    [System.IO.IOException]::new('went wrong'), 'WentWrong', 'InvalidData', 42))
}
Use-Stream -Verbose`;

describeEngines('driver', (engine) => {
  it('reports objects with their type names, properties and .NET types', async () => {
    const run = await runScript(
      engine,
      `[pscustomobject]@{ PSTypeName = 'A.Thing'; Number = 1; Text = "é\`n"; Big = [uint64]::MaxValue; Items = 1, $null }
      'text'; [System.IO.FileAttributes]::Hidden; 2.5; 2.50d; 0.0001d`,
    );
    expect(run.output[0]).toMatchObject({
      typeNames: ['A.Thing', 'System.Management.Automation.PSCustomObject', 'System.Object'],
      properties: { Number: 1, Text: 'é\n', Big: '18446744073709551615', Items: [1, null] },
      propertyTypes: { Number: 'System.Int32', Big: 'System.UInt64', Items: 'System.Object[]' },
    });
    expect(run.output.slice(1).map(({ value }) => value)).toEqual(['text', 'Hidden', 2.5, 2.5, 0.0001]);
    expect(run.state).toBe('Completed');
  });

  it('has text drawn as UTF-8, in a process that is shared and in one of its own', async () => {
    for (const environment of [undefined, { KTRIAGE_ALONE: '1' }]) {
      const run = await runScript(engine, `"$([char] 0xe9) $([char] 0x20ac)"`, {
        render: true,
        ...(environment === undefined ? {} : { environment }),
      });
      expect(run.text.trim()).toBe('\u00e9 \u20ac');
    }
  });

  it('reports every stream', async () => {
    const run = await runScript(engine, ALL_STREAMS);
    expect(run.warnings.map(({ message }) => message)).toEqual(['a warning']);
    expect(run.verbose.map(({ message }) => message)).toEqual(['a detail']);
    expect(run.progress).toMatchObject([
      { id: 7, activity: 'activity', status: 'status', type: 'Processing' },
    ]);
    expect(run.errors).toMatchObject([
      {
        id: 'WentWrong,Use-Stream',
        category: 'InvalidData',
        message: 'went wrong',
        target: 42,
        exception: 'System.IO.IOException',
      },
    ]);
  });

  it('tells an error that ends the script from one that does not', async () => {
    const run = await runScript(engine, `'before'; throw 'the end'; 'after'`);
    expect(run.output.map(({ value }) => value)).toEqual(['before']);
    expect(run.errors).toMatchObject([{ message: 'the end', terminating: true }]);
    expect(run.state).toBe('Failed');
  });

  it('stops a script at its first output, and the script sees it in finally', async () => {
    const run = await runScript(
      engine,
      `try { 'first'; while ($true) { [System.Threading.Thread]::Sleep(5) } } finally { $host.UI.WriteLine('cleaned up') }`,
      { stopAtFirst: 'output' },
    );
    expect(run.state).toBe('Stopped');
    expect(run.stoppedAt).toBeLessThan(5_000);
    expect(run.text).toContain('cleaned up');
  });

  it('draws the output as a prompt would', async () => {
    const run = await runScript(engine, `[pscustomobject]@{ Name = 'w3wp'; Threads = 312 }`, {
      render: true,
    });
    expect(run.output).toEqual([]);
    expect(run.text).toMatch(/^Name\s+Threads\n-+\s+-+\nw3wp\s+312$/m);
  });

  it('answers what a script asks, and reports what that was', async () => {
    const ask = `
      function Use-Choice {
        [CmdletBinding(SupportsShouldProcess = $true)] param()
        foreach ($name in 'a', 'b') { if ($PSCmdlet.ShouldProcess($name, 'touch')) { $name } }
      }
      Use-Choice -Confirm`;
    const run = await runScript(engine, ask, { answers: ['No', 'Yes'] });
    expect(run.output.map(({ value }) => value)).toEqual(['b']);
    expect(run.questions.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"touch".*"a"/),
      expect.stringMatching(/"touch".*"b"/),
    ]);
    expect(run.questions[0]?.choices.slice(0, 4)).toEqual(['Yes', 'Yes to All', 'No', 'No to All']);
    const wrong = await runScript(engine, ask, { answers: ['Perhaps', 'No'] });
    expect(wrong.errors[0]?.message).toContain("'Perhaps' is none of the choices");
    expect((await runScript(engine, ask)).questions).toEqual([]);
  });

  it('constrains the language after the set-up', async () => {
    const run = await runScript(engine, `"$kept"; [System.Diagnostics.Process]::GetCurrentProcess()`, {
      setup: `$global:kept = [System.IO.Path]::GetFileName('a/b')`,
      language: 'ConstrainedLanguage',
    });
    expect(run.output.map(({ value }) => value)).toEqual(['b']);
    expect(run.errors[0]?.id).toContain('MethodInvocationNotSupportedInConstrainedLanguage');
  });
});

describeEngines('the engine that scripts share', (engine) => {
  it('keeps nothing of one script for the next', async () => {
    const process = '[System.Diagnostics.Process]::GetCurrentProcess().Id';
    const first = await runScript(
      engine,
      `$global:left = 'behind'; function global:Get-Left { 1 }; ${process}`,
    );
    const second = await runScript(
      engine,
      `"$global:left"; @(Get-Command Get-Left -EA Ignore).Count; ${process}`,
    );
    expect(second.output.map(({ value }) => value)).toEqual(['', 0, first.output[0]?.value]);
  });

  it('gives each script its own text, in order, whoever asks at the same time', async () => {
    const runs = await Promise.all(
      ['one', 'two', 'three'].map((word) => runScript(engine, `$host.UI.WriteLine('${word}')`)),
    );
    expect(runs.map(({ text }) => text)).toEqual(['one\n', 'two\n', 'three\n']);
  });

  it('is replaced when a script has killed it or takes too long', async () => {
    const killed = runScript(engine, '[System.Diagnostics.Process]::GetCurrentProcess().Kill()');
    await expect(killed).rejects.toThrow(/ended/);
    const stuck = runScript(engine, '[System.Threading.Thread]::Sleep(600000)', { timeLimit: 1_500 });
    await expect(stuck).rejects.toThrow(/longer than 1500 ms/);
    expect((await runScript(engine, `'alive'`)).output[0]?.value).toBe('alive');
  });

  it('leaves a script alone that needs variables of its own', async () => {
    const own = await runScript(engine, '$env:KTRIAGE_TEST', { environment: { KTRIAGE_TEST: 'mine' } });
    expect(own.output[0]?.value).toBe('mine');
    expect((await runScript(engine, '"$env:KTRIAGE_TEST"')).output[0]?.value).toBe('');
  });
});

/** The few cmdlets of Microsoft.PowerShell.Utility that the host stands in for; on a full PowerShell they are the real ones. */
describeEngines('Microsoft.PowerShell.Utility', (engine) => {
  it('reads JSON into typed properties', async () => {
    const run = await runScript(
      engine,
      `Microsoft.PowerShell.Utility\\ConvertFrom-Json '[{"a":1,"b":"x","c":null,"d":[1,2],"e":{"f":true}},{"a":2}]' |
        ForEach-Object { $_ }`,
    );
    expect(run.output.map(({ properties }) => properties)).toEqual([
      { a: 1, b: 'x', c: null, d: [1, 2], e: { f: true } },
      { a: 2 },
    ]);
  });

  it('refuses text that is not JSON', async () => {
    const run = await runScript(engine, `ConvertFrom-Json '{"a":'`);
    expect(run.errors).toHaveLength(1);
    expect(run.state).not.toBe('Stopped');
  });

  it('ends a pipeline early, and what stands before runs its finally', async () => {
    const run = await runScript(
      engine,
      `& { try { 1; 2; 3 } finally { $global:cleaned = $true } } | Select-Object -First 2; "$global:cleaned"`,
    );
    expect(run.output.map(({ value }) => value)).toEqual([1, 2, 'True']);
  });

  it('draws a list', async () => {
    const run = await runScript(engine, `[pscustomobject]@{ Name = 'w3wp' } | Format-List`, { render: true });
    expect(run.text).toMatch(/^Name : w3wp$/m);
  });
});

const toolsOfDotnet = 'the compiler of the .NET SDK';
if (process.platform !== 'linux' || !canBuildPowerShellHost())
  describeMissing(toolsOfDotnet, ['the .NET SDK 10, on Linux']);
else {
  describe(toolsOfDotnet, () => {
    it('takes the answering host for C# 5, which is all that Add-Type of Windows PowerShell knows', async () => {
      const sdks = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' }).stdout;
      const [, version = '', folder = ''] = sdks.match(/^(10\.\S+) \[(.*)\]$/m) ?? [];
      const compiler = path.join(folder, version, 'Roslyn', 'bincore', 'csc.dll');
      const packs = path.join(folder, '..', 'packs', 'Microsoft.NETCore.App.Ref');
      const references = [
        ...readdirSync(packs, { recursive: true, encoding: 'utf8' })
          .filter((name) => /^10\.[^\\/]+[\\/]ref[\\/].*\.dll$/.test(name))
          .map((name) => path.join(packs, name)),
        path.join(path.dirname(await powerShellHost('linux-x64')), 'System.Management.Automation.dll'),
      ];
      const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-csharp-'));
      const compile = (source: string) =>
        spawnSync(
          'dotnet',
          [
            ...[compiler, '-nologo', '-noconfig', '-nostdlib', '-langversion:5', '-target:library'],
            ...references.map((file) => `-reference:${file}`),
            `-out:${path.join(scratch, 'out.dll')}`,
            source,
          ],
          { encoding: 'utf8' },
        );
      try {
        const hosts = path.join(import.meta.dirname, 'host');
        expect(compile(path.join(hosts, 'AnsweringHost.cs')).stdout).toBe('');
        // A file of later C#, so that the option is known to bite.
        expect(compile(path.join(hosts, 'ConsoleHost.cs')).stdout).toMatch(/not available in C# 5/);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    });
  });
}
