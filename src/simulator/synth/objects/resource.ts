import { type FieldWriter, type Pointer, type Structure, within } from '../raw-record.ts';
import { EVENT_BYTES, type ListEnds, writeEvent } from './dispatcher.ts';

/** ERESOURCE (wdm.h; what its waiters share: headers of 9600, 10240, 14393 and a real dump of 19041). */

/**
 * How waiters are kept. `sharedObjects`: exclusive waiters wait for one event of the resource, shared ones for one semaphore
 * (until 8.1; from 1507 to 1607 shared waiters are a chain). `ring`: each waits for an event of its own (since 1703).
 */
export type ResourceEra = 'until 8.1' | '1507 to 1607' | 'since 1703';

export const RESOURCE_BYTES = 0x68;
/** LIST_ENTRY, KTHREAD*, KEVENT on the waiter's stack. */
export const WAITER_BYTES = 0x18 + EVENT_BYTES;
/** The event of a waiter's block. */
export const WAITER_EVENT = 0x18;
/** The lock of the resource itself. */
export const RESOURCE_SPIN_LOCK = 0x60;

const OWNER_ENTRY_BYTES = 0x10;
const OWNED_EXCLUSIVELY = 0x80;
/** Bits that an owned resource has in real dumps; their meaning is not public. */
const OWNED = 0x06;

export interface ResourceOwner {
  /** A thread, or an owner that a driver set: a pointer with its two low bits set. */
  readonly owner: Pointer;
  readonly count: number;
}

export interface ResourceFacts {
  /** Neighbours in ExpSystemResourcesList. */
  readonly next: Pointer;
  readonly previous: Pointer;
  readonly access: 'exclusive' | 'shared' | 'free';
  /** One when owned exclusively. */
  readonly owners: readonly ResourceOwner[];
  /** Memory for all owners but the first, `ownerTableBytes` long. */
  readonly ownerTable?: Structure;
  /** What SharedWaiters and ExclusiveWaiters point at: a block of the ring, or the object that they share. */
  readonly sharedWaiters?: Pointer;
  readonly exclusiveWaiters?: Pointer;
  readonly sharedCount?: number;
  readonly exclusiveCount?: number;
  readonly contention?: number;
  /** The highest priority among the waiters. */
  readonly waiterPriority?: number;
  /** Flag bits below the count in an owner entry: 2 until 1511, 3 since 1607. */
  readonly countShift: number;
}

export function ownerTableBytes(owners: number): number {
  return Math.max(2, owners) * OWNER_ENTRY_BYTES;
}

function writeOwner(record: FieldWriter, at: number, { owner, count }: ResourceOwner, shift: number): void {
  record.u64(at, owner).u32(at + 8, count << shift);
}

export function writeResource(record: FieldWriter, facts: ResourceFacts): void {
  const { owners, ownerTable, access, countShift } = facts;
  const [first, ...others] = owners;
  record
    .links(0, facts.next, facts.previous)
    .u64(0x10, ownerTable?.address ?? 0n)
    .u16(0x18, owners.length === 0 ? 0 : 1)
    .u8(0x1a, access === 'exclusive' ? OWNED | OWNED_EXCLUSIVELY : access === 'shared' ? OWNED : 0)
    .u8(0x1b, facts.waiterPriority ?? 0)
    .u64(0x20, facts.sharedWaiters ?? 0n)
    .u64(0x28, facts.exclusiveWaiters ?? 0n)
    .u32(0x40, owners.length)
    .u32(0x44, facts.contention ?? 0)
    .u32(0x48, facts.sharedCount ?? 0)
    .u32(0x4c, facts.exclusiveCount ?? 0);
  if (first !== undefined) writeOwner(record, 0x30, first, countShift);
  if (ownerTable !== undefined) writeOwnerTable(ownerTable, others, countShift);
}

/** The table of the owners that have no place in the resource. Its first entry has no owner, but the number of entries. */
export function writeOwnerTable(
  record: FieldWriter,
  owners: readonly ResourceOwner[],
  countShift: number,
): void {
  record.u32(8, Math.max(1, owners.length) + 1);
  for (const [index, owner] of owners.entries()) {
    writeOwner(record, (index + 1) * OWNER_ENTRY_BYTES, owner, countShift);
  }
}

/** The block on the stack of a thread that waits for a resource. */
export function writeResourceWaiter(
  record: Structure,
  facts: {
    readonly next: Pointer;
    readonly previous: Pointer;
    readonly thread: Pointer;
    readonly waiters?: ListEnds;
  },
): void {
  record.links(0, facts.next, facts.previous).u64(0x10, facts.thread);
  writeEvent(within(record, WAITER_EVENT), facts.waiters);
}

export const LOCK_QUEUE_HANDLE_BYTES = 0x18;

/** KLOCK_QUEUE_HANDLE (wdm.h) as the acquiring of the resource's own lock left it on the stack. */
export function writeLockQueueHandle(record: FieldWriter, offset: number, lock: Pointer): void {
  record.links(offset, 0n, lock).u64(offset + 0x10, 0);
}
