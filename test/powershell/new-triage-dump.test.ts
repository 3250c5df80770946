import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

const ON = '-Machine simulated:w3wp-oplock';
const WAITING = `Get-KernelThread w3wp ${ON} -State Wait`;

describeEngines('New-TriageDump', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;

  /** A fresh folder, as this system and as a PowerShell literal spell it. */
  function destination(): { folder: string; spelled: string } {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    return { folder, spelled: literal(engine.pathFor(folder)) };
  }

  it('captures what the pipeline selects, and every thread is verified', async () => {
    const { folder, spelled } = destination();
    const { output, errors, verbose } = await run(
      `$t = ${WAITING} | Select-Object -First 20
       $d = @($t | New-TriageDump -Destination ${spelled} -VerdictVariable verdicts -Verbose)
       $d
       (@($d | ForEach-Object { $_.Threads } | ForEach-Object ThreadId) -join ',') -eq (@($t | ForEach-Object ThreadId) -join ',')
       $verdicts.Count; @($verdicts | Where-Object Verdict -ne Captured).Count; $d[0].Threads[0].PSTypeNames[0]`,
    );
    expect(errors).toEqual([]);
    const dumps = output.filter(({ typeNames }) => typeNames?.[0] === 'KernelTriage.TriageDump');
    expect(dumps.length).toBeGreaterThan(1);
    for (const { properties } of dumps) {
      expect(properties).toMatchObject({ Verified: true, Simulated: true, ProcessId: 4872 });
      expect(readdirSync(folder)).toContain(String(properties?.['Path']).replace(/^.*[\\/]/, ''));
    }
    const rest = output.slice(dumps.length).map(({ value }) => value);
    expect(rest).toEqual([true, 20, 0, 'KernelTriage.CapturedThread']);
    expect(verbose.map(({ message }) => message)).toContain(
      `w3wp.exe (4872): 20 of 20 threads in ${dumps.length} dumps`,
    );
  });

  it('captures whole processes, by id or from Get-Process', async () => {
    const { folder, spelled } = destination();
    const { output, errors } = await run(
      `New-TriageDump -Pid 4872 -Destination ${spelled} ${ON} -VerdictVariable v | ForEach-Object ThreadCount
       $v.Count
       $me = [System.Diagnostics.Process]::GetCurrentProcess()
       $me | New-TriageDump -Destination ${spelled} ${ON}`,
    );
    const counts = output.map(({ value }) => Number(value));
    expect(counts.at(-1)).toBe(300);
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    // This very PowerShell is no process of the simulated machine.
    expect(errors.at(-1)).toMatchObject({ category: 'ObjectNotFound' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.dmp'))).toHaveLength(counts.length - 1);
  });

  it('reports each thread that is in no dump, with the thread as the target', async () => {
    const { spelled } = destination();
    const { errors, output } = await run(
      `$t = @(${WAITING} | Select-Object -First 2)
       $t[0].CreateTimeRaw = '1'
       $t[1].ThreadId = 123456789
       $t | New-TriageDump ${spelled} -ErrorVariable e -ErrorAction SilentlyContinue -VerdictVariable v
       $e | ForEach-Object { $_.FullyQualifiedErrorId; $_.TargetObject.Verdict }; $v.Count`,
    );
    expect(errors).toEqual([]);
    const values = output.map(({ value }) => value);
    expect(values).toContain('IdentityReplaced,New-TriageDump');
    expect(values).toContain('ThreadNotFound,New-TriageDump');
    expect(values.at(-1)).toBe(2);
  });

  it('shows the plan with -WhatIf and touches nothing', async () => {
    const { folder, spelled } = destination();
    const { output, errors, text } = await run(`${WAITING} | New-TriageDump ${spelled} -WhatIf`);
    expect(errors).toEqual([]);
    expect(output.length).toBeGreaterThan(10);
    expect(output[0]?.typeNames?.[0]).toBe('KernelTriage.TriagePlan');
    expect(output[0]?.properties).toMatchObject({ ProcessId: 4872, Batch: 1 });
    expect(text).toMatch(/What if: .*capture kernel stacks.*\d+ threads of w3wp\.exe \(4872\)/s);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes threads that came through a remote session', async () => {
    const { spelled } = destination();
    const { output, errors } = await run(
      `$back = ${WAITING} | Select-Object -First 3 | ForEach-Object {
         [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }
       $back[0].PSTypeNames[0]; $back[0].WaitTime.GetType().Name
       ($back | New-TriageDump ${spelled}).ThreadCount`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual(['Deserialized.KernelTriage.Thread', 'TimeSpan', 3]);
  });

  it('refuses a thread of another computer', async () => {
    const { folder, spelled } = destination();
    const { errors } = await run(
      `${WAITING} | Select-Object -First 1 | ForEach-Object { $_.ComputerName = 'ELSEWHERE'; $_ } | New-TriageDump ${spelled}`,
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  });

  it('draws dumps, verdicts and plans as tables', async () => {
    const { spelled } = destination();
    const { text } = await run(
      `$t = ${WAITING} | Select-Object -First 3
       $t | New-TriageDump ${spelled} -WhatIf | Out-Default
       $t | New-TriageDump ${spelled} -VerdictVariable v | Out-Default
       $v | Out-Default`,
      { render: true },
    );
    expect(text).toMatch(
      /Planned for process: w3wp\.exe \(4872\) on simulated:w3wp-oplock\n\nBatch Threads Path/,
    );
    expect(text).toMatch(
      /Dumps of process: w3wp\.exe \(4872\) on simulated:w3wp-oplock, in \S+\n\nBatch +Threads Verified +KB +ms File\n.*\n +1 +3 of 3 True +\d+ +[\d.]+ w3wp_\S+\.dmp\n/,
    );
    expect(text).toMatch(
      /ThreadId Verdict +Tries ObjectAddress +Dump or reason\n.*\n +\d+ Captured +1 0xffff\w+ w3wp/,
    );
  });

  it('ends with what is complete when it is stopped, and leaves no partial file', async () => {
    const { folder, spelled } = destination();
    const stopped = await run(`New-TriageDump -Id 4872 -Destination ${spelled} -MaxThreadsPerDump 1 ${ON}`, {
      stopAtFirst: 'output',
    });
    expect(stopped.state).toBe('Stopped');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !/\.(dmp|json)$/.test(name))).toEqual([]);
    const readBack = await run(`(Get-KernelDump ${literal(`${engine.pathFor(folder)}/*.dmp`)}).Complete`);
    expect(new Set(readBack.output.map(({ value }) => value))).toEqual(new Set([true]));
  });

  const oneThread = `${WAITING} | Select-Object -First 1 | New-TriageDump`;
  it.each([
    ['an empty pipeline', `@() | New-TriageDump .`, 'EmptySelection', 'InvalidArgument'],
    ['an object that is no thread', `'x' | New-TriageDump .`, 'InvalidRequest', 'InvalidArgument'],
    ['a destination that is not there', `${oneThread} ./not-there`, 'DestinationNotFound', 'ObjectNotFound'],
    ['a destination that is a file', `${oneThread} FILE`, 'DestinationNotAFolder', 'InvalidArgument'],
    [
      'a destination that is no path of files',
      `${oneThread} variable:x`,
      'InvalidRequest',
      'InvalidArgument',
    ],
    [
      'two machines',
      `${WAITING} | Select-Object -First 1 | New-TriageDump . -Machine local`,
      'InvalidRequest',
      'InvalidArgument',
    ],
  ])('answers %s with one typed error', async (_what, command, id, category) => {
    const { folder } = destination();
    const file = path.join(folder, 'file');
    writeFileSync(file, 'here');
    const { output, errors } = await run(command.replace('FILE', literal(engine.pathFor(file))));
    expect(output).toEqual([]);
    expect(errors).toMatchObject([{ id: `${id},New-TriageDump`, category }]);
    expect(errors[0]?.target).not.toBeNull();
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('does not overwrite without -Force', async () => {
    const { folder, spelled } = destination();
    const capture = `${oneThread} ${spelled} -FileName fixed -NoManifest`;
    const { output, errors } = await run(`(${capture}).Path; ${capture}; (${capture} -Force).Path`);
    expect(errors).toMatchObject([{ id: 'FileExists,New-TriageDump', category: 'ResourceExists' }]);
    expect(output).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['fixed.dmp']);
  });

  // Tests may run as root, who may write to every folder but those in which the kernel itself makes the files.
  if (engine.platform === 'unix') {
    it('reports a destination that nobody may write to', async () => {
      const { errors } = await run(`${oneThread} /sys`);
      expect(errors).toMatchObject([
        { id: 'DestinationNotWritable,New-TriageDump', category: 'PermissionDenied' },
      ]);
    });
  }
});
