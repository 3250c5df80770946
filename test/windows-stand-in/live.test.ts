import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { LiveDump, Message } from '../../src/contract/generated/types.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith } from '../support/equipment.ts';
import { type RunningWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, worker } from './scenario.ts';
import { expectAllGivenBack, type Machine, machineOf, nameAfterNobody } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** Live dumps by the shipped executable; the stand-in plays the kernel that writes them. */
describeWith(['wine', 'mingw'], 'ktriage.exe takes live dumps of the stand-in', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());

  const WINDOWS_11 = 22631;
  const WINDOWS_10 = 19041;
  const given = (settings: Scenario['settings'] = {}, calls: Scenario['calls'] = []) => {
    machine = machineOf({ settings: { build: WINDOWS_11, ...settings }, processes: [worker(12)], calls });
    return machine;
  };
  /** The stand-in's dump is small, whatever the estimate for this computer's memory says: `force`. */
  const start = (here: Machine, request: object = {}): RunningWindowsProgram =>
    here.start('live', {
      path: toWindowsPath(path.join(here.destination, 'live.dmp')),
      cancelOnEndOfInput: true,
      force: true,
      ...request,
    });
  const take = (here: Machine, request: object = {}) => here.answer(start(here, request));
  const dumpIn = (messages: readonly Message[]) =>
    messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'LiveDump' ? [message.value as LiveDump] : [],
    )[0];
  const untilCall = async (here: Machine, name: string) => {
    for (let waited = 0; waited < 30_000; waited += 20) {
      if (here.kernel.calls(name).length > 0) return;
      await delay(20);
    }
    expect.fail(`no ${name}: ${JSON.stringify(here.kernel.calls())}`);
  };

  it('ktriage.exe on the kernel stand-in writes a verified dump that holds every thread of the machine', async () => {
    const here = given();
    const { exitCode, messages, errors } = await take(here);
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(dumpIn(messages)).toMatchObject({ scope: 'Full', partial: false, verified: true });
    expect(here.files()).toEqual(['live.dmp']);
    const bytes = readFileSync(path.join(here.destination, 'live.dmp'));
    expect(dumpIn(messages)?.size).toBe(bytes.length);
    const { threads } = readKernelObjects(openDump(bytesSource(bytes, 'live.dmp')));
    expect(threads.map(({ address }) => address)).toEqual(
      expect.arrayContaining(Array.from({ length: 12 }, (_, index) => threadObject(index))),
    );
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in asks the kernel for what the options name', async () => {
    const ask = async (settings: Scenario['settings'], request: object) => {
      const here = given(settings);
      const { errors } = await take(here, request);
      expect(errors).toEqual([]);
      const [call] = here.kernel.calls('live');
      here.kernel.remove();
      return call;
    };
    expect(await ask({ build: WINDOWS_10 }, {})).toMatchObject({
      version: 1,
      flags: 8,
      addPages: 0,
      bugCheckCode: '0x161',
      cancelEvent: true,
    });
    expect(await ask({}, { scope: 'ThreadStacks', abortOnMemoryPressure: false })).toMatchObject({
      version: 2,
      flags: 16,
    });
    const everything = {
      includeUserMemory: true,
      includeHypervisor: true,
      includeNonEssentialHypervisor: true,
      bugCheckParameters: ['0x0000000000000007'],
    };
    expect(await ask({}, everything)).toMatchObject({
      flags: 12,
      addPages: 3,
      bugCheckParameters: ['0x0000000000000007', ...Array(3).fill('0x0000000000000000')],
    });
    const debugging = { build: WINDOWS_10, 'kernel-debugging': 1 };
    expect(await ask(debugging, { includeUserMemory: true })).toMatchObject({ flags: 12 });
  });

  // Each fact that Windows is asked for, once: test/capture/live/preflight.test.ts has every wish.
  it.each([
    [{ build: WINDOWS_10 }, { scope: 'ThreadStacks' }, 'OptionNotSupported'],
    [{ privilege: 'absent' }, {}, 'PrivilegeNotHeld'],
    [{ privilege: 'absent', elevated: 0 }, {}, 'NotElevated'],
  ] as const)(
    'ktriage.exe on the kernel stand-in with %o, %o is refused before anything is touched',
    async (settings, request, code) => {
      const here = given(settings);
      const { errors } = await take(here, request);
      expect(errors).toMatchObject([{ code }]);
      expect(here.kernel.calls('NtSystemDebugControl')).toEqual([]);
      expect(here.files()).toEqual([]);
      expectAllGivenBack(here);
    },
  );

  // A choice: test/capture/live/capture-live.test.ts has every status.
  it.each([
    ['0xC0000017', 'CaptureOutOfMemory'],
    ['0xC000022D', 'CaptureBusy'],
    ['0xC0000354', 'OptionNotSupported'],
    ['0xC0000804', 'LiveDumpDisabled'],
    ['0xC0001234', 'CaptureFailed'],
  ])('%s is a typed error, and no file is left', async (ntStatus, code) => {
    const here = given({}, [{ call: '*', answer: `status=${ntStatus}` }]);
    const { errors, exitCode } = await take(here);
    expect(errors).toMatchObject([{ code, ntStatus }]);
    expect(exitCode).not.toBe(0);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it.each([
    ['0xC000007F', 'DiskFull'],
    ['0xC000009A', 'CaptureOutOfMemory'],
  ])('%s after half of the writing leaves no half of a file', async (ntStatus, code) => {
    const here = given({ filler: 4096 }, [{ call: '*', answer: `late=${ntStatus}` }]);
    const { errors } = await take(here);
    expect(errors).toMatchObject([{ code, ntStatus }]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a disk that fills while the kernel writes a live dump gives a typed error and leaves no file', async () => {
    const here = given({ filler: 4096, 'disk-full': 5_000_000 });
    const { errors } = await take(here);
    expect(errors).toMatchObject([{ code: 'DiskFull' }]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in distinguishes a partial live dump from a whole one', async () => {
    const here = given({}, [{ call: 1, answer: 'partial' }]);
    const { messages, errors } = await take(here);
    expect(errors).toEqual([]);
    expect(dumpIn(messages)).toMatchObject({ partial: true, verified: true });
    expect(messages.filter(({ kind }) => kind === 'warning').length).toBeGreaterThan(0);
    expect(here.files()).toEqual(['live.dmp']);
  });

  it.each(['nothing', 'no-mark'])('success with %s written is no dump', async (answer) => {
    const here = given({}, [{ call: '*', answer }]);
    const { errors } = await take(here);
    expect(errors).toMatchObject([{ code: 'CaptureUnverified' }]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it.each([
    ['before the kernel writes', { 'call-ms': 1500 }, 'live'],
    ['while it writes', { filler: 8192, 'chunk-ms': 150 }, 'chunk'],
  ])('closing standard input %s cancels, and the file goes', async (_, settings, call) => {
    const here = given(settings);
    const running = start(here);
    await untilCall(here, call);
    running.stdin.end();
    const { errors, exitCode } = await here.answer(running);
    expect(errors).toMatchObject([{ code: 'Cancelled' }]);
    expect(exitCode).toBe(5);
    expect(here.kernel.calls('NtSystemDebugControl')).toMatchObject([{ status: '0xc0000120' }]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a time limit cancels a live dump, and the file goes', async () => {
    const here = given({ filler: 8192, 'chunk-ms': 300 });
    const { errors, exitCode } = await take(here, { timeLimitSeconds: 1 });
    expect(errors).toMatchObject([{ code: 'TimeLimitReached' }]);
    expect(exitCode).toBe(5);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in waits for another dump to be over, when asked to', async () => {
    const here = given({}, [{ call: 1, answer: 'status=0xc000022d' }]);
    const { errors, exitCode } = await take(here, { waitSeconds: 30 });
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(here.kernel.calls('live')).toHaveLength(2);
    expectAllGivenBack(here);
  });

  it('a live capture that is killed while the kernel writes leaves nothing under the final name, and the next run sweeps', async () => {
    const here = given({ filler: 8192, 'chunk-ms': 150 });
    const running = start(here);
    await untilCall(here, 'chunk');
    running.kill();
    await running.finished;
    expect(here.files()).toEqual([expect.stringMatching(/\.partial$/)]);
    nameAfterNobody(here);
    writeFileSync(
      path.join(here.kernel.folder, 'scenario.txt'),
      'driver nt 0xfffff80477000000 0x1046000 1 1 \\nt.exe\n',
    );
    const { errors } = await take(here);
    expect(errors).toEqual([]);
    expect(here.files()).toEqual(['live.dmp']);
  });

  it('an existing file is not replaced by a live dump without force', async () => {
    const here = given();
    const file = path.join(here.destination, 'live.dmp');
    writeFileSync(file, 'precious');
    const { errors } = await take(here, { force: false });
    expect(errors).toMatchObject([{ code: 'FileExists' }]);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(here.kernel.calls('NtSystemDebugControl')).toEqual([]);
  });
});
