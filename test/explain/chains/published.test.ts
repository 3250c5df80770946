import { describe, expect, it } from 'vitest';
import { findChains } from '../../../src/explain/chains/find-chains.ts';
import { waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import type { KernelFacts } from '../../../src/explain/model.ts';
import { REASON, World, type WorldThread } from '../world.ts';

/** Relations that people published as output of WinDbg, built again: who owns what, and who waits for it. */

const waiterOf = (world: World) => world.thread({ reason: REASON.WrResource });

/** A resource with the threads that own and await it. Counts of owners are shifted: 8 is once. */
function resource(
  world: World,
  owner: WorldThread,
  { exclusive = [], shared = [] }: { exclusive?: WorldThread[]; shared?: WorldThread[] },
): bigint {
  return world.resource(world.allocate(0x68), {
    owner: owner.address,
    ownerCount: 8,
    exclusive: true,
    exclusiveWaiters: world.resourceWaiters(exclusive)[0] ?? 0n,
    exclusiveCount: exclusive.length,
    sharedWaiters: world.resourceWaiters(shared)[0] ?? 0n,
    sharedCount: shared.length,
  });
}

const lockAt = ({ locks }: KernelFacts, address: bigint) => {
  const lock = locks.find((each) => each.address === address);
  return {
    owners: lock?.owners.map(({ thread, access }) => [thread?.address, access]),
    waiters: lock?.waiters.map(({ thread, access }) => [thread?.address, access]),
  };
};

describe('published outputs of !locks', () => {
  it('two resources whose owners wait for each other, with a shared and an exclusive waiter more, are one deadlock (dokany, pull request 426)', () => {
    const world = new World();
    const [first, second, reader, writer] = [0, 1, 2, 3].map(() => waiterOf(world)) as [
      WorldThread,
      WorldThread,
      WorldThread,
      WorldThread,
    ];
    const one = resource(world, first, { exclusive: [second], shared: [reader] });
    const other = resource(world, second, { exclusive: [first, writer] });
    world.listResources([one, other]);
    const facts = world.facts();
    expect(lockAt(facts, one)).toEqual({
      owners: [[first.address, 'Exclusive']],
      waiters: [
        [second.address, 'Exclusive'],
        [reader.address, 'Shared'],
      ],
    });
    expect(lockAt(facts, other)).toEqual({
      owners: [[second.address, 'Exclusive']],
      waiters: [
        [first.address, 'Exclusive'],
        [writer.address, 'Exclusive'],
      ],
    });
    const chains = findChains(waitGraph({ ...facts, stateOf: () => 'Waiting' }));
    expect(chains).toHaveLength(1);
    expect(chains[0]?.root.kind).toBe('Deadlock');
    expect(chains[0]?.threads.map(({ address }) => address).sort()).toEqual(
      [first, second, reader, writer].map(({ address }) => address).sort(),
    );
  });

  it('a resource with four shared owners has all of them (openzfs, issue 317)', () => {
    const world = new World();
    const owners = [0, 1, 2, 3].map(() => world.thread());
    const waiter = waiterOf(world);
    const lock = world.resource(world.allocate(0x68), {
      table: world.ownerTable(owners.map(({ address }) => [address, 8] as const)),
      active: 4,
      exclusiveWaiters: world.resourceWaiters([waiter])[0] ?? 0n,
      exclusiveCount: 1,
    });
    const found = lockAt(world.facts(), lock);
    expect(found.owners).toEqual(owners.map(({ address }) => [address, 'Shared']));
    expect(found.waiters).toEqual([[waiter.address, 'Exclusive']]);
  });
});
