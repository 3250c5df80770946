import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
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

/** The threads with an AutoBoost record that names `lock` as acquired; empty without the types of the build. */
export function pushLockHolders(view: KernelView, lock: VirtualAddress): Owner[] {
  const types = view.inputs.types;
  const size = types?.sizeOf('_KLOCK_ENTRY');
  const acquired = types?.offsetOf('_KLOCK_ENTRY', 'AcquiredByte');
  const state = types?.offsetOf('_KLOCK_ENTRY', 'LockState');
  if (size === undefined || acquired === undefined || state === undefined) return [];
  const holds = (entry: VirtualAddress) => {
    const word = tryReadU64(view.memory, addressAt(entry, state));
    const flags = tryReadU8(view.memory, addressAt(entry, acquired));
    if (word === undefined || flags === undefined || (flags & ACQUIRED) === 0) return false;
    return ((word & LOCK_ADDRESS) | CANONICAL) === lock;
  };
  const value = tryReadU64(view.memory, lock);
  const isShared = value !== undefined && (value & MULTIPLE_SHARED) !== 0n;
  return [...view.threads.values()]
    .filter(({ address }) => {
      const first = entriesOf(view, address);
      return (
        first !== undefined &&
        Array.from({ length: ENTRIES }, (_, index) => addressAt(first, index * size)).some(holds)
      );
    })
    .map(({ address }) => ({
      kind: 'Thread',
      thread: threadReference(view, address),
      access: isShared ? 'Shared' : 'Exclusive',
      evidence: derived('AutoBoost record of the thread'),
    }));
}
