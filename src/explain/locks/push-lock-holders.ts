import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { once } from '../../binary/once.ts';
import { tryReadU8, tryReadU64 } from '../../dump/memory/memory.ts';
import { derived } from '../evidence.ts';
import type { Owner } from '../model.ts';
import { type KernelView, threadReference } from '../view.ts';

/**
 * Threads note locks that they may be boosted for in KLOCK_ENTRY records (AutoBoost). Where the types of the very build show where
 * those are, a record of an acquired push lock names its holder. What the bits mean is from public headers; that push locks of
 * every kind are noted is not proved, so the statement is derived.
 */

/** Records of one thread: six until 21H2, and further ones that are not followed. */
const ENTRIES = 6;
/** KLOCK_ENTRY.LockState holds the address of the lock between flags. */
const LOCK_ADDRESS = 0x7fff_ffff_ffff_fffcn;
const ACQUIRED = 0x1;
const CANONICAL = 0x8000_0000_0000_0000n;
/** EX_PUSH_LOCK.MultipleShared: more than one thread shares the lock. */
const MULTIPLE_SHARED = 0x8n;

/** Where the records of a thread are, by the types of the build. */
function entriesOf(view: KernelView, thread: VirtualAddress): VirtualAddress | undefined {
  const offset = view.inputs.types?.offsetOf('_KTHREAD', 'LockEntries');
  if (offset === undefined) return undefined;
  // Until 1903 the records are in the thread; later a pointer to them is.
  const place = addressAt(thread, offset);
  const pointer = tryReadU64(view.memory, place);
  return pointer !== undefined && isKernelAddress(pointer) && pointer % 8n === 0n
    ? virtualAddress(pointer)
    : place;
}

/**
 * Finds the threads with an AutoBoost record that names a lock as acquired; none without the types of the build. The records of all threads are
 * read once, at the first question.
 */
export function pushLockHolders(view: KernelView): (lock: VirtualAddress) => Owner[] {
  const types = view.inputs.types;
  const size = types?.sizeOf('_KLOCK_ENTRY');
  const acquired = types?.offsetOf('_KLOCK_ENTRY', 'AcquiredByte');
  const state = types?.offsetOf('_KLOCK_ENTRY', 'LockState');
  if (size === undefined || acquired === undefined || state === undefined) return () => [];

  /** The lock that a record names as acquired. */
  function lockOf(entry: VirtualAddress): bigint | undefined {
    const word = tryReadU64(view.memory, addressAt(entry, state ?? 0));
    const flags = tryReadU8(view.memory, addressAt(entry, acquired ?? 0));
    if (word === undefined || flags === undefined || (flags & ACQUIRED) === 0) return undefined;
    return (word & LOCK_ADDRESS) | CANONICAL;
  }

  const holders = once(() => {
    const byLock = new Map<bigint, Set<VirtualAddress>>();
    for (const { address } of view.threads.values()) {
      const first = entriesOf(view, address);
      for (let index = 0; first !== undefined && index < ENTRIES; index++) {
        const lock = lockOf(addressAt(first, index * size));
        if (lock !== undefined) byLock.set(lock, (byLock.get(lock) ?? new Set()).add(address));
      }
    }
    return byLock;
  });

  return (lock) => {
    const value = tryReadU64(view.memory, lock);
    const isShared = value !== undefined && (value & MULTIPLE_SHARED) !== 0n;
    return [...(holders().get(lock) ?? [])].map((thread) => ({
      kind: 'Thread',
      thread: threadReference(view, thread),
      access: isShared ? 'Shared' : 'Exclusive',
      evidence: derived('AutoBoost record of the thread'),
    }));
  };
}
