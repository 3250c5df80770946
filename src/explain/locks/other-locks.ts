import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { walkList } from '../../dump/kernel-lists/walk-list.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import { asObject, hasObjectType } from '../../kernel/guards.ts';
import { derived, fromMemory } from '../evidence.ts';
import { DISPATCHER_TYPE, TYPE_MASK } from '../layouts/dispatcher.ts';
import type { Lock, LockWaiter, Owner, PendingRequest } from '../model.ts';
import type { ThreadObject } from '../thread-object.ts';
import { type KernelView, threadReference } from '../view.ts';
import { lockId } from './lock-id.ts';
import type { PushLockGroup } from './push-locks.ts';

/** A thread owns few mutants; more is a broken list. */
const MOST_MUTANTS = 64;

function exclusiveOwner(view: KernelView, thread: VirtualAddress, basis: string, count?: number): Owner {
  const reference = threadReference(view, thread);
  return {
    kind: 'Thread',
    thread: reference,
    access: 'Exclusive',
    ...(count !== undefined && { count }),
    evidence: reference.inDump ? fromMemory(basis) : derived(basis),
  };
}

/** A thread in an owner field, unless the memory there is something else. */
function ownerThread({ memory }: KernelView, value: bigint | undefined): VirtualAddress | undefined {
  const owner = asObject(value);
  return owner && hasObjectType(memory, owner, 'thread') !== false ? owner : undefined;
}

export function fastMutexLock(view: KernelView, mutex: VirtualAddress, waiters: readonly LockWaiter[]): Lock {
  const fields = tryReadFields(view.memory, mutex, view.lockLayouts.fastMutex);
  const owner = ownerThread(view, fields?.Owner);
  return {
    id: lockId('FastMutex', mutex),
    kind: 'FastMutex',
    address: mutex,
    owners: owner ? [exclusiveOwner(view, owner, 'owner of the mutex')] : [],
    ownersKnown: owner !== undefined,
    waiters,
    ...(fields && { contentionCount: fields.Contention }),
    foundBy: ['WaitObject'],
    layoutSource: view.lockLayouts.sources.fastMutex,
    evidence: fromMemory('the mutex around the event'),
  };
}

/** SignalState counts down from 1 with each acquisition. */
const acquisitions = (signalState: number): number => 1 - (signalState | 0);

function readMutant(view: KernelView, address: VirtualAddress) {
  const fields = tryReadFields(view.memory, address, view.lockLayouts.mutant);
  return fields && (fields.Type & TYPE_MASK) === DISPATCHER_TYPE.Mutant ? fields : undefined;
}

export function mutantLock(view: KernelView, address: VirtualAddress, waiters: readonly LockWaiter[]): Lock {
  const fields = readMutant(view, address);
  const owner = ownerThread(view, fields?.OwnerThread);
  const count = fields && acquisitions(fields.SignalState);
  return {
    id: lockId('Mutant', address),
    kind: 'Mutant',
    address,
    owners: owner ? [exclusiveOwner(view, owner, 'owner of the mutant', count)] : [],
    ownersKnown: fields !== undefined,
    waiters,
    foundBy: ['WaitObject'],
    layoutSource: view.lockLayouts.sources.mutant,
    evidence: fromMemory('type of the object'),
  };
}

/** The mutants on the list of a thread, which it owns whether or not another thread waits for them. */
export function ownedMutants(view: KernelView, object: ThreadObject): VirtualAddress[] {
  const { address } = object;
  const offset = view.fields.offset('MutantListHead');
  if (offset === undefined) return [];
  const head = addressAt(address, offset);
  // The list of nearly every thread is empty.
  if (object.u64('MutantListHead') === head) return [];
  const { entries } = walkList(view.memory, head, MOST_MUTANTS);
  return entries
    .map((entry) => addressAt(entry, -view.lockLayouts.mutant.fields.MutantListFlink.offset))
    .filter((mutant) => readMutant(view, mutant)?.OwnerThread === address);
}

/**
 * The lock of a file object: the request that runs names the file, and its thread has the lock.
 * @param requests those that name the file
 */
export function lockOfFile(
  { io }: Pick<KernelView, 'io'>,
  file: VirtualAddress,
  waiters: readonly LockWaiter[],
  requests: readonly PendingRequest[],
): Lock {
  const waiting = new Set<bigint>(waiters.map(({ thread }) => thread.address));
  const owners = requests
    .flatMap(({ thread }) => (thread && !waiting.has(thread.address) ? [thread] : []))
    .map(
      (thread): Owner => ({
        kind: 'Thread',
        thread,
        access: 'Exclusive',
        evidence: derived('request of the thread on the same file object'),
      }),
    );
  return {
    id: lockId('FileLock', file),
    kind: 'FileLock',
    address: file,
    owners,
    ownersKnown: owners.length > 0,
    waiters,
    foundBy: ['WaitObject'],
    layoutSource: io.source,
    evidence: derived('lock of the file object'),
  };
}

/** A push lock, which stores no owner. */
export function pushLockLock(
  { id, address, blocks }: PushLockGroup,
  waiters: readonly LockWaiter[],
  owners: readonly Owner[],
): Lock {
  return {
    id,
    kind: 'PushLock',
    ...(address && { address }),
    owners,
    ownersKnown: false,
    waiters,
    waiterBlocks: blocks,
    foundBy: ['WaitObject'],
    layoutSource: 'Rule',
    evidence: derived('wait blocks on the stacks of waiters'),
  };
}
