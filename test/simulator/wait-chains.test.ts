import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import type { WaitChain } from '../../src/explain/chains/chain.ts';
import { findChains } from '../../src/explain/chains/find-chains.ts';
import { waitGraph } from '../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { threadObjectAddress } from '../../src/simulator/addresses.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { codePlace } from '../../src/simulator/images/code-place.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import type { ActivityName } from '../../src/simulator/world/activities.ts';
import { undisturbedFrames } from '../../src/simulator/world/call-chains.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';

/** The causes that are found in live dumps of the simulated machine are those that the scenarios plan. */

const ORDER = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;

function chainsOf(scenario: string) {
  const world = startWorld(buildWorld(scenario));
  const dump = openDump(bytesSource(writeLiveDump(world, ORDER)));
  const objects = readKernelObjects(dump);
  const facts = kernelFacts(kernelView(dump, objects));
  const states = new Map<bigint, string | undefined>(
    objects.threads.map(({ address, state }) => [address, state]),
  );
  const times = new Map<bigint, number | undefined>(
    objects.threads.map(({ address, waitTimeMs }) => [address, waitTimeMs]),
  );
  const graph = waitGraph({ ...facts, stateOf: (thread) => states.get(thread) });
  const chains = findChains(graph, { waitTimeOf: ({ address }) => times.get(address) });
  const addresses = (...activities: readonly ActivityName[]): bigint[] =>
    world.processes
      .flatMap(({ threads }) => threads)
      .filter(({ activity }) => activities.some((name) => name === activity.name))
      .map(({ ordinal }) => threadObjectAddress(ordinal) as bigint)
      .sort();
  return { chains, addresses };
}

const threadsOf = ({ threads }: WaitChain): bigint[] =>
  threads.map(({ address }) => address as bigint).sort();

describe('the stacks in a live dump', () => {
  it.each(['deadlock', 'workers-used-up'])(
    'the stacks in a live dump of %s are walked to the planned frames',
    (scenario) => {
      const world = startWorld(buildWorld(scenario));
      const dump = openDump(bytesSource(writeLiveDump(world, ORDER)));
      const objects = readKernelObjects(dump);
      const reader = stackReader(dump, objects.processors);
      const found = new Map(objects.threads.map((thread) => [thread.address as bigint, thread]));
      const waiting = world.processes
        .flatMap(({ threads }) => threads)
        .filter(({ activity }) => activity.waitsFor?.for === 'lock' || activity.holds !== undefined);
      expect(waiting.length).toBeGreaterThan(6);
      for (const { activity, ordinal } of waiting) {
        const thread = found.get(threadObjectAddress(ordinal));
        const frames = thread === undefined ? [] : reader.read(thread).frames;
        expect(
          frames.map(({ address }) => address),
          activity.name,
        ).toEqual(undisturbedFrames(activity).map((line) => codePlace(line).address));
      }
    },
  );
});

describe('the causes in a live dump', () => {
  it('the causes in a live dump of w3wp-oplock: first the open that the file server has not answered, with 228 threads', () => {
    const { chains, addresses } = chainsOf('w3wp-oplock');
    const [first] = chains;
    expect(first?.root).toMatchObject({
      kind: 'PendingIo',
      request: {
        majorFunction: 'IRP_MJ_CREATE',
        holder: { driver: { name: '\\FileSystem\\mrxsmb20' } },
        file: { name: { text: '\\\\fileserver\\wwwroot$\\site\\default.aspx' } },
      },
    });
    expect(first?.root.thread?.address).toBe(addresses('oplockHolder')[0]);
    expect(first && threadsOf(first)).toEqual(addresses('oplockHolder', 'fcbWaiter'));
  });

  it('the causes in a live dump of deadlock: the two threads that wait for each other, with the readers behind them', () => {
    const { chains, addresses } = chainsOf('deadlock');
    const [first] = chains;
    expect(first?.root.kind).toBe('Deadlock');
    expect(first?.root.brokenByTimeout ?? false).toBe(false);
    const cycle = first?.root.cycle?.map(({ thread }) => thread.address as bigint).sort();
    expect(cycle).toEqual(addresses('moverToArchive', 'moverToInbox'));
    expect(first && threadsOf(first)).toEqual(addresses('moverToArchive', 'moverToInbox', 'inboxReader'));
  });

  it('the causes in a live dump of workers-used-up: the owner of the lock that all workers of a queue wait for', () => {
    const { chains, addresses } = chainsOf('workers-used-up');
    const [first] = chains;
    expect(first && threadsOf(first)).toEqual(addresses('waitsForWorker', 'blockedWorker'));
    expect(first?.root.thread?.address).toBe(addresses('waitsForWorker')[0]);
  });
});
