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

/** Threads that do not let themselves be captured, each played by the stand-in. */
describeWith(['wine', 'mingw'], 'Faults of threads', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };
  it.each([
    ['gone', 'Exited'],
    ['exits', 'Exited'],
    ['replaced', 'Replaced'],
    ['protected', 'Refused'],
  ] as const)('a thread that is %s among normal ones is %s', async (fault, verdict) => {
    const here = given({ processes: [worker(6, { 0: fault, 3: fault })] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(6, { 0: verdict, 3: verdict }));
    for (const thread of answer.threads) {
      if (thread.verdict !== 'Captured') expect(thread.reason).toMatch(/^[A-Z].* .*\.$/);
    }
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it.each(['hidden', 'mistold'] as const)(
    'a thread whose address is %s is never called captured',
    async (fault) => {
      const here = given({ processes: [worker(4, { 1: fault })] });
      const answer = await here.triage();
      const { [workerThreadId(1)]: odd, ...others } = verdicts(answer);
      expect(odd).not.toBe('Captured');
      expect(new Set(Object.values(others))).toEqual(new Set(['Captured']));
      expectEvidence(answer);
      expectAllGivenBack(here);
    },
  );

  it('a wedged thread costs its five seconds once and is not confused with one that did not fit', async () => {
    const here = given({ processes: [worker(4, { 1: 'wedged' })] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(4, { 1: 'TimedOut' }));
    const waits = here.kernel.calls('captureThread').filter(({ status }) => status === '0x00000102');
    expect(waits).toHaveLength(1);
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it('a wedged thread alone, and last, is still recognised', async () => {
    const here = given({ processes: [worker(1, { 0: 'wedged' })] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(1, { 0: 'TimedOut' }));
    expect(here.files().filter((name) => name.endsWith('.dmp'))).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a capture of protected threads alone reports each one and leaves no file', async () => {
    const here = given({ processes: [{ ...worker(5), fault: 'protected' }] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(
      allCapturedBut(5, { 0: 'Refused', 1: 'Refused', 2: 'Refused', 3: 'Refused', 4: 'Refused' }),
    );
    expect(here.kernel.calls('NtSystemDebugControl')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a capture of a process whose id is reused captures nothing of it', async () => {
    const here = given({ processes: [{ ...worker(3), fault: 'replaced' }] });
    const answer = await here.triage();
    expect(new Set(Object.values(verdicts(answer)))).toEqual(new Set(['Replaced']));
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });
});
