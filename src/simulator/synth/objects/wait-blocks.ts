import { type KernelBuild, WAIT_BLOCK_BYTES } from '../builds.ts';
import { type FieldWriter, type Pointer, type Structure, within } from '../raw-record.ts';
import { WAIT_LIST_HEAD, writeTimer } from './dispatcher.ts';

/** How threads note what they wait for: KWAIT_BLOCK (since Windows 8), four inside of KTHREAD. */

/** WAIT_TYPE */
export const WAIT_TYPE = { all: 0, any: 1, dequeue: 3 } as const;

const BLOCK_ACTIVE = 4;
const TIMER_BLOCK = 3;
const QUEUE_KEY = 0x80;
const TIMEOUT_KEY = 0x102;
/** KWAIT_STATUS_REGISTER: committed. */
const COMMITTED = 1;

export interface AwaitedObject {
  readonly object: Pointer;
  /** Neighbours of the thread's block in the wait list of the object: other blocks, or the list's head. */
  readonly next: Pointer;
  readonly previous: Pointer;
}

export interface WaitFacts {
  readonly type: keyof typeof WAIT_TYPE;
  /** At most three where the blocks are those of the thread. */
  readonly objects: readonly AwaitedObject[];
  readonly mode: 'kernel' | 'user';
  /** When the wait times out, in interrupt time. */
  readonly dueTime?: bigint;
  /** Memory for more blocks than a thread has. */
  readonly blocks?: Structure;
}

/** Where the block of a thread's n-th object is. */
export function waitBlockAddress(build: KernelBuild, thread: bigint, index = 0): bigint {
  return thread + BigInt(build.thread.waitBlocks + index * WAIT_BLOCK_BYTES);
}

/** The block of a thread's timer, for which a thread waits that only sleeps. */
export function timerBlockAddress(build: KernelBuild, thread: bigint): bigint {
  return waitBlockAddress(build, thread, TIMER_BLOCK);
}

function writeBlock(
  record: FieldWriter,
  at: number,
  { object, next, previous }: AwaitedObject,
  thread: Pointer,
  type: number,
  key: number,
): void {
  record
    .links(at, next, previous)
    .u8(at + 0x10, type)
    .u8(at + 0x11, BLOCK_ACTIVE)
    .u16(at + 0x12, key)
    .u64(at + 0x18, thread)
    .u64(at + 0x20, object);
}

/** The timer that every thread has, with the block that is always on its list. */
export function writeThreadTimer(thread: Structure, build: KernelBuild, dueTime?: bigint): void {
  const timer = within(thread, build.thread.timer);
  const block = timerBlockAddress(build, thread.address);
  const head = timer.address + BigInt(WAIT_LIST_HEAD);
  writeTimer(timer, { first: block, last: block }, dueTime);
  const at = build.thread.waitBlocks + TIMER_BLOCK * WAIT_BLOCK_BYTES;
  writeBlock(
    thread,
    at,
    { object: 0n, next: head, previous: head },
    thread.address,
    WAIT_TYPE.any,
    TIMEOUT_KEY,
  );
}

/** The wait that a thread is in. A thread that only sleeps waits for no object, but for its timer. */
export function writeWait(thread: Structure, build: KernelBuild, wait: WaitFacts): void {
  const { thread: at } = build;
  const { objects, type, blocks } = wait;
  const isSleep = objects.length === 0;
  const first = isSleep ? timerBlockAddress(build, thread.address) : waitBlockAddress(build, thread.address);
  writeThreadTimer(thread, build, wait.dueTime);
  for (const [index, awaited] of objects.entries()) {
    const key = type === 'dequeue' ? QUEUE_KEY : type === 'all' ? 0 : index;
    const place = (blocks === undefined ? at.waitBlocks : 0) + index * WAIT_BLOCK_BYTES;
    writeBlock(blocks ?? thread, place, awaited, thread.address, WAIT_TYPE[type], key);
  }
  thread
    .u64(at.waitRegister, COMMITTED)
    .u64(at.waitBlockList, blocks?.address ?? first)
    .u8(at.waitBlockCount, Math.max(1, objects.length))
    .u8(at.waitMode, wait.mode === 'user' ? 1 : 0);
}

/** A block that an ended wait left behind: it looks active, but its object's list does not hold it. */
export function writeStaleBlock(
  thread: Structure,
  build: KernelBuild,
  object: bigint,
  index: number = 0,
): void {
  const head = object + BigInt(WAIT_LIST_HEAD);
  const at = build.thread.waitBlocks + index * WAIT_BLOCK_BYTES;
  writeBlock(thread, at, { object, next: head, previous: head }, thread.address, WAIT_TYPE.any, index);
  thread.u8(build.thread.waitBlockCount, 1);
}
