import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/contract/error-table.ts';
import type { LiveStep } from '../../../src/simulator/world/behaviour.ts';
import { dumpFolder, takeLive, warningsOf } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

describe('a live dump', () => {
  it('a live dump is verified on the disk, and its record holds what was done', async () => {
    const { dump } = await takeLive({ path: place.file(), trace: true });
    expect(dump).toMatchObject({
      simulated: true,
      path: place.file(),
      scope: 'Full',
      partial: false,
      verified: true,
      phaseSource: 'Events',
      traceEvents: 21,
      tracePath: place.file('live.trace.txt'),
      bugCheckCode: '0x161',
    });
    expect(dump?.checks.every(({ passed }) => passed)).toBe(true);
    expect(dump?.phases.map(({ phase }) => phase)).toEqual([
      'Sizing',
      'Quiesce',
      'Capture',
      'Copy',
      'Writing',
    ]);
    const bytes = readFileSync(place.file());
    expect(bytes.toString('latin1', 0, 8)).toBe('PAGEDU64');
    expect(dump?.size).toBe(bytes.length);
    // BugCheckParameter1 in the header spells the product's name.
    expect(bytes.toString('latin1', 0x40, 0x47)).toBe('ktriage');
    expect(place.names()).toEqual(['live.dmp', 'live.trace.txt']);
  });

  it('a live dump reports every event when asked to, and lists the same beside the dump', async () => {
    const { events } = await takeLive({ path: place.file(), trace: true });
    const lines = events.flatMap((event) =>
      event.kind === 'trace' ? [`${event.event.relativeTime} ${event.event.text}`] : [],
    );
    expect(lines).toHaveLength(21);
    expect(readFileSync(place.file('live.trace.txt'), 'utf8')).toBe(`${lines.join('\n')}\n`);
    const silent = await takeLive({ path: place.file('other.dmp') });
    expect(silent.events.filter(({ kind }) => kind === 'trace')).toEqual([]);
    expect(silent.dump?.phaseSource).toBe('Events');
  });

  it('a live dump marks phases that come from the file size where there are no events', async () => {
    const missing = await takeLive({ path: place.file(), trace: true }, { traceUnavailable: true });
    expect(missing.dump?.phaseSource).toBe('FileGrowth');
    expect(missing.dump?.phases.map(({ phase }) => phase)).toEqual(['Preparing', 'Writing']);
    expect(warningsOf(missing)).toEqual([expect.stringContaining('There is no trace')]);
    expect(missing.dump?.tracePath).toBeUndefined();
    // Events that were not asked for are not missed.
    const unasked = await takeLive({ path: place.file('b.dmp') }, { traceUnavailable: true });
    expect(warningsOf(unasked)).toEqual([]);
    const silent = await takeLive({ path: place.file('c.dmp'), trace: true }, { withoutLiveEvents: true });
    expect(silent.dump?.phaseSource).toBe('FileGrowth');
  });

  it('a live dump is partial where Windows reports it, and never counts as whole', async () => {
    const run = await takeLive(
      { path: place.file(), abortOnMemoryPressure: false },
      { scenario: 'low-memory' },
    );
    expect(run.dump).toMatchObject({ partial: true, verified: true, ntStatus: '0x00000105' });
    expect(run.dump?.nextSteps?.at(-1)).toContain('Pages are missing');
    expect(warningsOf(run)).toEqual([expect.stringContaining('partial')]);
  });

  it('a live dump of thread stacks alone is recorded as one', async () => {
    const { dump } = await takeLive(
      { path: place.file(), scope: 'ThreadStacks' },
      { scenario: 'windows-11' },
    );
    expect(dump).toMatchObject({ scope: 'ThreadStacks', verified: true });
    expect(dump?.checks).toContainEqual({ check: 'MarkedAsSelective', passed: true });
  });

  it('a live dump carries the code and parameters that were asked for', async () => {
    const bugCheckParameters: [string, string] = ['0x0000000000001308', '0xffffe0018a3f2080'];
    const request = { path: place.file(), bugCheckCode: 0x69696969, bugCheckParameters };
    await takeLive(request);
    const header = readFileSync(place.file());
    expect(header.readUInt32LE(0x38)).toBe(0x69696969);
    expect([0x40, 0x48, 0x50].map((at) => header.readBigUInt64LE(at))).toEqual([
      0x1308n,
      0xffffe0018a3f2080n,
      0n,
    ]);
  });

  it('a live dump is only planned when asked: nothing is touched', async () => {
    const { events } = await takeLive({ path: place.file(), planOnly: true });
    expect(events).toMatchObject([{ kind: 'plan', plan: { path: place.file(), scope: 'Full' } }]);
    expect(place.names()).toEqual([]);
  });
});

describe('progress', () => {
  it('the progress of a live dump goes through the phases with the bytes that are on the disk and the kernel’s own estimate', async () => {
    const run = await takeLive(
      { path: place.file() },
      { beforeLiveStep: () => new Promise((resolve) => setTimeout(resolve, 15)) },
    );
    const progress = run.events.flatMap((event) => (event.kind === 'progress' ? [event.progress] : []));
    // Whether the answer or the last look comes first is a matter of luck.
    const phases = [...new Set(progress.map(({ phase }) => phase))].filter((phase) => phase !== 'Ended');
    expect(phases).toEqual(['Preparing', 'Sizing', 'Capture', 'Quiesce', 'Writing']);
    const sizes = progress.map(({ bytes }) => bytes);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    // The kernel estimates a little more than it needs.
    expect(progress.at(-1)?.estimatedBytes).toBeGreaterThan(run.dump?.size ?? 0);
    expect(progress.find(({ phase }) => phase === 'Preparing')).not.toHaveProperty('estimatedBytes');
  });
});

describe('every status that the kernel may answer', () => {
  const STATUSES: readonly (readonly [status: number, code: ErrorCode, says: RegExp])[] = [
    [0xc0000002, 'CaptureNotSupported', /64-bit/],
    [0xc0000003, 'CaptureNotSupported', /8\.1/],
    [0xc0000004, 'CaptureNotSupported', /form of the request/],
    [0xc0000008, 'CaptureFailed', /handle/],
    [0xc000000d, 'CaptureFailed', /parameter/],
    [0xc0000017, 'CaptureOutOfMemory', /memory/],
    [0xc0000022, 'CaptureDenied', /container/],
    [0xc0000024, 'CaptureFailed', /kind of a handle/],
    [0xc000004b, 'CaptureFailed', /ended/],
    [0xc000012d, 'CaptureOutOfMemory', /no quota/],
    [0xc0000061, 'PrivilegeNotHeld', /SeDebugPrivilege/],
    [0xc000007f, 'DiskFull', /full/],
    [0xc000009a, 'CaptureOutOfMemory', /memory/],
    [0xc00000bb, 'LiveDumpDisabled', /AllowLiveDump/],
    [0xc0000120, 'Cancelled', /cancelled/],
    [0xc000022d, 'CaptureBusy', /another/],
    [0xc0000240, 'MemoryPressure', /short/],
    [0xc0000354, 'OptionNotSupported', /live dump command only with kernel debugging/],
    [0xc0000476, 'QuiesceTimedOut', /rest/],
    [0xc0000804, 'LiveDumpDisabled', /FullLiveReportsMax/],
    [0xc0000001, 'CaptureFailed', /STATUS_UNSUCCESSFUL/],
    [0xcafebabe, 'CaptureFailed', /0xCAFEBABE/],
  ];

  it.each(STATUSES)('live dump status 0x%s becomes the error %s', async (captureStatus, code, says) => {
    const { failure } = await takeLive({ path: place.file() }, { captureStatus });
    expect(failure?.code).toBe(code);
    expect(failure?.message).toMatch(says);
    expect(failure?.facts.ntStatus).toBe(captureStatus);
    expect(failure?.advice).not.toBe('');
    expect(failure?.advice).not.toMatch(/fewer threads|has been kept/);
    expect(place.names()).toEqual([]);
  });
});

describe('while Windows takes another dump', () => {
  it('a live dump that finds another one under way waits as long as asked, and then has its turn', async () => {
    let calls = 0;
    const beforeLiveStep = (step: LiveStep) => {
      if (step === 'sizing') calls += 1;
      return calls < 3 ? 0xc000022d : undefined;
    };
    const run = await takeLive({ path: place.file(), waitSeconds: 30, trace: true }, { beforeLiveStep });
    expect(run.events.filter(({ kind }) => kind === 'waiting')).toHaveLength(2);
    expect(run.dump?.verified).toBe(true);
    // The listing is of the call that succeeded.
    expect(run.dump?.traceEvents).toBe(21);
    expect(place.names()).toEqual(['live.dmp', 'live.trace.txt']);
  });

  it('a live dump that finds another one under way gives up when the wait is over', async () => {
    const run = await takeLive({ path: place.file(), waitSeconds: 0.03 }, { captureStatus: 0xc000022d });
    expect(run.failure?.code).toBe('CaptureBusy');
    expect(place.names()).toEqual([]);
  });

  it('a live dump that finds another one under way can be cancelled while it waits', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const run = await takeLive(
      { path: place.file(), waitSeconds: 600 },
      { captureStatus: 0xc000022d, context: { signal: controller.signal, retryMs: 60_000 } },
    );
    expect(run.failure?.code).toBe('Cancelled');
  });
});
