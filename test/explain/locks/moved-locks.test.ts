import { expect, it } from 'vitest';
import type { StructureLayouts } from '../../../src/kernel/layouts/structure-layouts.ts';
import { REASON, World } from '../world.ts';

const MOVED_BY = 8;
const SIZE = 0x68;

/** Members of `_ERESOURCE` in public headers, which a build of this test has 8 bytes further; the list entry stays first. */
const MEMBERS: Readonly<Record<string, number>> = {
  OwnerTable: 0x10,
  ActiveCount: 0x18,
  Flag: 0x1a,
  WaiterPriority: 0x1b,
  SharedWaiters: 0x20,
  ExclusiveWaiters: 0x28,
  'OwnerEntry.OwnerThread': 0x30,
  'OwnerEntry.TableSize': 0x38,
  ActiveEntries: 0x40,
  ContentionCount: 0x44,
  NumberOfSharedWaiters: 0x48,
  NumberOfExclusiveWaiters: 0x4c,
  SpinLock: 0x60,
};
const types: StructureLayouts = {
  offsetOf(structure, member) {
    const offset = structure === '_ERESOURCE' ? MEMBERS[member] : undefined;
    return offset === undefined ? undefined : offset + MOVED_BY;
  },
  sizeOf: (structure) => (structure === '_ERESOURCE' ? SIZE + MOVED_BY : undefined),
};

it('a resource of a build with other offsets is read by its types, and without them nothing is stated of it', () => {
  const world = new World();
  const owner = world.thread({ state: 2, threadId: 8 });
  const waiter = world.thread({ reason: REASON.WrResource, threadId: 12 });
  const [block = 0n] = world.resourceWaiters([waiter]);
  const place = world.allocate(SIZE + MOVED_BY);
  world.resource(place + BigInt(MOVED_BY), {
    owner: owner.address,
    exclusive: true,
    exclusiveWaiters: block,
    exclusiveCount: 1,
    contention: 7,
  });
  world.listResources([place]);
  const [found] = world.facts({ origin: 'Pages', types }).locks;
  expect(found).toMatchObject({
    address: place,
    owners: [{ thread: { threadId: 8 }, access: 'Exclusive' }],
    waiters: [{ thread: { threadId: 12 } }],
    contentionCount: 7,
    layoutSource: 'Types',
  });
  const [without] = world.facts({ origin: 'Pages' }).locks;
  expect(without).toMatchObject({ owners: [], ownersKnown: false, layoutSource: 'Rule' });
  expect(without?.address).toBeUndefined();
});
