import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/** What a script or function around a command prefers counts for the command, as it does for commands of the engine. */

const EXPORTED = readdirSync(path.join(repositoryRoot, 'module', 'KernelTriage', 'Public')).map(
  (name) => path.parse(name).name,
);
const ON = '-Machine simulated:w3wp-oplock';

describeEngines('the preferences of the caller', (engine) => {
  const module = moduleUnderTest(engine);
  const fresh = () => mkdtempSync(path.join(module.scratch, 'dumps-'));
  const spelled = (file: string) => literal(engine.pathFor(file));

  it.each(EXPORTED)('are taken by %s', async (command) => {
    const { output } = await module.run(
      `$body = (Get-Command ${command}).ScriptBlock.Ast.Body
       $first = @(if ($body.BeginBlock) { $body.BeginBlock.Statements[0] } else { $body.EndBlock.Statements[0] })[0]
       "$first"`,
    );
    expect(output.map(({ value }) => value)).toEqual(['. $script:UseCallerPreference']);
  });

  it('make a wrapper that is asked what if touch nothing', async () => {
    const [byParameter, byVariable, live] = [fresh(), fresh(), fresh()];
    const capture = `Get-KernelThread w3wp -ThreadId 10276 ${ON} | New-TriageDump`;
    const { output, errors } = await module.run(
      `function Save-It { [CmdletBinding(SupportsShouldProcess = $true)] param($To) ${capture} $To }
       (Save-It ${spelled(byParameter)} -WhatIf).PSTypeNames[0]
       function Save-Other { param($To) $WhatIfPreference = $true; ${capture} $To }
       (Save-Other ${spelled(byVariable)}).PSTypeNames[0]
       function Save-Live { [CmdletBinding(SupportsShouldProcess = $true)] param($To) New-LiveKernelDump $To ${ON} }
       (Save-Live ${spelled(path.join(live, 'a.dmp'))} -WhatIf).PSTypeNames[0]`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([
      'KernelTriage.TriagePlan',
      'KernelTriage.TriagePlan',
      'KernelTriage.LivePlan',
    ]);
    for (const folder of [byParameter, byVariable, live]) expect(readdirSync(folder)).toEqual([]);
  });

  it('end a function at its first error, or keep it silent, unless the parameter says otherwise', async () => {
    const fails = `Get-KernelThread nowhere ${ON}`;
    const { output, errors } = await module.run(
      `function Stop-First { $ErrorActionPreference = 'Stop'; ${fails}; 'went on' }
       try { Stop-First } catch { "$($_.FullyQualifiedErrorId)" }
       function Stop-ByParameter { [CmdletBinding()] param() ${fails}; 'went on' }
       try { Stop-ByParameter -ErrorAction Stop } catch { "$($_.FullyQualifiedErrorId)" }
       function Say-Nothing { $ErrorActionPreference = 'SilentlyContinue'; ${fails}; 'silent' }
       Say-Nothing
       function Go-On { $ErrorActionPreference = 'Stop'; ${fails} -ErrorAction SilentlyContinue; 'went on' }
       Go-On`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([
      ...['ProcessNotFound,Get-KernelThread', 'ProcessNotFound,Get-KernelThread', 'silent', 'went on'],
    ]);
  });

  it('answer for the caller who has said that he need not be asked', async () => {
    const [byParameter, byVariable] = [fresh(), fresh()];
    const { output, errors } = await module.run(
      `function Save-It { [CmdletBinding(SupportsShouldProcess = $true)] param($To) New-LiveKernelDump $To ${ON} }
       (Save-It ${spelled(path.join(byParameter, 'a.dmp'))} -Confirm:$false).Verified
       function Save-Other { param($To) $ConfirmPreference = 'None'; New-LiveKernelDump $To ${ON} }
       (Save-Other ${spelled(path.join(byVariable, 'a.dmp'))}).Verified`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, true]);
  });

  it('show what is said aside', async () => {
    const { verbose } = await module.run(
      `function Tell-All { [CmdletBinding()] param() $null = Get-KernelThread w3wp -Snapshot ${ON} }; Tell-All -Verbose`,
    );
    expect(verbose.map(({ message }) => message).join('\n')).toMatch(/gave 300 records/);
  });
});
