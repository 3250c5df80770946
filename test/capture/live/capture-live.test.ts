import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureLive } from '../../../src/capture/live/capture-live.ts';
import { liveDestination } from '../../../src/capture/live/destination.ts';
import type { ErrorCode } from '../../../src/contract/error-table.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { FileStore } from '../../../src/files/port.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import { createSimulatedMachine } from '../../../src/simulator/simulated-machine.ts';
import type { LiveStep } from '../../../src/simulator/world/behaviour.ts';
import { type asIfReal, dumpFolder, takeLive, warningsOf } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

describe('a live dump', () => {
  it('a live dump is verified on the disk, and its record says what was done', async () => {
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

  it('a live dump says that it knows phases from the file where there are no events', async () => {
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

  it('a live dump is partial where Windows says so, and never counts as whole', async () => {
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

it('a live dump with user memory that needs kernel debugging is an option that is not supported', async () => {
  const run = await takeLive(
    { path: place.file(), includeUserMemory: true },
    { scenario: 'windows-11', captureStatus: 0xc0000354 },
  );
  expect(run.failure?.code).toBe('OptionNotSupported');
  expect(run.failure?.advice).toContain('{option:include-user-memory}');
});

describe('cancelling', () => {
  const STEPS: readonly LiveStep[] = ['sizing', 'capture', 'quiesce', 'copy', 'chunk', 'header'];

  it.each(STEPS)(
    'cancelling a live dump at %s leaves nothing behind, and says what is waited for',
    async (where) => {
      const controller = new AbortController();
      let seen: LiveStep | undefined;
      const run = await takeLive(
        { path: place.file(), trace: true },
        {
          context: { signal: controller.signal },
          beforeLiveStep: async (step) => {
            if (step === where && seen === undefined) {
              seen = step;
              controller.abort();
            }
            // The kernel is slow enough that the watcher can look in between.
            await new Promise((resolve) => setTimeout(resolve, 12));
            return undefined;
          },
        },
      );
      expect(seen).toBe(where);
      expect(run.failure?.code).toBe('Cancelled');
      expect(run.failure?.advice).toContain('removed');
      expect(place.names()).toEqual([]);
      const stopping = run.events.filter((event) => event.kind === 'progress' && event.progress.stopping);
      expect(stopping.length).toBeGreaterThan(0);
    },
  );

  it('cancelling a live dump before anything has begun captures nothing', async () => {
    const controller = new AbortController();
    controller.abort();
    const run = await takeLive({ path: place.file() }, { context: { signal: controller.signal } });
    expect(run.failure?.code).toBe('Cancelled');
    expect(place.names()).toEqual([]);
  });

  it('cancelling a live dump happens by itself when the time limit passes', async () => {
    const slow = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 30));
    const run = await takeLive({ path: place.file(), timeLimitSeconds: 0.05 }, { beforeLiveStep: slow });
    expect(run.failure?.code).toBe('TimeLimitReached');
    expect(place.names()).toEqual([]);
  });

  it('a reader that goes away cancels a live dump, waits for the kernel and removes the file', async () => {
    const steps: LiveStep[] = [];
    const machine = createSimulatedMachine('idle', {
      beforeLiveStep: async (step) => {
        steps.push(step);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return undefined;
      },
    });
    const signal = new AbortController().signal;
    for await (const event of captureLive(
      { path: place.file() },
      { machine, files: posixFiles, signal, pollMs: 5 },
    )) {
      if (event.kind === 'progress' && event.progress.phase !== 'Preparing') break;
    }
    expect(place.names()).toEqual([]);
    // The kernel has seen the cancel and answered before the generator was done: nothing goes on.
    const before = steps.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(steps).toHaveLength(before);
    expect(steps).not.toContain('header');
  });

  it('cancelling a live dump reaches the kernel although the reader takes no progress', async () => {
    const steps: LiveStep[] = [];
    const controller = new AbortController();
    const machine = createSimulatedMachine('idle', {
      beforeLiveStep: async (step) => {
        steps.push(step);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return undefined;
      },
    });
    const { signal } = controller;
    const context = { machine, files: posixFiles, signal, pollMs: 5 };
    const reading = (async () => {
      for await (const event of captureLive({ path: place.file() }, context)) {
        if (event.kind !== 'progress' || signal.aborted) continue;
        controller.abort();
        await new Promise((resolve) => setTimeout(resolve, 400));
        // All this time there was no reader, and the kernel has ended long ago.
        expect(steps).not.toContain('header');
        expect(steps.filter((step) => step === 'chunk').length).toBeLessThan(2);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'Cancelled' });
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

describe('a destination that changes while a live dump is under way', () => {
  const BUSY = 0xc000022d;

  it('a live dump is not taken for a name that another program took during the wait', async () => {
    let calls = 0;
    const beforeLiveStep = (step: LiveStep) => {
      if (step !== 'sizing') return undefined;
      calls += 1;
      writeFileSync(place.file(), 'precious');
      return BUSY;
    };
    const run = await takeLive({ path: place.file(), waitSeconds: 30 }, { beforeLiveStep });
    expect(run.failure).toMatchObject({ code: 'FileExists', facts: { target: place.file() } });
    expect(calls).toBe(1);
    expect(readFileSync(place.file(), 'utf8')).toBe('precious');
    expect(place.names()).toEqual(['live.dmp']);
  });

  it.each(['sizing', 'chunk', 'header'] as const)(
    'a folder that is removed at %s of a live dump is DestinationNotFound, once',
    async (where) => {
      const beforeLiveStep = (step: LiveStep) => {
        if (step === where) place.remove();
        return undefined;
      };
      const run = await takeLive({ path: place.file(), trace: true }, { beforeLiveStep });
      expect(run.failure).toMatchObject({ code: 'DestinationNotFound', facts: { target: place.folder } });
      expect(warningsOf(run)).toEqual([]);
      expect(run.failure?.message).not.toContain('.partial');
    },
  );

  it('a folder that is removed during the wait for a live dump is DestinationNotFound', async () => {
    const beforeLiveStep = () => {
      place.remove();
      return BUSY;
    };
    const run = await takeLive({ path: place.file(), waitSeconds: 30 }, { beforeLiveStep });
    expect(run.failure).toMatchObject({ code: 'DestinationNotFound', facts: { target: place.folder } });
  });

  it('errors of a live dump name the file that was asked for, never the temporary one', async () => {
    const files: FileStore = {
      ...posixFiles,
      begin(folder, protection) {
        const pending = posixFiles.begin(folder, protection);
        const flush = () => {
          throw new Failure('DiskFull', `${pending.temporaryPath} could not be flushed: the disk is full`, {
            target: pending.temporaryPath,
          });
        };
        return { ...pending, flush };
      },
    };
    const { failure } = await takeLive({ path: place.file() }, { context: { files } });
    expect(failure).toMatchObject({ code: 'DiskFull', facts: { target: place.file() } });
    expect(failure?.message).toBe(`${place.file()} could not be flushed: the disk is full.`);
  });

  it('a live dump that is refused still removes what a killed run left', async () => {
    writeFileSync(place.file('.ktriage-999999996-1.partial'), 'left behind');
    const run = await takeLive({ path: place.file() }, { elevated: false });
    expect(run.failure?.code).toBe('NotElevated');
    expect(place.names()).toEqual([]);
    writeFileSync(place.file('.ktriage-999999996-1.partial'), 'left behind');
    await takeLive({ path: place.file(), planOnly: true });
    expect(place.names()).toEqual(['.ktriage-999999996-1.partial']);
  });
});

describe('bad destinations', () => {
  it.each([
    ['\\\\server\\share\\live.dmp', 'InvalidPath', /network share/],
    ['\\\\?\\UNC\\server\\share\\live.dmp', 'InvalidPath', /network share/],
    ['\\\\.\\PhysicalDrive0', 'InvalidPath', /device/],
    ['\\\\?\\GLOBALROOT\\Device\\x', 'InvalidPath', /device/],
    ['NUL', 'InvalidPath', /device/],
    ['com1.dmp', 'InvalidPath', /device/],
    ['live.dmp:stream', 'InvalidPath', /stream/],
    ['live.dmp.', 'InvalidPath', /cuts off/],
    ['nul .dmp', 'InvalidPath', /device/],
    ['CONOUT$', 'InvalidPath', /device/],
    ['dumps/', 'InvalidPath', /folder/],
    ['dumps\\', 'InvalidPath', /folder/],
    ['no-such-folder/live.dmp', 'DestinationNotFound', /no-such-folder/],
  ] as const)('%s is refused as %s', async (file, code, says) => {
    const given = /^[\\a-zA-Z]+:?/.test(file) && !file.includes('/') ? file : path.join(place.folder, file);
    const { failure } = await takeLive({ path: file.endsWith('/') ? `${place.folder}/${file}` : given });
    expect(failure?.code).toBe(code);
    expect(failure?.message).toMatch(says);
  });

  it('an existing file is not touched, unless forced', async () => {
    writeFileSync(place.file(), 'precious');
    expect((await takeLive({ path: place.file() })).failure?.code).toBe('FileExists');
    expect(readFileSync(place.file(), 'utf8')).toBe('precious');
    const failed = await takeLive({ path: place.file(), force: true }, { captureStatus: 0xc0000476 });
    expect(failed.failure?.code).toBe('QuiesceTimedOut');
    expect(readFileSync(place.file(), 'utf8')).toBe('precious');
    expect((await takeLive({ path: place.file(), force: true })).dump?.verified).toBe(true);
  });

  it('any text either names a file or is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\\\\/.?a-zA-Z:]{1,12}$/)),
        fc.boolean(),
        (text, force) => {
          try {
            expect(path.isAbsolute(liveDestination(text, force))).toBe(true);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a relative path is one of the working directory, and the record says which', async () => {
    const relative = path.relative(process.cwd(), place.file());
    expect((await takeLive({ path: relative })).dump?.path).toBe(place.file());
  });

  it('a folder is not a file', async () => {
    mkdirSync(place.file('inner'));
    const { failure } = await takeLive({ path: place.file('inner'), force: true });
    expect(failure?.code).toBe('InvalidPath');
  });
});

describe('a file that does not hold what the kernel promised', () => {
  /** Spoils the file after the kernel has answered. */
  const spoiled = (damage: (bytes: Buffer) => Buffer) => ({
    disguise: (machine: Parameters<typeof asIfReal>[0]) => ({
      ...machine,
      openSession: (purpose: Parameters<typeof machine.openSession>[0]) => {
        const session = machine.openSession(purpose);
        return {
          ...session,
          captureLive: (request: Parameters<typeof session.captureLive>[0]) => {
            const capture = session.captureLive(request);
            const finished = capture.finished.then((answer) => {
              writeFileSync(request.path, damage(readFileSync(request.path)));
              return answer;
            });
            return { ...capture, finished };
          },
        };
      },
    }),
  });
  const zero = (bytes: Buffer, at: number, length: number) => {
    bytes.fill(0, at, at + length);
    return bytes;
  };

  const mark = (bytes: Buffer, at: number, bits: number) => {
    bytes.writeUInt32LE(bytes.readUInt32LE(at) | bits, at);
    return bytes;
  };

  it.each([
    ['its header missing', (bytes: Buffer) => zero(bytes, 0, 0x2000)],
    ['no signature of its bitmap', (bytes: Buffer) => zero(bytes, 0x2000, 8)],
    ['another number of pages in its header', (bytes: Buffer) => zero(bytes, 0x2028, 8)],
    ['its last page missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 0x1000)],
    ['another type', (bytes: Buffer) => zero(bytes, 0xf98, 4)],
    ['its contents encrypted', (bytes: Buffer) => mark(bytes, 0x1050, 1 << 8)],
    ['nothing in it', (bytes: Buffer) => bytes.subarray(0, 0)],
  ])('a live dump file with %s is not kept', async (_name, damage) => {
    const { failure } = await takeLive({ path: place.file() }, spoiled(damage));
    expect(failure?.code).toBe('CaptureUnverified');
    expect(place.names()).toEqual([]);
  });

  it('a live dump file whose required space differs is kept, and reports that', async () => {
    const run = await takeLive(
      { path: place.file() },
      spoiled((bytes) => zero(bytes, 0xfa0, 8)),
    );
    expect(run.dump?.checks).toContainEqual(
      expect.objectContaining({ check: 'RequiredSpace', passed: false }),
    );
  });
});
