import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import { UNITS_PER_PART } from '../../dump/work.ts';
import { hasObjectType, isObjectAddress } from '../../kernel/guards.ts';
import { DISPATCHER_TYPE, EVENT_WORDS, TYPE_MASK } from '../layouts/dispatcher.ts';
import { MOST_WAITERS, RESOURCE_WAITER, WAITER_EVENT } from '../layouts/resource.ts';
import type { KernelView } from '../view.ts';

/** The block by which one thread waits for a resource (Windows 10 1703 and later). */
export interface WaiterBlock {
  readonly address: VirtualAddress;
  readonly thread: VirtualAddress;
  readonly next: VirtualAddress;
  readonly previous: VirtualAddress;
  /** The event that the thread waits for. */
  readonly event: VirtualAddress;
}

/** The blocks of one resource, linked to each other. */
export interface WaiterRing {
  /** The lowest address among the blocks: equal however the ring is met. */
  readonly key: VirtualAddress;
  readonly blocks: readonly WaiterBlock[];
  /** False when a link leads out of the dump or to something else: there may be more waiters. */
  readonly whole: boolean;
}

export interface WaiterRings {
  /** The ring of the block at `address`; undefined when there is no waiter block. Each block is read once. */
  at(address: VirtualAddress): WaiterRing | undefined;
  /** The block at `address`, where a ring has been found with it. */
  blockAt(address: VirtualAddress): WaiterBlock | undefined;
  all(): readonly WaiterRing[];
}

/** Whether an address can be on the stack of a thread: it is there, or the dump does not show where that stack is. */
function isOnStackOf({ threads }: KernelView, thread: VirtualAddress, address: VirtualAddress): boolean {
  const { stackLimit, stackBase } = threads.get(thread) ?? {};
  return (
    stackLimit === undefined || stackBase === undefined || (address >= stackLimit && address < stackBase)
  );
}

/** The waiter block at `address`: a list entry, a thread on whose stack it is, an event. The test had no false hit in two real dumps. */
export function readWaiterBlock(view: KernelView, address: VirtualAddress): WaiterBlock | undefined {
  if (address % 8n !== 0n) return undefined;
  const block = tryReadFields(view.memory, address, RESOURCE_WAITER);
  if (block === undefined) return undefined;
  const type = block.EventType & TYPE_MASK;
  if (block.EventWords !== EVENT_WORDS) return undefined;
  if (type !== DISPATCHER_TYPE.SynchronizationEvent && type !== DISPATCHER_TYPE.NotificationEvent)
    return undefined;
  const links = [block.Flink, block.Blink, block.EventFlink, block.EventBlink];
  if (!links.every(isKernelAddress) || !isObjectAddress(block.Thread)) return undefined;
  const thread = virtualAddress(block.Thread);
  // The waiter may be one that this dump does not contain, but nothing else.
  if (hasObjectType(view.memory, thread, 'thread') === false) return undefined;
  if (!isOnStackOf(view, thread, address)) return undefined;
  return {
    address,
    thread,
    next: virtualAddress(block.Flink),
    previous: virtualAddress(block.Blink),
    event: addressAt(address, WAITER_EVENT),
  };
}

const lowest = (blocks: readonly WaiterBlock[]): VirtualAddress =>
  blocks.reduce(
    (low, { address }) => (address < low ? address : low),
    blocks[0]?.address ?? virtualAddress(0n),
  );

/** Follows one direction from `start` until the ring closes, breaks, or meets a block that another ring has. */
function follow(
  view: KernelView,
  start: WaiterBlock,
  direction: 'next' | 'previous',
  seen: Map<bigint, WaiterBlock>,
  isTaken: (address: bigint) => boolean,
): 'closed' | 'broken' {
  const opposite = direction === 'next' ? 'previous' : 'next';
  let at = start;
  while (seen.size < MOST_WAITERS) {
    const address = at[direction];
    if (address === start.address) return 'closed';
    if (seen.has(address) || isTaken(address)) return 'broken';
    const block = readWaiterBlock(view, address);
    if (block === undefined || block[opposite] !== at.address) return 'broken';
    seen.set(address, block);
    at = block;
  }
  return 'broken';
}

/** The rings of a dump, each found once from any of its blocks. */
export function waiterRings(view: KernelView): WaiterRings {
  const byBlock = new Map<bigint, WaiterRing>();
  const known = new Map<bigint, WaiterBlock>();
  const rings: WaiterRing[] = [];
  return {
    at(address) {
      const before = byBlock.get(address);
      if (before) return before;
      const start = readWaiterBlock(view, address);
      if (start === undefined) return undefined;
      const seen = new Map<bigint, WaiterBlock>([[address, start]]);
      const isTaken = (other: bigint) => byBlock.has(other);
      const forth = follow(view, start, 'next', seen, isTaken);
      if (forth === 'broken') follow(view, start, 'previous', seen, isTaken);
      const blocks = [...seen.values()];
      view.work.spend(blocks.length * UNITS_PER_PART);
      const ring = { key: lowest(blocks), blocks, whole: forth === 'closed' };
      for (const block of blocks) {
        byBlock.set(block.address, ring);
        known.set(block.address, block);
      }
      rings.push(ring);
      return ring;
    },
    blockAt: (address) => known.get(address),
    all: () => rings,
  };
}
