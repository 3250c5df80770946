import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

const folder = path.join(repositoryRoot, 'docs');
const blocks = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/^```powershell\n(.*?)^```$/gms)].map(
      ([, text = '']) => ({ name, text }),
    ),
  );

describeEngines('the recipes', (engine) => {
  const module = moduleUnderTest(engine);

  it('are PowerShell, and call our commands with parameters that they have', async () => {
    const texts = blocks.map(({ text }) => literal(text)).join(', ');
    const { output, errors } = await module.run(
      `foreach ($text in ${texts}) {
         $tokens = $null; $problems = $null
         $tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $problems)
         foreach ($problem in $problems) { "$problem" }
         foreach ($call in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
           $command = (Get-Module KernelTriage).ExportedFunctions[[string] $call.GetCommandName()]
           if (-not $command) { continue }
           foreach ($element in $call.CommandElements) {
             if ($element -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
             $known = @($command.Parameters.Keys) + @($command.Parameters.Values.Aliases)
             if ($known -notcontains $element.ParameterName) { "$($command.Name) has no -$($element.ParameterName)" }
           }
         }
       }`,
    );
    expect(blocks.length).toBeGreaterThan(5);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([]);
  });

  it('capture what hangs and group it', async () => {
    const target = mkdtempSync(path.join(module.scratch, 'recipe-'));
    const { output, errors } = await module.run(
      `$groups = @(Get-KernelThread -Name w3wp -State Wait -Machine simulated:w3wp-oplock | Select-Object -First 12 |
         New-TriageDump -Destination ${literal(engine.pathFor(target))} -Confirm:$false |
         Get-KernelStack | Group-KernelStack)
       $sum = 0; foreach ($group in $groups) { $sum += $group.Count }; $sum`,
    );
    expect(errors).toEqual([]);
    // Every thread that was captured is in one group.
    expect(output.map(({ value }) => value)).toEqual([12]);
  });
});
