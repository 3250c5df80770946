import { formatAddress, type VirtualAddress } from '../../binary/address.ts';
import type { LockKind } from '../model.ts';
import type { LockHint } from '../objects/rule.ts';
import type { WaiterRing } from '../waits/waiter-rings.ts';
import type { Resources } from './find-resources.ts';

/** The id of a lock that the dump holds. */
export const lockId = (kind: LockKind, address: VirtualAddress): string =>
  `${kind}:${formatAddress(address)}`;

/** The id of a lock of which only the waiters are in the dump: the lowest address among them represents it. */
export const ringId = (kind: LockKind, address: VirtualAddress): string =>
  `${kind}:waiters:${formatAddress(address)}`;

/** The id of the resource that a ring of waiters belongs to. */
export function idOfRing(ring: WaiterRing, resources: Resources): string {
  const address = resources.ofRing(ring)?.resource ?? resources.namedByStacks(ring)?.address;
  return address ? lockId('Resource', address) : ringId('Resource', ring.key);
}

/** What the waiters of push locks are known by: the lock or the group that a wait block belongs to. */
export interface PushLockGroups {
  idOf(block: VirtualAddress): string;
}

/** The id of the lock that a wait leads to. */
export function idOfHint(hint: LockHint, resources: Resources, pushLocks: PushLockGroups): string {
  switch (hint.kind) {
    case 'Resource': {
      if ('shared' in hint) return lockId('Resource', hint.shared.resource);
      if ('event' in hint) return ringId('Resource', hint.event);
      return idOfRing(hint.ring, resources);
    }
    case 'PushLock':
      return pushLocks.idOf(hint.block);
    case 'FastMutex':
      return lockId('FastMutex', hint.mutex);
    case 'Mutant':
      return lockId('Mutant', hint.mutant);
    case 'FileLock':
      return lockId('FileLock', hint.file);
  }
}
