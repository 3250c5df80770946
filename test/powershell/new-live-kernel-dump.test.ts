import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

const ON = '-Machine simulated:windows-11 -Confirm:$false';

describeEngines('New-LiveKernelDump', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;

  /** A fresh folder, and a file in it as a PowerShell literal. */
  function destination(name = 'live.dmp'): { folder: string; file: string; spelled: string } {
    const folder = mkdtempSync(path.join(module.scratch, 'live-'));
    const file = path.join(folder, name);
    return { folder, file, spelled: literal(engine.pathFor(file)) };
  }

  it('takes a verified dump that the pipeline reads back', async () => {
    const { folder, spelled } = destination();
    const { output, errors } = await run(
      `$d = New-LiveKernelDump ${spelled} ${ON}
       $d; $d.Elapsed.GetType().Name; $d.Checks[0].PSTypeNames[0]
       ($d | Get-KernelDump).Complete`,
    );
    expect(errors).toEqual([]);
    expect(output[0]?.typeNames?.[0]).toBe('KernelTriage.LiveDump');
    expect(output[0]?.properties).toMatchObject({
      Verified: true,
      Partial: false,
      Scope: 'Full',
      Simulated: true,
    });
    expect(output.slice(1).map(({ value }) => value)).toEqual(['TimeSpan', 'KernelTriage.LiveCheck', true]);
    expect(readdirSync(folder)).toEqual(['live.dmp']);
  });

  it('leads on with commands that read this very file, whatever its name', async () => {
    const { spelled } = destination("live [1] o'clock.dmp");
    const { output, errors } = await run(
      `$d = New-LiveKernelDump ${spelled} ${ON}
       $d.NextSteps | Where-Object { $_ -match '^Get-Kernel' } | ForEach-Object { @(& ([scriptblock]::Create($_))).Count -gt 0 }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, true]);
  });

  it('passes every option on', async () => {
    const { file, spelled } = destination();
    const { output, errors } = await run(
      `New-LiveKernelDump ${spelled} -IncludeUserMemory -IncludeHypervisor -IncludeNonEssentialHypervisor -AbortOnMemoryPressure:$false ` +
        `-BugCheckCode 0x69696969 -BugCheckParameter 4872, 0xffffe0018a3f2080, '0xFFFFE0018A3F2081', 18446744073709551615 -TimeLimit 60.5 -Wait 5 -Acl Inherit ${ON}`,
    );
    expect(errors).toEqual([]);
    expect(output[0]?.properties).toMatchObject({
      IncludesUserMemory: true,
      IncludesHypervisor: true,
      IncludesNonEssentialHypervisor: true,
      AbortOnMemoryPressure: false,
      BugCheckCode: '0x69696969',
    });
    const header = readFileSync(file);
    expect([0x40, 0x48, 0x50, 0x58].map((at) => header.readBigUInt64LE(at))).toEqual([
      4872n,
      0xffffe0018a3f2080n,
      0xffffe0018a3f2081n,
      2n ** 64n - 1n,
    ]);
  });

  it('draws a trace as published traces read', async () => {
    const { file, spelled } = destination();
    const { text } = await run(`New-LiveKernelDump ${spelled} -Trace ${ON} | Out-Default`, { render: true });
    const listing = readFileSync(file.replace('.dmp', '.trace.txt'), 'utf8').trimEnd().split('\n');
    expect(listing).toHaveLength(21);
    // Lines may be wrapped at the width of the window, and nothing else stands between them.
    expect(text.replaceAll('\n', '').startsWith(listing.join(''))).toBe(true);
    expect(text).not.toContain('WindowsBuild');
    expect(text).toMatch(/Verified +: True/);
  });

  it('gives the events as objects', async () => {
    const { spelled } = destination();
    const { output } = await run(
      `$all = New-LiveKernelDump ${spelled} -Trace ${ON}
       $e = @($all | Where-Object { $_.PSTypeNames -contains 'KernelTriage.LiveTraceEvent' })
       $e.Count; ($e | Where-Object Id -eq 106).Fields.NtEstimatedPrimaryDataBytes -gt 0
       ($e | Where-Object Id -eq 4).Fields.NTStatus; $all[-1].PSTypeNames[0]`,
    );
    expect(output.map(({ value }) => value)).toEqual([21, true, '0x00000000', 'KernelTriage.LiveDump']);
  });

  it('shows the plan with -WhatIf and touches nothing', async () => {
    const { folder, spelled } = destination();
    const { output, errors, text } = await run(
      `New-LiveKernelDump ${spelled} -Scope ThreadStacks -Machine simulated:windows-11 -WhatIf`,
    );
    expect(errors).toEqual([]);
    expect(output[0]?.typeNames?.[0]).toBe('KernelTriage.LivePlan');
    expect(output[0]?.properties).toMatchObject({ Scope: 'ThreadStacks' });
    expect(text).toMatch(/What if: .*hold all processors of simulated:windows-11/s);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('warns of a partial dump, and its object says so', async () => {
    const { spelled } = destination();
    const { output, warnings } = await run(
      `(New-LiveKernelDump ${spelled} -Machine simulated:low-memory -AbortOnMemoryPressure:$false -Confirm:$false).Partial`,
    );
    expect(output.map(({ value }) => value)).toEqual([true]);
    expect(warnings.map(({ message }) => message).join('\n')).toContain('partial');
  });

  it('leaves nothing when it is stopped', async () => {
    const { folder, spelled } = destination();
    const slow = `New-LiveKernelDump ${spelled} -Machine simulated:slow-kernel -Confirm:$false`;
    const stopped = await run(slow, { stopAtFirst: 'progress' });
    expect(stopped.state).toBe('Stopped');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [
      'a scope that this Windows has not',
      '-Scope ThreadStacks -Machine simulated:w3wp-oplock',
      'OptionNotSupported',
      'NotImplemented',
    ],
    [
      'options that exclude each other',
      '-Scope ThreadStacks -IncludeUserMemory -Machine simulated:windows-11',
      'InvalidRequest',
      'InvalidArgument',
    ],
    ['a user who is no administrator', '-Machine simulated:not-elevated', 'NotElevated', 'PermissionDenied'],
    ['memory pressure', '-Machine simulated:low-memory', 'MemoryPressure', 'ResourceUnavailable'],
  ])('answers %s with one typed error', async (_what, options, id, category) => {
    const { folder, spelled } = destination();
    const { output, errors } = await run(`New-LiveKernelDump ${spelled} ${options} -Confirm:$false`);
    expect(output).toEqual([]);
    expect(errors).toMatchObject([{ id: `${id},New-LiveKernelDump`, category }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not overwrite without -Force', async () => {
    const { file, spelled } = destination();
    writeFileSync(file, 'precious');
    const refused = await run(`New-LiveKernelDump ${spelled} ${ON}`);
    expect(refused.errors).toMatchObject([
      { id: 'FileExists,New-LiveKernelDump', category: 'ResourceExists' },
    ]);
    const forced = await run(`(New-LiveKernelDump ${spelled} -Force ${ON}).Verified`);
    expect(forced.output.map(({ value }) => value)).toEqual([true]);
  });
});
