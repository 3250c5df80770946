import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { StackGroup, WaitChain } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { toWindowsPath } from '../support/wine.ts';
import { CAPTURE_FRAMES, type Scenario, STACKS, WORKER_ID, worker, workerThreadId } from './scenario.ts';
import { type Answer, expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** What the stand-in put on the stacks comes out of the shipped executable again, frame for frame. */
describeWith(['wine', 'mingw'], 'Stacks from the kernel stand-in to the last frame', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };

  interface Stack {
    readonly threadId: number;
    readonly frames: ReadonlyArray<{ readonly module?: string; readonly offset?: number }>;
  }
  const stacksIn = ({ messages }: Answer): Record<number, string[]> =>
    Object.fromEntries(
      messages
        .flatMap((message) =>
          message.kind === 'record' && message.type === 'KernelStack'
            ? [message.value as unknown as Stack]
            : [],
        )
        .map(({ threadId, frames }) => [
          threadId,
          frames.map(({ module, offset }) => `${module}+0x${offset?.toString(16)}`),
        ]),
    );
  const expected = (count: number, above: readonly string[] = []) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        workerThreadId(index),
        [...above, ...(index === 0 ? STACKS.owner : STACKS.waiter)],
      ]),
    );

  it('stacks of the kernel stand-in reach the last frame through triage dumps', async () => {
    const here = given({ processes: [worker(20)] });
    const { dumps } = await here.triage();
    const paths = dumps.map((dump) => dump.path);
    const answer = await here.run('stacks', { paths, includeCaptureFrames: true });
    expect(stacksIn(answer)).toEqual(expected(20, CAPTURE_FRAMES));
  });

  it('stacks of the kernel stand-in reach the last frame through a live dump', async () => {
    const here = given({ settings: { build: 22631 }, processes: [worker(20)] });
    const file = toWindowsPath(path.join(here.destination, 'live.dmp'));
    await here.run('live', { path: file, force: true });
    const answer = await here.run('stacks', { paths: [file] });
    const stacks = stacksIn(answer);
    for (const [threadId, frames] of Object.entries(expected(20))) {
      // Threads that do not wait have no saved stack pointer worth walking from.
      const index = (Number(threadId) - workerThreadId(0)) / 4;
      if (index % 10 !== 9) expect(stacks[Number(threadId)], threadId).toEqual(frames);
    }
  });

  it('stacks of the kernel stand-in reach the last frame straight from live threads, without a file', async () => {
    const here = given({ processes: [worker(20)] });
    const threads = Array.from({ length: 20 }, (_, index) => ({
      processId: WORKER_ID,
      threadId: workerThreadId(index),
    }));
    const answer = await here.run('stacks', { threads, includeCaptureFrames: true });
    expect(answer.errors).toEqual([]);
    expect(stacksIn(answer)).toEqual(expected(20, CAPTURE_FRAMES));
    expect(here.files()).toEqual([]);
    expect(here.kernel.calls('NtCreateFile')).toEqual([]);
    expectAllGivenBack(here);
  });

  it('ktriage.exe captures the holder of the lock that live threads of the kernel stand-in wait for', async () => {
    const here = given({ settings: { 'store-locks': 1 }, processes: [worker(20)] });
    const threads = [1, 2, 3].map((index) => ({ processId: WORKER_ID, threadId: workerThreadId(index) }));
    const chainsOf = ({ messages }: Answer) =>
      messages.flatMap((message) =>
        message.kind === 'record' && message.type === 'WaitChain' ? [message.value as WaitChain] : [],
      );
    const holder = { threadId: workerThreadId(0), processId: WORKER_ID };
    const [without] = chainsOf(await here.run('chains', { threads }));
    expect(without).toMatchObject({
      rootKind: 'OwnerNotInDump',
      missingThreads: [{ ...holder, inDump: false }],
    });
    const [found] = chainsOf(await here.run('chains', { threads, captureBlockers: true }));
    expect(found).toMatchObject({
      rootKind: 'PendingIo',
      rootThread: { ...holder, inDump: true },
      rootFileName: '\\\\fileserver\\wwwroot$\\site\\default.aspx',
      missingThreads: [],
    });
    expect(found?.threads).toHaveLength(4);
    expectAllGivenBack(here);
  });

  it('grouped stacks of the kernel stand-in show one thread that waits for the server and others that wait for its lock', async () => {
    const here = given({ processes: [worker(20)] });
    const { dumps } = await here.triage();
    const answer = await here.run('stacks', { paths: dumps.map((dump) => dump.path), groupBy: 'Symbol' });
    const counts = answer.messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'StackGroup' ? [(message.value as StackGroup).count] : [],
    );
    expect(counts).toEqual([19, 1]);
  });
});
