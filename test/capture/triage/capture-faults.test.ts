import { describe, expect, it } from 'vitest';
import { formatAddress, virtualAddress } from '../../../src/binary/address.ts';
import { NTSTATUS, ntStatusHex } from '../../../src/contract/ntstatus.ts';
import { createSimulatedMachine } from '../../../src/simulator/simulated-machine.ts';
import { captureFolder, faulty, someThreads, W3WP } from './capturing.ts';

const { capture, filesHere } = captureFolder();

/** The address of the ETHREAD of a thread of the worker, from the simulated kernel itself. */
function kernelObjectOf(threadId: number): string {
  const session = createSimulatedMachine('w3wp-oplock').openSession('capture');
  const thread = session.open({ processId: W3WP, threadId });
  if ('refused' in thread) throw new Error(`thread ${threadId}: ${thread.refused}`);
  const address = session.objectAddresses([thread]).get(thread);
  session.close();
  return formatAddress(address ?? virtualAddress(0n));
}

describe('a capture with faulty threads and answers', () => {
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
    [NTSTATUS.STATUS_INSUFFICIENT_RESOURCES, 'CaptureOutOfMemory'],
    [NTSTATUS.STATUS_ACCESS_VIOLATION, 'CaptureFailed'],
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

  it.each([
    ['wedged', 'TimedOut', '0x00000102'],
    ['rundown', 'Exited', '0xC000004B'],
  ] as const)(
    'a thread that is %s changes no batch and is asked for once',
    async (fault, verdict, status) => {
      const calls: (readonly number[])[] = [];
      const options = { onTriageCall: (ids: readonly number[]) => calls.push(ids) };
      const faults = Object.fromEntries([11, 12, 13, 40, 59].map((position) => [position, fault]));
      const { verdicts, threads } = await capture(
        { threads: someThreads(60) },
        { machine: faulty({ ...options, workerFaults: faults }) },
      );
      expect(verdicts).toEqual({ Captured: 55, [verdict]: 5 });
      expect(calls.map(({ length }) => length)).toEqual([14, 14, 14, 14, 4]);
      for (const { threadId, attempts, objectAddress, ntStatus, ...thread } of threads) {
        if (thread.verdict !== verdict) continue;
        expect(calls.filter((ids) => ids.includes(threadId))).toHaveLength(1);
        expect({ attempts, objectAddress, ntStatus }).toEqual({
          attempts: 1,
          objectAddress: kernelObjectOf(threadId),
          ntStatus: status,
        });
      }
    },
  );

  it('a thread in rundown has exited also where no status array shows it', async () => {
    const { verdicts } = await capture(
      { threads: someThreads(30) },
      { machine: faulty({ withoutStatusArray: true, workerFaults: { 3: 'rundown', 13: 'rundown' } }) },
    );
    expect(verdicts).toEqual({ Captured: 28, Exited: 2 });
  });

  it.each(['zeroLength', 'markMissing', 'lengthBeyondBuffer', 'shorterThanHeader'] as const)(
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
});
