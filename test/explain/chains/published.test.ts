import { describe, expect, it } from 'vitest';
import { findChains } from '../../../src/explain/chains/find-chains.ts';
import { waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import type { KernelFacts } from '../../../src/explain/model.ts';
import { irpOf, mention } from '../scenes.ts';
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
    table: world.ownerTable(shared.map(({ address }) => [address, 8] as const)),
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

  it('three shared waiters in the owner table of a resource with one exclusive owner own nothing (openzfs, issue 317)', () => {
    const world = new World();
    const owner = world.thread();
    const readers = [0, 1, 2].map(() => waiterOf(world));
    const lock = world.resource(world.allocate(0x68), {
      owner: owner.address,
      ownerCount: 8,
      exclusive: true,
      table: world.ownerTable(readers.map(({ address }) => [address, 8] as const)),
      sharedWaiters: world.allocate(0x40),
      sharedCount: 3,
    });
    const found = lockAt(world.facts(), lock);
    expect(found.owners).toEqual([[owner.address, 'Exclusive']]);
    expect(found.waiters).toEqual(readers.map(({ address }) => [address, 'Shared']));
  });

  it('a waiter that a resource counts and no list has is not made up (openzfs, issue 313)', () => {
    const world = new World();
    const owner = world.thread();
    const lock = world.resource(world.allocate(0x68), {
      owner: owner.address,
      ownerCount: 8,
      exclusive: true,
      exclusiveWaiters: world.allocate(0x40),
      exclusiveCount: 1,
    });
    const facts = world.facts();
    expect(lockAt(facts, lock)).toEqual({ owners: [[owner.address, 'Exclusive']], waiters: [] });
    expect(facts.locks.find(({ address }) => address === lock)?.exclusiveWaiterCount).toBe(1);
  });

  it('readers behind a writer wait for the readers before it, and are no deadlock', () => {
    const world = new World();
    const first = world.thread();
    const writer = waiterOf(world);
    const [late, later] = [waiterOf(world), waiterOf(world)];
    const lock = world.resource(world.allocate(0x68), {
      // The first free entry is the waiter's: here that of an owner that has let go.
      owner: late.address,
      ownerCount: 8,
      active: 1,
      table: world.ownerTable([
        [first.address, 8],
        [later.address, 8],
      ]),
      exclusiveWaiters: world.resourceWaiters([writer])[0] ?? 0n,
      exclusiveCount: 1,
      sharedWaiters: world.resourceWaiters([late, later])[0] ?? 0n,
      sharedCount: 2,
    });
    const facts = world.facts();
    expect(lockAt(facts, lock).owners).toEqual([[first.address, 'Shared']]);
    const chains = findChains(waitGraph({ ...facts, stateOf: () => 'Waiting' }));
    expect(chains.map(({ root }) => [root.kind, root.thread?.address])).toEqual([
      ['WaitNotInDump', first.address],
    ]);
    expect(chains[0]?.threads).toHaveLength(4);
  });

  it('owner entries that may be those of waiters are guesses', () => {
    const world = new World();
    const [first, second] = [world.thread(), world.thread()];
    const lock = world.resource(world.allocate(0x68), {
      owner: first.address,
      ownerCount: 8,
      active: 1,
      table: world.ownerTable([[second.address, 8]]),
      sharedWaiters: world.allocate(0x40),
      sharedCount: 1,
      exclusiveWaiters: world.resourceWaiters([waiterOf(world)])[0] ?? 0n,
      exclusiveCount: 1,
    });
    const owners = world.facts().locks.find(({ address }) => address === lock)?.owners ?? [];
    expect(owners.map(({ thread, evidence }) => [thread?.address, evidence.class])).toEqual([
      [first.address, 'Guess'],
      [second.address, 'Guess'],
    ]);
  });

  it('a shared owner that waits for exclusive access is an owner still', () => {
    const world = new World();
    const [first, second] = [waiterOf(world), waiterOf(world)];
    const lock = world.resource(world.allocate(0x68), {
      owner: first.address,
      ownerCount: 8,
      active: 2,
      table: world.ownerTable([[second.address, 8]]),
      exclusiveWaiters: world.resourceWaiters([first, second])[0] ?? 0n,
      exclusiveCount: 2,
    });
    const facts = world.facts();
    expect(lockAt(facts, lock).owners).toEqual([
      [first.address, 'Shared'],
      [second.address, 'Shared'],
    ]);
    expect(findChains(waitGraph({ ...facts, stateOf: () => 'Waiting' }))[0]?.root.kind).toBe('Deadlock');
  });
});

describe('published outputs of !thread', () => {
  it('a thread that waits at an event on its own stack for a resource does not wait for its request (winfsp, issue 189)', () => {
    const world = new World();
    const writer = waiterOf(world);
    world.resourceWaiters([writer]);
    const irp = irpOf(world, writer, {});
    mention(world, writer, irp);
    const facts = world.facts();
    expect(facts.requests.map(({ address }) => address)).toEqual([irp]);
    expect(facts.waits).toMatchObject([
      { thread: { address: writer.address }, objects: [{ kind: 'Resource', evidence: { class: 'Memory' } }] },
    ]);
    const chains = findChains(waitGraph({ ...facts, stateOf: () => 'Waiting' }));
    expect(chains.map(({ root }) => root.kind)).toEqual(['NoOwnerKnown']);
  });
});
