import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal, runScript } from './engines.ts';
import { describeEngines } from './suites.ts';

const lint = path.join(import.meta.dirname, 'style-lint.ps1');

/** By rule, what it has to find, and what looks alike and is fine. */
const PROBES: Readonly<
  Record<string, { readonly found: readonly string[]; readonly fine: readonly string[] }>
> = {
  UseApprovedVerbs: {
    found: ['function Analyze-Thing { 1 }'],
    fine: ['function Measure-Thing { 1 }', 'function plain { 1 }'],
  },
  UseSingularNouns: {
    found: ['function Get-Threads { 1 }'],
    fine: ['function Get-Process { 1 }', 'function Get-Status { 1 }', 'function Get-Analysis { 1 }'],
  },
  UseShouldProcessForStateChangingFunctions: {
    found: ['function New-Thing { 1 }', 'function Stop-Thing([int] $a) { $a }'],
    fine: [
      'function New-Thing { [CmdletBinding(SupportsShouldProcess = $true)] param() if ($PSCmdlet.ShouldProcess(1)) { 1 } }',
      'class Thing { [void] Set() { } }',
      'function Open-Thing { 1 }',
    ],
  },
  ShouldProcess: {
    found: [
      'function New-Thing { [CmdletBinding(SupportsShouldProcess = $true)] param() 1 }',
      'function Confirm-Thing($Cmdlet) { $Cmdlet.ShouldProcess(1) }',
    ],
    fine: [
      'function New-Thing { [CmdletBinding(SupportsShouldProcess)] param() foreach ($a in 1, 2) { if ($PSCmdlet.ShouldProcess($a)) { 1 } } }',
      'function Get-Thing { [CmdletBinding(SupportsShouldProcess = $false)] param() 1 }',
    ],
  },
  UseProcessBlockForPipelineCommand: {
    found: ['function Get-Thing { param([Parameter(ValueFromPipeline = $true)] $a) end { $a } }'],
    fine: [
      'function Get-Thing { param([Parameter(ValueFromPipeline = $true)] $a) process { $a } }',
      'function Get-Thing { param($a) end { $a } }',
    ],
  },
  ReviewUnusedParameter: {
    found: [
      'function f($a, $b) { $a }',
      'function f { param($a, $b) process { $b } }',
      '$x = { param($a) 1 }; $x',
    ],
    fine: [
      'function f($a) { g { $a } }',
      'function f { param($a) g @PSBoundParameters }',
      'function f { param($a) process { "$($a)" } }',
    ],
  },
  AvoidAssignmentToAutomaticVariable: {
    found: [
      '$event = 1; $event',
      'foreach ($input in 1) { 1 }',
      'function f($Host) { $Host }',
      '[int] $matches = 1; $matches',
    ],
    fine: ['$facts = 1; $facts', '$a.Host = 1', '$null = f'],
  },
  AvoidMultipleTypeAttributes: {
    found: ['function f { param([switch] [bool] $a) $a }'],
    fine: ['function f { param([ValidateNotNull()] [string] $a) $a }'],
  },
  AvoidDefaultValueSwitchParameter: {
    found: ['function f { param([switch] $a = $true) $a }'],
    fine: ['function f { param([switch] $a) $a }', 'function f { param([bool] $a = $true) $a }'],
  },
  AvoidDefaultValueForMandatoryParameter: {
    found: ['function f { param([Parameter(Mandatory = $true)] $a = 1) $a }'],
    fine: ['function f { param([Parameter(Mandatory = $false)] $a = 1) $a }'],
  },
  AvoidGlobalVars: { found: ['$global:a = 1'], fine: ['$script:a = 1'] },
  UseDeclaredVarsMoreThanAssignments: {
    found: [
      '$a = 1',
      'function f { $a = 1; $b = 2; $b }',
      '$a = 1; $a = 2',
      '$a = 1; function f { $b = $a }',
    ],
    fine: [
      '$a = 1; g { $a }',
      '$a = @{}; $a.b = 1; $a',
      '$script:a = 1',
      "$ErrorActionPreference = 'Stop'",
      'function f { begin { $a = 1 } end { $a } }',
    ],
  },
  AvoidUsingPositionalParameters: {
    found: ['Get-Thing 1 2 3', '1 | Get-Thing 2 3'],
    fine: ['Get-Thing 1 2', 'Get-Thing 1 -B 2 -C 3', 'f 1 2 3', '1 | Get-Thing 2'],
  },
  AvoidUsingCmdletAliases: { found: ['1 | % { 1 }', '1 | where { 1 }'], fine: ['1 | Where-Object { 1 }'] },
  AvoidUsingInvokeExpression: { found: ['Invoke-Expression 1'], fine: ['& 1'] },
  AvoidUsingWriteHost: { found: ['Write-Host 1'], fine: ['$Host.UI.WriteLine(1)'] },
  PossibleIncorrectComparisonWithNull: {
    found: ['if ($a -eq $null) { 1 }', '$a -ne $null'],
    fine: ['if ($null -eq $a) { 1 }', '$a -eq 1'],
  },
  AvoidUsingEmptyCatchBlock: { found: ['try { 1 } catch { }'], fine: ['try { 1 } catch { throw }'] },
  UseCorrectCasing: {
    found: ['ForEach ($a in 1) { $a }', '1 -EQ 2', '"$(If (1) { 2 })"'],
    fine: ['foreach ($a in 1) { $a }', '1 -eq 2', "'If'"],
  },
  AvoidTrailingWhitespace: { found: ['1 \n2', '1\t'], fine: ['1\n  2'] },
};

/** Every PowerShell script of the repository, and the module as it is built. */
const scripts = ['build.ps1', 'module', 'docs', 'test'].flatMap((place) =>
  place.endsWith('.ps1')
    ? [path.join(repositoryRoot, place)]
    : readdirSync(path.join(repositoryRoot, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.ps[md]?1$/.test(name))
        .map((name) => path.join(repositoryRoot, place, name)),
);

describeEngines('style', (engine) => {
  const module = moduleUnderTest(engine);
  const setup = `. ${literal(engine.pathFor(lint))}`;
  /** For each text, the rules that it breaks. */
  async function broken(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
    const { output, errors } = await runScript(
      engine,
      texts
        .map((text) => `@(Find-StyleProblem ${literal(text)} | ForEach-Object { $_.Rule }) -join ';'`)
        .join('\n'),
      { setup },
    );
    expect(errors).toEqual([]);
    return output.map(({ value }) => String(value).split(';'));
  }

  it('is checked by rules that find what they are about', async () => {
    const probes = Object.entries(PROBES).flatMap(([rule, { found }]) =>
      found.map((text) => [rule, text] as const),
    );
    const rules = await broken(probes.map(([, text]) => text));
    expect(probes.filter(([rule], index) => !rules[index]?.includes(rule))).toEqual([]);
  });

  it('is checked by rules that let pass what looks alike', async () => {
    const probes = Object.entries(PROBES).flatMap(([rule, { fine }]) =>
      fine.map((text) => [rule, text] as const),
    );
    const rules = await broken(probes.map(([, text]) => text));
    expect(probes.filter(([rule], index) => rules[index]?.includes(rule))).toEqual([]);
  });

  it('holds for every script, and for the module as it is built', async () => {
    const files = [...scripts, path.join(module.folder, 'KernelTriage.psm1')];
    expect(files.length).toBeGreaterThan(40);
    const { output, errors } = await runScript(
      engine,
      files
        .map(
          (file) =>
            `foreach ($p in Find-StyleProblem ([System.IO.File]::ReadAllText(${literal(engine.pathFor(file))}))) { ${literal(path.basename(file))} + ":$($p.Line) $($p.Rule) $($p.Text)" }`,
        )
        .join('\n'),
      { setup, timeLimit: 120_000 },
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });
});
