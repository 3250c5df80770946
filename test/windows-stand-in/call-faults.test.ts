import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type Scenario, worker, workerThreadId } from './scenario.ts';
import {
  allCapturedBut,
  expectAllGivenBack,
  expectEvidence,
  type Machine,
  machineOf,
  verdicts,
} from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** What the call may answer instead of a dump, each played by the stand-in. */
describeWith(['wine', 'mingw'], 'Faults of the capture call', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };

  // One of each code: test/capture/triage/capture-faults.test.ts has every status.
  it.each([
    ['0xC0000354', 'CaptureNotSupported'],
    ['0xC0000022', 'CaptureDenied'],
    ['0xC0000017', 'CaptureOutOfMemory'],
    ['0xC0001234', 'CaptureFailed'],
  ])('%s is a typed error with its status, and leaves nothing', async (ntStatus, code) => {
    const here = given({ processes: [worker(3)], calls: [{ call: '*', answer: `status=${ntStatus}` }] });
    const { errors, exitCode, threads } = await here.triage();
    expect(errors[0]).toMatchObject({ code, ntStatus });
    expect(errors[0]?.message).toMatch(/^[A-Z].* .*\.$/);
    expect(exitCode).not.toBe(0);
    expect(threads).toHaveLength(3);
    expect(threads.filter(({ verdict }) => verdict === 'Captured')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it.each([
    ['success with zero bytes', 'nothing'],
    ['a length beyond the buffer', 'length=0x200000'],
    ['a length shorter than a header', 'length=100'],
    ['a length that ends inside of the dump', 'length=0x50000'],
    ['a dump without its last mark', 'no-mark'],
  ])('an answer with %s is no dump', async (_, answer) => {
    const here = given({ processes: [worker(3)], calls: [{ call: '*', answer }] });
    const { errors, exitCode, threads } = await here.triage();
    expect(errors[0]).toMatchObject({ code: 'CaptureUnverified' });
    expect(exitCode).not.toBe(0);
    expect(threads.filter(({ verdict }) => verdict === 'Captured')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a dump without threads, returned with success, is followed by smaller requests', async () => {
    const here = given({ processes: [worker(8)], calls: [{ call: 1, answer: 'drops-all' }] });
    const answer = await here.triage({ maxThreadsPerDump: 8 });
    expect(verdicts(answer)).toEqual(allCapturedBut(8, {}));
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  const askedSizes = ({ kernel }: Machine) =>
    kernel.calls('triage').map((call) => (call['threads'] as number[]).length);

  // What the simulated machine cannot answer, and one thing that it can: test/capture/triage has the others.
  it.each(['status=0xc0001234', 'garbage'])(
    'one answer of %s among good ones costs one call and no thread',
    async (bad) => {
      const here = given({ processes: [worker(12)], calls: [{ call: 2, answer: bad }] });
      const answer = await here.triage({ maxThreadsPerDump: 4 });
      expect(verdicts(answer)).toEqual(allCapturedBut(12, {}));
      expect(askedSizes(here)).toEqual([4, 4, 4, 4]);
      expect(answer.errors).toEqual([]);
      expect(answer.messages.filter(({ kind }) => kind === 'warning')).toHaveLength(1);
      expect(answer.exitCode).toBe(0);
      expectEvidence(answer);
      expectAllGivenBack(here);
    },
  );

  it('a batch whose answer is bad twice is captured in halves', async () => {
    const calls = [2, 3].map((call) => ({ call, answer: 'garbage' }));
    const here = given({ processes: [worker(12)], calls });
    const answer = await here.triage({ maxThreadsPerDump: 4 });
    expect(verdicts(answer)).toEqual(allCapturedBut(12, {}));
    expect(askedSizes(here)).toEqual([4, 4, 4, 2, 2, 4]);
    expectEvidence(answer);
  });

  it.each([
    ['nothing', 'CaptureUnverified'],
    ['garbage', 'CaptureUnverified'],
    ['status=0xc0000017', 'CaptureOutOfMemory'],
  ])('after three answers of %s in a row the rest is not attempted', async (bad, code) => {
    const calls = [2, 3, 4].map((call) => ({ call, answer: bad }));
    const here = given({ processes: [worker(12)], calls });
    const answer = await here.triage({ maxThreadsPerDump: 4 });
    expect(askedSizes(here)).toEqual([4, 4, 4, 2]);
    expect(answer.errors).toMatchObject([{ code }]);
    const seen = answer.threads.map(({ verdict, attempts }) => [verdict, attempts > 0]);
    expect(seen.slice(0, 4)).toEqual(Array(4).fill(['Captured', true]));
    expect(seen.filter(([verdict]) => verdict === 'Failed')).toEqual(Array(4).fill(['Failed', true]));
    expect(seen.filter(([verdict]) => verdict === 'NotAttempted')).toEqual(
      Array(4).fill(['NotAttempted', false]),
    );
    expect(here.files().filter((name) => name.endsWith('.dmp'))).toHaveLength(1);
    expect(answer.exitCode).toBe(4);
    expectAllGivenBack(here);
  });

  it.each(['status=0xc0000022', 'status=0xc000000d'])(
    'what was captured before %s is kept, and the error is reported after one call',
    async (bad) => {
      const here = given({ processes: [worker(12)], calls: [{ call: 2, answer: bad }] });
      const result = await here.triage({ maxThreadsPerDump: 4 });
      expect(result.errors).toHaveLength(1);
      expect(askedSizes(here)).toEqual([4, 4]);
      const captured = result.threads.filter(({ verdict }) => verdict === 'Captured');
      expect(captured.map(({ threadId }) => threadId)).toEqual([0, 1, 2, 3].map(workerThreadId));
      expect(result.threads.filter(({ verdict }) => verdict === 'NotAttempted')).toHaveLength(4);
      expect(here.files().filter((name) => name.endsWith('.dmp'))).toHaveLength(1);
      expect(result.exitCode).toBe(4);
      expectEvidence(result);
      expectAllGivenBack(here);
    },
  );

  it('in a container the denial is reported once, after one call, and no thread is called refused', async () => {
    const here = given({ settings: { container: 1 }, processes: [worker(40)] });
    const { errors, threads } = await here.triage();
    expect(errors).toMatchObject([{ code: 'CaptureDenied', ntStatus: '0xC0000022' }]);
    expect(here.kernel.calls('NtSystemDebugControl')).toHaveLength(1);
    expect(new Set(threads.map(({ verdict }) => verdict))).toEqual(new Set(['Failed', 'NotAttempted']));
    for (const { verdict, reason, attempts } of threads) {
      if (verdict === 'NotAttempted') expect(attempts).toBe(0);
      expect(reason).not.toMatch(/to no process|nobody/);
    }
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it.each([
    [{ privilege: 'absent', elevated: 1 }, 'PrivilegeNotHeld'],
    [{ privilege: 'absent', elevated: 0 }, 'NotElevated'],
  ] as const)('with the settings %o a capture opens no thread', async (settings, code) => {
    const here = given({ settings, processes: [worker(3)] });
    const { errors, exitCode } = await here.triage();
    expect(errors[0]).toMatchObject({ code });
    expect(exitCode).toBe(3);
    expect(here.kernel.calls('NtOpenThread')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a caller that had the privilege enabled keeps it', async () => {
    const here = given({ settings: { privilege: 'enabled' }, processes: [worker(3)] });
    const { exitCode } = await here.triage();
    expect(exitCode).toBe(0);
    expect(here.kernel.calls('exit')).toMatchObject([{ debugPrivilege: true, openThreads: 0 }]);
  });

  it('a version of the status array with the other mark, none, or garbage in it changes no verdict', async () => {
    for (const settings of [
      { 'status-marker': 'TCSB' },
      { 'status-marker': 'none' },
      { 'garbage-statuses': 1 },
    ] as const) {
      const here = given({ settings, processes: [worker(12, {}, 60_000)] });
      const answer = await here.triage();
      expect(verdicts(answer)).toEqual(allCapturedBut(12, {}));
      expectEvidence(answer);
      here.kernel.remove();
    }
  });
});
