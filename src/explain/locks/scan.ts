import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import type { Steps } from '../../binary/steps.ts';
import { STATE_WAITING, threadStateName } from '../../contract/thread-state.ts';
import { readLinks } from '../../dump/kernel-lists/walk-list.ts';
import { hasObjectType } from '../../kernel/guards.ts';
import { DISPATCHER_HEADER, EVENT_WORDS } from '../layouts/dispatcher.ts';
import { ERESOURCE, MOST_OWNERS, MOST_WAITERS, RESOURCE_WAITER } from '../layouts/resource.ts';
import type { KernelView } from '../view.ts';
import { readWaiterBlock } from '../waits/waiter-rings.ts';
import { isScannedResource, type ResourceMemory, readResource } from './resource-memory.ts';

/**
 * Searches of a triage dump, which holds few objects and no list of them. Halves of words are tested as plain numbers first,
 * because almost every address fails there.
 */

/** The upper half of the lowest kernel address. */
const KERNEL_HIGH = 0xffff8000;

/** The index of the half that a field begins in; the upper half of a pointer is the next one. */
const half = ({ offset }: { readonly offset: number }) => offset / 4;

const R = ERESOURCE.fields;
const W = RESOURCE_WAITER.fields;
const EVENT_MASK = 0x00ff007e;
const EVENT_VALUE = EVENT_WORDS << 16;
const WAIT_LIST = DISPATCHER_HEADER.fields.WaitListFlink.offset;
const WAITING = threadStateName(STATE_WAITING);

/** Halves of words between two steps: as many are tested in a millisecond or less. */
const HALVES_IN_STEP = 0x10000;

/** Visits the addresses at which the quick tests hold, at most one an eighth byte of the dump. */
function* eachCandidate(
  view: KernelView,
  size: number,
  test: (halves: Uint32Array, at: number) => boolean,
  visit: (address: VirtualAddress) => void,
): Steps<void> {
  for (const { address, halves } of view.space ?? [])
    for (let at = 0; at + size / 4 <= halves.length; at += 2) {
      const isCandidate = test(halves, at);
      if (isCandidate) visit(addressAt(address, at * 4));
      if (isCandidate || at % HALVES_IN_STEP === 0) yield;
    }
}

const isPointer = (halves: Uint32Array, at: number) => (halves[at + 1] ?? 0) >= KERNEL_HIGH;
const isZero = (halves: Uint32Array, at: number) => halves[at] === 0 && halves[at + 1] === 0;

function mayBeOwnedResource(halves: Uint32Array, at: number): boolean {
  const active = (halves[at + half(R.ActiveCount)] ?? 0) & 0xffff;
  return (
    active >= 1 &&
    active <= MOST_OWNERS &&
    isPointer(halves, at + half(R.Flink)) &&
    isPointer(halves, at + half(R.Blink)) &&
    isPointer(halves, at + half(R.OwnerThread)) &&
    (isZero(halves, at + half(R.OwnerTable)) || isPointer(halves, at + half(R.OwnerTable))) &&
    (halves[at + half(R.ActiveEntries)] ?? 0) <= MOST_OWNERS &&
    (halves[at + half(R.NumberOfSharedWaiters)] ?? 0) <= MOST_WAITERS &&
    (halves[at + half(R.NumberOfExclusiveWaiters)] ?? 0) <= MOST_WAITERS
  );
}

function mayBeWaiter(halves: Uint32Array, at: number): boolean {
  return (
    ((halves[at + half(W.EventType)] ?? 0) & EVENT_MASK) === EVENT_VALUE &&
    isPointer(halves, at + half(W.Flink)) &&
    isPointer(halves, at + half(W.Blink)) &&
    isPointer(halves, at + half(W.Thread))
  );
}

/**
 * Whether an address is in the kernel stack of a thread. No resource is: it must not be paged out, as stacks may be, and words
 * of stacks pass its tests now and then.
 */
function onStack({ threads }: KernelView): (address: bigint) => boolean {
  const stacks = [...threads.values()]
    .map(({ stackLimit = 0n, stackBase = 0n }) => ({ stackLimit, stackBase }))
    .filter(({ stackLimit, stackBase }) => stackLimit < stackBase)
    .sort((a, b) => (a.stackLimit < b.stackLimit ? -1 : 1));
  return (address) => {
    let [low, high] = [0, stacks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((stacks[middle]?.stackLimit ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    return address < (stacks[low - 1]?.stackBase ?? 0n);
  };
}

/** Finds owned resources in the stored memory, other than stacks. */
export function* scanForResources(view: KernelView, found: (resource: ResourceMemory) => void): Steps<void> {
  const isOnStack = onStack(view);
  yield* eachCandidate(view, ERESOURCE.size, mayBeOwnedResource, (address) => {
    const resource = isOnStack(address) ? undefined : readResource(view, address);
    if (resource && isScannedResource(view, resource)) found(resource);
  });
}

/** Whether a thread waits for the event of a block now: what earlier waits left on a stack has an event without waiters. */
function isAwaited({ memory }: KernelView, event: VirtualAddress): boolean {
  const head = addressAt(event, WAIT_LIST);
  const links = readLinks(memory, head);
  return links !== undefined && links.next !== head;
}

/** Finds waiter blocks of threads that the dump holds and that wait, anywhere in the stored memory. */
export function* scanForWaiters(view: KernelView, found: (block: VirtualAddress) => void): Steps<void> {
  yield* eachCandidate(view, RESOURCE_WAITER.size, mayBeWaiter, (address) => {
    const block = readWaiterBlock(view, address);
    const state = block && view.threads.get(block.thread)?.state;
    if (!block || (state !== undefined && state !== WAITING)) return;
    if (hasObjectType(view.memory, block.thread, 'thread') !== true) return;
    // A capture takes threads off the lists of their events.
    if (view.origin === 'CaptureTriage' || isAwaited(view, block.event)) found(address);
  });
}
