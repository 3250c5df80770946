import { i32, layout, u32, u64 } from '../../binary/layout.ts';

/** FAST_MUTEX of wdm.h (64-bit); compared with the type records of a driver of 19041. */
export const FAST_MUTEX = layout('FAST_MUTEX', 0x18, {
  /** 1 when free, 0 or less when owned. */
  Count: i32(0x0),
  Owner: u64(0x8),
  Contention: u32(0x10),
});
/** From the mutex to the event or gate that waiters wait for. */
export const MUTEX_EVENT = 0x18;

/**
 * EX_PUSH_LOCK_WAIT_BLOCK of public kernel headers: on the waiter's stack, the event first.
 */
export const PUSH_LOCK_WAIT_BLOCK = layout('EX_PUSH_LOCK_WAIT_BLOCK', 0x38, {
  Next: u64(0x18),
  Last: u64(0x20),
  Previous: u64(0x28),
  ShareCount: u32(0x30),
  Flags: u32(0x34),
});
export const PUSH_LOCK_EXCLUSIVE = 0x1;

/** Bits of an EX_PUSH_LOCK: with Waiting set the rest points to the newest wait block. */
export const PUSH_LOCK_WAITING = 0x2n;
export const PUSH_LOCK_POINTER = ~0xfn;
