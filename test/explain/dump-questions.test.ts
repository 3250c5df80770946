import { describe, expect, it } from 'vitest';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { StructureLayouts } from '../../src/kernel/layouts/structure-layouts.ts';
import { answersOf } from '../real-windows/dump-questions.ts';
import { frame, REASON, type ViewChoice, World } from './world.ts';

/** A build whose types place the records and the word that are asked for. */
const AB_WAIT_OBJECT = 0x3d0;
const LOCK_ENTRIES = 0x600;
const OFFSETS: Readonly<Record<string, number>> = {
  '_KTHREAD.AbWaitObject': AB_WAIT_OBJECT,
  '_KTHREAD.LockEntries': LOCK_ENTRIES,
  '_KLOCK_ENTRY.LockState': 0x20,
  '_KLOCK_ENTRY.WaitingByte': 0x19,
};
const types: StructureLayouts = {
  offsetOf: (structure, member) => OFFSETS[`${structure}.${member}`],
  sizeOf: (structure) => (structure === '_KLOCK_ENTRY' ? 0x60 : undefined),
};

const ask = (world: World, choice: ViewChoice = {}) => {
  const view = world.view({ origin: 'Pages', ...choice });
  return answersOf(view, kernelFacts(view));
};

/** A thread that waits for a resource of the list. */
function resourceWaiter(access: 'sharedCount' | 'exclusiveCount') {
  const world = new World();
  const owner = world.thread({ state: 2 });
  const waiter = world.thread({ reason: REASON.WrResource });
  const [block = 0n] = world.resourceWaiters([waiter]);
  const pointer = access === 'sharedCount' ? 'sharedWaiters' : 'exclusiveWaiters';
  const resource = world.resource(world.allocate(0x68), {
    owner: owner.address,
    exclusive: true,
    [pointer]: block,
    [access]: 1,
  });
  world.listResources([resource]);
  return { world, waiter, block, resource };
}

/** A thread that waits for a push lock, whose wait block is on its stack. */
function pushLockWaiter() {
  const world = new World();
  const waiter = world.thread({ reason: REASON.WrPushLock });
  const block = waiter.stackBase - 0x700n;
  world.zero(block, 0x38);
  world.event(block);
  world.wait(waiter, [block]);
  const lock = world.allocate(8);
  world.u64(lock, block | 0x3n);
  return { world, waiter, lock };
}

describe('The questions to a live dump of a real Windows', () => {
  it('the distance from a waiter of a resource to the word that names its spin lock is counted, and so is its absence', () => {
    const { world, block, resource } = resourceWaiter('exclusiveCount');
    expect(ask(world).spinLockDistances).toEqual({ 'none within 0x400': 1 });
    world.u64(block - 0x58n, resource + 0x60n);
    expect(ask(world).spinLockDistances).toEqual({ '-0x58': 1 });
  });

  it('shared waiters of a resource are counted against their blocks', () => {
    const { world, resource } = resourceWaiter('sharedCount');
    expect(ask(world).sharedWaiters).toEqual({ 'as many blocks as waiters': 1 });
    world.u32(resource + 0x48n, 2);
    expect(ask(world).sharedWaiters).toEqual({ 'another number of blocks than of waiters': 1 });
  });

  it('a record and AbWaitObject of a waiter count only when the push lock there names the block of the waiter', () => {
    const { world, waiter, lock } = pushLockWaiter();
    expect(ask(world, { types })).toMatchObject({
      pushLockRecords: { 'no record names the lock': 1 },
      abWaitObjects: { 'WrPushLock: nothing': 1 },
    });
    const record = waiter.address + BigInt(LOCK_ENTRIES);
    world.u64(record + 0x20n, (lock & 0x7fff_ffff_ffff_fffcn) | 1n);
    world.u8(record + 0x19n, 1);
    world.u64(waiter.address + BigInt(AB_WAIT_OBJECT), lock);
    expect(ask(world, { types })).toMatchObject({
      pushLockRecords: { 'a record names the lock, waiting byte 1': 1 },
      abWaitObjects: { 'WrPushLock: a push lock with the block of a waiter': 1 },
    });
    world.u64(lock, 0n);
    expect(ask(world, { types })).toMatchObject({
      pushLockRecords: { 'no record names the lock': 1 },
      abWaitObjects: { 'WrPushLock: something else': 1 },
    });
    expect(ask(world).pushLockRecords).toEqual({ 'the types do not place the records': 1 });
  });

  it('the layouts are those of the types of the build, and stated as unknown without them', () => {
    expect(ask(new World(), { types }).layouts).toMatchObject({
      '_KTHREAD.AbWaitObject': '0x3d0',
      '_KTHREAD.KernelAbEntries': 'absent',
    });
    expect(ask(new World()).layouts).toMatchObject({ '_KTHREAD.AbWaitObject': 'no types' });
  });

  it('the module that calls for a fast resource is counted', () => {
    const world = new World();
    const thread = world.thread();
    const caller = { ...frame('NtfsAcquire', thread.kernelStack + 0x80n), module: 'Ntfs' };
    const frames = [frame('ExAcquireFastResourceExclusive', thread.kernelStack), caller];
    expect(ask(world, { frames: new Map([[thread.address, frames]]) }).fastResourceCallers).toEqual({
      Ntfs: 1,
    });
  });
});
