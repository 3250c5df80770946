import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type Scenario, worker } from './scenario.ts';
import {
  allCapturedBut,
  expectAllGivenBack,
  expectEvidence,
  type Machine,
  machineOf,
  verdicts,
} from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** The kernel reports success whatever it left out: what the product makes of a buffer that is too small. */
describeWith(['wine', 'mingw'], 'A full buffer', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };

  it.each([1, 5, 9, 13, 14])(
    'the buffer is full at thread %i: the rest comes in later dumps',
    async (large) => {
      const threads = worker(16).threads.map((thread, index) => ({
        ...thread,
        cost: index === large ? 500_000 : 2000,
      }));
      const here = given({ processes: [{ ...worker(16), threads }] });
      const answer = await here.triage({ maxThreadsPerDump: 16 });
      expect(verdicts(answer)).toEqual(allCapturedBut(16, {}));
      expect(answer.dumps.length).toBeGreaterThan(1);
      expectEvidence(answer);
      expectAllGivenBack(here);
    },
  );

  it('half a thread, without its stack, is not taken for a whole one', async () => {
    // Without indirect data it is the stack of the last thread that finds no room.
    const settings = { 'keep-partial': 1, buffer: 0x80000 };
    const here = given({ settings, processes: [worker(16, {}, 0)] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(16, {}));
    // The kernel stored each thread without running out of room in some call.
    const whole = new Set(
      here.kernel
        .calls('captureThread')
        .filter(({ status }) => status === '0x00000000')
        .map(({ thread }) => thread),
    );
    expect(whole.size).toBe(16);
    expectEvidence(answer);
  });

  it('threads too large for any dump are given up with a reason, also when they are the first three, and the others are captured', async () => {
    const threads = worker(8).threads.map((thread, index) => ({
      ...thread,
      cost: index < 3 || index === 5 ? 900_000 : 2000,
    }));
    const here = given({ processes: [{ ...worker(8), threads }] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(
      allCapturedBut(8, { 0: 'DidNotFit', 1: 'DidNotFit', 2: 'DidNotFit', 5: 'DidNotFit' }),
    );
    expect(answer.errors).toEqual([]);
    expectEvidence(answer);
  });

  it('a machine with too many processors leaves no room for a thread: the error names the alternative, and no file is left', async () => {
    const here = given({ settings: { processors: 32 }, processes: [worker(12)] });
    const answer = await here.triage();
    expect(answer.errors).toMatchObject([{ code: 'DidNotFit' }]);
    expect(JSON.stringify(answer.errors)).toMatch(/32 logical processors/);
    expect(JSON.stringify(answer.errors)).toMatch(/live dump/);
    expect(new Set(Object.values(verdicts(answer)))).not.toContain('Captured');
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });
});
