import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { captureExample } from './every-type.ts';
import { describeEngines } from './suites.ts';

/** What people pipe in and type besides what the help shows. Either it means what they mean, or it is refused by name. */

const ON = '-Machine simulated:w3wp-oplock';

describeEngines('odd input', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;
  const spelled = (file: string) => literal(engine.pathFor(file));
  const fresh = () => mkdtempSync(path.join(module.scratch, 'dumps-'));
  const dump = () => spelled(path.join(module.scratch, 'w3wp.dmp'));
  const values = async (script: string) => {
    const { output, errors } = await run(script);
    expect(errors).toEqual([]);
    return output.map(({ value }) => value);
  };

  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  it('an address is a number however a script came by it, and text is hex digits', async () => {
    expect(
      await values(
        `$n = 0x1000; $big = 0xfffff80000001000; $u = [uint64] '0xfffff80000001000' + 0x20
         foreach ($s in Resolve-KernelSymbol ${dump()} -Address 0x1000, 0x2000) { $s.Address }
         (Resolve-KernelSymbol ${dump()} -Address $n).Address
         (Resolve-KernelSymbol ${dump()} -Address $big).Address
         (Resolve-KernelSymbol ${dump()} -Address $u).Address
         (Resolve-KernelSymbol ${dump()} -Address '1000').Address
         (Resolve-KernelSymbol ${dump()} -Address 0x80000000).Address
         (Get-KernelDumpMemory ${dump()} -Address $n -Length 8).Address`,
      ),
    ).toEqual([
      ...['0x0000000000001000', '0x0000000000002000', '0x0000000000001000'],
      ...['0xfffff80000001000', '0xfffff80000001020', '0x0000000000001000', '0x0000000080000000'],
      '0x0000000000001000',
    ]);
  });

  it('a bug check code may be written as it is documented', async () => {
    const folder = fresh();
    expect(
      await values(
        `$null = Get-KernelThread w3wp -ThreadId 10276 ${ON} | New-TriageDump ${spelled(folder)} -Name a -BugCheckCode 0xC000021A
         (Get-KernelDump ${spelled(path.join(folder, 'a.dmp'))}).BugCheckCode`,
      ),
    ).toEqual(['0xc000021a']);
  });

  it('copies of threads of a dump that kept their ids alone mean these threads', async () => {
    expect(
      await values(
        `$all = @(Get-KernelDumpThread ${dump()})
         $copies = $all[0..1] | ForEach-Object { [pscustomobject] @{ Path = $_.Path; ProcessId = $_.ProcessId; ThreadId = $_.ThreadId } }
         $stacks = @($copies | Get-KernelStack); $stacks.Count
         ($stacks | ForEach-Object { $_.ThreadId }) -join ' '
         ($all[0..1] | ForEach-Object { $_.ThreadId }) -join ' '`,
      ),
    ).toSatisfy(([count, found, wanted]: unknown[]) => count === 2 && found === wanted);
  });

  it('ids that are texts, as files of text hold them, are ids; what is none is refused alone', async () => {
    const folder = fresh();
    const { output, errors } = await run(
      `[pscustomobject] @{ ProcessId = '4872'; ThreadId = '10276' }, [pscustomobject] @{ ProcessId = 'x'; ThreadId = 1 },
       [pscustomobject] @{ ProcessId = 4872; ThreadId = 10292 } | New-TriageDump ${spelled(folder)} ${ON} | ForEach-Object { $_.ThreadCount }`,
    );
    expect(output.map(({ value }) => value)).toEqual([2]);
    expect(errors).toMatchObject([{ id: 'InvalidRequest,New-TriageDump', target: { ProcessId: 'x' } }]);
  });

  it('processes and threads may be mixed, and each means itself', async () => {
    expect(
      await values(
        `$mixed = [pscustomobject] @{ ProcessId = 4 }, [pscustomobject] @{ ProcessId = 4872; ThreadId = 10276 } | Get-KernelThread ${ON}
         @($mixed | Where-Object ProcessId -eq 4872).Count
         @($mixed | Where-Object ProcessId -eq 4).Count -eq @(Get-KernelThread -Id 4 ${ON}).Count
         @([pscustomobject] @{ ProcessId = 4872; ThreadId = 8288 }, [pscustomobject] @{ ProcessId = 4; ThreadId = 10276 } | Get-KernelThread ${ON}).Count
         @(Get-KernelThread -Id 4872 -ThreadId 10276, 10292 ${ON}).Count`,
      ),
    ).toEqual([1, true, 0, 2]);
  });

  it('threads bring their machine with them', async () => {
    expect(
      await values(
        `@(Get-KernelThread w3wp -State Wait ${ON} | Select-Object -First 3 | Get-KernelThread).Count`,
      ),
    ).toEqual([3]);
  });

  it('threads of two machines are not listed as if they were of one', async () => {
    const { output, errors } = await run(
      `[pscustomobject] @{ ProcessId = 4872; ThreadId = 10276; Machine = 'simulated:w3wp-oplock' },
       [pscustomobject] @{ ProcessId = 4872; ThreadId = 10292; Machine = 'simulated:windows-11' } | Get-KernelThread | ForEach-Object { "$($_.ThreadId) $($_.Machine)" }`,
    );
    expect(output.map(({ value }) => value)).toEqual(['10276 simulated:w3wp-oplock']);
    expect(errors).toMatchObject([{ id: 'InvalidRequest,Get-KernelThread', target: { ThreadId: 10292 } }]);
  });

  it('the variable of verdicts is this capture’s from its beginning', async () => {
    const { output } = await run(
      `$v = 'old'; @() | New-TriageDump ${spelled(fresh())} -VerdictVariable v -ErrorAction SilentlyContinue; "$($v.GetType().Name) $($v.Count)"`,
    );
    expect(output.map(({ value }) => value)).toEqual(['List`1 0']);
  });

  it('the variable of verdicts has the threads of every dump that was given, also when no more are taken', async () => {
    expect(
      await values(
        `$dumps = @(Get-KernelThread w3wp -State Wait ${ON} | New-TriageDump ${spelled(fresh())} -VerdictVariable v | Select-Object -First 2)
         $given = @(foreach ($d in $dumps) { foreach ($t in $d.Threads) { $t.ThreadId } })
         $told = @(foreach ($t in $v) { $t.ThreadId })
         @($given | Where-Object { $told -notcontains $_ }).Count; $given.Count -gt 10`,
      ),
    ).toEqual([0, true]);
  });

  it('a thread on a drive that is not there is one error', async () => {
    const { errors } = await run(
      `[pscustomobject] @{ Path = 'Nowhere:\\a.dmp'; ThreadId = 1; Address = '0xffffe00000001000' } | Get-KernelStack`,
    );
    expect(errors.map(({ id }) => id)).toEqual(['InvalidPath,Get-KernelStack']);
    expect(readdirSync(fresh())).toEqual([]);
  });
});
