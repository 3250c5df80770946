import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveDestination } from '../../../src/capture/live/destination.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { FileStore } from '../../../src/files/port.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import type { LiveStep } from '../../../src/simulator/world/behaviour.ts';
import { dumpFolder, takeLive, warningsOf } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

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

  it('a relative path is one of the working directory, and the record names the whole path', async () => {
    const relative = path.relative(process.cwd(), place.file());
    expect((await takeLive({ path: relative })).dump?.path).toBe(place.file());
  });

  it('a folder is not a file', async () => {
    mkdirSync(place.file('inner'));
    const { failure } = await takeLive({ path: place.file('inner'), force: true });
    expect(failure?.code).toBe('InvalidPath');
  });
});
