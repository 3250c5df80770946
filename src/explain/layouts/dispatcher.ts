import { layout, u8, u16, u32, u64 } from '../../binary/layout.ts';

/**
 * Objects that threads wait for. Sources: wdm.h (DISPATCHER_HEADER, KEVENT, KSEMAPHORE, KTIMER), ntdef structures of the public
 * kernel headers, checked in triage dumps of builds 19041 and 22000.
 */

export const DISPATCHER_HEADER = layout('DISPATCHER_HEADER', 0x18, {
  Type: u8(0x0),
  /** Of timers; bit 6 is Inserted. */
  TimerMiscFlags: u8(0x3),
  /** In 32-bit words. */
  Size: u8(0x2),
  SignalState: u32(0x4),
  WaitListFlink: u64(0x8),
  WaitListBlink: u64(0x10),
});

/** A processor sets bit 7 of Type while it works on the object (KOBJECT_LOCK_BIT of ReactOS). */
export const TYPE_MASK = 0x7f;
export const TIMER_INSERTED = 0x40;

/** KOBJECTS of the public kernel headers; real samples: 0, 1, 3, 5, 6, 21. */
export const DISPATCHER_TYPE = {
  NotificationEvent: 0,
  SynchronizationEvent: 1,
  Mutant: 2,
  Process: 3,
  Queue: 4,
  Semaphore: 5,
  Thread: 6,
  Gate: 7,
  NotificationTimer: 8,
  SynchronizationTimer: 9,
  PriorityQueue: 21,
  NotificationTimer2: 24,
  SynchronizationTimer2: 25,
} as const;

export type DispatcherType = keyof typeof DISPATCHER_TYPE;

/** Sizes in 32-bit words that objects of fixed size carry. */
export const EVENT_WORDS = 6;
export const SEMAPHORE_WORDS = 8;

/** KSEMAPHORE.Limit and KTIMER.DueTime are behind the header. */
export const SEMAPHORE_LIMIT = 0x18;
export const TIMER_DUE_TIME = 0x18;

/** KMUTANT: MutantListEntry is in the owner's MutantListHead. Abandoned: a byte until 1809, bit 0 since 1903. */
export const KMUTANT = layout('KMUTANT', 0x38, {
  Type: u8(0x0),
  SignalState: u32(0x4),
  MutantListFlink: u64(0x18),
  OwnerThread: u64(0x28),
  MutantFlags: u8(0x30),
});
export const MUTANT_ABANDONED = 0x1;

/**
 * KWAIT_BLOCK of Windows 8 and later. The last qword of the four blocks inside KTHREAD holds fields of KTHREAD, so it is left
 * out. Triage dumps of 19041 and 22000.
 */
export const KWAIT_BLOCK = layout('KWAIT_BLOCK', 0x28, {
  Flink: u64(0x0),
  Blink: u64(0x8),
  WaitType: u8(0x10),
  BlockState: u8(0x11),
  WaitKey: u16(0x12),
  Thread: u64(0x18),
  Object: u64(0x20),
});
/** Distance of one block of an array from the next. */
export const WAIT_BLOCK_STRIDE = 0x30;

export const WAIT_TYPE = { All: 0, Any: 1, Notification: 2, Dequeue: 3, Dpc: 4 } as const;

/** MAXIMUM_WAIT_OBJECTS of wdm.h. */
export const MOST_WAIT_OBJECTS = 64;
