import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import type { LiveRequest, TraceRecord } from '../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../src/simulator/simulated-machine.ts';

/** Microsoft-Windows-Kernel-LiveDump. */
const PROVIDER = 'bef2aa8e-81cd-11e2-a7bb-5eac6188709b';

let folder = '';
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-live-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = {
  bugCheckCode: 0x161,
  bugCheckParameters: [1n, 2n, 3n, 4n],
  abortIfMemoryPressure: true,
} as const;

function emptyFile(): string {
  const file = path.join(folder, `live${files++}.dmp`);
  writeFileSync(file, '');
  return file;
}

async function take(scenario: string, wishes: Partial<LiveRequest> = {}, options: SimulationOptions = {}) {
  const file = emptyFile();
  const session = createSimulatedMachine(scenario, options).openSession('capture');
  const { ntStatus } = await session.captureLive({ ...plain, path: file, ...wishes }).finished;
  session.close();
  return { ntStatus, bytes: readFileSync(file) };
}

let windows11: ReturnType<typeof take> | undefined;
function wholeWindows11() {
  windows11 ??= take('windows-11');
  return windows11;
}

describe('a live dump at the port', () => {
  it('a simulated live dump is whole, and the product reads every thread out of it', async () => {
    const { ntStatus, bytes } = await take('w3wp-oplock');
    expect(ntStatus).toBe(0);
    const dump = openDump(bytesSource(bytes));
    expect(dump.format).toBe('BitmapKernel');
    const { threads } = readKernelObjects(dump);
    expect(threads.filter(({ processId }) => processId === 4872)).toHaveLength(300);
  });

  it('a simulated live dump stops between two chunks when asked to, and leaves a file without a header', async () => {
    const file = emptyFile();
    const machine = createSimulatedMachine('w3wp-oplock', { timing: { perLiveChunkMs: 25 } });
    const capture = machine.openSession('capture').captureLive({ ...plain, path: file });
    machine.openTrace(PROVIDER, ({ id }) => {
      if (id === 3) setTimeout(capture.cancel, 60);
    });
    expect(await capture.finished).toEqual({ ntStatus: 0xc0000120 });
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(0x200000);
    expect(bytes.length).toBeLessThan(0x1000000);
    expect(bytes.subarray(0, 0x2000).every((byte) => byte === 0)).toBe(true);
  });

  it('a simulated live dump does not look at a cancel while it prepares', async () => {
    const file = emptyFile();
    const session = createSimulatedMachine('w3wp-oplock', { timing: { livePreparationMs: 80 } }).openSession(
      'capture',
    );
    const started = performance.now();
    const capture = session.captureLive({ ...plain, path: file });
    capture.cancel();
    expect(await capture.finished).toEqual({ ntStatus: 0xc0000120 });
    expect(performance.now() - started).toBeGreaterThan(75);
    expect(readFileSync(file).length).toBe(0);
  });

  it('a simulated live dump is given up or partial when memory is short, as asked', async () => {
    expect(await take('low-memory')).toMatchObject({ ntStatus: 0xc0000240 });
    const { ntStatus, bytes } = await take('low-memory', { abortIfMemoryPressure: false });
    expect(ntStatus).toBe(0x105);
    const dump = openDump(bytesSource(bytes));
    const threads = readKernelObjects(dump).threads;
    const stored = threads.filter(({ stackBase = virtualAddress(0x1000n) }) => {
      return dump.memory.read(virtualAddress(stackBase - 8n), 8).bytes.length === 8;
    });
    expect(stored.length).toBeGreaterThan(200);
    expect(stored.length).toBeLessThan(threads.length);
  });

  it('a simulated live dump of thread stacks alone is small, and takes Windows 11 and no other pages', async () => {
    expect(await take('w3wp-oplock', { threadStacksOnly: true })).toMatchObject({ ntStatus: 0xc0000004 });
    const stacks = await take('windows-11', { threadStacksOnly: true });
    const whole = await wholeWindows11();
    expect([stacks.ntStatus, whole.ntStatus]).toEqual([0, 0]);
    expect(stacks.bytes.length).toBeLessThan(whole.bytes.length);
    expect(stacks.bytes.readUInt32LE(0x1050)).toBe(0x4010);
    expect(readKernelObjects(openDump(bytesSource(stacks.bytes))).threads.length).toBeGreaterThan(300);
    const mixed = await take('windows-11', { threadStacksOnly: true, hypervisorPages: true });
    expect(mixed.ntStatus).toBe(0xc000000d);
  });

  it('a simulated live dump with user pages takes Windows 11 22H2', async () => {
    expect(await take('w3wp-oplock', { userPages: true })).toMatchObject({ ntStatus: 0xc0000354 });
    const { ntStatus, bytes } = await take('windows-11', { userPages: true });
    expect(ntStatus).toBe(0);
    expect(bytes.length).toBeGreaterThan((await wholeWindows11()).bytes.length + 300 * 0x1000);
  });

  it('a simulated live dump fails with the status that the test sets, and with an error for a file that is not there', async () => {
    expect(await take('w3wp-oplock', {}, { captureStatus: 0xc0000804 })).toMatchObject({
      ntStatus: 0xc0000804,
    });
    const session = createSimulatedMachine('w3wp-oplock').openSession('capture');
    expect(() => session.captureLive({ ...plain, path: path.join(folder, 'missing.dmp') })).toThrow(
      /missing\.dmp/,
    );
    const query = createSimulatedMachine('w3wp-oplock').openSession('query');
    const { finished } = query.captureLive({ ...plain, path: emptyFile() });
    expect(await finished).toEqual({ ntStatus: 0xc0000022 });
  });

  it('a live dump of the crowded simulated machine is refused by name before any work', () => {
    const session = createSimulatedMachine('crowded').openSession('capture');
    expect(() => session.captureLive({ ...plain, path: emptyFile() })).toThrow(
      expect.objectContaining({ code: 'CaptureOutOfMemory', message: expect.stringContaining('100501') }),
    );
  });
});

describe('the events of a live dump', () => {
  async function traced(wishes: Partial<LiveRequest>, options: SimulationOptions = {}) {
    const machine = createSimulatedMachine('w3wp-oplock', options);
    const events: TraceRecord[] = [];
    const trace = machine.openTrace(PROVIDER, (event) => events.push(event));
    const file = emptyFile();
    const capture = machine.openSession('capture').captureLive({ ...plain, path: file, ...wishes });
    expect(events).toEqual([]);
    await capture.finished;
    await trace.close();
    return { events, trace, bytes: readFileSync(file) };
  }

  it("the events of a simulated live dump come in the order of the article's listing", async () => {
    const { events, trace, bytes } = await traced({});
    const ids = events.map(({ id }) => id).filter((id) => id !== 167);
    expect(ids).toEqual([
      1, 108, 109, 101, 102, 104, 103, 105, 106, 107, 151, 152, 154, 153, 156, 157, 155, 3, 4, 2,
    ]);
    const times = events.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => Number(a - b)));
    expect(times[0]).toBeGreaterThanOrEqual(trace.startTime);
    const written = Buffer.from(events.at(-2)?.data ?? []);
    expect(written.readUInt32LE(0)).toBe(0);
    expect(Number(written.readBigUInt64LE(4))).toBe(bytes.length);
  });

  it('the events of a simulated live dump give the reason why a dump was abandoned', async () => {
    const { events } = await traced({}, { isShortOfMemory: true });
    expect(events.slice(-2).map(({ id }) => id)).toEqual([5, 2]);
    expect(Buffer.from(events.at(-1)?.data ?? []).readUInt32LE(0)).toBe(0xc0000240);
  });

  it('the events of a simulated live dump go to administrators alone, and to no trace that was closed', async () => {
    const { events } = await traced({}, { captureStatus: 0xc000022d });
    expect(events.map(({ id }) => id)).toEqual([1, 2]);
    expect(() => createSimulatedMachine('not-elevated').openTrace('x', () => undefined)).toThrow(
      /administrator/,
    );
  });
});

describe('what forbids a live dump', () => {
  it.each([
    [{ fullLiveReportsMax: 0 }, 0xc0000804],
    [{ allowLiveDump: 0 }, 0xc00000bb],
    [{ forceDumpsDisabled: 0x10000000 }, 0xc00000bb],
    [{ inContainer: true }, 0xc0000022],
  ])('a simulated live dump is refused with the settings %o', async (conditions, ntStatus) => {
    expect(await take('w3wp-oplock', {}, { conditions })).toMatchObject({ ntStatus });
  });

  it('user pages are allowed where kernel debugging is on', async () => {
    const { ntStatus } = await take(
      'w3wp-oplock',
      { userPages: true },
      { conditions: { kernelDebugging: true } },
    );
    expect(ntStatus).toBe(0);
  });
});
