import { describe, expect, it } from 'vitest';
import type { KernelFacts, Lock } from '../../../src/explain/model.ts';
import type { StructureLayouts } from '../../../src/kernel/layouts/structure-layouts.ts';
import { SCENES } from '../scenes.ts';
import { World } from '../world.ts';

function lockAt({ locks }: KernelFacts, address: bigint | undefined): Lock | undefined {
  return locks.find((lock) => lock.address === address);
}

const addresses = (threads: readonly { readonly thread?: { readonly address: bigint } }[] = []) =>
  threads.map(({ thread }) => thread?.address);

describe('another lock', () => {
  it('another lock of kind fast mutex has the owner and the contention that it stores', () => {
    const scene = SCENES.fastMutex();
    expect(lockAt(scene.world.facts(), scene.object)).toMatchObject({
      kind: 'FastMutex',
      owners: [{ thread: { address: scene.other?.address }, evidence: { class: 'Memory' } }],
      waiters: [{ thread: { address: scene.thread.address } }],
      contentionCount: 7,
    });
  });

  it('another lock of kind mutant has the owner that it stores, and how often that has acquired it', () => {
    const scene = SCENES.mutant();
    expect(lockAt(scene.world.facts(), scene.object)).toMatchObject({
      kind: 'Mutant',
      owners: [{ thread: { address: scene.other?.address }, count: 2 }],
      waiters: [{ thread: { address: scene.thread.address } }],
    });
  });

  it('another lock of kind mutant without waiters is found by the list of its owner', () => {
    const world = new World();
    const owner = world.thread({ state: 2 });
    const mutant = world.allocate(0x38);
    world.object(mutant, 2, 14, 0);
    world.ring([owner.address + 0x308n, mutant + 0x18n]);
    world.u64(mutant + 0x28n, owner.address);
    expect(lockAt(world.facts(), mutant)).toMatchObject({ waiters: [], owners: [{ count: 1 }] });
  });

  it('another lock of kind file lock is held by the thread whose request names the file', () => {
    const scene = SCENES.fileLock();
    expect(lockAt(scene.world.facts(), scene.object)).toMatchObject({
      kind: 'FileLock',
      owners: [{ thread: { address: scene.other?.address }, evidence: { class: 'Derived' } }],
    });
  });

  it('another lock of kind push lock has its address, its waiters, and no owner', () => {
    const scene = SCENES.pushLock();
    const lock = lockAt(scene.world.facts(), scene.object);
    expect(lock).toMatchObject({ kind: 'PushLock', owners: [], ownersKnown: false });
    expect(addresses(lock?.waiters)).toEqual([scene.thread.address, scene.other?.address]);
    expect(lock?.waiters.map(({ access }) => access)).toEqual(['Exclusive', 'Exclusive']);
  });

  it('another lock of kind push lock gets its holder from AutoBoost records where the types of the build are known', () => {
    const scene = SCENES.pushLock();
    const { world } = scene;
    const holder = world.thread({ state: 2, threadId: 300 });
    const entries = world.allocate(6 * 0x60);
    world.u64(holder.address + 0x320n, entries);
    world.u8(entries + 0x60n + 0x1an, 1);
    world.u64(entries + 0x60n + 0x20n, (scene.object ?? 0n) & 0x7ffffffffffffffcn);
    const offsets: Record<string, number> = {
      '_KTHREAD.LockEntries': 0x320,
      '_KLOCK_ENTRY.AcquiredByte': 0x1a,
      '_KLOCK_ENTRY.LockState': 0x20,
    };
    const types: StructureLayouts = {
      offsetOf: (structure, member) => offsets[`${structure}.${member}`],
      sizeOf: (structure) => (structure === '_KLOCK_ENTRY' ? 0x60 : undefined),
    };
    expect(lockAt(world.facts({ types }), scene.object)?.owners).toMatchObject([
      { thread: { threadId: 300 }, evidence: { class: 'Derived' } },
    ]);
  });
});
