import { formatAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { tryReadFields, tryReadU64 } from '../../dump/memory/memory.ts';
import { isObjectAddress } from '../../kernel/guards.ts';
import { scanForPointers } from '../../kernel/scan.ts';
import { groupBy } from '../group-by.ts';
import { PUSH_LOCK_POINTER, PUSH_LOCK_WAIT_BLOCK, PUSH_LOCK_WAITING } from '../layouts/mutexes.ts';
import type { KernelView } from '../view.ts';
import { lockId, type PushLockGroups, ringId } from './lock-id.ts';

/** The waiters of one push lock. */
export interface PushLockGroup {
  readonly id: string;
  /** The lock, when a word of memory that names a waiter was found. */
  readonly address?: VirtualAddress;
  readonly blocks: readonly VirtualAddress[];
}

export interface PushLocks extends PushLockGroups {
  readonly groups: readonly PushLockGroup[];
}

/** The blocks that a wait block of a push lock names; those of other waiters, or nothing. */
function neighbours({ memory }: KernelView, block: VirtualAddress): VirtualAddress[] {
  const fields = tryReadFields(memory, block, PUSH_LOCK_WAIT_BLOCK);
  if (fields === undefined) return [];
  const { Next, Last, Previous } = fields;
  return [Next, Last, Previous].filter(isObjectAddress).map(virtualAddress);
}

/** Groups blocks that name each other, directly or through others: a union of sets. */
function grouped(view: KernelView, blocks: readonly VirtualAddress[]): (readonly VirtualAddress[])[] {
  const parent = new Map<bigint, VirtualAddress>(blocks.map((block) => [block, block]));
  const rootOf = (block: VirtualAddress): VirtualAddress => {
    let at = block;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      // Shortens the way for the next question.
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const block of blocks)
    for (const other of neighbours(view, block)) {
      if (!parent.has(other)) parent.set(other, other);
      parent.set(rootOf(block), rootOf(other));
    }
  return [...groupBy(blocks, rootOf).values()];
}

/** Every value that a push lock with this newest wait block can have: the low bits are flags, Waiting among them. */
function valuesOf(block: VirtualAddress): bigint[] {
  return Array.from({ length: 16 }, (_, flags) => BigInt(flags))
    .filter((flags) => (flags & PUSH_LOCK_WAITING) !== 0n)
    .map((flags) => block | flags);
}

/** Places of words that name a wait block as a push lock does. */
function findLocks(view: KernelView, blocks: readonly VirtualAddress[]): Map<bigint, VirtualAddress> {
  const found = new Map<bigint, VirtualAddress>();
  if (view.space === undefined || blocks.length === 0) return found;
  const values = new Set(blocks.flatMap(valuesOf));
  for (const place of scanForPointers(view.space, values)) {
    const value = tryReadU64(view.memory, place);
    if (value !== undefined) found.set(value & PUSH_LOCK_POINTER, place);
  }
  return found;
}

/** The push locks that the threads of a dump wait for, by the blocks on their stacks. */
export function findPushLocks(view: KernelView, blocks: readonly VirtualAddress[]): PushLocks {
  const places = findLocks(view, blocks);
  const groups = grouped(view, blocks).map((members): PushLockGroup => {
    const address = members.map((block) => places.get(block)).find((place) => place !== undefined);
    const lowest = members.reduce((low, block) => (block < low ? block : low));
    return {
      id: address ? lockId('PushLock', address) : ringId('PushLock', lowest),
      ...(address && { address }),
      blocks: members,
    };
  });
  const byBlock = new Map<bigint, string>(
    groups.flatMap(({ id, blocks: members }) => members.map((block) => [block, id] as const)),
  );
  return {
    groups,
    idOf: (block) => byBlock.get(block) ?? `PushLock:waiters:${formatAddress(block)}`,
  };
}
