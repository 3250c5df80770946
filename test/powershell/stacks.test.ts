import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { literal } from './engines.ts';
import { describeEngines } from './suites.ts';

const MACHINE = 'simulated:w3wp-oplock';

describeEngines('reading dumps back', (engine) => {
  const module = moduleUnderTest(engine);
  const folder = () => literal(engine.pathFor(module.scratch));

  beforeAll(async () => {
    const capture = `Get-KernelThread -Name w3wp -Machine ${MACHINE} | Where-Object { $_.Ordinal -lt 28 } |
      New-TriageDump -Destination ${folder()} -Name 'w3wp_{batch}' -MaxThreadsPerDump 14`;
    const { errors } = await module.run(capture);
    expect(errors).toEqual([]);
  });

  const dumps = () => `Get-KernelDump -Path ([System.IO.Path]::Combine(${folder()}, '*.dmp'))`;

  it('groups the stacks of dumps, the most frequent first', async () => {
    const { output, errors } = await module.run(`${dumps()} | Get-KernelStack | Group-KernelStack`);
    expect(errors).toEqual([]);
    const groups = output.map(({ properties }) => properties as { Count: number; Stack: string[] });
    expect(groups.reduce((sum, { Count }) => sum + Count, 0)).toBe(28);
    expect(groups[0]?.Stack).toContain('rdbss!_RxAcquireFcb+0x254');
    expect(groups.map(({ Count }) => Count)).toEqual(groups.map(({ Count }) => Count).sort((a, b) => b - a));
    expect(output[0]?.typeNames?.[0]).toBe('KernelTriage.StackGroup');
  });

  it('takes threads of dumps, live threads, files and texts', async () => {
    const script = `
      $one = ${dumps()} | Get-KernelDumpThread | Where-Object WaitReason -eq WrQueue
      "$(@($one).Count) $(@($one | Get-KernelStack).Count)"
      $live = Get-KernelThread -Name w3wp -WaitReason WrLpcReply -Machine ${MACHINE}
      "$(@($live).Count) $(@($live | Get-KernelStack).Count)"
      $file = [System.IO.Path]::Combine(${folder()}, 'w3wp_001.dmp')
      @($file | Get-KernelStack).Count
      @([System.IO.FileInfo]::new($file) | Get-KernelStack).Count
      @(Get-KernelStack $file).Count`;
    const { output, errors } = await module.run(script);
    expect(errors).toEqual([]);
    const values = output.map(({ value }) => value);
    for (const pair of values.slice(0, 2)) {
      const [selected, walked] = String(pair).split(' ').map(Number);
      expect(selected).toBeGreaterThan(0);
      expect(walked).toBe(selected);
    }
    expect(values.slice(2)).toEqual([14, 14, 14]);
  });

  it('draws stacks as a debugger prints them', async () => {
    const script = `${dumps()} | Get-KernelStack | Where-Object { $_.Stack -match '_RxAcquireFcb' } | Select-Object -First 1`;
    const { text } = await module.run(script, { render: true });
    expect(text).toContain('rdbss!RxFindOrCreateFcb+0x3d8');
    expect(text).toMatch(
      /Thread \d+ of w3wp\.exe \(4872\) at 0x[0-9a-f]{16}: Wait, WrResource on simulated:w3wp-oplock/,
    );
    expect(text).toMatch(/nt!KiSystemServiceCopyEnd\+0x13 \(TrapFrame @ [0-9a-f`]{17}\)/);
  });

  it('groups by address, image and innermost frames as ktriage does', async () => {
    const script = `$stacks = ${dumps()} | Get-KernelStack
      foreach ($by in 'Symbol', 'Address', 'Module', 'Top') { @($stacks | Group-KernelStack -By $by -Top 1).Count }`;
    const { output } = await module.run(script);
    const [symbol = 0, address = 0, image = 0, top = 0] = output.map(({ value }) => Number(value));
    expect(address).toBeGreaterThanOrEqual(symbol);
    expect(image).toBeLessThan(symbol);
    expect(top).toBe(1);
  });

  it('lists processes, reads memory, names symbols and derives commands', async () => {
    const script = `
      $dump = ${dumps()} | Select-Object -First 1
      ($dump | Get-KernelDumpProcess).Name
      $thread = $dump | Get-KernelDumpThread | Select-Object -First 1
      $memory = $dump | Get-KernelDumpMemory -Address $thread.Address -Length 16
      "$($memory.Bytes.GetType().Name) $($memory.Bytes.Length) $($memory.Bytes[0])"
      ($dump | Resolve-KernelSymbol -Name 'nt!KeWaitForSingleObject').Text
      @($dump | Get-KernelDebuggerCommand | Where-Object ThreadId).Count`;
    const { output, errors } = await module.run(script);
    expect(errors).toEqual([]);
    // The first byte of a thread object says that it is one.
    expect(output.map(({ value }) => value)).toEqual([
      'w3wp.exe',
      'Byte[] 16 6',
      'nt!KeWaitForSingleObject',
      14,
    ]);
  });

  it('reports what is no dump and no thread, and reads the others', async () => {
    const missing = literal(engine.pathFor(path.join(module.scratch, 'missing.dmp')));
    const script = `42, (${dumps()} | Select-Object -First 1), ${missing} | Get-KernelStack | ForEach-Object { 1 }`;
    const { output, errors } = await module.run(script);
    expect(output).toHaveLength(14);
    expect(errors.map(({ id }) => id.split(',')[0])).toEqual(['InvalidRequest', 'FileNotFound']);
  });
});
