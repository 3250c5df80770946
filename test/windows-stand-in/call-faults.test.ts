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

  it.each([
    ['0xC0000002', 'CaptureNotSupported'],
    ['0xC0000003', 'CaptureNotSupported'],
    ['0xC0000004', 'CaptureNotSupported'],
    ['0xC0000354', 'CaptureNotSupported'],
    ['0xC000000D', 'CaptureFailed'],
    ['0xC0000022', 'CaptureDenied'],
    ['0xC0000017', 'CaptureOutOfMemory'],
    ['0xC000009A', 'CaptureOutOfMemory'],
    ['0xC0000005', 'CaptureFailed'],
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
  ])('%s is no dump', async (_, answer) => {
    const here = given({ processes: [worker(3)], calls: [{ call: '*', answer }] });
    const { errors, exitCode, threads } = await here.triage();
    expect(errors[0]).toMatchObject({ code: 'CaptureUnverified' });
    expect(exitCode).not.toBe(0);
    expect(threads.filter(({ verdict }) => verdict === 'Captured')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a dump without threads, told as success, is followed by smaller requests', async () => {
    const here = given({ processes: [worker(8)], calls: [{ call: 1, answer: 'drops-all' }] });
    const answer = await here.triage({ maxThreadsPerDump: 8 });
    expect(verdicts(answer)).toEqual(allCapturedBut(8, {}));
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it.each([
    ['status=0xc0000017', 1],
    ['status=0xc0000022', 1],
    ['status=0xc000000d', 2],
    ['nothing', 2],
  ])('what was captured before %s is kept', async (answer, kept) => {
    const here = given({ processes: [worker(8)], calls: [{ call: 2, answer }] });
    const result = await here.triage({ maxThreadsPerDump: 4 });
    expect(result.errors).toHaveLength(1);
    expect(result.threads).toHaveLength(8);
    const captured = result.threads.filter(({ verdict }) => verdict === 'Captured');
    expect(captured.map(({ threadId }) => threadId)).toEqual([0, 1, 2, 3].map(workerThreadId));
    expect(here.files().filter((name) => name.endsWith('.dmp'))).toHaveLength(1);
    expect(result.exitCode).toBe(4);
    expect(kept).toBeGreaterThan(0);
    expectEvidence(result);
    expectAllGivenBack(here);
  });

  it('in a container the call is denied', async () => {
    const here = given({ settings: { container: 1 }, processes: [worker(3)] });
    const { errors } = await here.triage();
    expect(errors[0]).toMatchObject({ code: 'CaptureDenied', ntStatus: '0xC0000022' });
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it.each([
    [{ privilege: 'absent', elevated: 1 }, 'PrivilegeNotHeld'],
    [{ privilege: 'absent', elevated: 0 }, 'NotElevated'],
  ] as const)('with %o nothing is opened', async (settings, code) => {
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

  it('a version of the status array with the other mark, or none, changes no verdict', async () => {
    for (const marker of ['TCSB', 'none']) {
      const here = given({ settings: { 'status-marker': marker }, processes: [worker(12, {}, 60_000)] });
      const answer = await here.triage();
      expect(verdicts(answer)).toEqual(allCapturedBut(12, {}));
      expectEvidence(answer);
      here.kernel.remove();
    }
  });
});
