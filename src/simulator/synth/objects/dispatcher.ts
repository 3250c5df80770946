import { type Pointer, type Structure, within } from '../raw-record.ts';

/** Objects that threads wait for. Each begins with a DISPATCHER_HEADER (wdm.h); its list holds the blocks of the waiters. */

/** KOBJECTS, the numbers of the types. */
export const OBJECT_TYPE = {
  notificationEvent: 0,
  synchronizationEvent: 1,
  mutant: 2,
  process: 3,
  queue: 4,
  semaphore: 5,
  thread: 6,
  notificationTimer: 8,
  synchronizationTimer: 9,
  priorityQueue: 21,
} as const;

export const EVENT_BYTES = 0x18;
export const SEMAPHORE_BYTES = 0x20;
export const TIMER_BYTES = 0x40;
export const MUTANT_BYTES = 0x38;
export const FAST_MUTEX_BYTES = 0x38;

/** The place of the wait list's head in a dispatcher object. */
export const WAIT_LIST_HEAD = 8;

/** First and last entry of a list; absent for an empty one. */
export interface ListEnds {
  readonly first: Pointer;
  readonly last: Pointer;
}

/** A head at `offset` of `record`: it points at itself when the list is empty. */
export function writeListHead(record: Structure, offset: number, ends: ListEnds | undefined): void {
  const self = record.address + BigInt(offset);
  record.links(offset, ends?.first ?? self, ends?.last ?? self);
}

export interface DispatcherFacts {
  readonly type: number;
  /** Of the whole object. */
  readonly bytes: number;
  readonly signalState?: number;
  /** The wait blocks of its waiters. */
  readonly waiters?: ListEnds;
}

/** DISPATCHER_HEADER; the size counts dwords. */
export function writeDispatcher(record: Structure, facts: DispatcherFacts): void {
  record
    .u8(0, facts.type)
    .u8(2, facts.bytes / 4)
    .u32(4, facts.signalState ?? 0);
  writeListHead(record, WAIT_LIST_HEAD, facts.waiters);
}

/** KEVENT that is not set. */
export function writeEvent(record: Structure, waiters?: ListEnds, isNotification = false): void {
  const type = isNotification ? OBJECT_TYPE.notificationEvent : OBJECT_TYPE.synchronizationEvent;
  writeDispatcher(record, { type, bytes: EVENT_BYTES, ...(waiters && { waiters }) });
}

/** KSEMAPHORE with nothing to take. */
export function writeSemaphore(record: Structure, limit: number, waiters?: ListEnds): void {
  writeDispatcher(record, {
    type: OBJECT_TYPE.semaphore,
    bytes: SEMAPHORE_BYTES,
    ...(waiters && { waiters }),
  });
  record.u32(0x18, limit);
}

/** KTIMER; `dueTime` in interrupt time, for one that is running. */
export function writeTimer(record: Structure, waiters?: ListEnds, dueTime?: bigint): void {
  writeDispatcher(record, {
    type: OBJECT_TYPE.notificationTimer,
    bytes: TIMER_BYTES,
    ...(waiters && { waiters }),
  });
  // The size of a timer's header is not used: its byte holds flags, and bit 6 of the next one marks it as inserted.
  record.u8(2, 0);
  if (dueTime !== undefined) record.u8(3, 0x40).u64(0x18, dueTime);
}

export interface MutantFacts {
  readonly owner?: Pointer;
  /** How often the owner has acquired it; once when absent. */
  readonly acquisitions?: number;
  /** Neighbours in the owner's list of mutants (KTHREAD.MutantListHead). */
  readonly next?: Pointer;
  readonly previous?: Pointer;
  readonly isAbandoned?: boolean;
  readonly waiters?: ListEnds;
}

/** KMUTANT; its place in the owner's list is `MUTANT_LIST_ENTRY` */
export function writeMutant(record: Structure, facts: MutantFacts): void {
  const { owner, waiters } = facts;
  writeDispatcher(record, {
    type: OBJECT_TYPE.mutant,
    bytes: MUTANT_BYTES,
    signalState: owner === undefined ? 1 : 1 - (facts.acquisitions ?? 1),
    ...(waiters && { waiters }),
  });
  record
    .links(MUTANT_LIST_ENTRY, facts.next ?? 0n, facts.previous ?? 0n)
    .u64(0x28, owner ?? 0n)
    .u8(0x30, facts.isAbandoned === true ? 1 : 0);
}

export const MUTANT_LIST_ENTRY = 0x18;

/** The event of a FAST_MUTEX that its waiters wait for. */
export const FAST_MUTEX_EVENT = 0x18;

export interface FastMutexFacts {
  readonly owner: Pointer;
  readonly waiterCount: number;
  /** How often a thread had to wait for it; as often as threads wait now when absent. */
  readonly contention?: number;
  readonly waiters?: ListEnds;
}

/** FAST_MUTEX (wdm.h) that is held. */
export function writeFastMutex(record: Structure, facts: FastMutexFacts): void {
  record
    .u32(0, -facts.waiterCount)
    .u64(8, facts.owner)
    .u32(0x10, facts.contention ?? facts.waiterCount);
  writeEvent(within(record, FAST_MUTEX_EVENT), facts.waiters);
}
