import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureEvent, captureTriage } from '../../../src/capture/triage/capture-triage.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type {
  CapturedThread,
  CaptureManifest,
  TriageRequest,
} from '../../../src/contract/generated/types.ts';
import { NTSTATUS, ntStatusHex } from '../../../src/contract/ntstatus.ts';
import type { FileStore } from '../../../src/files/port.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import type { Machine } from '../../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../../src/simulator/simulated-machine.ts';

const W3WP = 4872;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-capture-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly events: readonly CaptureEvent[];
  readonly threads: readonly CapturedThread[];
  readonly failures: readonly Failure[];
  readonly verdicts: Readonly<Record<string, number>>;
}

interface Setting {
  readonly now?: () => Date;
  readonly machine?: Machine;
  readonly files?: FileStore;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: CaptureEvent) => void;
  readonly onSlowCall?: (reason: string) => void;
}

async function capture(request: TriageRequest, setting: Setting = {}): Promise<Run> {
  const events: CaptureEvent[] = [];
  const stream = captureTriage(
    { destination: folder, ...request },
    {
      machine: setting.machine ?? createSimulatedMachine('w3wp-oplock'),
      files: setting.files ?? posixFiles,
      signal: setting.signal ?? new AbortController().signal,
      identifyDrivers: (drivers) => drivers,
      ...(setting.now === undefined ? {} : { now: setting.now }),
      ...(setting.onSlowCall === undefined ? {} : { onSlowCall: setting.onSlowCall }),
      debuggerCommands: (file) => `commands for ${path.basename(file)}`,
    },
  );
  for await (const event of stream) {
    setting.onEvent?.(event);
    events.push(event);
  }
  const threads = events.flatMap((event) => (event.kind === 'thread' ? [event.thread] : []));
  const verdicts: Record<string, number> = {};
  for (const { verdict } of threads) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const failures = events.flatMap((event) => (event.kind === 'failure' ? [event.failure] : []));
  return { events, threads, failures, verdicts };
}

const faulty = (options: SimulationOptions) => createSimulatedMachine('w3wp-oplock', options);
const filesHere = () => readdirSync(folder).sort();
const dumpsHere = () => filesHere().filter((name) => name.endsWith('.dmp'));
const someThreads = (count: number) => {
  const process = createSimulatedMachine('w3wp-oplock')
    .processes()
    .find(({ processId }) => processId === W3WP);
  return (process?.threads ?? []).slice(0, count).map(({ threadId }) => ({ processId: W3WP, threadId }));
};

describe('capturing threads into triage dumps', () => {
  it('a triage capture captures all 300 threads of the worker, each in exactly one verified dump', async () => {
    const { threads, verdicts, failures } = await capture({ processIds: [W3WP] });
    expect(failures).toEqual([]);
    expect(verdicts).toEqual({ Captured: 300 });
    expect(new Set(threads.map(({ threadId }) => threadId)).size).toBe(300);
    const written = new Set(threads.map((thread) => path.basename(thread.path ?? '')));
    expect([...written].sort()).toEqual(dumpsHere());
    for (const name of dumpsHere()) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('a triage capture captures the processes that are there when others are not, and says which', async () => {
    const { verdicts, failures } = await capture({ processIds: [999_996, W3WP, 999_992] });
    expect(verdicts).toEqual({ Captured: 300 });
    expect(failures).toMatchObject([
      { code: 'ProcessNotFound', facts: { target: 'process 999996' } },
      { code: 'ProcessNotFound', facts: { target: 'process 999992' } },
    ]);
  });

  it('a triage capture finds a free name for a set of the same second, unless the names were given', async () => {
    const now = () => new Date('2026-11-25T11:00:00Z');
    for (const expected of [1, 2, 3]) {
      const { failures } = await capture({ threads: someThreads(2) }, { now });
      expect(failures).toEqual([]);
      expect(dumpsHere()).toHaveLength(expected);
    }
    const named = { threads: someThreads(2), name: 'mine' };
    await capture(named, { now });
    expect((await capture(named, { now })).failures).toMatchObject([{ code: 'FileExists' }]);
    expect(dumpsHere()).toHaveLength(4);
  });

  it('a triage capture keeps the order in which threads were asked for', async () => {
    const wanted = someThreads(40).reverse();
    const { threads } = await capture({ threads: wanted });
    expect(threads.map(({ threadId }) => threadId)).toEqual(wanted.map(({ threadId }) => threadId));
  });

  it('an unattended triage capture takes at most ten threads a dump, and never mixes processes', async () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const other = machine.processes().find(({ name }) => name === 'svchost.exe');
    const mixed = [
      ...someThreads(25),
      { processId: other?.processId ?? 0, threadId: other?.threads[0]?.threadId ?? 0 },
    ];
    const { events } = await capture({ threads: mixed, unattended: true });
    const dumps = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    expect(dumps.map(({ threadCount }) => threadCount)).toEqual([10, 10, 5, 1]);
    for (const dump of dumps) expect(new Set(dump.threads.map(({ processId }) => processId)).size).toBe(1);
  });

  it('a triage capture tries what did not fit again in smaller batches', async () => {
    const { verdicts, threads, events } = await capture(
      { threads: someThreads(48), maxThreadsPerDump: 48 },
      { machine: faulty({ bufferBytes: 0x90000 }) },
    );
    expect(verdicts).toEqual({ Captured: 48 });
    expect(Math.max(...threads.map(({ attempts }) => attempts))).toBeGreaterThan(1);
    const dumps = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    expect(dumps.some(({ threadCount, requestedCount }) => threadCount < requestedCount)).toBe(true);
  });

  it('a triage capture reports that nothing fits at all, and names the alternative', async () => {
    const machine = createSimulatedMachine('many-processors');
    const { failures, verdicts } = await capture({ processIds: [W3WP] }, { machine });
    expect(failures.map(({ code }) => code)).toEqual(['DidNotFit']);
    expect(failures[0]?.message).toContain('32 logical processors');
    expect(failures[0]?.advice).toContain('ThreadStacks');
    expect(verdicts['DidNotFit']).toBe(3);
    expect(verdicts['NotAttempted']).toBe(297);
    expect(filesHere()).toEqual([]);
  });

  it('a triage capture gives every unlucky thread its own verdict and captures the others', async () => {
    const faults = {
      2: 'wedged',
      5: 'exitsBeforeOpen',
      7: 'exitsBeforeCapture',
      9: 'replaced',
      11: 'protected',
      13: 'addressHidden',
    } as const;
    const { threads, verdicts } = await capture(
      { threads: someThreads(30) },
      { machine: faulty({ workerFaults: faults }) },
    );
    const verdictOf = (position: number) => {
      const id = someThreads(30)[position]?.threadId;
      return threads.find(({ threadId }) => threadId === id)?.verdict;
    };
    expect(verdicts['Captured']).toBe(24);
    expect(Object.keys(faults).map((position) => verdictOf(Number(position)))).toEqual([
      'TimedOut',
      'Exited',
      'Exited',
      'Replaced',
      'Refused',
      'NotAttempted',
    ]);
    for (const { verdict, reason } of threads) if (verdict !== 'Captured') expect(reason).toMatch(/\.$/);
  });

  it('a triage capture captures no other thread under a reused id', async () => {
    const [first] = someThreads(1);
    const { verdicts } = await capture({
      threads: [
        { processId: W3WP, threadId: first?.threadId ?? 0, createTimeRaw: '1' },
        { processId: W3WP, threadId: someThreads(2)[1]?.threadId ?? 0, processCreateTimeRaw: '1' },
        { processId: W3WP, threadId: 4 },
        { processId: 999_996, threadId: 4 },
      ],
    });
    expect(verdicts).toEqual({ Replaced: 2, Exited: 2 });
    expect(filesHere()).toEqual([]);
  });

  it('a triage capture refuses threads of another computer by name', async () => {
    const threads = someThreads(1).map((thread) => ({ ...thread, computerName: 'ELSEWHERE' }));
    await expect(capture({ threads })).rejects.toMatchObject({
      code: 'IdentityReplaced',
      message: expect.stringContaining('ELSEWHERE'),
    });
  });

  it.each([
    [NTSTATUS.STATUS_NOT_IMPLEMENTED, 'CaptureNotSupported'],
    [NTSTATUS.STATUS_INVALID_INFO_CLASS, 'CaptureNotSupported'],
    [NTSTATUS.STATUS_INFO_LENGTH_MISMATCH, 'CaptureNotSupported'],
    [NTSTATUS.STATUS_DEBUGGER_INACTIVE, 'CaptureNotSupported'],
    [NTSTATUS.STATUS_INVALID_PARAMETER, 'CaptureFailed'],
    [NTSTATUS.STATUS_NO_MEMORY, 'CaptureOutOfMemory'],
    [NTSTATUS.STATUS_ACCESS_DENIED, 'CaptureDenied'],
    [0xc0de_cafe, 'CaptureFailed'],
  ])(
    'a triage capture turns status %i into %s, reported once, and attempts nothing further',
    async (captureStatus, code) => {
      const { failures, verdicts, threads } = await capture(
        { threads: someThreads(3) },
        { machine: faulty({ captureStatus }) },
      );
      expect(failures[0]).toMatchObject({ code, facts: { ntStatus: captureStatus } });
      expect(failures).toHaveLength(1);
      expect(verdicts).toEqual({ Failed: 3 });
      expect(threads.map(({ ntStatus }) => ntStatus)).toEqual(Array(3).fill(ntStatusHex(captureStatus)));
      for (const { objectAddress } of threads) expect(objectAddress).toMatch(/^0x[0-9a-f]{16}$/);
      expect(filesHere()).toEqual([]);
    },
  );

  it.each(['zeroLength', 'lengthBeyondBuffer', 'shorterThanHeader', 'markMissing'] as const)(
    'a triage capture believes no success with an odd answer: %s',
    async (oddAnswer) => {
      const { failures } = await capture({ threads: someThreads(3) }, { machine: faulty({ oddAnswer }) });
      expect(failures.map(({ code }) => code)).toEqual(['CaptureUnverified']);
      expect(filesHere()).toEqual([]);
    },
  );

  it('a triage capture stops between calls when cancelled and keeps what is complete', async () => {
    const controller = new AbortController();
    const { verdicts, failures } = await capture(
      { processIds: [W3WP] },
      {
        signal: controller.signal,
        onEvent: (event) => event.kind === 'dump' && event.dump.batch === 2 && controller.abort(),
      },
    );
    expect(failures.map(({ code }) => code)).toEqual(['Cancelled']);
    expect(verdicts['Captured']).toBe(28);
    expect(verdicts['NotAttempted']).toBe(272);
    expect(dumpsHere()).toHaveLength(2);
    expect(filesHere().filter((name) => name.endsWith('.ktriage.json'))).toHaveLength(1);
  });

  it('a triage capture says why a call takes long', async () => {
    const reasons: string[] = [];
    const machine = faulty({ workerFaults: { 0: 'wedged' }, timing: { perWedgedThreadMs: 2300 } });
    await capture({ threads: someThreads(2) }, { machine, onSlowCall: (reason) => reasons.push(reason) });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(/^the kernel has been at 2 threads for 2 s; it waits up to 5 s/);
  });

  it('a triage capture stops at the time limit', async () => {
    const { failures } = await capture(
      { processIds: [W3WP], timeLimitSeconds: 1.5 },
      { machine: faulty({ timing: { perCallMs: 400 } }) },
    );
    expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
    expect(dumpsHere().length).toBeGreaterThan(0);
  });

  it('a plan sees a cancel and counts against the time limit', async () => {
    const controller = new AbortController();
    controller.abort();
    const request = { processIds: [W3WP], planOnly: true };
    await expect(capture(request, { signal: controller.signal })).rejects.toMatchObject({
      code: 'Cancelled',
    });
    const late = { ...request, timeLimitSeconds: 0.000001 };
    await expect(capture(late)).rejects.toMatchObject({ code: 'TimeLimitReached' });
  });

  it('the look at the machine counts against the time limit: no call is made after it', async () => {
    const machine = faulty({});
    const slow: Machine = {
      ...machine,
      processes() {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
        return machine.processes();
      },
    };
    const { failures, verdicts, threads } = await capture(
      { processIds: [W3WP], timeLimitSeconds: 0.05 },
      { machine: slow },
    );
    expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
    expect(verdicts).toEqual({ NotAttempted: 300 });
    for (const { attempts } of threads) expect(attempts).toBe(0);
  });

  it('100,000 threads are planned in a time that is linear in their number', async () => {
    const machine = createSimulatedMachine('crowded');
    const timed = async (processes: number) => {
      const ids = machine.processes().flatMap(({ processId }) => (processId >= 0x400000 ? [processId] : []));
      const started = performance.now();
      const { events } = await capture({ processIds: ids.slice(0, processes), planOnly: true }, { machine });
      expect(events.flatMap((event) => (event.kind === 'plan' ? event.plan.threadIds : []))).toHaveLength(
        processes * 500,
      );
      return performance.now() - started;
    };
    await timed(20);
    const tenth = Math.max(20, await timed(20));
    expect(await timed(200)).toBeLessThan(30 * tenth);
  });

  it.each([
    ['wedged', 'TimedOut', 1],
    ['rundown', 'Exited', 1],
  ] as const)('a thread that is %s changes no batch and is asked for once', async (fault, verdict, times) => {
    const calls: (readonly number[])[] = [];
    const options = { onTriageCall: (ids: readonly number[]) => calls.push(ids) };
    const faults = Object.fromEntries([11, 12, 13, 40, 299].map((position) => [position, fault]));
    const { verdicts, threads } = await capture(
      { processIds: [W3WP] },
      { machine: faulty({ ...options, workerFaults: faults }) },
    );
    expect(verdicts).toEqual({ Captured: 295, [verdict]: 5 });
    expect(calls.map(({ length }) => length)).toEqual([...Array(21).fill(14), 6]);
    for (const thread of threads) {
      if (thread.verdict !== verdict) continue;
      expect(calls.filter((ids) => ids.includes(thread.threadId))).toHaveLength(times);
      expect(thread.attempts).toBe(times);
      expect(thread.objectAddress).toBeDefined();
      expect(thread.ntStatus).toBeDefined();
    }
  });

  it('a thread in rundown has exited also where no status array shows it', async () => {
    const { verdicts } = await capture(
      { threads: someThreads(30) },
      { machine: faulty({ withoutStatusArray: true, workerFaults: { 3: 'rundown', 13: 'rundown' } }) },
    );
    expect(verdicts).toEqual({ Captured: 28, Exited: 2 });
  });

  it.each(['zeroLength', 'markMissing', 'lengthBeyondBuffer'] as const)(
    'one answer with %s among good ones costs one call and no thread',
    async (odd) => {
      const sizes: number[] = [];
      const { verdicts, failures, events } = await capture(
        { threads: someThreads(40) },
        {
          machine: faulty({ callFaults: { 2: odd }, onTriageCall: (ids) => sizes.push(ids.length) }),
        },
      );
      expect(verdicts).toEqual({ Captured: 40 });
      expect(failures).toEqual([]);
      expect(events.filter(({ kind }) => kind === 'warning')).toHaveLength(1);
      expect(sizes).toEqual([14, 14, 14, 12]);
    },
  );

  it('a container is named once, after one call, and no thread is called refused', async () => {
    let calls = 0;
    const { failures, verdicts, threads } = await capture(
      { processIds: [W3WP] },
      {
        machine: faulty({
          captureStatus: NTSTATUS.STATUS_ACCESS_DENIED,
          conditions: { inContainer: true },
          onTriageCall: () => {
            calls += 1;
          },
        }),
      },
    );
    expect(failures.map(({ code, message }) => [code, message])).toEqual([
      ['CaptureDenied', expect.stringContaining('this is a container')],
    ]);
    expect(calls).toBe(1);
    expect(verdicts).toEqual({ Failed: 14, NotAttempted: 286 });
    for (const { verdict, attempts } of threads) expect(attempts).toBe(verdict === 'Failed' ? 1 : 0);
  });

  it('a batch without addresses does not end the capture of other threads', async () => {
    const { verdicts, failures } = await capture(
      { threads: someThreads(6), maxThreadsPerDump: 2 },
      { machine: faulty({ workerFaults: { 2: 'addressHidden', 3: 'addressHidden' } }) },
    );
    expect(verdicts).toEqual({ Captured: 4, NotAttempted: 2 });
    expect(failures.map(({ code }) => code)).toEqual(['ThreadAddressUnavailable']);
  });

  it('a folder that is removed during a capture is DestinationNotFound, once', async () => {
    const { failures, threads } = await capture(
      { threads: someThreads(40) },
      {
        onEvent: (event) => event.kind === 'dump' && rmSync(folder, { recursive: true }),
      },
    );
    expect(failures.map(({ code, facts }) => [code, facts.target])).toEqual([
      ['DestinationNotFound', folder],
    ]);
    expect(threads).toHaveLength(40);
  });

  it('a capture that is refused still removes what a killed run left', async () => {
    for (const request of [{ processIds: [W3WP], name: '{nonsense}' }, { processIds: [999_996] }]) {
      writeFileSync(path.join(folder, '.ktriage-999999996-1.partial'), 'left behind');
      await expect(capture(request)).rejects.toThrow();
      expect(filesHere()).toEqual([]);
    }
  });

  it('each thread is reported once where a dump lists its own', async () => {
    const machine = faulty({ workerFaults: { 2: 'wedged' } });
    const { events, threads } = await capture(
      { threads: someThreads(20), threadRecords: 'Missing' },
      { machine },
    );
    const inside = events.flatMap((event) => (event.kind === 'dump' ? event.dump.threads : []));
    expect(threads.map(({ verdict }) => verdict)).toEqual(['TimedOut']);
    expect(inside).toHaveLength(19);
  });

  it('a process of which no thread can be opened is an error of its own', async () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const system = machine.processes().find(({ processId }) => processId === 4);
    const { failures, verdicts } = await capture({ processIds: [4] }, { machine });
    expect(failures).toMatchObject([{ code: 'CaptureDenied', facts: { target: 'process 4' } }]);
    expect(verdicts).toEqual({ Refused: system?.threads.length });
  });

  it('a process whose threads are refused, or have exited, is an error too', async () => {
    const machine = createSimulatedMachine('w3wp-oplock', {
      workerFaults: { 0: 'protected', 1: 'exitsBeforeOpen', 2: 'protected' },
    });
    const { failures, verdicts } = await capture({ threads: someThreads(3) }, { machine });
    expect(failures).toMatchObject([{ code: 'CaptureDenied', facts: { target: `process ${W3WP}` } }]);
    expect(verdicts).toEqual({ Refused: 2, Exited: 1 });
    const some = await capture({ threads: someThreads(4) }, { machine });
    expect(some.failures).toEqual([]);
  });

  describe('the look at the threads after a capture', () => {
    /** The purposes for which threads were opened, and how many for each. */
    function watched(stop?: () => void) {
      const opened = { capture: 0, query: 0 };
      const machine = createSimulatedMachine('w3wp-oplock');
      const watching: Machine = {
        ...machine,
        openSession(purpose) {
          const session = machine.openSession(purpose);
          return {
            ...session,
            open(identity) {
              opened[purpose] += 1;
              return session.open(identity);
            },
            async captureTriage(request) {
              const answer = await session.captureTriage(request);
              stop?.();
              return answer;
            },
          };
        },
      };
      return { machine: watching, opened };
    }
    const manifestHere = () =>
      JSON.parse(
        readFileSync(path.join(folder, filesHere().find((name) => name.endsWith('.json')) ?? ''), 'utf8'),
      ) as CaptureManifest;

    it('the look at threads after a capture asks for no more rights than a listing: each is opened for the capture once', async () => {
      const { machine, opened } = watched();
      await capture({ threads: someThreads(14) }, { machine });
      expect(opened.capture).toBe(14);
      expect(opened.query).toBeGreaterThan(300);
      expect(manifestHere().otherThreads?.length).toBeGreaterThan(286);
    });

    it('the look at threads after a cancelled capture passes over the threads that were not captured', async () => {
      const controller = new AbortController();
      const { machine, opened } = watched(() => controller.abort());
      const { failures } = await capture(
        { threads: someThreads(42) },
        { machine, signal: controller.signal },
      );
      expect(failures.map(({ code }) => code)).toEqual(['Cancelled']);
      expect(opened).toEqual({ capture: 14, query: 14 });
      const manifest = manifestHere();
      expect(manifest.otherThreads).toEqual([]);
      expect(manifest.threads.filter(({ after }) => after !== undefined)).toHaveLength(14);
    });

    it('the look at threads after a capture counts against its time limit', async () => {
      const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
      const { machine, opened } = watched(pause);
      const { failures } = await capture({ threads: someThreads(42), timeLimitSeconds: 2 }, { machine });
      expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
      expect(opened).toEqual({ capture: 14, query: 14 });
    });
  });

  it('bug check parameters name captured threads, in the order of the file', async () => {
    const { events, threads } = await capture(
      { threads: someThreads(8), maxThreadsPerDump: 8 },
      { machine: faulty({ workerFaults: { 0: 'wedged', 2: 'rundown' } }) },
    );
    const [dump] = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    const captured = threads.flatMap(({ verdict, objectAddress = '' }) =>
      verdict === 'Captured' ? [objectAddress] : [],
    );
    expect(dump?.bugCheckParameters).toEqual(captured.slice(0, 4));
    const bytes = readFileSync(dump?.path ?? '');
    const written = [0, 1, 2, 3].map((index) => `0x${bytes.readBigUInt64LE(0x40 + 8 * index).toString(16)}`);
    expect(written).toEqual(captured.slice(0, 4));
  });

  it('a triage capture plans without touching anything, even where capture is not allowed', async () => {
    const machine = createSimulatedMachine('not-elevated');
    const { events } = await capture({ processIds: [W3WP], planOnly: true }, { machine });
    const plans = events.flatMap((event) => (event.kind === 'plan' ? [event.plan] : []));
    expect(events).toHaveLength(plans.length);
    expect(plans.flatMap(({ threadIds }) => threadIds)).toHaveLength(300);
    expect(new Set(plans.map((plan) => plan.path)).size).toBe(plans.length);
    expect(filesHere()).toEqual([]);
    await expect(capture({ processIds: [W3WP] }, { machine })).rejects.toMatchObject({ code: 'NotElevated' });
  });

  it.each([
    [{ threads: [] }, 'EmptySelection'],
    [{ processIds: [999_996] }, 'ProcessNotFound'],
    [{ processIds: [W3WP], name: '{nonsense}' }, 'InvalidRequest'],
    [{ processIds: [W3WP], destination: '/no/such/folder' }, 'DestinationNotFound'],
    [{ processIds: [W3WP], destination: '/dev/null' }, 'DestinationNotAFolder'],
  ] satisfies [TriageRequest, string][])(
    'a triage capture refuses %j before anything happens',
    async (request, code) => {
      await expect(capture(request)).rejects.toMatchObject({ code });
      expect(filesHere()).toEqual([]);
    },
  );
});

describe('files of a capture', () => {
  it('a triage capture never overwrites, and captures nothing for a file that is there', async () => {
    writeFileSync(path.join(folder, 'same.dmp'), 'precious');
    const request = { threads: someThreads(2), name: 'same' };
    const first = await capture(request);
    expect(first.failures.map(({ code }) => code)).toEqual(['FileExists']);
    expect(readFileSync(path.join(folder, 'same.dmp'), 'utf8')).toBe('precious');
    const forced = await capture({ ...request, force: true });
    expect(forced.verdicts).toEqual({ Captured: 2 });
    expect(statSync(path.join(folder, 'same.dmp')).size).toBeGreaterThan(100_000);
  });

  it('a triage capture gives two dumps of one set two names', async () => {
    await capture({ threads: someThreads(30), name: 'same' });
    expect(dumpsHere()).toEqual(['same-2.dmp', 'same-3.dmp', 'same.dmp']);
  });

  it('a triage capture lets two captures into one folder side by side', async () => {
    const both = await Promise.all([
      capture({ threads: someThreads(30), name: 'one_{batch}' }),
      capture({ threads: someThreads(30), name: 'two_{batch}' }),
    ]);
    expect(both.map(({ verdicts }) => verdicts)).toEqual([{ Captured: 30 }, { Captured: 30 }]);
    expect(dumpsHere()).toHaveLength(6);
  });

  it.each([
    ['write', 'DiskFull'],
    ['flush', 'DiskFull'],
    ['commit', 'WriteFailed'],
  ] as const)('a triage capture leaves nothing half-written when %s fails', async (step, code) => {
    let dumps = 0;
    const files: FileStore = {
      ...posixFiles,
      begin(into, protection) {
        dumps += 1;
        const pending = posixFiles.begin(into, protection);
        if (dumps !== 2) return pending;
        return {
          ...pending,
          [step]: () => {
            throw new Failure(code, 'the disk says no');
          },
        };
      },
    };
    const { failures, verdicts, threads } = await capture({ threads: someThreads(40) }, { files });
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    expect(verdicts['Captured']).toBe(14);
    // Those of the second call were asked for; only the others were not attempted.
    expect(verdicts).toEqual({ Captured: 14, Failed: 14, NotAttempted: 12 });
    for (const { verdict, attempts } of threads) expect(attempts).toBe(verdict === 'NotAttempted' ? 0 : 1);
    expect(filesHere().filter((name) => name.includes('partial'))).toEqual([]);
    expect(dumpsHere()).toHaveLength(1);
  });

  it('a triage capture sweeps what a dead process left and nothing else', async () => {
    const dead = '.ktriage-999999999-1.partial';
    const alive = `.ktriage-${process.pid}-999.partial`;
    for (const name of [dead, alive, 'unrelated.partial']) writeFileSync(path.join(folder, name), 'x');
    await capture({ threads: someThreads(1) });
    expect(filesHere()).toContain(alive);
    expect(filesHere()).toContain('unrelated.partial');
    expect(filesHere()).not.toContain(dead);
  });

  it('a triage capture writes a manifest that says everything about the set', async () => {
    const { threads } = await capture({ threads: someThreads(20) });
    const [name = ''] = filesHere().filter((file) => file.endsWith('.ktriage.json'));
    const manifest = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CaptureManifest;
    expect(manifest.machine).toMatchObject({
      name: 'simulated:w3wp-oplock',
      simulated: true,
      logicalProcessors: 8,
    });
    expect(manifest.dumps.map(({ fileName }) => fileName)).toEqual(dumpsHere());
    expect(manifest.threads.map(({ objectAddress }) => objectAddress)).toEqual(
      threads.map(({ objectAddress }) => objectAddress),
    );
    expect(manifest.threads.every((thread) => dumpsHere().includes(thread.path ?? ''))).toBe(true);
  });

  describe('the state of captured threads in a manifest', () => {
    async function threadsOfManifest(machine: Machine): Promise<readonly CapturedThread[]> {
      await capture({ threads: someThreads(20), force: true, name: 'set_{batch}' }, { machine });
      const text = readFileSync(path.join(folder, 'set_001.ktriage.json'), 'utf8');
      const { threads, afterTime } = JSON.parse(text) as CaptureManifest;
      expect(afterTime).toMatch(/Z$/);
      return threads;
    }

    it('the manifest of a capture records wait, switches, requests and system call before and after it', async () => {
      const machine = createSimulatedMachine('w3wp-oplock');
      const listed = new Map(
        machine
          .processes()
          .flatMap(({ threads }) => threads.map((thread) => [thread.threadId, thread] as const)),
      );
      const session = machine.openSession('query');
      for (const { threadId, after, ...before } of await threadsOfManifest(machine)) {
        const opened = session.open({ processId: W3WP, threadId });
        const { ioPending, lastSystemCall } = 'refused' in opened ? {} : session.details(opened);
        const { contextSwitches = 0, waitTimeMs } = listed.get(threadId) ?? {};
        expect(before).toMatchObject({ contextSwitches, waitTimeMs, ioPending });
        expect(before.lastSystemCall?.number).toBe(lastSystemCall?.number);
        const { waitReason, state } = before;
        // The capture ran in the thread, which then entered its wait again.
        expect(after).toMatchObject({
          contextSwitches: contextSwitches + 2,
          waitTimeMs: 0,
          ioPending,
          state,
        });
        expect(after?.waitReason).toBe(waitReason);
        expect(after?.lastSystemCall).toEqual(before.lastSystemCall);
      }
      session.close();
    });

    it('a second capture of threads that do not run begins where the manifest of the first ends', async () => {
      const machine = createSimulatedMachine('w3wp-oplock');
      const first = await threadsOfManifest(machine);
      const second = await threadsOfManifest(machine);
      expect(second.map(({ contextSwitches }) => contextSwitches)).toEqual(
        first.map(({ after }) => after?.contextSwitches),
      );
    });

    it('the manifest of a capture gives no later state for a thread that has exited, or whose id was reused', async () => {
      const [gone, reused, stays] = someThreads(20).map(({ threadId }) => threadId);
      const machine = createSimulatedMachine('w3wp-oplock');
      let looks = 0;
      const changing: Machine = {
        ...machine,
        processes: () => {
          looks += 1;
          if (looks === 1) return machine.processes();
          return machine.processes().map((process) => ({
            ...process,
            threads: process.threads
              .filter(({ threadId }) => threadId !== gone)
              .map((each) =>
                each.threadId === reused ? { ...each, createTime: each.createTime + 1n } : each,
              ),
          }));
        },
      };
      const threads = await threadsOfManifest(changing);
      const later = new Map(threads.map(({ threadId, after }) => [threadId, after]));
      expect([gone, reused].map((id) => later.get(id ?? 0))).toEqual([undefined, undefined]);
      expect(later.get(stays ?? 0)).toMatchObject({ state: 'Wait', contextSwitches: expect.any(Number) });
    });
  });

  it('a triage capture puts the first addresses into the header of each dump', async () => {
    const { events } = await capture({ threads: someThreads(6) });
    const [dump] = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    const bytes = readFileSync(dump?.path ?? '');
    const inHeader = [0x40, 0x48, 0x50, 0x58].map((at) =>
      bytes.readBigUInt64LE(at).toString(16).padStart(16, '0'),
    );
    expect(inHeader).toEqual(dump?.threads.slice(0, 4).map(({ objectAddress }) => objectAddress?.slice(2)));
    expect(bytes.readUInt32LE(0x38)).toBe(0x69696969);
  });
});
