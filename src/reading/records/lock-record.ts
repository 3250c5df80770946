import { formatAddress } from '../../binary/address.ts';
import type {
  KernelLockOwner,
  KernelLockWaiter,
  KernelLock as LockRecord,
} from '../../contract/generated/types.ts';
import type { Lock, LockWaiter, Owner } from '../../explain/model.ts';
import { evidenceOf, ownerWords, threadRecordOf } from './explain-words.ts';
import { addresses, defined, type RecordOrigin } from './record-tools.ts';

function ownerRecord({ kind, thread, pointer, access, count, evidence }: Owner): KernelLockOwner {
  return {
    kind,
    ...(thread && { thread: threadRecordOf(thread) }),
    ...addresses({ pointer }),
    access,
    ...defined({ count }),
    ...evidenceOf(evidence),
  } as KernelLockOwner;
}

function waiterRecord({ thread, access, evidence }: LockWaiter): KernelLockWaiter {
  return {
    thread: threadRecordOf(thread),
    ...defined({ access }),
    ...evidenceOf(evidence),
  } as KernelLockWaiter;
}

/** Threads that wait for a lock: it may count more of them than the dump shows. */
export function waiterCount({ waiters, exclusiveWaiterCount = 0, sharedWaiterCount = 0 }: Lock): number {
  return Math.max(waiters.length, exclusiveWaiterCount + sharedWaiterCount);
}

/** The contract's record of a lock. */
export function lockRecord(origin: RecordOrigin, lock: Lock): LockRecord {
  const { id, kind, address, name, owners, ownersKnown, waiters, resource, waiterPriority } = lock;
  const { sharedWaiterCount, exclusiveWaiterCount, contentionCount, era, foundBy, waiterBlocks } = lock;
  const count = waiterCount(lock);
  return {
    ...origin,
    id,
    kind,
    ...addresses({ address }),
    ...defined({ name: name?.text, nameEvidence: name?.evidence.class, fileName: name?.file?.name?.text }),
    owners: owners.map(ownerRecord),
    ownersKnown,
    heldBy: owners.map(ownerWords),
    waiters: waiters.map(waiterRecord),
    waiterCount: count,
    ...defined({ sharedWaiterCount, exclusiveWaiterCount, contentionCount }),
    isContended: count > 0,
    ...defined({ activeCount: resource?.activeCount, flags: resource?.flags, era }),
    ...defined({ waiterPriority: waiterPriority?.value, waiterPriorityAgrees: waiterPriority?.agrees }),
    ...(waiterBlocks && { waiterBlocks: waiterBlocks.map(formatAddress) }),
    foundBy: [...foundBy],
    layoutSource: lock.layoutSource,
    ...evidenceOf(lock.evidence),
  } as LockRecord;
}
