import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/contract/failure.ts';
import type { WatchEvent } from '../../src/contract/generated/types.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { watchVirtually } from './virtual-watch.ts';

const HANG = { names: ['w3wp'], forSeconds: 20 };
const CAPTURE = { ...HANG, capture: true, maxThreads: 12 };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const of = (events: readonly WatchEvent[], kind: string) => events.filter(({ event }) => event === kind);

describe('the processes of a watch', () => {
  it('a watch follows a process that ends in the middle of a hang to its next instance', async () => {
    const watch = await watchVirtually(HANG, { scenario: 'restarts', untilMs: 60_000 });
    expect(watch.kinds()).toEqual([
      'Started',
      'Raised',
      'TargetGone',
      'Cleared',
      'TargetRestarted',
      'Stopped',
    ]);
    expect(of(watch.events, 'TargetGone')[0]).toMatchObject({ processId: 4872, code: 'ProcessNotFound' });
    expect(of(watch.events, 'TargetRestarted')[0]).toMatchObject({ processId: 6024 });
  });

  it('a watch waits for a process that is not there yet, and reports it once', async () => {
    const watch = await watchVirtually({ names: ['nothere'] }, { scenario: 'idle', untilMs: 30_000 });
    expect(watch.kinds()).toEqual(['Started', 'TargetMissing', 'Stopped']);
  });

  it('a watch of an id that no process has does not begin', async () => {
    const watch = watchVirtually({ processIds: [999_999] }, { scenario: 'idle', untilMs: 1000 });
    await expect(watch).rejects.toMatchObject({ code: 'ProcessNotFound' });
  });

  it('a watch of a process by its id ends with the process', async () => {
    const watch = await watchVirtually({ processIds: [4872] }, { scenario: 'restarts', untilMs: 600_000 });
    expect(watch.kinds()).toEqual(['Started', 'TargetGone', 'Stopped']);
    expect(watch.timesOf('Stopped')[0]).toBe(30_000);
  });
});

describe('the clocks of a watch', () => {
  it('a clock that is set back is reported once and changes no time', async () => {
    const watch = await watchVirtually(HANG, {
      scenario: 'hang-passes',
      untilMs: 120_000,
      onWait: (time) => {
        if (time.ms >= 20_000) time.shiftMs = -3_600_000;
      },
    });
    expect(watch.kinds()).toEqual(['Started', 'ClockSet', 'Raised', 'Cleared', 'Stopped']);
    expect(watch.timesOf('Raised')[0]).toBeLessThanOrEqual(32_100);
  });

  it('a machine raises nothing for the time between two looks in which it was suspended', async () => {
    let isDone = false;
    const watch = await watchVirtually(
      { ...HANG, conditions: ['Stuck', 'Resource'], forSeconds: 40 },
      {
        scenario: 'hang-passes',
        untilMs: 120_000,
        onWait: (time) => {
          if (isDone || time.ms < 15_000) return;
          isDone = true;
          time.ms += 50_000;
        },
      },
    );
    // The hang was seen from 10 to 15 s and from 65 to 70 s, for ten seconds in all.
    expect(watch.kinds()).toEqual(['Started', 'Suspended', 'Stopped']);
  });
});

describe('a condition of the caller', () => {
  const asked = { names: ['w3wp'], conditions: ['Asked' as const], forSeconds: 5 };

  it('a condition that the caller answers is raised after it has held for its time', async () => {
    const watch = await watchVirtually(asked, {
      scenario: 'hang-passes',
      untilMs: 40_000,
      answer: ({ poll, threads }) =>
        JSON.stringify({
          poll,
          matched: threads.flatMap(({ waitReason }, place) => (waitReason === 'WrResource' ? [place] : [])),
        }),
    });
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'Stopped']);
    expect(of(watch.events, 'Raised')[0]).toMatchObject({ condition: 'Asked', threadCount: 24 });
    expect(watch.timesOf('Raised')[0]).toBe(16_000);
  });

  it('a script that throws is reported once, and again after a success in between', async () => {
    const watch = await watchVirtually(asked, {
      scenario: 'ordinary-life',
      untilMs: 30_000,
      answer: ({ poll }) =>
        JSON.stringify(poll > 10 && poll < 13 ? { poll, matched: [] } : { poll, error: 'divided by zero' }),
    });
    expect(watch.kinds()).toEqual(['Started', 'ConditionFailed', 'ConditionFailed', 'Stopped']);
    expect(of(watch.events, 'ConditionFailed')[0]).toMatchObject({ code: 'ConditionFailed', level: 'Error' });
    expect(of(watch.events, 'ConditionFailed')[0]?.message).toContain('divided by zero');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['a place that is not there', '{"poll":1,"matched":[100000]}'],
    ['another look', '{"poll":77,"matched":[]}'],
  ])('an answer with %s is an error of the condition and no end of the watch', async (_what, line) => {
    const watch = await watchVirtually(asked, {
      scenario: 'ordinary-life',
      untilMs: 3000,
      answer: () => line,
    });
    expect(watch.kinds()).toEqual(['Started', 'ConditionFailed', 'Stopped']);
  });
});

describe('the captures of a watch', () => {
  it('a watch captures a hang once, with the stack of the thread that holds the lock and the answer as text', async () => {
    const watch = await watchVirtually(
      { ...CAPTURE, maxThreads: 64, destination: folder },
      { scenario: 'hang-passes', untilMs: 120_000 },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'Captured', 'Cleared', 'Stopped']);
    const [captured] = of(watch.events, 'Captured');
    expect(captured?.headline).toContain('threads wait for one lock');
    const answer = readFileSync(captured?.answerPath ?? '', 'utf8');
    expect(answer).toContain('rdbss!_RxAcquireFcb');
    // The holder, which waits for the file server.
    expect(answer).toContain('mrxsmb20!MRxSmb2Create');
    expect(answer).toContain('\\\\fileserver\\wwwroot$\\site\\default.aspx');
    expect(captured?.dumpPaths?.length).toBeGreaterThan(1);
    // The mark of the watch is gone.
    expect(readdirSync(folder)).toEqual([path.basename(captured?.folder ?? '')]);
  });

  it('the switches that a capture adds end no hang: it is not cleared before its end, nor raised again', async () => {
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder },
      { scenario: 'hang-passes', untilMs: 100_000 },
    );
    expect(watch.timesOf('Raised')).toHaveLength(1);
    expect(watch.timesOf('Cleared')[0]).toBeGreaterThanOrEqual(70_000);
  });

  it('a listing that falls into a moment of progress makes no second capture of a hang', async () => {
    const now = { ms: 0 };
    const watch = await watchVirtually(
      { ...CAPTURE, conditions: ['Resource'], destination: folder, pauseSeconds: 1 },
      {
        scenario: 'hang-passes',
        untilMs: 60_000,
        onWait: ({ ms }) => {
          now.ms = ms;
        },
        // At 50 s three of the waiters are somewhere else, and a second later they wait again.
        wrap: (machine) => ({
          ...machine,
          processes: (withThreads) =>
            machine.processes(withThreads).map((process) => ({
              ...process,
              threads: now.ms === 50_000 ? process.threads.slice(0, -3) : process.threads,
            })),
        }),
      },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'Captured', 'Stopped']);
  });

  it('a watch keeps the pause between captures and the number of captures', async () => {
    const request = {
      ...CAPTURE,
      destination: folder,
      waitReasons: ['WrResource'],
      conditions: ['WaitReason' as const],
    };
    // A short lock wait of each of five threads once a minute, raised each time.
    const watch = await watchVirtually(
      { ...request, forSeconds: 0, intervalMs: 100, maxCaptures: 2, pauseSeconds: 90 },
      { scenario: 'ordinary-life', untilMs: 400_000 },
    );
    const times = watch.timesOf('Captured');
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(90_000);
    const skipped = of(watch.events, 'CaptureSkipped');
    expect(skipped[0]?.message).toContain('pause');
    expect(skipped.at(-1)?.message).toContain('takes no more');
  });

  it('a watch removes its oldest set when its sets would take more than their budget', async () => {
    const old = path.join(folder, 'watch_20240101-000000');
    mkdirSync(old);
    writeFileSync(path.join(old, 'a.dmp'), Buffer.alloc(20 * 2 ** 20));
    const strange = path.join(folder, 'watch_of-a-person');
    mkdirSync(strange);
    writeFileSync(path.join(strange, 'a.dmp'), Buffer.alloc(20 * 2 ** 20));
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder, diskBudgetMiB: 16, once: true },
      { scenario: 'hang-passes', untilMs: 60_000 },
    );
    expect(of(watch.events, 'SetRemoved').map((event) => event.folder)).toEqual([old]);
    expect(readdirSync(folder).sort()).toEqual(['watch_20240514-152706', 'watch_of-a-person'].sort());
  });

  it('a watch for one capture waits while memory is short, reports it once, and ends with its capture', async () => {
    let available = 0.1;
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder, once: true },
      {
        scenario: 'hang-passes',
        untilMs: 60_000,
        onWait: ({ ms }) => {
          available = ms > 50_000 ? 4 : 0.1;
        },
        wrap: (machine) => ({
          ...machine,
          captureConditions: () => ({
            inContainer: false,
            totalMemoryBytes: 16 * 2 ** 30,
            availableMemoryBytes: available * 2 ** 30,
          }),
        }),
      },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'CaptureSkipped', 'Captured', 'Stopped']);
    expect(watch.timesOf('Stopped')).toEqual([51_000]);
    expect(of(watch.events, 'CaptureSkipped')[0]).toMatchObject({ code: 'MemoryPressure' });
  });

  it('a watch does not capture while another capture writes into its folder', async () => {
    // The process that started the tests is alive.
    writeFileSync(path.join(folder, `.ktriage-${process.ppid}-1.partial`), '');
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder },
      { scenario: 'hang-passes', untilMs: 50_000 },
    );
    expect(of(watch.events, 'CaptureSkipped')).toMatchObject([{ code: 'CaptureBusy' }]);
    expect(of(watch.events, 'Captured')).toEqual([]);
  });

  it('a watch does not capture while a process captures into another folder, and captures afterwards', async () => {
    const elsewhere = { isOver: false };
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder },
      {
        scenario: 'hang-passes',
        untilMs: 60_000,
        onWait: ({ ms }) => {
          elsewhere.isOver = ms > 50_000;
        },
        wrap: (machine) => ({ ...machine, isCapturing: () => !elsewhere.isOver }),
      },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'CaptureSkipped', 'Captured', 'Stopped']);
    expect(of(watch.events, 'CaptureSkipped')).toMatchObject([{ code: 'CaptureBusy' }]);
  });

  it('a folder that is removed is reported once, and the watch goes on and captures when it is back', async () => {
    const away = `${folder}-away`;
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder, pauseSeconds: 5 },
      {
        scenario: 'hang-passes',
        untilMs: 69_000,
        onWait: ({ ms }) => {
          if (ms === 12_000) renameSync(folder, away);
          if (ms === 50_000) renameSync(away, folder);
        },
      },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'CaptureFailed', 'Captured', 'Stopped']);
    expect(of(watch.events, 'CaptureFailed')[0]).toMatchObject({ code: 'DestinationNotFound' });
  });

  it('a disk that is full in the middle keeps what was written, and reports what is missing', async () => {
    let files = 0;
    const full = {
      ...posixFiles,
      begin(target: string, protection: 'Restricted' | 'Inherit') {
        files += 1;
        // The first dump of a set, and nothing after it.
        if (files > 1) throw new Failure('DiskFull', 'The disk is full.', { target });
        return posixFiles.begin(target, protection);
      },
    };
    const watch = await watchVirtually(
      { ...CAPTURE, maxThreads: 24, destination: folder },
      { scenario: 'hang-passes', untilMs: 60_000, files: full },
    );
    const [captured] = of(watch.events, 'Captured');
    expect(captured).toMatchObject({ code: 'DiskFull' });
    expect(captured?.dumpPaths).toHaveLength(1);
    expect(readdirSync(captured?.folder ?? '').some((name) => name.endsWith('.dmp'))).toBe(true);
    expect(watch.kinds().at(-1)).toBe('Stopped');
  });

  it('a volume without room for a set is reported once, with the option that leads out', async () => {
    const watch = await watchVirtually(
      { ...CAPTURE, destination: folder, pauseSeconds: 5 },
      { scenario: 'hang-passes', untilMs: 69_000, files: { ...posixFiles, freeBytes: () => 1000 } },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'CaptureFailed', 'Stopped']);
    expect(of(watch.events, 'CaptureFailed')[0]).toMatchObject({
      code: 'NotEnoughSpace',
      advice: expect.stringContaining('another --destination'),
    });
  });

  it('a second watch of one name does not begin in the same folder', async () => {
    const mark = path.join(folder, '.ktriage-watch-night.txt');
    writeFileSync(mark, `${process.ppid}\n`);
    const second = watchVirtually(
      { ...CAPTURE, name: 'night', destination: folder },
      { scenario: 'hang-passes', untilMs: 1000 },
    );
    await expect(second).rejects.toMatchObject({ code: 'WatchRunning' });
    expect(readdirSync(folder)).toEqual(['.ktriage-watch-night.txt']);
    // One that was killed leaves its mark, with the id of a process that is gone.
    writeFileSync(mark, '4194303\n');
    const third = await watchVirtually(
      { ...CAPTURE, name: 'night', destination: folder },
      { scenario: 'hang-passes', untilMs: 1000 },
    );
    expect(third.kinds()).toEqual(['Started', 'Stopped']);
  });

  it('a watch without the rights for a capture does not begin', async () => {
    const watch = watchVirtually(
      { ...CAPTURE, destination: folder },
      { scenario: 'not-elevated', untilMs: 1000 },
    );
    await expect(watch).rejects.toMatchObject({ code: 'NotElevated' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the events of a watch', () => {
  it('an event file gets each event, and a file that cannot be written is reported once', async () => {
    const file = path.join(folder, 'events.ndjson');
    const watch = await watchVirtually(
      { ...HANG, eventFile: file },
      {
        scenario: 'hang-passes',
        untilMs: 120_000,
        onWait: ({ ms }) => {
          if (ms !== 25_000) return;
          rmSync(file);
          mkdirSync(file);
        },
      },
    );
    expect(watch.kinds()).toEqual(['Started', 'Raised', 'OutputFailed', 'Cleared', 'Stopped']);
  });

  it('a listing that fails is reported once, and the watch goes on', async () => {
    let calls = 0;
    const watch = await watchVirtually(HANG, {
      scenario: 'hang-passes',
      untilMs: 40_000,
      wrap: (machine) => ({
        ...machine,
        processes(withThreads) {
          calls += 1;
          if (calls > 3 && calls < 8) throw new Failure('EnumerationFailed', 'Windows did not answer.');
          return machine.processes(withThreads);
        },
      }),
    });
    expect(watch.kinds()).toEqual(['Started', 'PollFailed', 'Raised', 'Stopped']);
  });
});
