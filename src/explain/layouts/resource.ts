import { layout, u8, u16, u32, u64 } from '../../binary/layout.ts';

/** ERESOURCE of wdm.h (64-bit); compared with the type records of a driver of 19041 and with two owned ones in its dump. */
export const ERESOURCE = layout('ERESOURCE', 0x68, {
  Flink: u64(0x0),
  Blink: u64(0x8),
  OwnerTable: u64(0x10),
  ActiveCount: u16(0x18),
  Flag: u8(0x1a),
  /** Since Windows 8. */
  WaiterPriority: u8(0x1b),
  SharedWaiters: u64(0x20),
  ExclusiveWaiters: u64(0x28),
  OwnerThread: u64(0x30),
  OwnerCount: u32(0x38),
  ActiveEntries: u32(0x40),
  ContentionCount: u32(0x44),
  NumberOfSharedWaiters: u32(0x48),
  NumberOfExclusiveWaiters: u32(0x4c),
  SpinLock: u64(0x60),
});

/** ResourceOwnedExclusive of wdm.h. Bits 1 and 2 are set in real resources too; their meaning is not public. */
export const OWNED_EXCLUSIVE = 0x80;

/** OWNER_ENTRY: the thread, and a word with flags in its low bits. Entry 0 of an owner table holds TableSize instead. */
export const OWNER_ENTRY = layout('OWNER_ENTRY', 0x10, { OwnerThread: u64(0x0), OwnerCount: u32(0x8) });

/**
 * What a waiter of an ERESOURCE keeps on its own stack since 1703. Read in dumps of 19041 and 22000 (exclusive waiters; that
 * shared ones have the same is not proved). Its links ring the waiters of one resource, without a head.
 */
export const RESOURCE_WAITER = layout('ERESOURCE waiter', 0x30, {
  Flink: u64(0x0),
  Blink: u64(0x8),
  Thread: u64(0x10),
  EventType: u8(0x18),
  EventWords: u8(0x1a),
  EventFlink: u64(0x20),
  EventBlink: u64(0x28),
});
/** From the block to the event that the thread waits for. */
export const WAITER_EVENT = 0x18;

/** KWAIT_CHAIN of 1507 to 1607: the first of a chain of blocks on the stacks of shared waiters (public headers). */
export const WAIT_CHAIN_NEXT = 0x0;

/** Builds at which the meaning of ERESOURCE changes: headers of 9600, 10240, 14393; the waiter blocks in 1703. */
export const FIRST_WINDOWS_10 = 10240;
export const FIRST_WITH_THREE_OWNER_FLAGS = 14393;
export const FIRST_WITH_WAITER_BLOCKS = 15063;

/** Bounds of the guard. A resource with more owners or waiters than this is damage. */
export const MOST_OWNERS = 0x1000;
export const MOST_WAITERS = 0x10000;

/** FSRTL_COMMON_FCB_HEADER of ntifs.h, which FsContext of a file object points to. */
export const FSRTL_COMMON_FCB_HEADER = layout('FSRTL_COMMON_FCB_HEADER', 0x18, {
  Resource: u64(0x8),
  PagingIoResource: u64(0x10),
});
