import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { harmless } from '../../src/contract/harmless.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { rowsOf } from './documented-properties.ts';
import { literal } from './engines.ts';
import { captureExample, EACH_TYPE } from './every-type.ts';
import { describeEngines } from './suites.ts';

/**
 * Whoever names a process, a thread or a driver names what an administrator prints. Here every text of every object is
 * such a name: views must show it and let the terminal obey none of it.
 */

/** What terminals obey: the end of a line that views draw themselves is all that they may have of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Ends the line, clears the screen, sets the title, colours, a C1 sequence, goes back, and turns the direction of writing. The
 * engine strips colours from what it draws, but not the rest.
 */
const EVIL = `"!$([char]10)$([char]27)[2J$([char]27)]0;t$([char]7)$([char]27)[31m$([char]0x9b)5m$([char]8)$([char]13)$([char]0x202e)$([char]0x2028)$([char]0x61c)$([char]127)"`;

/** Makes the texts of an object hostile, inner objects included, and those that are absent too. */
const CORRUPT = `
$evil = ${EVIL}
function Edit-Text([object] $Value) {
  if ($null -eq $Value) { return $null }
  if ($Value -is [string]) { return $evil + $Value + $evil }
  if ($Value -is [valuetype]) { return $Value }
  if ($Value -is [byte[]]) { return , $Value }
  if ($Value -is [System.Collections.IEnumerable]) { return , @(foreach ($item in $Value) { Edit-Text $item }) }
  return Edit-Object $Value
}
function Edit-Object([psobject] $Object) {
  $copy = [ordered] @{}
  foreach ($property in $Object.PSObject.Properties) {
    if ($property.Name -eq 'PSPath') { continue }
    $value = $property.Value
    if ($property.Name -notin $spared) { $value = Edit-Text $value }
    if ($null -eq $value -and $property.Name -in $texts) { $value = $evil }
    $copy[$property.Name] = $value
  }
  $hostile = [pscustomobject] $copy
  foreach ($name in $Object.PSObject.TypeNames) {
    if ($name -like 'KernelTriage.*') { $hostile.PSObject.TypeNames.Insert(0, $name) }
  }
  return $hostile
}`;

const textsOf = (type: string) =>
  rowsOf(type)
    .filter(({ type }) => type === 'String')
    .map(({ name }) => literal(name));

const draw = (type: string, make: string) => `${CORRUPT}
  $texts = @(${textsOf(type).join(', ')})
  # The view of memory computes with these.
  $spared = @(${type === 'DumpMemory' ? "'Address', 'Data'" : ''})
  $here = Edit-Object @(${make})[0]
  $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($here))
  $host.UI.WriteLine('%%'); $here | Out-Default
  $host.UI.WriteLine('%%'); $back | Out-Default
  $host.UI.WriteLine('%%'); $here | Format-List | Out-Default
  $host.UI.WriteLine('%%'); $back | Format-List | Out-Default`;

const folder = path.join(repositoryRoot, 'module', 'KernelTriage');
const viewed = readdirSync(folder)
  .filter((name) => name.endsWith('.format.ps1xml'))
  .flatMap((name) => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(/<Name>KernelTriage\.(\w+)</g),
  ])
  .map(([, type = '']) => type);

describeEngines('views of hostile names', (engine) => {
  const module = moduleUnderTest(engine);
  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  it('are looked at for every type that has one', () => {
    expect([...new Set(viewed)].filter((type) => EACH_TYPE[type] === undefined)).toEqual([]);
    expect(Object.keys(EACH_TYPE).filter((type) => !viewed.includes(type))).toEqual([]);
  });

  it('would be seen to obey: nothing between them and this test takes a control character away', async () => {
    const { text } = await module.run(
      `$evil = ${EVIL}; [pscustomobject] @{ Name = $evil } | Format-List | Out-Default`,
      {
        render: true,
      },
    );
    const obeyed = new Set(text.match(OBEYED));
    for (const character of ['\u001b', '\u0007', '\u0008', '\u009b', '\u202e', '\u061c', '\u007f'])
      expect(obeyed, harmless(character)).toContain(character);
  });

  it.each(Object.entries(EACH_TYPE))('%s shows them and obeys none', async (type, make) => {
    const { text, errorText, errors } = await module.run(draw(type, make(engine, module)), { render: true });
    expect(errors).toEqual([]);
    expect(errorText).toBe('');
    const [, ...drawn] = text.split('%%\n');
    expect(drawn).toHaveLength(4);
    for (const [index, what] of ['table', 'table of a copy', 'list', 'list of a copy'].entries()) {
      expect(drawn[index]?.match(OBEYED), what).toBeNull();
      expect(drawn[index]?.replace(/\n\s*/g, ''), what).toContain('!\\x0a\\x1b');
    }
  });

  it('work where the language is constrained, as on machines under App Control', async () => {
    const { text, errorText } = await module.run(
      `$thread = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock)[0]
       $thread.Name = "a\u001b[2Jb"
       $ExecutionContext.SessionState.LanguageMode
       , $thread | Out-Default
       , $thread | Format-List | Out-Default`,
      { render: true, language: 'ConstrainedLanguage' },
    );
    expect(errorText).toBe('');
    expect(text).toContain('ConstrainedLanguage');
    expect(text).toMatch(/Full +a\\x1b\[2Jb$/m);
    expect(text).toMatch(/^Name +: a\\x1b\[2Jb$/m);
    expect(text.match(OBEYED)).toBeNull();
  });

  it('spell every character as the executable does', async () => {
    const { output, errors } = await module.run(`
      $thread = @(Get-KernelThread w3wp -Machine simulated:w3wp-oplock)[0]
      & (Get-Module KernelTriage) {
        param($thread)
        foreach ($code in 0..65535) {
          $text = ConvertTo-HarmlessText "$([char] $code)"
          if ($text -cne [char] $code) { "$code $text" }
        }
        foreach ($code in 0..8300) {
          $text = $thread.Harmless("$([char] $code)")
          if ($text -cne [char] $code) { "method $code $text" }
        }
      } $thread
      $thread.Harmless(@(12, "a$([char] 7)", $null)).Count
      $thread.Harmless([timespan]::FromSeconds(3)).TotalSeconds`);
    expect(errors).toEqual([]);
    const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => harmless(String.fromCharCode(code)) !== String.fromCharCode(code),
    );
    const spelled = (prefix: string, code: number) =>
      `${prefix}${code} ${harmless(String.fromCharCode(code))}`;
    expect(codes.length).toBeGreaterThan(60);
    expect(output.map(({ value }) => value)).toEqual([
      ...codes.map((code) => spelled('', code)),
      ...codes.filter((code) => code <= 8300).map((code) => spelled('method ', code)),
      ...[3, 3],
    ]);
  });
});

describeEngines('what is said of hostile names', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;
  /** A file of this name, which is not there. */
  const FILE = `$evil = ${EVIL}; $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), $evil)`;

  it('in an error is harmless, and its target exact', async () => {
    const { output } = await run(
      `${FILE}
       Get-KernelDump -LiteralPath $file -ErrorAction SilentlyContinue -ErrorVariable found
       Get-KernelStack -InputObject ([pscustomobject] @{ Name = $evil }) -ErrorAction SilentlyContinue -ErrorVariable +found
       foreach ($e in $found) { [pscustomobject] @{ Id = $e.FullyQualifiedErrorId; Said = "$e $($e.Exception.Message) $($e.CategoryInfo) $($e.ErrorDetails.RecommendedAction)" } }
       $found[0].TargetObject -ceq $file
       $found[1].TargetObject.Name -ceq $evil`,
    );
    const [missing, refused, ...exact] = output;
    expect([missing, refused].map((one) => one?.properties?.['Id'])).toEqual([
      'FileNotFound,Get-KernelDump',
      'InvalidRequest,Get-KernelStack',
    ]);
    for (const one of [missing, refused]) {
      expect(one?.properties?.['Said']).toContain('!\\x0a\\x1b[2J');
      expect(String(one?.properties?.['Said']).match(OBEYED)).toBeNull();
      expect(one?.properties?.['Said']).not.toContain('\n');
    }
    expect(exact.map(({ value }) => value)).toEqual([true, true]);
  });

  it('is harmless as the host draws it: errors, verbose text, and what -WhatIf says', async () => {
    const { text, errorText } = await run(
      `${FILE}
       Get-KernelDump -LiteralPath $file -Verbose
       $error[0].TargetObject -ceq $file
       New-LiveKernelDump ([System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), "$evil.dmp")) -Machine simulated:windows-11 -WhatIf`,
      { render: true },
    );
    expect(text).toContain('True');
    // JSON spells some of them its own way.
    expect(text).toMatch(/VERBOSE: .*!\\u000a\\u001b\[2J/);
    expect(text).toMatch(/What if: .*!\\x0a\\x1b\[2J/);
    // Where errors are drawn differs by host.
    const drawn = text + errorText;
    expect(drawn.replace(/\n\s*\|?\s*/g, '')).toMatch(/!\\x0a\\x1b\[2J.* does not exist/);
    expect(drawn.match(OBEYED)).toBeNull();
  });

  it('is harmless in the menu of the Tab key, and exact in what is inserted', async () => {
    const { output } = await run(
      `$evil = ${EVIL}
       & (Get-Module KernelTriage) { param($evil) ConvertTo-Completion $evil $evil $evil } $evil
       $evil`,
    );
    const [offered, evil] = output;
    const { CompletionText, ListItemText, ToolTip } = offered?.properties ?? {};
    expect(CompletionText).toBe(`'${evil?.value}'`);
    for (const shown of [ListItemText, ToolTip]) expect(shown).toBe(harmless(String(evil?.value)));
  });
});
