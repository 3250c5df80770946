import { lockAddress, threadObjectAddress } from '../addresses.ts';
import { kernelVariable } from '../images/code-place.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import { CONTROL_BLOCK_BYTES, writeControlBlock } from '../synth/objects/io-objects.ts';
import { ownerTableBytes, RESOURCE_BYTES, writeResource } from '../synth/objects/resource.ts';
import { LOCKS, type LockKey } from '../world/waits.ts';
import { lockWaitOf } from './awaited-objects.ts';
import type { LockScene, WaitScene } from './wait-scene.ts';

/** The locks of the system: ERESOURCEs in their list, each with the control block of the file that it guards. */

const COUNT_SHIFT = 3;
const OWNER_TABLE = 0x100n;
const CONTROL_BLOCK = 0x200n;
/** Resources that no thread has; every machine has thousands. */
const FREE_RESOURCES = 12;

const LOCK_NAMES = Object.keys(LOCKS) as LockKey[];

/** The ERESOURCE of a lock. */
export function namedLockAddress(lock: LockKey): bigint {
  return lockAddress(LOCK_NAMES.indexOf(lock));
}

/** The control block of the file that a lock guards. */
export function controlBlockAddress(lock: LockKey): bigint {
  return namedLockAddress(lock) + CONTROL_BLOCK;
}

export const lockLabel = (lock: LockKey): string => `lock ${lock}`;

/** Every resource, in ExpSystemResourcesList. */
export function placeLocks(memory: KernelMemory, scene: WaitScene): void {
  const head = kernelVariable('ExpSystemResourcesList');
  const free = Array.from({ length: FREE_RESOURCES }, (_, index) => lockAddress(LOCK_NAMES.length + index));
  const addresses = [...[...scene.locks.values()].map(({ address }) => address), ...free];
  const neighboursOf = (address: bigint) => {
    const place = addresses.indexOf(address);
    return { next: addresses[place + 1] ?? head, previous: addresses[place - 1] ?? head };
  };
  memory.at(head).links(0, addresses[0] ?? head, addresses.at(-1) ?? head);
  for (const address of free) {
    writeResource(memory.place(`resource ${address.toString(16)}`, address, RESOURCE_BYTES), {
      ...neighboursOf(address),
      access: 'free',
      owners: [],
      countShift: COUNT_SHIFT,
    });
  }
  for (const [name, lock] of scene.locks) {
    placeLock(memory, name, lock, neighboursOf(lock.address));
    writeControlBlock(memory.place(`control block ${name}`, controlBlockAddress(name), CONTROL_BLOCK_BYTES), {
      resource: lock.address,
    });
  }
}

/** One lock, for a dump that does not hold the list around it. */
export function placeLoneLock(memory: KernelMemory, scene: WaitScene, name: LockKey): void {
  const lock = scene.locks.get(name);
  if (lock === undefined) return;
  const head = kernelVariable('ExpSystemResourcesList');
  placeLock(memory, name, lock, { next: head, previous: head });
}

function placeLock(
  memory: KernelMemory,
  name: LockKey,
  { address, owners, waiters }: LockScene,
  neighbours: { readonly next: bigint; readonly previous: bigint },
): void {
  const exclusive = waiters.filter(({ access }) => access === 'exclusive');
  const shared = waiters.filter(({ access }) => access === 'shared');
  const blockOf = ([first]: LockScene['waiters']) =>
    first === undefined ? undefined : lockWaitOf(first.thread).block;
  const [sharedWaiters, exclusiveWaiters] = [blockOf(shared), blockOf(exclusive)];
  const table =
    owners.length > 1
      ? memory.place(`owners of ${name}`, address + OWNER_TABLE, ownerTableBytes(owners.length))
      : undefined;
  writeResource(memory.place(lockLabel(name), address, RESOURCE_BYTES), {
    ...neighbours,
    access: owners[0]?.access ?? 'free',
    owners: owners.map(({ thread }) => ({ owner: threadObjectAddress(thread.ordinal), count: 1 })),
    ...(table === undefined ? {} : { ownerTable: table }),
    ...(sharedWaiters === undefined ? {} : { sharedWaiters }),
    ...(exclusiveWaiters === undefined ? {} : { exclusiveWaiters }),
    sharedCount: shared.length,
    exclusiveCount: exclusive.length,
    contention: waiters.length,
    waiterPriority: Math.max(0, ...waiters.map(({ thread }) => thread.snapshot.priority)),
    countShift: COUNT_SHIFT,
  });
}
