import { describe, expect, it } from 'vitest';
import type { KernelFacts, Lock } from '../../../src/explain/model.ts';
import { fileObject, mention, SCENES } from '../scenes.ts';
import { frame, NT, REASON, World } from '../world.ts';

function lockAt({ locks }: KernelFacts, address: bigint | undefined): Lock | undefined {
  return locks.find((lock) => lock.address === address);
}

const addresses = (threads: readonly { readonly thread?: { readonly address: bigint } }[] = []) =>
  threads.map(({ thread }) => thread?.address);

describe('a resource', () => {
  it('a resource since 1703 has the ring of its exclusive waiters', () => {
    const world = new World();
    const owner = world.thread();
    const waiters = Array.from({ length: 5 }, () => world.thread({ reason: REASON.WrResource }));
    const blocks = world.resourceWaiters(waiters);
    const resource = world.resource(NT + 0x5000n, {
      owner: owner.address,
      exclusive: true,
      exclusiveWaiters: blocks[2] ?? 0n,
      exclusiveCount: 5,
      contention: 9,
    });
    const lock = lockAt(world.facts(), resource);
    expect(lock).toMatchObject({
      name: { text: 'nt+0x5000' },
      era: 'Windows10Since1703',
      contentionCount: 9,
      owners: [{ thread: { address: owner.address }, access: 'Exclusive', count: 1 }],
    });
    expect(addresses(lock?.waiters).sort()).toEqual(waiters.map(({ address }) => address).sort());
    expect(lock?.waiters.every(({ access }) => access === 'Exclusive')).toBe(true);
  });

  it('a resource separates exclusive waiters from shared ones, and marks that the layout of the latter is not proved', () => {
    const world = new World();
    const owner = world.thread();
    const writer = world.thread({ reason: REASON.WrResource });
    const reader = world.thread({ reason: REASON.WrResource });
    const [exclusive = 0n] = world.resourceWaiters([writer]);
    const [shared = 0n] = world.resourceWaiters([reader]);
    const resource = world.resource(world.allocate(0x68), {
      owner: owner.address,
      exclusiveWaiters: exclusive,
      exclusiveCount: 1,
      sharedWaiters: shared,
      sharedCount: 1,
    });
    expect(lockAt(world.facts(), resource)?.waiters).toMatchObject([
      { thread: { address: writer.address }, access: 'Exclusive', evidence: { class: 'Memory' } },
      { thread: { address: reader.address }, access: 'Shared', evidence: { class: 'Derived' } },
    ]);
  });

  it.each([
    { build: 9600, era: 'BeforeWindows10', shift: 2 },
    { build: 10240, era: 'Windows10Before1703', shift: 2 },
    { build: 14393, era: 'Windows10Before1703', shift: 3 },
  ])(
    'a resource of build $build has waiters that share an event, and counts of its own',
    ({ build, era, shift }) => {
      const world = new World();
      const owner = world.thread();
      const waiters = [1, 2, 3].map(() => world.thread({ reason: REASON.WrResource }));
      const event = world.event(world.allocate(0x18));
      for (const waiter of waiters) world.wait(waiter, [event]);
      const resource = world.resource(world.allocate(0x68), {
        owner: owner.address,
        ownerCount: 2 << shift,
        exclusive: true,
        exclusiveWaiters: event,
        exclusiveCount: 3,
      });
      const lock = lockAt(world.facts({ build }), resource);
      expect(lock).toMatchObject({ era, owners: [{ count: 2 }] });
      expect(addresses(lock?.waiters)).toEqual(waiters.map(({ address }) => address));
      expect(lock?.waiters.every(({ access }) => access === 'Exclusive')).toBe(true);
    },
  );

  it('a resource of Windows 8.1 has shared waiters at a semaphore', () => {
    const world = new World();
    const owner = world.thread();
    const waiter = world.thread({ reason: REASON.WrResource });
    const semaphore = world.allocate(0x20);
    world.object(semaphore, 5, 8);
    world.wait(waiter, [semaphore]);
    const resource = world.resource(world.allocate(0x68), {
      owner: owner.address,
      ownerCount: 4,
      exclusive: true,
      sharedWaiters: semaphore,
      sharedCount: 1,
    });
    expect(lockAt(world.facts({ build: 9600 }), resource)?.waiters).toMatchObject([
      { thread: { address: waiter.address }, access: 'Shared' },
    ]);
  });

  it('a resource of 1607 has shared waiters on a chain through their stacks', () => {
    const world = new World();
    const owner = world.thread();
    const waiters = [1, 2].map(() => world.thread({ reason: REASON.WrResource }));
    const entries = waiters.map(({ stackBase }) => stackBase - 0x500n);
    const [first = 0n, second = 0n] = entries;
    world.u64(first, second);
    const resource = world.resource(world.allocate(0x68), {
      owner: owner.address,
      exclusive: true,
      sharedWaiters: first,
      sharedCount: 2,
    });
    const lock = lockAt(world.facts({ build: 14393 }), resource);
    expect(addresses(lock?.waiters)).toEqual(waiters.map(({ address }) => address));
    expect(lock?.waiters.map(({ evidence }) => evidence.class)).toEqual(['Derived', 'Derived']);
  });

  it('a resource whose waiters alone are stored groups them before 1703 by the object that they share', () => {
    const world = new World();
    const event = world.event(world.allocate(0x18));
    const waiters = [1, 2].map(() => world.thread({ reason: REASON.WrResource }));
    for (const waiter of waiters) world.wait(waiter, [event]);
    const { locks } = world.facts({ build: 9600 });
    expect(locks).toMatchObject([{ kind: 'Resource', owners: [], ownersKnown: false }]);
    expect(addresses(locks[0]?.waiters)).toEqual(waiters.map(({ address }) => address));
  });

  it('a resource with shared owners has those of its table too', () => {
    const world = new World();
    const owners = [1, 2, 3, 4].map(() => world.thread());
    const [first, ...others] = owners.map(({ address }) => address);
    const table = world.ownerTable([
      [others[0] ?? 0n, 8],
      [0n, 0],
      [others[1] ?? 0n, 16],
      [others[2] ?? 0n, 8],
    ]);
    const resource = world.resource(world.allocate(0x68), { owner: first ?? 0n, active: 4, table });
    const lock = lockAt(world.facts(), resource);
    expect(lock?.ownersKnown).toBe(true);
    expect(lock?.owners).toMatchObject([
      { thread: { address: first }, access: 'Shared', count: 1 },
      { thread: { address: others[0] }, count: 1 },
      { thread: { address: others[1] }, count: 2 },
      { thread: { address: others[2] }, count: 1 },
    ]);
  });

  it('a resource of which the owner table is not stored reports missing owners', () => {
    const world = new World();
    const owner = world.thread();
    const resource = world.resource(world.allocate(0x68), {
      owner: owner.address,
      active: 3,
      table: 0xffffb00000000000n,
    });
    expect(lockAt(world.facts(), resource)).toMatchObject({ owners: { length: 1 }, ownersKnown: false });
  });

  it('a resource that a driver gave an owner pointer is owned by no thread', () => {
    const world = new World();
    const token = world.allocate(0x20);
    const resource = world.resource(world.allocate(0x68), { owner: token | 3n, exclusive: true });
    const [owner] = lockAt(world.facts(), resource)?.owners ?? [];
    expect(owner).toMatchObject({ kind: 'OwnerPointer', pointer: token });
    expect(owner?.thread).toBeUndefined();
  });

  it('a resource whose owner is not in the dump has an owner that is marked as derived', () => {
    const world = new World();
    const waiter = world.thread({ reason: REASON.WrResource });
    const [block = 0n] = world.resourceWaiters([waiter]);
    const resource = world.resource(world.allocate(0x68), {
      owner: 0xffffb00000000040n,
      exclusive: true,
      exclusiveWaiters: block,
      exclusiveCount: 1,
    });
    expect(lockAt(world.facts(), resource)?.owners).toMatchObject([
      { thread: { address: 0xffffb00000000040n, inDump: false }, evidence: { class: 'Derived' } },
    ]);
  });

  it('a resource is rejected when its owner pointer leads to something else', () => {
    const world = new World();
    const event = world.event(world.allocate(0x40));
    world.resource(world.allocate(0x68), { owner: event, exclusive: true });
    expect(world.facts().locks).toEqual([]);
  });

  it('a resource that is not stored still groups its waiters, and leads to those in other dumps', () => {
    const scene = SCENES.resourceNotStored();
    const { locks } = scene.world.facts();
    expect(locks).toMatchObject([{ kind: 'Resource', ownersKnown: false, owners: [] }]);
    expect(locks[0]?.address).toBeUndefined();
    expect(addresses(locks[0]?.waiters)).toEqual([scene.thread.address, scene.other?.address]);
    expect(locks[0]?.waiterBlocks).toHaveLength(2);
  });

  describe('that is not stored and that the stacks of its waiters name', () => {
    const RESOURCE = 0xffffb000000005a0n;

    /** Waiters in the frames of the acquisition; so many of them hold the pair of words there. */
    function named(holders: number) {
      const world = new World();
      const waiters = Array.from({ length: 3 }, () => world.thread({ reason: REASON.WrResource }));
      world.resourceWaiters(waiters);
      const frames = new Map(
        waiters.map(({ address, kernelStack }) => [
          address,
          [
            frame('KeWaitForSingleObject', kernelStack),
            frame('ExpWaitForResource', kernelStack + 0x40n),
            frame('ExAcquireResourceExclusiveLite', kernelStack + 0x80n),
            frame('NtfsAcquireFcb', kernelStack + 0xc0n),
          ],
        ]),
      );
      for (const { kernelStack } of waiters.slice(0, holders)) {
        world.u64(kernelStack + 0x50n, RESOURCE + 0x60n);
        world.u64(kernelStack + 0xa0n, RESOURCE);
      }
      return { world, frames };
    }

    it.each([
      [1, 'Guess'],
      [2, 'Derived'],
    ])(
      'a resource that is not stored and that the stacks of its waiters name by %s of them has its address, and the class %s',
      (holders, evidence) => {
        const { world, frames } = named(holders);
        const { locks, waits } = world.facts({ frames });
        expect(locks).toMatchObject([
          { address: RESOURCE, evidence: { class: evidence }, ownersKnown: false, waiters: { length: 3 } },
        ]);
        expect(new Set(waits.flatMap(({ objects }) => objects.map(({ lock }) => lock)))).toEqual(
          new Set([locks[0]?.id]),
        );
      },
    );

    it('a resource that is not stored and that the stacks of its waiters name without names of frames has its address where the spin lock is before the block', () => {
      const world = new World();
      const waiters = [1, 2].map(() => world.thread({ reason: REASON.WrResource }));
      for (const [index, block] of world.resourceWaiters(waiters).entries()) {
        world.u64(block - 0x10n, RESOURCE + 0x60n);
        world.u64(block + 0x80n + BigInt(index) * 0x10n, RESOURCE);
      }
      expect(world.facts().locks).toMatchObject([{ address: RESOURCE, evidence: { class: 'Derived' } }]);
    });

    it('a resource that is not stored and that the stacks of its waiters name outside of these frames has no address', () => {
      const { world, frames } = named(2);
      const others = new Map(
        [...frames].map(([address, stack]) => [address, stack.map((each) => ({ ...each, symbol: 'Other' }))]),
      );
      expect(world.facts({ frames: others }).locks[0]?.address).toBeUndefined();
    });
  });

  it('a resource of which the ring is broken keeps the waiters on both sides of the gap', () => {
    const world = new World();
    const waiters = Array.from({ length: 5 }, () => world.thread({ reason: REASON.WrResource }));
    const blocks = world.resourceWaiters(waiters);
    const gone = blocks[2] ?? 0n;
    for (let at = gone; at < gone + 0x18n; at += 8n) world.words.delete(at);
    const { locks } = world.facts();
    const [lock] = locks.filter(({ waiters: own }) => own.length > 1);
    expect(addresses(lock?.waiters)).toHaveLength(4);
    expect(lock?.waiterBlocks).toContain(gone);
  });

  it('a resource is found by the list of all resources where memory cannot be searched', () => {
    const scene = SCENES.resource();
    const free = scene.world.resource(scene.world.allocate(0x68), { active: 0, ownerCount: 0 });
    scene.world.listResources([free, scene.object ?? 0n]);
    const { locks, limits } = scene.world.facts({ origin: 'Pages' });
    expect(locks).toMatchObject([
      {
        address: scene.object,
        foundBy: ['ResourceList'],
        waiters: [{ thread: { address: scene.thread.address } }],
      },
    ]);
    expect(limits.filter(({ kind }) => kind === 'missing')).toEqual([]);
  });

  it('a resource behind a gap of the list is found from its other end, and the answer is marked as possibly short', () => {
    const scene = SCENES.resource();
    const { world } = scene;
    const free = [1, 2].map(() => world.resource(world.allocate(0x68), { active: 0, ownerCount: 0 }));
    world.listResources([...free, scene.object ?? 0n]);
    const gone = free[0] ?? 0n;
    for (let at = gone; at < gone + 0x68n; at += 8n) world.words.delete(at);
    const { locks, limits } = world.facts({ origin: 'Pages' });
    expect(locks).toMatchObject([{ address: scene.object }]);
    expect(limits).toMatchObject([
      { kind: 'missing', message: expect.stringContaining('list of all resources') },
      { kind: 'byDesign' },
    ]);
  });

  it('a resource notes the priority of its waiter, which agrees with that of the thread', () => {
    const world = new World();
    const owner = world.thread();
    const waiter = world.thread({ reason: REASON.WrResource, priority: 12 });
    const [block = 0n] = world.resourceWaiters([waiter]);
    const fields = { owner: owner.address, exclusive: true, exclusiveWaiters: block, exclusiveCount: 1 };
    const resource = world.resource(world.allocate(0x68), { ...fields, waiterPriority: 12 });
    expect(lockAt(world.facts(), resource)?.waiterPriority).toEqual({ value: 12, agrees: true });
    world.u8(resource + 0x1bn, 13);
    expect(lockAt(world.facts(), resource)?.waiterPriority).toEqual({ value: 13, agrees: false });
  });

  it.each([
    [8n, 'main resource'],
    [16n, 'paging I/O resource'],
  ])('a resource at +%s of a file control block is named by the file', (offset, kind) => {
    const scene = SCENES.resource();
    const { world } = scene;
    const file = fileObject(
      world,
      '\\;LanmanRedirector\\;Z:0000000000027a36\\fileserver\\wwwroot$\\default.aspx',
    );
    const header = world.allocate(0x40);
    world.u64(header + offset, scene.object ?? 0n);
    world.u64(file + 0x18n, header);
    mention(world, scene.other ?? scene.thread, file);
    expect(lockAt(world.facts(), scene.object)?.name).toMatchObject({
      text: `${kind} of \\\\fileserver\\wwwroot$\\default.aspx`,
      evidence: { class: 'Derived' },
      file: { address: file },
    });
  });
});
