import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { computers, NEEDS_COMPUTERS, NO_COMPUTERS } from './computers.ts';
import { literal } from './engines.ts';
import { captureExample, ON } from './every-type.ts';
import { describeEngines } from './suites.ts';

/** In remote sessions, jobs and parallel loops, and with the objects that come back from there. */

describeEngines('anywhere', (engine) => {
  const module = moduleUnderTest(engine);
  const imported = () => `Import-Module ${literal(engine.pathFor(module.folder))}`;

  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  /** A script with `$session`, which holds a session with each of these computers. */
  const remotely = (names: string, script: string) =>
    module.run(
      `${NEEDS_COMPUTERS}
       $session = @(New-PSSession -HostName ${names})
       try { ${script} }
       finally { Remove-PSSession $session }`,
      { environment: computers(module.scratch, imported()).environment },
    );

  it('runs on several computers at once, and tells them apart', async (test) => {
    const { output, errors } = await remotely(
      'server1, server2, server3',
      `
      $t = @(Invoke-Command -Session $session { Get-KernelThread w3wp ${ON} -WaitReason WrResource | Select-Object -First 2 })
      foreach ($name in 'server1', 'server2', 'server3') { @($t | Where-Object PSComputerName -eq $name).Count }
      $t[0].PSTypeNames[0]
      $processes = [System.Collections.Generic.HashSet[int]]::new([int[]] @(Invoke-Command -Session $session { $PID }))
      $null = $processes.Add($PID)
      $processes.Count`,
    );
    if (output[0]?.value === 'unsupported') return test.skip(NO_COMPUTERS);
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([2, 2, 2, 'Deserialized.KernelTriage.Thread', 4]);
  });

  it('lists on another computer, and captures what it listed there and nowhere else', async (test) => {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const to = literal(engine.pathFor(folder));
    const { output, errors } = await remotely(
      'server1',
      `
      $t = @(Invoke-Command -Session $session { Get-KernelThread w3wp ${ON} -WaitReason WrResource | Select-Object -First 3 })
      $t.Count; $t[0].PSTypeNames[0]; $t[0].PSComputerName; $t[0].WaitTime.GetType().Name; $t[0].CreateTime.Kind
      ($t | New-TriageDump ${to}).ThreadCount
      ($t | Get-KernelStack).Count
      foreach ($thread in $t) { $thread.ComputerName = 'SERVER2' }
      $t | New-TriageDump ${to}`,
    );
    if (output[0]?.value === 'unsupported') return test.skip(NO_COMPUTERS);
    expect(output.map(({ value }) => value)).toEqual([
      ...[3, 'Deserialized.KernelTriage.Thread', 'server1', 'TimeSpan', 'Utc'],
      ...[3, 3],
    ]);
    expect(errors).toMatchObject([{ id: 'IdentityReplaced,New-TriageDump' }]);
    expect(errors[0]?.message).toMatch(/listed on SERVER2; this is SIMULATED-IIS01/);
    expect(errors[0]?.advice).toContain('Invoke-Command -ComputerName SERVER2');
    expect(readdirSync(folder).filter((name) => name.endsWith('.dmp'))).toHaveLength(1);
  });

  it('captures, reads and groups over there, and the errors of there arrive typed', async (test) => {
    const folder = literal(engine.pathFor(mkdtempSync(path.join(module.scratch, 'dumps-'))));
    const { output, errors } = await remotely(
      'server1',
      `
      $groups = Invoke-Command -Session $session { param($folder)
        Get-KernelThread w3wp ${ON} -WaitReason WrResource | Select-Object -First 3 | New-TriageDump $folder |
          Get-KernelDump | Get-KernelStack | Group-KernelStack } -ArgumentList ${folder}
      ($groups | ForEach-Object { $_.Threads }).Count
      @($groups)[0].Threads[0].Frames[0].PSTypeNames[0]
      ($groups | ForEach-Object { $_.Threads } | Group-KernelStack | ForEach-Object Count) -join ' '
      ($groups | ForEach-Object Count) -join ' '
      Invoke-Command -Session $session { Get-KernelThread -Id 999999 ${ON} }`,
    );
    if (output[0]?.value === 'unsupported') return test.skip(NO_COMPUTERS);
    const [threads, frame, regrouped, grouped] = output.map(({ value }) => value);
    expect([threads, frame]).toEqual([3, 'Deserialized.KernelTriage.KernelStackFrame']);
    expect(regrouped).toBe(grouped);
    expect(errors).toMatchObject([
      { id: 'ProcessNotFound,Get-KernelThread', category: 'ObjectNotFound', target: 'process 999999' },
    ]);
  });

  it('runs in parallel loops, each with an executable of its own', async (test) => {
    const { output, errors } = await module.run(
      `if (-not (Get-Command ForEach-Object).Parameters.ContainsKey('Parallel')) { 'unsupported'; return }
       1..3 | ForEach-Object -Parallel { ${imported()}; @(Get-KernelThread w3wp ${ON}).Count }`,
    );
    if (output[0]?.value === 'unsupported') return test.skip();
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([300, 300, 300]);
  });

  it('runs in jobs', async () => {
    const { output, errors } = await module.run(
      `Start-Job { ${imported()}; Get-KernelThread w3wp ${ON} | Select-Object -First 2; $PID } | Wait-Job | Receive-Job |
         ForEach-Object { if ($_ -is [int]) { $_ -ne $PID } else { $_.PSTypeNames[0] } }`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([
      ...Array(2).fill('Deserialized.KernelTriage.Thread'),
      true,
    ]);
  });

  it('cancels a capture when its job is stopped, and leaves nothing half-written', async () => {
    const folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const { output, errors } = await module.run(
      `$job = Start-Job { ${imported()}
         New-TriageDump -Id 4872 -Destination ${literal(engine.pathFor(folder))} -MaxThreadsPerDump 1 -Machine simulated:w3wp-oplock }
       try {
         while ($job.ChildJobs[0].Output.Count -eq 0 -and $job.State -in 'NotStarted', 'Running') { [System.Threading.Thread]::Sleep(5) }
         Stop-Job $job
         "$($job.State)"
         @(Receive-Job $job).Count
       }
       finally { Remove-Job $job -Force }`,
    );
    expect(errors).toEqual([]);
    const [state, received] = output.map(({ value }) => value);
    expect(state).toBe('Stopped');
    expect(received).toBeGreaterThan(0);
    const files = readdirSync(folder);
    expect(files.filter((name) => !/\.(dmp|json)$/.test(name))).toEqual([]);
    const dumps = files.filter((name) => name.endsWith('.dmp'));
    expect(dumps.length).toBeLessThan(300);
    const manifest = files.find((name) => name.endsWith('.json')) ?? '';
    expect(readFileSync(path.join(folder, manifest), 'utf8')).toContain(dumps.at(-1));
    // A ktriage that lived on would have written dozens in this time.
    await delay(500);
    expect(readdirSync(folder)).toEqual(files);
  });
});
