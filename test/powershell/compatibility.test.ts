import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { literal, runScript } from './engines.ts';
import { describeEngines } from './suites.ts';

const lint = path.join(import.meta.dirname, 'compatibility-lint.ps1');

/** What 5.1 cannot do, as someone would write it, and the rule that must say so. */
const TOO_NEW: ReadonlyArray<readonly [string, RegExp]> = [
  ['$a ?? 1', /\?\?/],
  ['$a ??= 1', /\?\?=/],
  ['(f)?.Length', /\?\./],
  ['(f)?[0]', /\?\[\]/],
  ['$a?.Length', /variable/],
  ['f && g', /&&/],
  ['f || g', /\|\|/],
  ['$a ? 1 : 2', /ternary/],
  ['function f { clean { 1 } }', /clean/],
  ['f &', /background/],
  ["'a'\n| f", /begins with \|/],
  ['0b101', /number/],
  ['5n', /number/],
  ['0x1Fus', /number/],
  ['"`e[0m"', /escape/],
  ['"$("`u{1F600}")"', /escape/],
  ['$a.Cast[int]()', /type arguments/],
  ["'a' -replace 'b', { $_ }", /script block/],
  ['ConvertFrom-Json $a -AsHashtable', /-AsHashtable/],
  ['Microsoft.PowerShell.Utility\\ConvertFrom-Json $a -Depth 3', /-Depth/],
  ['1 | ForEach-Object -Parallel { $_ }', /-Parallel/],
  ['Join-Path a b c', /Join-Path/],
  ['if ($IsWindows) { 1 }', /IsWindows/],
  ['[System.Text.Json.JsonDocument]::Parse("1")', /System\.Text\.Json/],
  ["function f { param([ArgumentCompletions('a')] $b) }", /ArgumentCompletions/],
  ['[System.Span[byte]]::Empty', /System\.Span/],
  ['[System.Collections.Generic.List[System.Half]] $a', /System\.Half/],
  ['[ushort] 1', /ushort/],
  ['[ulong] 1', /ulong/],
  ['[short[]] $a', /short/],
  ['[uint] 1', /uint/],
  ["'a'..'z'", /range of characters/],
  ['function f { param([ValidateNotNullOrWhiteSpace()] [string] $a) }', /ValidateNotNullOrWhiteSpace/],
  ['[Math]::Clamp(1, 2, 3)', /Clamp/],
  ['[System.Convert]::ToHexString($a)', /ToHexString/],
  ['$start.ArgumentList.Add("a")', /ArgumentList/],
  ['[System.IO.Path]::GetRelativePath($a, $b)', /GetRelativePath/],
  ['[System.Security.Cryptography.SHA256]::HashData($a)', /HashData/],
  ["$a.Replace('a', 'b', 'Ordinal')", /Replace with a comparison/],
  ["$a.Contains('a', 'OrdinalIgnoreCase')", /Contains with a comparison/],
  ["$a.Split(', ')", /Split/],
  ['if (', /syntax/],
];

/** Looks alike and is fine in 5.1. */
const FINE = [
  '[ordered] @{ a = 1 }',
  '0x1F; 12; 1.5; 10kb; 0x10L; 1e3; 0x0b; 1d',
  'f |\n g',
  '"a ``e `t `"b`" $($c)"',
  'Join-Path a b',
  "'a' -replace 'b', 'c'",
  '[System.Collections.Generic.List[string]]::new()',
  'ConvertFrom-Json -InputObject $a',
  '$a = if ($b) { 1 } else { 2 }',
  'Get-Content a -Raw | ForEach-Object { $_ }',
  "1..3; $a..$b; '1'..'3'",
  '[uint32] 1; [uint16] 1; [int16] 1; [uint64[]] $a; [System.Collections.Generic.Dictionary[string, int]]::new()',
  "$a.Replace('a', 'b'); $a.Contains('b'); $a.Split(','); $a.Split([char[]] ', '); $a.Trim()",
  '[Math]::Min(1, 2); [System.IO.Path]::Combine($a, $b); $start.Arguments',
  'function f { param([ValidateNotNullOrEmpty()] [string] $a) }',
];

const inModule = readdirSync(path.join(repositoryRoot, 'module'), { recursive: true, encoding: 'utf8' });
const inFolder = (ending: RegExp) =>
  inModule.filter((name) => ending.test(name)).map((name) => path.join(repositoryRoot, 'module', name));

const scripts = [
  ...inFolder(/\.ps(1|m1|d1)$/),
  ...['build.ps1', 'docs/examples/demo.ps1', 'test/powershell/driver.ps1', 'test/powershell/serve.ps1'].map(
    (name) => path.join(repositoryRoot, name),
  ),
];
const documents = inFolder(/\.ps1xml$/);

describeEngines('compatibility with Windows PowerShell 5.1', (engine) => {
  const setup = `. ${literal(engine.pathFor(lint))}`;

  it('is checked by rules that find what is too new', async () => {
    const { output, errors } = await runScript(
      engine,
      TOO_NEW.map(
        ([text]) => `@(Find-CompatibilityProblem ${literal(text)} | ForEach-Object { $_.Rule }) -join '; '`,
      ).join('\n'),
      { setup },
    );
    expect(errors).toEqual([]);
    const found = TOO_NEW.map(([text], index) => [text, String(output[index]?.value)] as const);
    // What 5.1 itself cannot parse has no tree for a rule to look at: there the syntax error is the finding.
    const says = (rules: string, rule: RegExp | undefined) =>
      rule?.test(rules) === true || (engine.name === 'powershell' && /^syntax|; syntax/.test(rules));
    expect(found.filter(([, rules], index) => !says(rules, TOO_NEW[index]?.[1]))).toEqual([]);
  });

  it('is checked by rules that let the rest pass', async () => {
    const { output } = await runScript(
      engine,
      FINE.map((text) => `Find-CompatibilityProblem ${literal(text)}`).join('\n'),
      { setup },
    );
    expect(output.map(({ properties }) => properties)).toEqual([]);
  });

  it.each([
    [
      'every script of the module, and those that build, show and test it',
      'Find-FileCompatibilityProblem',
      scripts,
    ],
    ['the scripts inside every file of types and views', 'Find-XmlCompatibilityProblem', documents],
  ] as const)('holds for %s', async (_, find, files) => {
    expect(files.length).toBeGreaterThan(3);
    const { output, errors } = await runScript(
      engine,
      files
        .map(
          (file) =>
            `foreach ($p in ${find} ${literal(engine.pathFor(file))}) { ${literal(path.relative(repositoryRoot, file))} + ":$($p.Line) $($p.Rule) $($p.Text)" }`,
        )
        .join('\n'),
      { setup },
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });

  it('is checked inside files of types and views', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-compatibility-'));
    const file = path.join(folder, 'a.ps1xml');
    const places = ['ScriptBlock', 'GetScriptBlock', 'SetScriptBlock', 'Script'];
    writeFileSync(
      file,
      `<a>${places.map((name) => `<${name}>[Math]::Clamp(1, 2, 3)</${name}>`).join('')}</a>`,
    );
    const { output } = await runScript(
      engine,
      `Find-XmlCompatibilityProblem ${literal(engine.pathFor(file))}`,
      {
        setup,
      },
    );
    rmSync(folder, { recursive: true });
    expect(output.map(({ properties }) => properties?.['Rule'])).toHaveLength(places.length);
  });
});
