import type { Pointer, Structure } from '../raw-record.ts';
import { type ListEnds, writeEvent } from './dispatcher.ts';

/** EX_PUSH_LOCK and the blocks of its waiters (public headers); a push lock stores no owner. */

export const PUSH_LOCK_BLOCK_BYTES = 0x40;

const LOCKED = 1;
const WAITING = 2;
const EXCLUSIVE = 1;

/** The value of a push lock that is held and waited for: the newest waiter's block, with flags in its low bits. */
export function contendedPushLock(block: bigint): bigint {
  return block | BigInt(LOCKED | WAITING);
}

export interface PushLockBlockFacts {
  readonly next?: Pointer;
  readonly last: Pointer;
  readonly previous?: Pointer;
  readonly shareCount?: number;
  readonly waiters?: ListEnds;
}

/** EX_PUSH_LOCK_WAIT_BLOCK of a thread that waits for exclusive access. */
export function writePushLockBlock(record: Structure, facts: PushLockBlockFacts): void {
  writeEvent(record, facts.waiters);
  record
    .u64(0x18, facts.next ?? 0n)
    .u64(0x20, facts.last)
    .u64(0x28, facts.previous ?? 0n)
    .u32(0x30, facts.shareCount ?? 0)
    .u32(0x34, EXCLUSIVE);
}
