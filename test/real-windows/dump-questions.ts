import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import { tryReadFields, tryReadU8, tryReadU64 } from '../../src/dump/memory/memory.ts';
import { FSRTL_COMMON_FCB_HEADER } from '../../src/explain/layouts/resource.ts';
import { readResource } from '../../src/explain/locks/resource-memory.ts';
import type { KernelFacts, Lock } from '../../src/explain/model.ts';
import { readFileObject } from '../../src/explain/requests/files.ts';
import type { KernelView } from '../../src/explain/view.ts';

/**
 * What no public sample shows of waits, locks and files, asked of a dump of a whole machine. An answer is counted by its text: reports
 * go to others, so they hold distances and counts, no address and no name of a file.
 */

/** Answers by their text, with how often each was found. */
type Answers = Readonly<Record<string, number>>;

export interface DumpAnswers {
  /** By field: where the types of the build put it, or that they do not have it. */
  readonly layouts: Readonly<Record<string, string>>;
  /** From a waiter's block to the word of its stack that names the spin lock of the resource. */
  readonly spinLockDistances: Answers;
  /** Whether the shared waiters of a resource have blocks as exclusive ones have. */
  readonly sharedWaiters: Answers;
  /** What a record of a thread that waits for a push lock names. */
  readonly pushLockRecords: Answers;
  /** What KTHREAD.AbWaitObject of a waiting thread is, by wait reason. */
  readonly abWaitObjects: Answers;
  /** The module whose frame calls ExAcquireFastResource*. */
  readonly fastResourceCallers: Answers;
  /** Whether FsContext leads to a resource, by the driver of the file. */
  readonly fileContexts: Answers;
}

const FIELDS = [
  ['_KTHREAD', 'LockEntries'],
  ['_KTHREAD', 'KernelAbEntries'],
  ['_KTHREAD', 'AbWaitObject'],
  ['_ETHREAD', 'OwnerEntryListHead'],
  ['_KLOCK_ENTRY', 'LockState'],
  ['_KLOCK_ENTRY', 'AcquiredByte'],
  ['_KLOCK_ENTRY', 'WaitingByte'],
] as const;

const SPIN_LOCK = 0x60;
/** How far from the block the word is looked for. */
const REACH = 0x400;
const ENTRIES = 6;
const LOCK_ADDRESS = 0x7fff_ffff_ffff_fffcn;
const CANONICAL = 0x8000_0000_0000_0000n;
const PUSH_LOCK_WAITING = 0x2n;
const PUSH_LOCK_FLAGS = 0xfn;

const signed = (value: number) => `${value < 0 ? '-' : '+'}0x${Math.abs(value).toString(16)}`;

function counter() {
  const counts: Record<string, number> = {};
  return {
    counts,
    add(text: string) {
      counts[text] = (counts[text] ?? 0) + 1;
    },
  };
}

function layoutsOf({ inputs: { types } }: KernelView): Record<string, string> {
  return Object.fromEntries(
    FIELDS.map(([structure, member]) => {
      const offset = types?.offsetOf(structure, member);
      const text = offset === undefined ? 'absent' : `0x${offset.toString(16)}`;
      return [`${structure}.${member}`, types === undefined ? 'no types' : text];
    }),
  );
}

function spinLockDistances(view: KernelView, locks: readonly Lock[]): Answers {
  const { counts, add } = counter();
  for (const { kind, address, waiterBlocks = [] } of locks) {
    if (kind !== 'Resource' || address === undefined) continue;
    const wanted = addressAt(address, SPIN_LOCK);
    for (const block of waiterBlocks) {
      const distances: string[] = [];
      for (let distance = -REACH; distance <= REACH; distance += 8)
        if (tryReadU64(view.memory, addressAt(block, distance)) === wanted) distances.push(signed(distance));
      add(distances.join(' and ') || `none within 0x${REACH.toString(16)}`);
    }
  }
  return counts;
}

function sharedWaiters(locks: readonly Lock[]): Answers {
  const { counts, add } = counter();
  for (const { kind, sharedWaiterCount = 0, waiters } of locks) {
    if (kind !== 'Resource' || sharedWaiterCount === 0) continue;
    const found = waiters.filter(({ access }) => access === 'Shared').length;
    add(
      found === sharedWaiterCount ? 'as many blocks as waiters' : 'another number of blocks than of waiters',
    );
  }
  return counts;
}

/** Whether the push lock at an address names one of these wait blocks as its newest. */
function namesBlock(view: KernelView, lock: VirtualAddress, blocks: ReadonlySet<bigint>): boolean {
  const value = tryReadU64(view.memory, lock);
  return value !== undefined && (value & PUSH_LOCK_WAITING) !== 0n && blocks.has(value & ~PUSH_LOCK_FLAGS);
}

/** A word with flags as the address of a lock; undefined for an empty one. */
function lockIn(word: bigint | undefined): VirtualAddress | undefined {
  const address = (word ?? 0n) & LOCK_ADDRESS;
  return address === 0n ? undefined : virtualAddress(address | CANONICAL);
}

function recordsOf(view: KernelView, thread: VirtualAddress): VirtualAddress[] {
  const { types } = view.inputs;
  const offset = types?.offsetOf('_KTHREAD', 'LockEntries');
  const size = types?.sizeOf('_KLOCK_ENTRY');
  if (offset === undefined || size === undefined) return [];
  const place = addressAt(thread, offset);
  const pointer = tryReadU64(view.memory, place) ?? 0n;
  const first = isKernelAddress(pointer) ? virtualAddress(pointer) : place;
  return Array.from({ length: ENTRIES }, (_, index) => addressAt(first, index * size));
}

function pushLockRecords(view: KernelView, locks: readonly Lock[]): Answers {
  const { counts, add } = counter();
  const state = view.inputs.types?.offsetOf('_KLOCK_ENTRY', 'LockState');
  const waiting = view.inputs.types?.offsetOf('_KLOCK_ENTRY', 'WaitingByte');
  for (const { kind, waiters, waiterBlocks = [] } of locks) {
    if (kind !== 'PushLock') continue;
    const blocks = new Set<bigint>(waiterBlocks);
    for (const { thread } of waiters) {
      if (state === undefined) {
        add('the types do not place the records');
        continue;
      }
      const record = recordsOf(view, thread.address).find((each) => {
        const lock = lockIn(tryReadU64(view.memory, addressAt(each, state)));
        return lock !== undefined && namesBlock(view, lock, blocks);
      });
      const bit = record && waiting !== undefined && tryReadU8(view.memory, addressAt(record, waiting));
      add(record === undefined ? 'no record names the lock' : `a record names the lock, waiting byte ${bit}`);
    }
  }
  return counts;
}

function abWaitObjects(view: KernelView, { waits, locks }: KernelFacts): Answers {
  const { counts, add } = counter();
  const offset = view.inputs.types?.offsetOf('_KTHREAD', 'AbWaitObject');
  if (offset === undefined) return counts;
  const blocks = new Set<bigint>(
    locks.flatMap(({ kind, waiterBlocks = [] }) => (kind === 'PushLock' ? waiterBlocks : [])),
  );
  const byId = new Map(locks.map((lock) => [lock.id, lock]));
  for (const { thread, reason = 'no reason', objects } of waits) {
    const word = tryReadU64(view.memory, addressAt(thread.address, offset));
    const named = lockIn(word);
    const wanted = objects.map(({ lock }) => (lock === undefined ? undefined : byId.get(lock)?.address));
    const what =
      named === undefined
        ? 'nothing'
        : wanted.includes(named)
          ? 'the lock of the wait'
          : namesBlock(view, named, blocks)
            ? 'a push lock with the block of a waiter'
            : 'something else';
    add(`${reason}: ${what}`);
  }
  return counts;
}

const FAST_RESOURCE = /^Ex(?:EnterCriticalRegionAnd)?AcquireFastResource/;

function fastResourceCallers(view: KernelView): Answers {
  const { counts, add } = counter();
  for (const { address } of view.threads.values()) {
    const frames = view.frames(address);
    const index = frames.findLastIndex(({ symbol }) => symbol !== undefined && FAST_RESOURCE.test(symbol));
    if (index >= 0) add(frames[index + 1]?.module ?? 'no module');
  }
  return counts;
}

function fileContexts(view: KernelView, { requests }: KernelFacts): Answers {
  const { counts, add } = counter();
  const files = new Map(requests.flatMap(({ file }) => (file ? [[file.address, file]] : [])));
  for (const { address, name } of files.values()) {
    const context = readFileObject(view, address)?.FsContext;
    if (context === undefined) continue;
    const header =
      isKernelAddress(context) &&
      tryReadFields(view.memory, virtualAddress(context), FSRTL_COMMON_FCB_HEADER);
    const resource = header && isKernelAddress(header.Resource) && virtualAddress(header.Resource);
    const isResource = resource && readResource(view, resource) !== undefined;
    add(`${name?.driver?.name ?? 'no driver'}: ${isResource ? 'a resource' : 'no resource'}`);
  }
  return counts;
}

/** Answers every question that the dump can answer; a question that nothing in it meets has no answers. */
export function answersOf(view: KernelView, facts: KernelFacts): DumpAnswers {
  return {
    layouts: layoutsOf(view),
    spinLockDistances: spinLockDistances(view, facts.locks),
    sharedWaiters: sharedWaiters(facts.locks),
    pushLockRecords: pushLockRecords(view, facts.locks),
    abWaitObjects: abWaitObjects(view, facts),
    fastResourceCallers: fastResourceCallers(view),
    fileContexts: fileContexts(view, facts),
  };
}
