import { readdirSync } from 'node:fs';
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
];

const shipped = readdirSync(path.join(repositoryRoot, 'module'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ps(1|m1|d1)$/.test(name))
  .map((name) => path.join(repositoryRoot, 'module', name));

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
    expect(found.filter(([, rules], index) => !TOO_NEW[index]?.[1].test(rules))).toEqual([]);
  });

  it('is checked by rules that let the rest pass', async () => {
    const { output } = await runScript(
      engine,
      FINE.map((text) => `Find-CompatibilityProblem ${literal(text)}`).join('\n'),
      { setup },
    );
    expect(output.map(({ properties }) => properties)).toEqual([]);
  });

  it.runIf(shipped.length > 0)('holds for every file of the module', async () => {
    const { output, errors } = await runScript(
      engine,
      shipped
        .map(
          (file) =>
            `foreach ($p in Find-FileCompatibilityProblem ${literal(engine.pathFor(file))}) { ${literal(path.relative(repositoryRoot, file))} + ":$($p.Line) $($p.Rule) $($p.Text)" }`,
        )
        .join('\n'),
      { setup },
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });
});
