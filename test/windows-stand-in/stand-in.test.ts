import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import {
  checkTriage,
  threadStatuses,
  threadsInTriageDump,
} from '../../src/capture/triage/call/verify-triage.ts';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, worker, workerThreadId } from './scenario.ts';
import { ensureStandIn, type StandIn, standIn } from './stand-in.ts';

/**
 * The stand-in itself under test, asked by a small C program: test equipment that is wrong proves nothing. (The product
 * against the stand-in: the other files here.)
 */

const ALL = '0x1fffff';
const TRIAGE = 'triage,56,0x100000,0,0';
const open = (index: number, access = ALL) => `open,${workerThreadId(index)},${access}`;

describeWith(['wine', 'mingw'], 'The kernel stand-in', () => {
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

  const ask = async (words: readonly string[], scenario: Scenario = { processes: [worker(30)] }) => {
    const kernel = standIn(client, scenario);
    used.push(kernel);
    const run = await runWindowsProgram(kernel.program, words);
    expect(run, JSON.stringify(kernel.calls())).toMatchObject({ status: 7, stderr: '' });
    return { kernel, lines: run.stdout.split('\r\n').slice(0, -1) };
  };

  const capture = async (count: number, scenario: Scenario) => {
    const opened = Array.from({ length: count }, (_, index) => open(index));
    const file = path.join(scenarioFolder(), 'capture.dmp');
    const { kernel, lines } = await ask(
      ['privilege,on', ...opened, `${TRIAGE},${toWindowsPath(file)}`],
      scenario,
    );
    return { kernel, answer: lines.at(-1) ?? '', file };
  };
  const scenarioFolder = () => {
    const place = standIn(client, { processes: [] });
    used.push(place);
    return place.folder;
  };

  it('the kernel stand-in starts a program with SeDebugPrivilege disabled, and enables nothing by itself', async () => {
    const { lines, kernel } = await ask([open(0), open(0, '0x800'), 'close']);
    expect(lines).toEqual([`open ${workerThreadId(0)} no 5`, `open ${workerThreadId(0)} yes 0`]);
    expect(kernel.calls('exit')).toMatchObject([{ openThreads: 0, debugPrivilege: false }]);
  });

  it('the kernel stand-in notices a handle and a privilege that were not given back', async () => {
    const { kernel } = await ask(['privilege,on', open(0), open(1)]);
    expect(kernel.calls('exit')).toMatchObject([{ openThreads: 2, debugPrivilege: true }]);
  });

  it.each([
    ['the privilege is off', ['privilege,on', open(0), 'privilege,off', TRIAGE], 'c0000022'],
    ['the input is one byte short', ['privilege,on', open(0), 'triage,55,0x100000,0,0'], 'c0000004'],
    ['the input is longer', ['privilege,on', open(0), 'triage,64,0x100000,0,0'], 'c0000004'],
    ['the output is below 256 KiB', ['privilege,on', open(0), 'triage,56,0x3ffff,0,0'], 'c0000004'],
    ['a flag beyond the first is set', ['privilege,on', open(0), 'triage,56,0x100000,2,0'], 'c000000d'],
    ['process handles are given', ['privilege,on', open(0), 'triage,56,0x100000,0,1'], 'c000000d'],
    ['no thread is given', ['privilege,on', TRIAGE], 'c000000d'],
    ['the only handle is bad', ['privilege,on', 'bad', TRIAGE], 'c0000022'],
    ['the only handle lacks rights', ['privilege,on', open(0, '0x1ffffe'), TRIAGE], 'c0000022'],
  ])('the kernel stand-in refuses when %s', async (_, words, status) => {
    const { lines } = await ask(words);
    expect(lines.at(-1)).toBe(`triage ${status} 0`);
  });

  it('the kernel stand-in serves no other command without a kernel debugger, and nothing in a container', async () => {
    expect((await ask(['privilege,on', 'command,1'])).lines.at(-1)).toBe('command c0000354');
    const container: Scenario = { settings: { container: 1 }, processes: [worker(3)] };
    expect((await ask(['privilege,on', open(0), TRIAGE], container)).lines.at(-1)).toBe('triage c0000022 0');
  });

  it('the kernel stand-in writes a dump that holds the threads that fit, and reports success for those that do not', async () => {
    const { kernel, file, answer } = await capture(30, { processes: [worker(30)] });
    const bytes = readFileSync(file);
    expect(answer).toBe(`triage 00000000 ${bytes.length}`);
    const kept = kernel.calls('captureThread').filter(({ status }) => status === '0x00000000');
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(30);

    const { acceptable, findings, dump } = checkTriage(bytes);
    expect(acceptable, JSON.stringify(findings)).toBe(true);
    if (dump === undefined) return expect.fail('no dump');
    const addresses = Array.from({ length: 30 }, (_, index) =>
      virtualAddress(0xffffa38f_40000080n + BigInt(index) * 0xc80n),
    );
    const inside = threadsInTriageDump(dump, addresses).filter(({ object }) => object === 'Whole');
    expect(inside).toHaveLength(kept.length);
    expect(inside.every(({ stack }) => stack === 'Whole')).toBe(true);
    expect(threadStatuses(dump, 30)?.slice(kept.length - 1, kept.length + 2)).toEqual([
      0, 0xc000009a, 0xc0000001,
    ]);
    expect(dump.drivers()[0]?.path).toContain('ntoskrnl.exe');
  });

  it('the kernel stand-in fills the buffer with processor blocks on a large machine', async () => {
    const { kernel, file } = await capture(2, { settings: { processors: 32 }, processes: [worker(2)] });
    expect(kernel.calls('captureThread').map(({ status }) => status)).toEqual(['0xc0000001', '0xc0000001']);
    expect(readFileSync(file).length).toBeLessThan(0x100000);
  });

  it('the kernel stand-in keeps half a thread when asked to', async () => {
    const settings = { 'keep-partial': 1 };
    const { kernel, file } = await capture(30, { settings, processes: [worker(30, {}, 0)] });
    const { dump } = checkTriage(readFileSync(file));
    if (dump === undefined) return expect.fail('no dump');
    const at = kernel.calls('captureThread').findIndex(({ status }) => status === '0xc000009a');
    const address = virtualAddress(0xffffa38f_40000080n + BigInt(at) * 0xc80n);
    const [half] = threadsInTriageDump(dump, [address]);
    expect(half?.object).toBe('Whole');
    expect(half?.stack).not.toBe('Whole');
  });

  it('the kernel stand-in plays threads that are protected, replaced, gone, hidden and exiting', async () => {
    const faults = { 0: 'protected', 1: 'replaced', 2: 'gone', 3: 'hidden', 4: 'exits' } as const;
    const scenario = { processes: [worker(6, faults)] };
    const words = ['privilege,on', open(0), open(2), open(1), open(3), open(4), open(5), 'objects'];
    const { lines } = await ask([...words, 'times,0', 'times,3', TRIAGE, 'terminated,2'], scenario);
    const id = workerThreadId;
    expect(lines.slice(1, 7)).toEqual([
      `open ${id(0)} no 5`,
      `open ${id(2)} no 87`,
      ...[1, 3, 4, 5].map((index) => `open ${id(index)} yes 0`),
    ]);
    expect(lines.slice(7, 11)).toEqual([
      'object 0 ffffa38f40000d00',
      'object 1 0',
      'object 2 ffffa38f40003280',
      'object 3 ffffa38f40003f00',
    ]);
    const [replaced, true_] = lines.slice(11, 13).map((line) => BigInt(`0x${line.split(' ')[2]}`));
    expect(true_).toBe(133_601_739_950_000_000n + 50_000n);
    expect(replaced).not.toBe(133_601_739_950_000_000n + 10_000n);
    expect(lines[13]).toMatch(/^triage 00000000 /);
    expect(lines[14]).toBe('query 00000000 1');
  });

  it.each([
    ['status=0xc0000017', 'triage c0000017 0'],
    ['nothing', 'triage 00000000 0'],
    ['length=0x200000', 'triage 00000000 2097152'],
    ['length=100', 'triage 00000000 100'],
  ])('the kernel stand-in answers a call with %s', async (answer, line) => {
    const scenario: Scenario = { processes: [worker(3)], calls: [{ call: 2, answer }] };
    const { lines } = await ask(['privilege,on', open(0), TRIAGE, TRIAGE, TRIAGE], scenario);
    expect(lines[3]).toBe(line);
    expect(lines[2]).toMatch(/^triage 00000000 \d{6}/);
    expect(lines[4]).toBe(lines[2]);
  });

  it('the kernel stand-in lists the scenario behind the real processes, and hides addresses without the privilege', async () => {
    const settings = { 'hide-addresses': 1 };
    const { lines } = await ask(['processes', open(0, '0x800'), 'objects', 'privilege,on', 'objects'], {
      settings,
      processes: [worker(30)],
    });
    expect(lines[1]).toBe(`process 1048576 w3wp.exe 30 first ${workerThreadId(0)} state 5`);
    expect(lines.filter((line) => line.startsWith('object'))).toEqual([
      'object 0 0',
      'object 0 ffffa38f40000080',
    ]);
  });

  it('the kernel stand-in refuses to start on a scenario that it does not understand', async () => {
    const kernel = standIn(client, { settings: { nonsense: 1 }, processes: [] });
    used.push(kernel);
    const run = await runWindowsProgram(kernel.program, []);
    expect(run.stderr).toContain('standin.dll');
    expect(kernel.calls()[0]?.failure).toContain('line 1');
  });
});
