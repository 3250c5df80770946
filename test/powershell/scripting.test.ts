import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

/** How scripts use commands: strict, stopping at the first error, asking nobody. Held by every exported function. */

const EXPORTED = readdirSync(path.join(repositoryRoot, 'module', 'KernelTriage', 'Public')).map(
  (name) => path.parse(name).name,
);

const ON = '-Machine simulated:windows-11';
const STRICT = `Set-StrictMode -Version Latest; $ErrorActionPreference = 'Stop'`;

interface Use {
  /** Does what the command is for. */
  readonly works: string;
  /** Asks for what cannot be, and gets the error of this code. */
  readonly fails: string;
  readonly code: string;
}

describeEngines('in scripts', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;
  const file = (name: string) => literal(engine.pathFor(path.join(module.scratch, name)));
  const fresh = () => literal(engine.pathFor(mkdtempSync(path.join(module.scratch, 'dumps-'))));

  beforeAll(async () => {
    const { errors } = await run(
      `$null = Get-KernelThread w3wp ${ON} | Select-Object -First 4 | New-TriageDump ${file('')} -Name w3wp`,
    );
    expect(errors).toEqual([]);
  });

  function useOf(command: string): Use {
    const dump = file('w3wp.dmp');
    const noDump = { fails: `${command} ${file('none.dmp')}`, code: 'FileNotFound' };
    const uses: Record<string, Use> = {
      'Get-KernelThread': {
        works: `Get-KernelThread w3wp ${ON}`,
        fails: `Get-KernelThread -Id 999999 ${ON}`,
        code: 'ProcessNotFound',
      },
      'New-TriageDump': {
        works: `Get-KernelThread w3wp ${ON} | Select-Object -First 2 | New-TriageDump ${fresh()}`,
        fails: `New-TriageDump -Id 999999 ${fresh()} ${ON}`,
        code: 'ProcessNotFound',
      },
      'New-LiveKernelDump': {
        works: `New-LiveKernelDump ${file('live.dmp')} -Force -Confirm:$false ${ON}`,
        fails: `New-LiveKernelDump ${file('refused.dmp')} -Confirm:$false -Machine simulated:not-elevated`,
        code: 'NotElevated',
      },
      'Test-KernelDumpReadiness': {
        works: `Test-KernelDumpReadiness ${ON}`,
        fails: 'Test-KernelDumpReadiness -Machine simulated:nowhere',
        code: 'UnknownMachine',
      },
      'Group-KernelStack': {
        works: `Get-KernelStack ${dump} | Group-KernelStack`,
        fails: `Get-KernelStack ${file('none.dmp')} | Group-KernelStack`,
        code: 'FileNotFound',
      },
      'Get-KernelDumpMemory': {
        ...noDump,
        works: `$a = @(Get-KernelDumpThread ${dump})[0].Address; Get-KernelDumpMemory ${dump} -Address $a -Length 16`,
        fails: `${noDump.fails} -Address 0x1000 -Length 16`,
      },
      'Get-KernelType': {
        works: `Get-KernelType nt!_KTHREAD -Path ${dump}`,
        fails: `Get-KernelType nt!_KTHREAD -Path ${file('none.dmp')}`,
        code: 'FileNotFound',
      },
      'Resolve-KernelSymbol': {
        ...noDump,
        works: `$a = @(Get-KernelStack ${dump})[0].Frames[0].Address; Resolve-KernelSymbol ${dump} -Address $a`,
        fails: `${noDump.fails} -Name nt!KeWait*`,
      },
    };
    return uses[command] ?? { works: `${command} ${dump}`, ...noDump };
  }

  it.each(EXPORTED)('%s works in strict mode, where the first error ends the script', async (command) => {
    const { works } = useOf(command);
    const { output, errors } = await run(
      `${STRICT}\n$all = @(. {\n${works}\n}); $all.Count; $all[0].PSTypeNames[0]`,
    );
    expect(errors).toEqual([]);
    expect(Number(output[0]?.value)).toBeGreaterThan(0);
    expect(String(output[1]?.value)).toMatch(/^KernelTriage\./);
  });

  it.each(EXPORTED)(
    '%s fails with an error that its help lists and a script can catch, collect or pass over',
    async (command) => {
      const { fails, code } = useOf(command);
      // A pipeline's error is that of the command which finds it.
      const finder = fails.match(/[A-Z]\w+-Kernel\w+|New-\w+/)?.[0] ?? command;
      const { output, errors } = await run(
        `
      ${STRICT}
      try { ${fails}; 'went on' } catch { "$($_.FullyQualifiedErrorId)"; $_.CategoryInfo.Category -ne 'NotSpecified'; $null -ne $_.TargetObject }
      $ErrorActionPreference = 'Continue'
      ${fails} -ErrorAction SilentlyContinue -ErrorVariable found
      @($found).Count -ge 1
      "$((Get-Help ${finder} -Full).alertSet.alert.text)" -match '\\b${code}\\b'
      ${fails.replace(/ \| .*/, '')} -ErrorAction Ignore`.replace(
          / \| Group-KernelStack -ErrorAction SilentlyContinue -ErrorVariable found/,
          ' -ErrorAction SilentlyContinue -ErrorVariable found | Group-KernelStack',
        ),
      );
      expect(errors).toEqual([]);
      expect(output.map(({ value }) => value)).toEqual([`${code},${finder}`, true, true, true, true]);
    },
  );

  it.each(EXPORTED)(
    '%s tells with -Verbose what it asks of ktriage, and takes its progress away',
    async (command) => {
      const { works } = useOf(command);
      const { verbose, progress, errors } = await run(
        `$VerbosePreference = 'Continue'\n$null = @(. {\n${works}\n})`,
      );
      expect(errors).toEqual([]);
      const said = verbose.map(({ message }) => message).join('\n');
      expect(said).toMatch(/ktriage(\.exe)? \w[\w-]* - < \{.*\}/);
      expect(said).toMatch(/ktriage [\w-]+ gave \d+ records in \d+ ms\./);
      // The engine reports its own loading of modules too.
      const ours = progress.filter(({ id }) => id === 0);
      for (const activity of new Set(ours.map(({ activity }) => activity)))
        expect(ours.findLast((one) => one.activity === activity)?.type, activity).toBe('Completed');
    },
  );

  it('asks before it captures, and where nobody can answer it captures nothing', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'asked-'));
    const spelled = literal(engine.pathFor(folder));
    const asked = [
      `New-LiveKernelDump ([System.IO.Path]::Combine(${spelled}, 'live.dmp')) ${ON}`,
      `New-TriageDump -Id 4872 ${spelled} -Confirm ${ON}`,
      `$ConfirmPreference = 'Medium'; New-TriageDump -Id 4872 ${spelled} ${ON}`,
    ];
    for (const script of asked) {
      const { output, errors } = await run(script);
      expect(output, script).toEqual([]);
      expect(errors[0]?.message, script).toMatch(/not interactive|NonInteractive/);
      expect(readdirSync(folder), script).toEqual([]);
    }
    const { output } = await run(
      `$ConfirmPreference = 'None'; (New-LiveKernelDump ([System.IO.Path]::Combine(${spelled}, 'live.dmp')) ${ON}).Verified`,
    );
    expect(output.map(({ value }) => value)).toEqual([true]);
  });

  it('takes away progress whose end was never told', async () => {
    if (engine.platform !== 'unix') return;
    const cut = module.withExecutable(
      `read -r line; echo '{"kind":"progress","activity":"looking","percent":3}'; exit 3`,
    );
    const { progress } = await cut.run('Get-KernelThread');
    expect(progress.filter(({ activity }) => activity === 'looking').map(({ type }) => type)).toEqual([
      'Processing',
      'Completed',
    ]);
  });
});
