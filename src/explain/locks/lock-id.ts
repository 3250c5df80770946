import { formatAddress, type VirtualAddress } from '../../binary/address.ts';
import type { LockKind } from '../model.ts';
import type { LockHint } from '../objects/rule.ts';
import type { Resources } from './find-resources.ts';

/** The id of a lock that the dump holds. */
export const lockId = (kind: LockKind, address: VirtualAddress): string =>
  `${kind}:${formatAddress(address)}`;

/** The id of a lock of which only the waiters are in the dump: the lowest address among them stands for it. */
export const ringId = (kind: LockKind, address: VirtualAddress): string =>
  `${kind}:waiters:${formatAddress(address)}`;

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
      const known = resources.ofRing(hint.ring);
      return known ? lockId('Resource', known.resource) : ringId('Resource', hint.ring.key);
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
