import { statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type Scenario, type ThreadFault, threadObject, worker, workerThreadId } from './scenario.ts';
import {
  type Answer,
  allCapturedBut,
  expectAllGivenBack,
  expectEvidence,
  type Machine,
  machineOf,
  verdicts,
} from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

const address = (index: number) => `0x${threadObject(index).toString(16)}`;

/**
 * What threads that cannot be captured cost, and what is reported of them. The stand-in's own log is the witness: which threads
 * each call asked for, and what became of each.
 */
describeWith(['wine', 'mingw'], 'Threads that cannot be captured', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine?.kernel.remove();
    machine = machineOf(scenario);
    return machine;
  };

  /** The thread ids of each triage call, in order. */
  const asked = ({ kernel }: Machine): number[][] =>
    kernel.calls('triage').map((call) => call['threads'] as number[]);
  /** How often each thread was asked for. */
  const timesAsked = (here: Machine, index: number) =>
    asked(here).filter((threads) => threads.includes(workerThreadId(index))).length;
  const waits = ({ kernel }: Machine) =>
    kernel.calls('captureThread').filter(({ status }) => status === '0x00000102').length;
  const bytesOf = ({ dumps }: Answer, { destination }: Machine) =>
    dumps.reduce(
      (sum, dump) => sum + statSync(path.join(destination, path.win32.basename(dump.path))).size,
      0,
    );
  const threadOf = ({ threads }: Answer, index: number) =>
    threads.find(({ threadId }) => threadId === workerThreadId(index));

  const faults = (indices: readonly number[], fault: ThreadFault) =>
    Object.fromEntries(indices.map((index) => [index, fault]));

  it('five wedged threads among 491 cost five waits and at most five calls more', async () => {
    const without = given({ settings: { 'wedge-ms': 50 }, processes: [worker(491)] });
    const calm = await without.triage();
    const usual = { calls: asked(without).length, dumps: calm.dumps.length, bytes: bytesOf(calm, without) };
    const wedged = [11, 12, 13, 14, 15];
    const here = given({ settings: { 'wedge-ms': 50 }, processes: [worker(491, faults(wedged, 'wedged'))] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(
      allCapturedBut(491, Object.fromEntries(wedged.map((index) => [index, 'TimedOut']))),
    );
    expect(waits(here)).toBe(5);
    for (const index of wedged) {
      expect(timesAsked(here, index)).toBe(1);
      expect(threadOf(answer, index)).toMatchObject({
        attempts: 1,
        ntStatus: '0x00000102',
        objectAddress: address(index),
      });
    }
    expect(asked(here).length).toBeLessThanOrEqual(usual.calls + wedged.length);
    expect(answer.dumps.length).toBeLessThanOrEqual(usual.dumps + wedged.length);
    expect(bytesOf(answer, here)).toBeLessThan(usual.bytes * 1.1);
    // The size of a batch does not fall for them.
    const sizes = asked(here).map(({ length }) => length);
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([sizes[0]]));
    // Each thread is opened once with the rights of a capture; the look after it asks for those of a listing.
    const opened = here.kernel.calls('NtOpenThread').map((call) => call['access']);
    expect(opened.filter((access) => access === '0x1fffff')).toHaveLength(491);
    expect(new Set(opened)).toEqual(new Set(['0x1fffff', '0x848']));
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it('without the status array, the time of the call shows which threads are wedged', async () => {
    const here = given({
      settings: { 'status-marker': 'none' },
      processes: [worker(16, { 5: 'wedged', 13: 'wedged' })],
    });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(16, { 5: 'TimedOut', 13: 'TimedOut' }));
    expect(waits(here)).toBe(2);
    for (const index of [5, 13]) {
      expect(timesAsked(here, index)).toBe(1);
      expect(threadOf(answer, index)).toMatchObject({ objectAddress: address(index) });
      expect(threadOf(answer, index)?.ntStatus).toBeUndefined();
    }
    expectEvidence(answer);
  });

  it('a wait that is shorter than reported costs one call more and no thread', async () => {
    const here = given({
      settings: { 'status-marker': 'none', 'wedge-ms': 300 },
      processes: [worker(16, { 5: 'wedged' })],
    });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(16, { 5: 'Failed' }));
    expect(timesAsked(here, 5)).toBe(2);
    expect(threadOf(answer, 5)?.reason).toMatch(/nothing shows why/);
  });

  it.each([
    ['with the status array', {}, '0xC000004B'],
    ['without the status array', { 'status-marker': 'none' }, undefined],
    ['shown by the status array alone', { 'hide-rundown': 1 }, '0xC000004B'],
  ])('a thread in rundown, %s, has exited', async (_, settings, ntStatus) => {
    const here = given({ settings, processes: [worker(20, { 3: 'rundown', 13: 'rundown' })] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(20, { 3: 'Exited', 13: 'Exited' }));
    for (const index of [3, 13]) {
      expect(timesAsked(here, index)).toBe(1);
      const thread = threadOf(answer, index);
      expect(thread).toMatchObject({ objectAddress: address(index), attempts: 1 });
      expect(thread?.ntStatus).toBe(ntStatus);
      expect(thread?.reason).toMatch(/rundown/);
    }
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it('a thread in rundown that nothing shows is asked for once more, and called neither full nor wedged', async () => {
    const settings = { 'hide-rundown': 1, 'status-marker': 'none' };
    const here = given({ settings, processes: [worker(14, { 3: 'rundown', 13: 'rundown' })] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(14, { 3: 'Failed', 13: 'Failed' }));
    for (const index of [3, 13]) expect(timesAsked(here, index)).toBe(2);
    expect(asked(here).length).toBe(3);
  });

  it('a batch costs one snapshot of the machine at most, however many threads are missing', async () => {
    const settings = { 'hide-rundown': 1, 'status-marker': 'none' };
    const missing = [1, 2, 3, 4, 5, 6, 7, 8];
    const here = given({ settings, processes: [worker(14, faults(missing, 'rundown'))] });
    await here.triage();
    const taken = here.kernel
      .calls('snapshot')
      .filter((call) => call['class'] === 57 && call.status === '0x00000000');
    // One at the start, and one for each call at the most.
    expect(taken.length).toBeLessThanOrEqual(1 + asked(here).length);
  });

  it('the size of a batch recovers after a dump that one thread filled', async () => {
    const threads = worker(100).threads.map((thread, index) => ({
      ...thread,
      cost: index === 2 ? 500_000 : 2000,
    }));
    const here = given({ processes: [{ ...worker(100), threads }] });
    const answer = await here.triage();
    expect(verdicts(answer)).toEqual(allCapturedBut(100, {}));
    const sizes = asked(here).map(({ length }) => length);
    expect(Math.max(...sizes.slice(3))).toBe(sizes[0]);
    expect(sizes.length).toBeLessThanOrEqual(100 / (sizes[0] ?? 1) + 4);
    expectEvidence(answer);
  });

  it('"its N processors" is the number in the dump', async () => {
    const here = given({ settings: { processors: 40 }, processes: [worker(6)] });
    const { errors } = await here.triage();
    expect(errors).toMatchObject([{ code: 'DidNotFit' }]);
    expect(errors[0]?.message).toContain('its 40 logical processors');
  });

  it('bug check parameters name captured threads, in the order of the file, when the first is missing', async () => {
    const here = given({
      settings: { 'wedge-ms': 50 },
      processes: [worker(6, { 0: 'wedged', 2: 'rundown' })],
    });
    const { dumps } = await here.triage();
    const expected = [1, 3, 4, 5].map(address);
    expect(dumps[0]?.bugCheckParameters).toEqual(expected);
    const commands = await here.run('dump', { paths: [dumps[0]?.path ?? ''], raw: true });
    const text = JSON.stringify(commands.messages);
    for (const [index, value] of expected.entries())
      expect(text).toContain(
        `"name":"BugCheckParameter${index + 1}","offset":${0x40 + 8 * index},"size":8,"isSet":true,"value":"${value}"`,
      );
  });
});
