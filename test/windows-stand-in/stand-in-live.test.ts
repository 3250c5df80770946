import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, worker, workerThreadId } from './scenario.ts';
import { ensureStandIn, type StandIn, standIn } from './stand-in.ts';

/** Command 37 of the stand-in, asked by the C client. */
describeWith(['wine', 'mingw'], 'The kernel stand-in takes a live dump', () => {
  let client = '';
  const used: StandIn[] = [];
  beforeAll(async () => {
    await ensureStandIn();
    const source = path.join(import.meta.dirname, 'client', 'client.c');
    client = compileFilesForWindows([source], ['-lntdll', '-ladvapi32'], 'client.exe');
  });
  afterEach(() => {
    for (const one of used.splice(0)) one.remove();
  });

  const WINDOWS_11 = { settings: { build: 22631 }, processes: [worker(12)] };
  const WINDOWS_10 = { settings: { build: 19041 }, processes: [worker(12)] };

  const ask = async (scenario: Scenario, words: readonly string[], mode = 'sync', event = 'full') => {
    const kernel = standIn(client, scenario);
    used.push(kernel);
    const file = path.join(kernel.folder, 'live.dmp');
    const prepared = ['privilege,on', `live-file,${toWindowsPath(file)},${mode}`, `live-event,${event}`];
    const run = await runWindowsProgram(kernel.program, [...prepared, ...words]);
    expect(run, JSON.stringify(kernel.calls())).toMatchObject({ status: 7, stderr: '' });
    return { kernel, file, answer: run.stdout.split('\r\n').at(-2) };
  };

  it.each([
    ['version 1', WINDOWS_10, 'live,64,1,0,0', '00000000'],
    ['version 2 on Windows 10', WINDOWS_10, 'live,72,2,0,0', 'c0000004'],
    ['another length', WINDOWS_11, 'live,68,2,0,0', 'c0000004'],
    ['a version that does not fit its length', WINDOWS_11, 'live,64,2,0,0', 'c000000d'],
    ['an unknown flag', WINDOWS_11, 'live,64,1,32,0', 'c000000d'],
    ['unknown pages', WINDOWS_11, 'live,64,1,0,4', 'c000000d'],
    ['nonessential hypervisor pages on Windows 10', WINDOWS_10, 'live,64,1,0,2', 'c000000d'],
    ['user pages before 22H2', WINDOWS_10, 'live,64,1,4,0', 'c0000354'],
    ['user pages since', WINDOWS_11, 'live,64,1,4,0', '00000000'],
    ['a selective dump', WINDOWS_11, 'live,72,2,16,0,48', '00000000'],
    ['a selective dump of version 1', WINDOWS_11, 'live,64,1,16,0', 'c000000d'],
    ['a selective dump with pages', WINDOWS_11, 'live,72,2,16,1,48', 'c000000d'],
    ['a selective dump of the wrong size', WINDOWS_11, 'live,72,2,16,0,40', 'c000000d'],
    ['a selective dump without its part', WINDOWS_11, 'live,72,2,16,0', 'c000000d'],
  ])('the kernel stand-in answers %s', async (_, scenario, word, status) => {
    expect((await ask(scenario, [word])).answer).toBe(`live ${status}`);
  });

  it.each([
    ['async', 'full', 'c000000d'],
    ['read', 'full', 'c0000022'],
    ['sync', 'weak', 'c0000022'],
    ['sync', 'mutant', 'c0000024'],
  ])('the kernel stand-in with a file opened %s and a %s event answers %s', async (mode, event, status) => {
    const { answer, file } = await ask(WINDOWS_11, ['live,64,1,0,0'], mode, event);
    expect(answer).toBe(`live ${status}`);
    expect(statSync(file).size).toBe(0);
  });

  it('the kernel stand-in needs the privilege for a live dump', async () => {
    expect((await ask(WINDOWS_11, ['privilege,off', 'live,64,1,0,0'])).answer).toBe('live c0000022');
  });

  it('the kernel stand-in writes memory that a reader can walk from the header to the last thread', async () => {
    const { file } = await ask(WINDOWS_11, ['live,64,1,0,0']);
    const bytes = readFileSync(file);
    const dump = openDump(bytesSource(bytes, 'live'));
    expect(dump).toMatchObject({ kind: 'pages' });
    expect(completenessOf(dump.findings.list).state).toBe('Complete');
    expect(bytes.readBigUInt64LE(0xfa0)).toBe(BigInt(bytes.length));
    expect(bytes.readUInt32LE(0xf98)).toBe(6);
    const { processes, threads } = readKernelObjects(dump);
    expect(processes.map(({ name }) => name)).toContain('w3wp.exe');
    expect(threads.map(({ address }) => address)).toEqual(
      expect.arrayContaining(Array.from({ length: 12 }, (_, index) => threadObject(index))),
    );
    expect(threads.find(({ address }) => address === threadObject(9))).toMatchObject({
      threadId: workerThreadId(9),
    });
    expect(dump.drivers().map(({ path: file }) => file)).toContain(
      '\\SystemRoot\\System32\\Drivers\\mup.sys',
    );
  });

  it('the kernel stand-in leaves other memory out of a selective dump', async () => {
    const whole = await ask(WINDOWS_11, ['live,64,1,0,0']);
    const selective = await ask(WINDOWS_11, ['live,72,2,16,0,48']);
    expect(statSync(selective.file).size).toBeLessThan(statSync(whole.file).size - 500 * 4096);
    expect(readFileSync(selective.file).readUInt32LE(0x1050)).toBe(0x4010);
  });

  it('the kernel stand-in looks at the cancel event between chunks, and has not written the header by then', async () => {
    const settings = { build: 22631, filler: 8192, 'chunk-ms': 60 };
    const scenario = { settings, processes: [worker(2)] };
    const { kernel, file, answer } = await ask(scenario, ['live-cancel,300', 'live,64,1,0,0']);
    expect(answer).toBe('live c0000120');
    expect(kernel.calls('chunk').length).toBeLessThan(16);
    expect(
      readFileSync(file)
        .subarray(0, 0x1000)
        .every((byte) => byte === 0),
    ).toBe(true);
  });

  it('the kernel stand-in plays a partial dump, a late failure, a missing header and a refusal', async () => {
    const playing = async (answer: string) =>
      ask({ ...WINDOWS_11, calls: [{ call: '*', answer }] }, ['live,64,1,0,0']);
    const partial = await playing('partial');
    expect(partial.answer).toBe('live 00000105');
    expect(readFileSync(partial.file).toString('latin1', 0, 8)).toBe('PAGEDU64');
    expect((await playing('late=0xc000007f')).answer).toBe('live c000007f');
    const headless = await playing('no-mark');
    expect(headless.answer).toBe('live 00000000');
    expect(readFileSync(headless.file).readUInt32LE(0)).toBe(0);
    const refused = await playing('status=0xc000022d');
    expect(refused.answer).toBe('live c000022d');
    expect(existsSync(refused.file) && statSync(refused.file).size).toBe(0);
  });
});
