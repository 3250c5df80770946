import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { tryReadU64 } from '../../dump/memory/memory.ts';
import { derived, fromMemory, guessed } from '../evidence.ts';
import { MOST_WAITERS, OWNED_EXCLUSIVE, WAIT_CHAIN_NEXT } from '../layouts/resource.ts';
import type { Lock, LockWaiter, Owner } from '../model.ts';
import { type KernelView, threadReference } from '../view.ts';
import type { WaiterRing } from '../waits/waiter-rings.ts';
import type { FoundResource, Resources } from './find-resources.ts';
import { idOfRing, lockId } from './lock-id.ts';
import type { OwnerList, ResourceMemory } from './resource-memory.ts';

/**
 * The owners among the owner entries. A thread that waits for shared access has an entry and owns nothing; an owner that waits for
 * exclusive access owns it. Entries that are more than there are owners make each of them a guess.
 */
function ownersOf(
  view: KernelView,
  { bytes }: ResourceMemory,
  entries: OwnerList['owners'],
  waiters: readonly LockWaiter[],
): Owner[] {
  const access = (bytes.Flag & OWNED_EXCLUSIVE) !== 0 ? 'Exclusive' : 'Shared';
  // A waiter of unknown access is more probably one of the shared waiters than an owner that wants more.
  const queued =
    bytes.NumberOfSharedWaiters > 0 ? waiters.filter((waiter) => waiter.access !== 'Exclusive') : [];
  const waiting = new Set<bigint>(queued.map(({ thread }) => thread.address));
  const owning =
    access === 'Exclusive'
      ? entries
      : entries.filter(({ thread }) => thread === undefined || !waiting.has(thread));
  const isMixed =
    access === 'Shared' && bytes.NumberOfSharedWaiters > 0 && owning.length > bytes.ActiveEntries;
  return owning.map(({ thread, pointer, count, from }): Owner => {
    const basis = from === 'entry' ? 'owner entry of the resource' : 'owner table of the resource';
    const mixed = isMixed ? guessed(`${basis}, which has entries of its shared waiters too`) : undefined;
    if (thread === undefined)
      return {
        kind: 'OwnerPointer',
        ...(pointer && { pointer }),
        access,
        count,
        evidence: mixed ?? fromMemory(basis),
      };
    const reference = threadReference(view, thread);
    // What the dump does not hold cannot prove that it is a thread.
    const evidence = mixed ?? (reference.inDump ? fromMemory(basis) : derived(basis));
    return { kind: 'Thread', thread: reference, access, count, evidence };
  });
}

/** The waiters of a ring; that shared ones have the same block is not proved. */
function ringWaiters(view: KernelView, ring: WaiterRing, access: LockWaiter['access']): LockWaiter[] {
  const basis = 'waiter block on the stack of the thread';
  return ring.blocks.map(({ thread }) => ({
    thread: threadReference(view, thread),
    ...(access && { access }),
    evidence: access === 'Shared' ? derived(basis) : fromMemory(basis),
  }));
}

/** The blocks of a ring and those that they link to. */
function blocksOf(rings: readonly WaiterRing[]): VirtualAddress[] {
  const blocks = rings.flatMap((ring) =>
    ring.blocks.flatMap(({ address, next, previous }) => [address, next, previous]),
  );
  return [...new Set(blocks)];
}

/** The threads with the blocks of a chain of shared waiters on their stacks (1507 to 1607). */
function chainWaiters(view: KernelView, { bytes }: ResourceMemory, stacks: StackOwners): LockWaiter[] {
  const waiters: LockWaiter[] = [];
  const seen = new Set<bigint>();
  let at = bytes.SharedWaiters;
  while (isKernelAddress(at) && !seen.has(at) && seen.size < MOST_WAITERS) {
    seen.add(at);
    const thread = stacks.threadAt(at);
    if (thread)
      waiters.push({
        thread: threadReference(view, thread),
        access: 'Shared',
        evidence: derived('chain of shared waiters of the resource'),
      });
    at = tryReadU64(view.memory, addressAt(virtualAddress(at), WAIT_CHAIN_NEXT)) ?? 0n;
  }
  return waiters;
}

/** Threads that wait for shared access to a resource owned exclusively, by its owner table; those that the dump holds. */
function queuedWaiters(view: KernelView, { queued }: OwnerList): LockWaiter[] {
  return queued.flatMap(({ thread }) =>
    thread === undefined || !view.threads.has(thread)
      ? []
      : [
          {
            thread: threadReference(view, thread),
            access: 'Shared' as const,
            evidence: derived('entry of a shared waiter in the owner table of the resource'),
          },
        ],
  );
}

/** Whose kernel stack an address is on. */
export interface StackOwners {
  threadAt(address: bigint): VirtualAddress | undefined;
}

/** A lookup over the stacks of all threads, which do not overlap. */
export function stackOwners({ threads }: KernelView): StackOwners {
  const stacks = [...threads.values()]
    .flatMap(({ address, stackLimit, stackBase }) =>
      stackLimit !== undefined && stackBase !== undefined ? [{ address, stackLimit, stackBase }] : [],
    )
    .sort((a, b) => (a.stackLimit < b.stackLimit ? -1 : a.stackLimit > b.stackLimit ? 1 : 0));
  return {
    threadAt(address) {
      let low = 0;
      let high = stacks.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((stacks[middle]?.stackLimit ?? 0n) <= address) low = middle + 1;
        else high = middle;
      }
      const stack = stacks[low - 1];
      return stack && address < stack.stackBase ? stack.address : undefined;
    },
  };
}

/** What the parts of a resource lock are made from. */
export interface ResourceParts {
  readonly resources: Resources;
  readonly readOwners: (resource: ResourceMemory) => OwnerList;
  readonly stacks: StackOwners;
  /** Waiters that waits alone show: before 1703. */
  waitersOf(id: string): readonly LockWaiter[];
}

function ringsOf({ rings }: Resources, { bytes, era }: ResourceMemory) {
  if (era !== 'Windows10Since1703') return {};
  const exclusive =
    bytes.NumberOfExclusiveWaiters > 0 ? rings.at(virtualAddress(bytes.ExclusiveWaiters)) : undefined;
  const shared = bytes.NumberOfSharedWaiters > 0 ? rings.at(virtualAddress(bytes.SharedWaiters)) : undefined;
  return { ...(exclusive && { exclusive }), ...(shared && { shared }) };
}

/** Each thread once: a wait and a ring may both show it. */
function withoutRepeats(waiters: readonly LockWaiter[]): LockWaiter[] {
  const byThread = new Map<bigint, LockWaiter>();
  for (const waiter of waiters)
    if (!byThread.has(waiter.thread.address)) byThread.set(waiter.thread.address, waiter);
  return [...byThread.values()];
}

function priorityOf({ threads }: KernelView, { bytes, era }: ResourceMemory, waiters: readonly LockWaiter[]) {
  if (bytes.WaiterPriority === 0 || era === 'BeforeWindows10') return {};
  const priorities = waiters.map(({ thread }) => threads.get(thread.address)?.priority);
  const isKnown = priorities.length > 0 && !priorities.includes(undefined);
  const value = bytes.WaiterPriority;
  return { waiterPriority: { value, ...(isKnown && { agrees: priorities.includes(value) }) } };
}

/** A resource as a lock. */
export function resourceLock(view: KernelView, found: FoundResource, parts: ResourceParts): Lock {
  const { memory, sources } = found;
  const { address, bytes, era } = memory;
  const id = lockId('Resource', address);
  const list = parts.readOwners(memory);
  const { exclusive, shared } = ringsOf(parts.resources, memory);
  const waiters = withoutRepeats([
    ...(exclusive ? ringWaiters(view, exclusive, 'Exclusive') : []),
    ...(shared ? ringWaiters(view, shared, 'Shared') : []),
    ...(era === 'Windows10Before1703' ? chainWaiters(view, memory, parts.stacks) : []),
    ...parts.waitersOf(id),
    ...queuedWaiters(view, list),
  ]);
  const rings = [exclusive, shared].filter((ring) => ring !== undefined);
  return {
    id,
    kind: 'Resource',
    address,
    owners: ownersOf(view, memory, list.owners, waiters),
    ownersKnown: list.whole,
    waiters,
    ...(rings.length > 0 && { waiterBlocks: blocksOf(rings) }),
    sharedWaiterCount: bytes.NumberOfSharedWaiters,
    exclusiveWaiterCount: bytes.NumberOfExclusiveWaiters,
    contentionCount: bytes.ContentionCount,
    era,
    resource: {
      activeCount: bytes.ActiveCount,
      activeEntries: bytes.ActiveEntries,
      flags: bytes.Flag | (bytes.WaiterPriority << 8),
      next: virtualAddress(bytes.Flink),
      previous: virtualAddress(bytes.Blink),
    },
    ...priorityOf(view, memory, waiters),
    foundBy: [...sources],
    layoutSource: view.lockLayouts.sources.resource,
    evidence: fromMemory('the resource'),
  };
}

/**
 * A resource of which only waiters are in the dump, linked to each other; their stacks may name it.
 * @param rings of one resource, at least one: the parts of a ring with links that are not stored
 */
export function ringLock(
  view: KernelView,
  rings: readonly [WaiterRing, ...WaiterRing[]],
  resources: Resources,
  waiters: readonly LockWaiter[],
): Lock {
  const [first, ...others] = rings;
  const named = resources.namedByStacks(first);
  const ringed = (ring: WaiterRing) => ringWaiters(view, ring, undefined);
  return {
    id: idOfRing(first, resources),
    kind: 'Resource',
    ...(named && { address: named.address }),
    owners: [],
    ownersKnown: false,
    waiters: withoutRepeats([...ringed(first), ...waiters, ...others.flatMap(ringed)]),
    waiterBlocks: blocksOf(rings),
    foundBy: named ? ['WaiterRing', 'Stack'] : ['WaiterRing'],
    layoutSource: 'Rule',
    evidence: named?.evidence ?? fromMemory('wait blocks that are linked to each other'),
  };
}
