import type { VirtualAddress } from '../../binary/address.ts';
import type { Steps } from '../../binary/steps.ts';
import { UNITS_PER_OBJECT } from '../../dump/work.ts';
import { derived } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import type { Lock, LockWaiter, PendingRequest } from '../model.ts';
import type { IdentifiedObject } from '../objects/identify.ts';
import { type KernelView, threadReference } from '../view.ts';
import type { RawWait } from '../waits/raw-wait.ts';
import type { WaiterRing } from '../waits/waiter-rings.ts';
import type { Resources } from './find-resources.ts';
import { idOfHint, idOfRing, lockId } from './lock-id.ts';
import { fileLockNames, imageName } from './lock-names.ts';
import { fastMutexLock, lockOfFile, mutantLock, pushLockLock } from './other-locks.ts';
import { pushLockHolders } from './push-lock-holders.ts';
import { findPushLocks, type PushLocks } from './push-locks.ts';
import { resourceLock, ringLock, stackOwners } from './resource-locks.ts';
import { ownerReader } from './resource-memory.ts';

/** A wait with its objects, before locks have ids. */
export interface IdentifiedWait {
  readonly wait: RawWait;
  readonly objects: readonly IdentifiedObject[];
}

export interface CollectedLocks {
  readonly locks: readonly Lock[];
  /** The id of the lock that an object leads to. */
  idOf(object: IdentifiedObject): string | undefined;
}

/** The access to the lock that a wait shows. */
function accessOf({ lock }: IdentifiedObject, resources: Resources): LockWaiter['access'] {
  if (lock === undefined) return undefined;
  if (lock.kind === 'PushLock') return lock.access;
  if (lock.kind !== 'Resource') return 'Exclusive';
  if ('shared' in lock) return lock.shared.access;
  return 'ring' in lock ? resources.ofRing(lock.ring)?.access : undefined;
}

/** Rings of one resource. */
type RingParts = readonly [WaiterRing, ...WaiterRing[]];

interface Demand {
  readonly object: IdentifiedObject;
  readonly waiters: LockWaiter[];
}

/** The waiters of each lock, from the waits. */
function demandsOf(
  view: KernelView,
  waits: readonly IdentifiedWait[],
  resources: Resources,
  pushLocks: PushLocks,
): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  for (const { wait, objects } of waits)
    for (const object of objects) {
      if (object.lock === undefined) continue;
      const id = idOfHint(object.lock, resources, pushLocks);
      const access = accessOf(object, resources);
      const demand = demands.get(id) ?? { object, waiters: [] };
      demands.set(id, demand);
      demand.waiters.push({
        thread: threadReference(view, wait.thread.address),
        ...(access && { access }),
        evidence: object.object.evidence,
      });
    }
  return demands;
}

/**
 * The locks of a dump that are owned or waited for, each with its owners, waiters and name.
 * @param mutants those on the lists of threads, which own them
 */
export function* collectLocks(
  view: KernelView,
  waits: readonly IdentifiedWait[],
  resources: Resources,
  requests: readonly PendingRequest[],
  files: Iterable<VirtualAddress>,
  mutants: Iterable<VirtualAddress>,
): Steps<CollectedLocks> {
  const blocks = waits.flatMap(({ objects }) =>
    objects.flatMap(({ lock }) => (lock?.kind === 'PushLock' ? [lock.block] : [])),
  );
  const pushLocks = findPushLocks(view, blocks);
  const demands = demandsOf(view, waits, resources, pushLocks);
  const waitersOf = (id: string): readonly LockWaiter[] => demands.get(id)?.waiters ?? [];
  const parts = { resources, readOwners: ownerReader(view), stacks: stackOwners(view), waitersOf };
  const locks = new Map<string, Lock>();
  const put = (lock: Lock) => locks.set(lock.id, lock);

  /** The parts of a broken ring can name one resource: then they are one lock. */
  function mergedRings(id: string, rings: RingParts): Lock {
    const lock = ringLock(view, rings, resources, waitersOf(id));
    const other = locks.get(id);
    if (other === undefined) return lock;
    const known = new Set<bigint>(other.waiters.map(({ thread }) => thread.address));
    const waiters = [...other.waiters, ...lock.waiters.filter(({ thread }) => !known.has(thread.address))];
    const waiterBlocks = [...(other.waiterBlocks ?? []), ...(lock.waiterBlocks ?? [])];
    return { ...other, waiters, waiterBlocks: [...new Set(waiterBlocks)] };
  }

  for (const found of resources.all.values()) {
    put(resourceLock(view, found, parts));
    yield;
  }
  // The rings that no resource of the dump claims.
  const unclaimed = resources.rings.all().filter((ring) => resources.ofRing(ring) === undefined);
  for (const [id, rings] of groupBy(unclaimed, (ring) => idOfRing(ring, resources))) {
    if (!view.work.spend(UNITS_PER_OBJECT)) break;
    put(mergedRings(id, rings));
    yield;
  }
  const holdersOf = pushLockHolders(view);
  for (const group of pushLocks.groups) {
    if (!view.work.spend(UNITS_PER_OBJECT)) break;
    put(pushLockLock(group, waitersOf(group.id), group.address ? holdersOf(group.address) : []));
    yield;
  }
  const requestsOf = groupBy(requests, ({ file }) => file?.address);
  for (const [id, { object, waiters }] of demands) {
    yield;
    const { lock } = object;
    if (lock?.kind === 'FastMutex') put(fastMutexLock(view, lock.mutex, waiters));
    if (lock?.kind === 'Mutant') put(mutantLock(view, lock.mutant, waiters));
    if (lock?.kind === 'FileLock') put(lockOfFile(view, lock.file, waiters, requestsOf.get(lock.file) ?? []));
    if (lock?.kind === 'Resource' && !locks.has(id))
      put({
        id,
        kind: 'Resource',
        owners: [],
        ownersKnown: false,
        waiters,
        foundBy: ['WaitObject'],
        layoutSource: 'Rule',
        evidence: derived('object that the waiters share'),
      });
  }
  for (const mutant of mutants) if (!locks.has(lockId('Mutant', mutant))) put(mutantLock(view, mutant, []));

  const fileNames = fileLockNames(view, files);
  return {
    locks: [...locks.values()].map((lock) => {
      const name = lock.address && (fileNames.of(lock.address) ?? imageName(view, lock.address));
      return name ? { ...lock, name } : lock;
    }),
    idOf: ({ lock }) => lock && idOfHint(lock, resources, pushLocks),
  };
}
