import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

const ON = '-Machine simulated:w3wp-oplock';

describeEngines('Get-KernelDump', (engine) => {
  const module = moduleUnderTest(engine);
  const { run } = module;
  let folder = '';
  let dump = '';
  const spelled = (...names: string[]) => literal(engine.pathFor(path.join(folder, ...names)));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(module.scratch, 'dumps-'));
    const args = ['triage', '--machine', 'simulated:w3wp-oplock', '--pid', '4872', '--destination', folder];
    await runCli([...args, '--max-threads-per-dump', '4']);
    dump = readdirSync(folder).filter((name) => name.endsWith('.dmp'))[0] ?? '';
    mkdirSync(path.join(folder, 'odd [names]'));
    copyFileSync(path.join(folder, dump), path.join(folder, 'odd [names]', 'a [1].dmp'));
    copyFileSync(path.join(folder, dump), path.join(folder, 'odd [names]', 'ärger €.dmp'));
    writeFileSync(path.join(folder, 'empty.dmp'), '');
    writeFileSync(path.join(folder, 'text.dmp'), 'this is text, and no dump of any kind. '.repeat(500));
    writeFileSync(path.join(folder, 'cut.dmp'), readFileSync(path.join(folder, dump)).subarray(0, 50_000));
  });

  it('says what the dump says, with types for what is inside', async () => {
    const { output, errors } = await run(
      `$d = Get-KernelDump ${spelled(dump)}; $d
       $d.SystemTime.Kind; $d.UpTime.GetType().Name
       $d.Threads[0].PSTypeNames[0]; $d.Processes[0].PSTypeNames[0]; $d.Drivers[0].PSTypeNames[0]; $d.Threads.Count`,
    );
    expect(errors).toEqual([]);
    const [record, ...values] = output;
    expect(record?.typeNames?.[0]).toBe('KernelTriage.Dump');
    expect(record?.properties).toMatchObject({
      Format: 'Triage',
      Complete: true,
      Simulated: true,
      Architecture: 'x64',
    });
    expect(values.map(({ value }) => value)).toEqual([
      'Utc',
      'TimeSpan',
      'KernelTriage.DumpThread',
      'KernelTriage.DumpProcess',
      'KernelTriage.DumpDriver',
      4,
    ]);
  });

  it('is the end of the pipeline that the README shows', async () => {
    const target = mkdtempSync(path.join(module.scratch, 'pipeline-'));
    const { output, errors } = await run(
      `$t = Get-KernelThread -Pid 4872 ${ON} | Where-Object State -eq Wait | Select-Object -First 20
       $d = @($t | New-TriageDump -Destination ${literal(engine.pathFor(target))} | Get-KernelDump)
       $inside = @($d | ForEach-Object { $_.Threads } | ForEach-Object { $_.Address })
       $d.Count -gt 1; $inside.Count; @($t | Where-Object { $inside -contains $_.ObjectAddress }).Count`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([true, 20, 20]);
  });

  it('binds wildcards, literal paths, strings and objects with a path', async () => {
    const all = readdirSync(folder).filter((name) => /^w3wp.*\.dmp$/.test(name)).length;
    const odd = literal(engine.pathFor(path.join(folder, 'odd [names]', 'a [1].dmp')));
    const { output, errors } = await run(
      `@(Get-KernelDump ${spelled('w3wp*.dmp')}).Count
       @(Get-KernelDump -LiteralPath ${odd}).Count
       @(${spelled(dump)}, ${spelled(dump)} | Get-KernelDump).Count
       @([pscustomobject] @{ FullName = ${odd} } | Get-KernelDump).Count
       @([System.IO.FileInfo]::new(${odd}) | Get-KernelDump).Count
       @(Get-KernelDump ${spelled('no-such-*.dmp')}).Count
       @(@() | Get-KernelDump).Count
       (Get-KernelDump -LiteralPath ${literal(engine.pathFor(path.join(folder, 'odd [names]', 'ärger €.dmp')))}).Format`,
    );
    expect(errors).toEqual([]);
    expect(output.map(({ value }) => value)).toEqual([all, 1, 2, 1, 1, 0, 0, 'Triage']);
  });

  it('reads the good files and reports each bad one', async () => {
    const names = ['empty.dmp', 'text.dmp', 'cut.dmp', 'missing.dmp', dump];
    const { output, errors } = await run(`Get-KernelDump ${names.map((name) => spelled(name)).join(', ')}`);
    // Of the file that was cut off, what is left is read too.
    expect(output.map(({ properties }) => properties?.['Complete'])).toEqual([false, true]);
    const seen = errors.map(({ id, target }) => [id, String(target).replace(/^.*[\\/]/, '')]);
    expect(seen).toEqual([
      ['DumpTruncated,Get-KernelDump', 'empty.dmp'],
      ['NotADump,Get-KernelDump', 'text.dmp'],
      ['DumpTruncated,Get-KernelDump', 'cut.dmp'],
      ['FileNotFound,Get-KernelDump', 'missing.dmp'],
    ]);
  });

  it('reports a path on a drive that is not there, once', async () => {
    const places = ['Nowhere:\\a.dmp', 'Nowhere:\\*.dmp', 'NoProvider::a.dmp'];
    const { output, errors } = await run(
      `foreach ($path in ${places.map(literal).join(', ')}) { Get-KernelDump $path }
       New-TriageDump -Id 4872 -Destination ${literal(places[0] ?? '')} ${ON}`,
    );
    expect(output).toEqual([]);
    expect(errors.map(({ id, target }) => [id, target])).toEqual([
      ...places.map((place) => ['InvalidPath,Get-KernelDump', place]),
      ['InvalidPath,New-TriageDump', places[0]],
    ]);
    expect(errors[0]?.message).toMatch(/Nowhere/);
  });

  it('adds the raw header on request', async () => {
    const { output } = await run(`(Get-KernelDump ${spelled(dump)} -Raw).RawHeader[0]`);
    expect(output[0]?.typeNames?.[0]).toBe('KernelTriage.RawHeaderField');
    expect(output[0]?.properties).toMatchObject({ Offset: 0, Name: 'Signature', Value: '0x45474150' });
  });

  it('draws dumps as a table, as a list, and what is inside', async () => {
    const { text } = await run(
      `$d = Get-KernelDump ${spelled(dump)}; $d | Out-Default; $d | Format-List; $d.Threads | Out-Default; $d.Drivers | Select-Object -First 1`,
      { render: true },
    );
    expect(text).toMatch(
      /Format +State +Build Time \(UTC\) +BugCheck +Threads File\n.*\nTriage +Complete +19041/,
    );
    expect(text).toMatch(/^BugCheckCode +: 0x69696969$/m);
    expect(text).toMatch(/Process: w3wp\.exe \(4872\) in w3wp/);
    expect(text).toContain('ntoskrnl.exe');
  });
});
