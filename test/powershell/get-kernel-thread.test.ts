import { expect, it } from 'vitest';
import type { Thread } from '../../src/contract/generated/types.ts';
import { runCli } from '../support/run-cli.ts';
import { moduleUnderTest } from './built-module.ts';
import { describeEngines } from './suites.ts';

const OPLOCK = 'simulated:w3wp-oplock';
const ON = `-Machine ${OPLOCK}`;

const threads = async (...args: string[]) =>
  (await runCli(['threads', ...args, '--machine', OPLOCK])).records<Thread>('Thread');

describeEngines('Get-KernelThread', (engine) => {
  const { run } = moduleUnderTest(engine);

  it('gives every field of the contract with a type of its own', async () => {
    const [first] = await threads('w3wp');
    const { output, errors } = await run(
      `$t = Get-KernelThread -Name w3wp ${ON}; $t[0]; $t.Count; $t[0].CreateTime.Kind; $t[0].WaitTime.TotalMilliseconds`,
    );
    expect(errors).toEqual([]);
    const [thread, count, kind, waitTime] = output;
    expect(thread?.typeNames?.[0]).toBe('KernelTriage.Thread');
    const properties = thread?.properties ?? {};
    for (const [name, value] of Object.entries(first ?? {})) {
      const pascal = name.charAt(0).toUpperCase() + name.slice(1);
      if (/Time$/.test(name)) expect(Date.parse(String(properties[pascal]))).toBe(Date.parse(String(value)));
      else if (typeof value !== 'object') expect(properties[pascal], pascal).toEqual(value);
    }
    expect(properties['LastSystemCall']).toMatchObject({ Number: first?.lastSystemCall?.number });
    expect(thread?.propertyTypes).toMatchObject({
      CreateTime: 'System.DateTime',
      KernelTime: 'System.TimeSpan',
    });
    expect(count?.value).toBe((await threads('w3wp')).length);
    expect(kind?.value).toBe('Utc');
    expect(waitTime?.value).toBe(first?.waitTimeMs);
  });

  it('binds ids under each of their names, from properties and from values', async () => {
    const [other] = (await threads()).filter(({ processName }) => processName !== 'w3wp.exe');
    const [worker] = await threads('w3wp');
    const ids = `${worker?.processId}, ${other?.processId}`;
    const expected = (await threads('--pid', `${worker?.processId},${other?.processId}`)).length;
    const { output, errors } = await run(`
      @(Get-KernelThread -Id ${ids} ${ON}).Count
      @(Get-KernelThread -Pid ${ids} ${ON}).Count
      @(Get-KernelThread -ProcessId ${ids} ${ON}).Count
      @(${ids} | Get-KernelThread ${ON}).Count
      @(${ids} | ForEach-Object { [pscustomobject] @{ Pid = $_ } } | Get-KernelThread ${ON}).Count
      @(${ids} | ForEach-Object { [pscustomobject] @{ Id = $_; Handles = 3 } } | Get-KernelThread ${ON}).Count
      @(Get-KernelThread w3wp ${ON} | Get-KernelThread ${ON}).Count`);
    expect(errors).toEqual([]);
    const counts = output.map(({ value }) => value);
    expect(counts).toEqual([...Array(6).fill(expected), (await threads('w3wp')).length]);
  });

  it('selects threads by their user-mode stacks, as the article does', async () => {
    const { output, errors } = await run(
      `$t = Get-KernelThread w3wp -IncludeUserStack ${ON}
       $chosen = @($t | Where-Object { $_.UserStack -match 'cachfile!' })
       $chosen.Count -gt 150; @($chosen | Where-Object WaitReason -ne WrResource).Count -lt $chosen.Count`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, true]);
  });

  it('takes processes of Get-Process', async () => {
    const { errors } = await run(
      `$me = [System.Diagnostics.Process]::GetCurrentProcess(); $me | Get-KernelThread ${ON}; $me.Id`,
    );
    expect(errors).toMatchObject([{ id: 'ProcessNotFound,Get-KernelThread', category: 'ObjectNotFound' }]);
    expect(errors[0]?.target).toMatch(/^process \d+$/);
  });

  it('filters where it is cheap', async () => {
    const expected = (await threads('w3wp', '--state', 'Wait', '--wait-reason', 'WrResource')).length;
    const { output } = await run(`
      @(Get-KernelThread w3w? ${ON} -State wait -WaitReason WrResource).Count
      @(Get-KernelThread w3wp ${ON} | Where-Object WaitReason -eq WrResource).Count
      @(Get-KernelThread no-such-* ${ON}).Count`);
    expect(output.map(({ value }) => value)).toEqual([expected, expected, 0]);
  });

  it('reads an absent field as nothing, in strict mode too', async () => {
    const { output, errors } = await run(
      `Set-StrictMode -Version 3.0; $t = @(Get-KernelThread w3wp -Snapshot ${ON})[0]; $null -eq $t.ObjectAddress; $t.Access`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, 'NotTried']);
  });

  it('selects nothing when nothing comes down the pipeline', async () => {
    const { output, errors } = await run(`@() | Get-KernelThread ${ON}`);
    expect(output).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ['Get-KernelThread -Id 999999', 'ProcessNotFound,Get-KernelThread', 'process 999999'],
    ['Get-KernelThread -Name nobody', 'ProcessNotFound,Get-KernelThread', 'nobody'],
    ['Get-KernelThread w3wp -State Asleep', 'InvalidRequest,Get-KernelThread', 'Asleep'],
    ['Get-KernelThread -Id abc', 'ParameterArgumentTransformationError,Get-KernelThread', null],
    ['Get-KernelThread -Id -1', 'ParameterArgumentTransformationError,Get-KernelThread', null],
  ])('answers %s with one typed error', async (command, id, target) => {
    const { output, errors } = await run(`${command} ${ON}`);
    expect(output).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ id, target });
    if (target !== null) expect(errors[0]?.advice).toMatch(/\S/);
  });

  it('lists the known processes when one of the ids is unknown, and obeys -ErrorAction', async () => {
    const [worker] = await threads('w3wp');
    const call = `Get-KernelThread -Id 999999, ${worker?.processId} ${ON}`;
    const { output, errors } = await run(`@(${call}).Count; ${call} -ErrorAction Stop; 'not reached'`);
    expect(output.map(({ value }) => value)).toEqual([(await threads('w3wp')).length]);
    expect(errors).toHaveLength(2);
    expect(errors[1]).toMatchObject({ id: 'ProcessNotFound,Get-KernelThread', terminating: true });
  });

  it('names an unknown machine', async () => {
    const { errors } = await run(`Get-KernelThread -Machine simulated:nowhere`);
    expect(errors).toMatchObject([{ id: 'UnknownMachine,Get-KernelThread', category: 'InvalidArgument' }]);
  });

  it('draws a table for each process', async () => {
    const { text } = await run(`Get-KernelThread -Id 4872 ${ON} | Select-Object -First 2`, { render: true });
    const [first] = await threads('--pid', '4872');
    expect(text).toContain(`Process: w3wp.exe (4872) on ${OPLOCK}`);
    expect(text).toMatch(/ThreadId State +WaitReason +WaitTime Pri ObjectAddress +Access +Name/);
    expect(text).toMatch(
      new RegExp(`${first?.threadId} ${first?.state} +${first?.waitReason} .*${first?.objectAddress}`),
    );
  });

  it('works where the session, but not the module, is constrained', async () => {
    const { output, errors } = await run(
      `@(Get-KernelThread w3wp ${ON} | Where-Object State -eq Wait).Count; [System.IO.File]::Exists('x')`,
      { language: 'ConstrainedLanguage' },
    );
    expect(output.map(({ value }) => value)).toEqual([(await threads('w3wp', '--state', 'Wait')).length]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.id).toContain('ConstrainedLanguage');
  });
});
