import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dump, DumpMemory, DumpProcess, DumpThread } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';
import { type Fixture, fixtureCatalog } from '../synth/catalog.ts';

/** Files of every kind, read through the contract as the module reads them. */
const catalog = fixtureCatalog();
let folder = '';
const fileOf = (name: string) => path.join(folder, `${name}.dmp`);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-fixtures-'));
  for (const { name, bytes } of catalog) writeFileSync(fileOf(name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixtureNamed = (name: string): Fixture => {
  const fixture = catalog.find((each) => each.name === name);
  if (!fixture) throw new Error(`the catalog has no ${name}`);
  return fixture;
};
const hex = (value: bigint) => `0x${value.toString(16).padStart(16, '0')}`;

describe('ktriage dump', () => {
  it('ktriage dump answers every kind of file with one record or one error', async () => {
    const result = await runCli(['dump', '--raw', ...catalog.map(({ name }) => fileOf(name))]);
    expect(contractViolations(result.messages)).toEqual([]);
    const readable = catalog.filter(({ refusal }) => refusal === undefined);
    expect(result.records<Dump>('Dump').map((dump) => dump.path)).toEqual(
      readable.map(({ name }) => fileOf(name)),
    );
    const errors = result.messages.filter((message) => message.kind === 'error');
    const refused = catalog.filter(({ refusal }) => refusal !== undefined);
    expect(errors.map(({ code }) => code)).toEqual(refused.map(({ refusal }) => refusal));
  });

  it('ktriage dump names the PDB of an image that the dump holds', async () => {
    const result = await runCli(['dump', fileOf('bitmap-live-x64')]);
    const [dump] = result.records<Dump>('Dump');
    expect(dump?.drivers[0]).toMatchObject({
      name: 'ntoskrnl.exe',
      pdb: { name: 'ntkrnlmp.pdb', guid: '81BC5C377C525081645F9958F209C527', age: 1 },
    });
    expect(dump?.drivers[1]?.pdb).toBeUndefined();
  });

  it('ktriage dump explains the parameters of a capture by the threads that it holds', async () => {
    const { kernel } = fixtureNamed('triage-capture-x64');
    const [dump] = (await runCli(['dump', fileOf('triage-capture-full-x64')])).records<Dump>('Dump');
    expect(dump).toMatchObject({ origin: 'TriageCapture', bugCheckCode: '0x69696969' });
    const [first, second, third, fourth] = dump?.bugCheckParameters ?? [];
    expect(dump?.bugCheckMeaning).toBe(
      `thread objects ${first}, ${second}, ${third} (not in this dump), ${fourth} (not in this dump)`,
    );
    const own = Buffer.from(fixtureNamed('triage-capture-x64').bytes);
    const threads = kernel?.processes[1]?.threads ?? [];
    [4712n, 3n, threads[1]?.address ?? 0n, 0xffff_9876_0000_0040n].forEach((value, index) => {
      own.writeBigUInt64LE(value, 0x40 + index * 8);
    });
    writeFileSync(fileOf('own'), own);
    const [explained] = (await runCli(['dump', fileOf('own')])).records<Dump>('Dump');
    const expected = `thread objects ${hex(threads[1]?.address ?? 0n)}, 0xffff987600000040 (not in this dump)`;
    expect(explained?.bugCheckMeaning).toBe(`process 4712, batch 3, ${expected}`);
  });

  it.each(['triage-capture-full-x64', 'bitmap-live-stacks-x64', 'bitmap-kernel-x64', 'header-x64'])(
    'ktriage dump shows a person %s',
    async (name) => {
      const { stdout } = await runCli(['dump', fileOf(name), '--format', 'text']);
      const text = stdout.replaceAll(folder, 'FOLDER');
      await expect(text).toMatchFileSnapshot(`golden/${name}.golden.txt`);
    },
  );
});

describe('ktriage dump-threads', () => {
  it('ktriage dump-threads lists the threads with their requests', async () => {
    const result = await runCli(['dump-threads', fileOf('bitmap-live-arm64')]);
    expect(contractViolations(result.messages)).toEqual([]);
    const truth = fixtureNamed('bitmap-live-arm64').kernel?.processes.flatMap(({ threads }) => threads) ?? [];
    const threads = result.records<DumpThread>('DumpThread');
    expect(threads.map(({ address }) => address)).toEqual(truth.map(({ address }) => hex(address)));
    const busy = threads.find(({ threadId }) => threadId === 4716);
    expect(busy).toMatchObject({
      processName: 'w3wp.exe',
      waitReason: 'Executive',
      pendingIrps: 1,
      irps: [{ majorFunction: 'IRP_MJ_CREATE', fileName: '\\web01\\content\\default.aspx' }],
    });
  });

  it('ktriage dump-threads keeps to the processes that were asked for', async () => {
    const result = await runCli(['dump-threads', '--pid', '4', fileOf('range-full-x64')]);
    expect(result.records<DumpThread>('DumpThread').map(({ threadId }) => threadId)).toEqual([12, 88]);
  });
});

describe('ktriage dump-processes', () => {
  it('ktriage dump-processes lists the processes with their page tables', async () => {
    const result = await runCli(['dump-processes', fileOf('full-x64')]);
    expect(contractViolations(result.messages)).toEqual([]);
    expect(result.records<DumpProcess>('DumpProcess')).toMatchObject([
      { processId: 4, name: 'System', threadCount: 2 },
      { processId: 4712, parentProcessId: 652, name: 'w3wp.exe', threadCount: 4 },
    ]);
  });
});

describe('ktriage memory', () => {
  const read = async (...args: string[]) => {
    const result = await runCli(['memory', ...args]);
    expect(contractViolations(result.messages)).toEqual([]);
    return { ...result, memory: result.records<DumpMemory>('DumpMemory')[0] };
  };
  const { kernel, physical } = fixtureNamed('bitmap-live-x64');
  const file = () => fileOf('bitmap-live-x64');

  it('ktriage memory reads virtual memory', async () => {
    const thread = kernel?.processes[1]?.threads[0]?.address ?? 0n;
    const { memory } = await read('--address', hex(thread), '--length', '4096', file());
    const bytes = Buffer.from(memory?.data ?? '', 'base64');
    expect(bytes.compare(kernel?.image.read(thread, 4096) ?? bytes)).toBe(0);
    expect(memory).toMatchObject({ address: hex(thread), length: 4096, physical: false });
  });

  it('ktriage memory reads physical memory, and reports where it ends', async () => {
    const frames = [...(physical?.frames ?? [])].sort(([a], [b]) => a - b);
    const [frame = 0, page] = frames.at(-1) ?? [];
    const { memory } = await read(
      '--physical',
      '--address',
      (frame * 4096).toString(16),
      '--length',
      '8192',
      file(),
    );
    expect(Buffer.from(memory?.data ?? '', 'base64').compare(page ?? Buffer.alloc(1))).toBe(0);
    expect(memory?.gap).toMatchObject({ reason: 'NotInDump', address: hex(BigInt((frame + 1) * 4096)) });
  });

  it('ktriage memory reads through the page tables of a process', async () => {
    const address = hex(kernel?.debuggerData ?? 0n);
    const { memory } = await read(
      '--address',
      address,
      '--dtb',
      hex(physical?.root ?? 0n),
      '--length',
      '24',
      file(),
    );
    expect(Buffer.from(memory?.data ?? '', 'base64').toString('latin1', 16, 20)).toBe('KDBG');
  });

  it('ktriage memory gives the reason when an address has no memory', async () => {
    for (const { address, gap, what } of physical?.virtualTruth ?? []) {
      if (!gap) continue;
      const { memory } = await read('--address', hex(address), file());
      expect(memory, what).toMatchObject({ length: 0, data: '', gap: { address: hex(address), ...gap } });
      expect(memory?.gap?.message).toContain(hex(address));
    }
  });

  it('ktriage memory claims of a triage dump only what it can know', async () => {
    const triage = fileOf('triage-capture-x64');
    for (const address of ['0x0000000000000001', '0xffff800000000000']) {
      const { memory } = await read('--address', address, triage);
      expect(memory).toMatchObject({ length: 0, gap: { address, reason: 'NotInDump' } });
      expect(memory?.gap?.message).toBe(
        `${address} is not in this dump, which does not show whether it was in memory`,
      );
    }
    const { memory } = await read('--address', '0x1234567812345678', triage);
    expect(memory?.gap).toMatchObject({
      reason: 'NotCanonical',
      message: '0x1234567812345678 is not an address that the processor accepts',
    });
    // Page tables do know.
    const known = physical?.virtualTruth.find(({ gap }) => gap?.reason === 'NotInDump');
    const told = await read('--address', hex(known?.address ?? 0n), file());
    expect(told.memory?.gap?.message).toContain('was in memory, but this dump does not hold it');
  });

  it('ktriage memory shows a hex view', async () => {
    const address = kernel?.debuggerData ?? 0n;
    const args = ['--address', hex(address + 16n), '--length', '20', file(), '--format', 'text'];
    const { stdout } = await runCli(['memory', ...args]);
    const digits = (address + 16n).toString(16);
    expect(stdout).toContain(
      `${digits.slice(0, 8)}\`${digits.slice(8)}  4b 44 42 47 80 03 00 00-00 00 00 60 04 f8 ff ff  KDBG.......\`....`,
    );
  });

  it('ktriage memory refuses what cannot be', async () => {
    const { messages } = await read('--physical', '--address', '1000', fileOf('triage-capture-x64'));
    expect(messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'AddressNotInDump' });
    const { exitCode } = await runCli(['memory', '--address', 'zzz', file()]);
    expect(exitCode).toBe(2);
  });
});

describe('a dump of whole pages without debugger data', () => {
  it.each(['stacks', 'dump-threads', 'dump-processes', 'chains'])(
    'ktriage %s fails on it, and never calls it a dump without threads',
    async (verb) => {
      const bytes = Buffer.from(fixtureNamed('bitmap-full-x64').bytes);
      for (let at = bytes.indexOf('KDBG'); at >= 0; at = bytes.indexOf('KDBG')) bytes.fill(0, at, at + 4);
      writeFileSync(fileOf('no-debugger-data'), bytes);
      const { exitCode, messages } = await runCli([verb, fileOf('no-debugger-data')]);
      expect(exitCode).not.toBe(0);
      expect(messages).toContainEqual(
        expect.objectContaining({
          kind: 'warning',
          message: expect.stringContaining('no debugger data: threads and processes cannot be found'),
        }),
      );
    },
  );

  it('ktriage stacks warns that a header alone has no threads', async () => {
    const { messages } = await runCli(['stacks', fileOf('header-x64')]);
    expect(messages).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('the header of a dump alone') }),
    );
  });
});
