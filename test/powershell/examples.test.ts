import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { TOPICS } from '../../src/build/help/topics.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/**
 * Every example of the help is run as it stands, on the simulated machine. Only what it says of a place that a test has
 * not (folders, files, a process of this system, other computers) is replaced in its text.
 */

interface Example {
  readonly title: string;
  readonly code: string;
  readonly remarks: string;
}

const EXAMPLES = `
foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
  $number = 0
  foreach ($example in (Get-Help $command.Name -Full).examples.example) {
    $number++
    $remarks = foreach ($remark in $example.remarks) { $remark.Text }
    [pscustomobject] @{ title = "$($command.Name), example $number"; code = $example.code; remarks = "$remarks".Trim() }
  }
}`;

/** Everything happens on this machine, which can do all that the examples ask for, and nobody is asked. */
const SETUP = `
$ConfirmPreference = 'None'
$PSDefaultParameterValues = @{}
foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
  if ($command.Parameters.ContainsKey('Machine')) { $PSDefaultParameterValues["$($command.Name):Machine"] = 'simulated:windows-11' }
}
# The engine alone has not these; that they sort and count is not what the examples are run for.
if (-not (Get-Command Sort-Object -ErrorAction Ignore)) { function Sort-Object { $input } }
if (-not (Get-Command Group-Object -ErrorAction Ignore)) { function Group-Object { $input } }
`;

/** Examples that look for what is rare: what they find may be nothing. */
const MAY_BE_EMPTY = /Where PendingIrps|Status -(eq Fail|ne Pass)/;

describeEngines('the examples of the help', (engine) => {
  const module = moduleUnderTest(engine);
  const inScratch = (name: string) => engine.pathFor(path.join(module.scratch, name));
  const facts = { address: '', threadId: '' };

  beforeAll(async () => {
    const { output, errors } = await module.run(
      `$dump = Get-KernelThread w3wp -WaitReason WrResource | Select-Object -First 4 |
         New-TriageDump ${literal(inScratch(''))} -Name w3wp
       $null = New-LiveKernelDump ${literal(inScratch('MEMORY.DMP'))}
       $dump.Threads[0].ThreadId
       (Get-KernelDump ${literal(inScratch('MEMORY.DMP'))}).Drivers[0].Base`,
      { setup: SETUP },
    );
    expect(errors).toEqual([]);
    facts.threadId = String(output[0]?.value);
    facts.address = String(output[1]?.value);
  });

  /** The example with the places of this test. */
  function adapted(code: string): string {
    const folder = engine.pathFor(mkdtempSync(path.join(module.scratch, 'dumps-')));
    const separator = engine.platform === 'windows' ? '\\' : '/';
    return code
      .replace(/^PS [^>]*> */gm, '')
      .replaceAll('D:\\dumps\\w3wp_4872_001.dmp', inScratch('w3wp.dmp'))
      .replaceAll('D:\\dumps\\*.dmp', inScratch('*.dmp'))
      .replaceAll('D:\\dumps', folder)
      .replaceAll('D:\\', folder + separator)
      .replaceAll('.\\self-test', `${folder}${separator}self-test`)
      .replaceAll('C:\\Symbols', folder)
      .replaceAll(/(?<![\w/\\])(?:\.\\)?(w3wp\.dmp|MEMORY\.DMP)/g, (_, name: string) => inScratch(name))
      .replaceAll('0xfffff80012345678', facts.address)
      .replaceAll('ThreadId -eq 1204', `ThreadId -eq ${facts.threadId}`)
      .replaceAll('-Process (Get-Process -Id 4872)', '-Id 4872')
      .replaceAll('Get-Process w3wp', '4872')
      .replaceAll('Invoke-Command -ComputerName (Get-Content servers.txt) {', '& {');
  }

  it('are each explained, and run without an error', async () => {
    const { output } = await module.run(EXAMPLES);
    const examples = output.map(({ properties }) => properties as unknown as Example);
    expect(examples.length).toBeGreaterThan(25);
    const problems: string[] = [];
    for (const { title, code, remarks } of examples) {
      if (!/^[A-Z].*\.$/s.test(remarks)) problems.push(`${title}: no sentence says what it is for`);
      const script = adapted(code);
      // Counted there, because there may be hundreds.
      const run = await module.run(`$all = @(. {\n${script}\n}); $all.Count`, { setup: SETUP });
      for (const { message } of run.errors) problems.push(`${title}: ${script}: ${message}`);
      if (run.output[0]?.value === 0 && !MAY_BE_EMPTY.test(code))
        problems.push(`${title}: ${script}: no output`);
    }
    expect(problems).toEqual([]);
  });

  it('stand beside links that lead to a topic of this module', async () => {
    const topics = ['about_KernelTriage', ...TOPICS.map(({ name }) => name)].map(literal).join(', ');
    const { output, errors } = await module.run(`
      $module = Get-Module KernelTriage
      foreach ($command in $module.ExportedFunctions.Values) {
        $links = foreach ($link in (Get-Help $command.Name -Full).relatedLinks.navigationLink) { if ($link.linkText) { $link.linkText } }
        if (-not $links) { "$($command.Name) has no link" }
        foreach ($link in $links) {
          $isTopic = $link -in ${topics} -or $module.ExportedFunctions.ContainsKey($link)
          if (-not $isTopic -or $link -eq $command.Name) { "$($command.Name): $link" }
        }
      }`);
    expect(errors).toEqual([]);
    expect(output).toEqual([]);
  });

  it('stand beside every type that a command gives', async () => {
    const { output, errors } = await module.run(`
      foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
        $declared = @(foreach ($type in $command.OutputType) { $type.Name })
        $told = "$((Get-Help $command.Name -Full).returnValues.returnValue.type.name)"
        foreach ($name in $declared) { if ($told -notmatch "\\b$([regex]::Escape($name))\\b") { "$($command.Name) does not explain $name" } }
        if (-not $declared) { "$($command.Name) has no OutputType" }
      }`);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });
});
