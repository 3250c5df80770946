import { expect, it } from 'vitest';
import { THREAD_STATES, WAIT_REASONS } from '../../src/contract/thread-state.ts';
import { scenarioNames } from '../../src/simulator/population/scenarios.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

interface Completion {
  readonly text: string;
  readonly shown: string;
  readonly tip: string;
}

/** What the Tab key offers at the end of each line, by the engine's own completion. */
const COMPLETE = (lines: readonly string[]) => `
foreach ($line in ${lines.map(literal).join(', ')}) {
  $found = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
  [pscustomobject] @{ matches = @(foreach ($m in $found.CompletionMatches) {
    @{ text = $m.CompletionText; shown = $m.ListItemText; tip = $m.ToolTip } }) }
}`;

describeEngines('completion', (engine) => {
  const { run } = moduleUnderTest(engine);

  async function complete(...lines: string[]): Promise<readonly Completion[][]> {
    const { output, errors } = await run(COMPLETE(lines));
    expect(errors).toEqual([]);
    return output.map(({ properties }) => properties?.['matches'] as Completion[]);
  }

  it('offers every state and wait reason that a filter takes, and only those that fit', async () => {
    const [states, reasons, fitting, second] = await complete(
      'Get-KernelThread -State ',
      'Get-KernelThread -WaitReason ',
      'Get-KernelThread -WaitReason wrr',
      'Get-KernelThread -State Wait, re',
    );
    expect(states?.map(({ text }) => text)).toEqual(THREAD_STATES);
    expect(reasons?.map(({ text }) => text)).toEqual(WAIT_REASONS);
    expect(fitting?.map(({ text }) => text)).toEqual(WAIT_REASONS.filter((reason) => /^wrr/i.test(reason)));
    expect(second?.map(({ text }) => text)).toEqual(['Ready']);
  });

  it('offers machines with their sentence wherever there is a parameter Machine', async () => {
    const { output } = await run(
      `foreach ($c in (Get-Module KernelTriage).ExportedFunctions.Values) { if ($c.Parameters.ContainsKey('Machine')) { $c.Name } }`,
    );
    const commands = output.map(({ value }) => String(value));
    expect(commands.length).toBeGreaterThan(2);
    const offered = await complete(...commands.map((command) => `${command} -Machine `));
    const expected = ['local', ...scenarioNames().map(({ name }) => `simulated:${name}`)];
    for (const [index, command] of commands.entries())
      expect(
        offered[index]?.map(({ text }) => text),
        command,
      ).toEqual(expected);
    expect(offered[0]?.slice(1).map(({ tip }) => tip)).toEqual(scenarioNames().map(({ summary }) => summary));
    const [byName] = await complete('New-TriageDump -Machine win');
    expect(byName?.map(({ text }) => text)).toEqual(['simulated:windows-11']);
  });

  it('offers the processes of the machine that is named, by id and by name', async () => {
    const on = '-Machine simulated:w3wp-oplock';
    const [ids, names, toCapture] = await complete(
      `Get-KernelThread ${on} -Id w3`,
      `Get-KernelThread ${on} -Name W3`,
      `New-TriageDump ${on} -Id 487`,
    );
    expect(ids).toEqual([{ text: '4872', shown: 'w3wp (4872)', tip: 'Process 4872, w3wp' }]);
    expect(names).toEqual([{ text: 'w3wp', shown: 'w3wp', tip: 'w3wp (4872)' }]);
    expect(toCapture?.map(({ text }) => text)).toEqual(['4872']);
  });

  it('offers the processes of this machine, quoted where they must be', async () => {
    const { output } = await run(
      `$me = [System.Diagnostics.Process]::GetCurrentProcess(); $me.Id; $me.ProcessName
       $line = "Get-KernelThread -Id $($me.Id)"
       [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches[0].ListItemText
       & (Get-Module KernelTriage) { (ConvertTo-Completion "it's a b" x y).CompletionText; (ConvertTo-Completion 'a;b' x y).CompletionText }`,
    );
    const [id, name, shown, ...quoted] = output.map(({ value }) => value);
    expect(shown).toBe(`${name} (${id})`);
    expect(quoted).toEqual(["'it''s a b'", "'a;b'"]);
  });
});
