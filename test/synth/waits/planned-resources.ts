import {
  EVENT_BYTES,
  SEMAPHORE_BYTES,
  writeEvent,
  writeSemaphore,
} from '../../../src/simulator/synth/objects/dispatcher.ts';
import {
  LOCK_QUEUE_HANDLE_BYTES,
  ownerTableBytes,
  RESOURCE_BYTES,
  RESOURCE_SPIN_LOCK,
  type ResourceEra,
  WAITER_BYTES,
  WAITER_EVENT,
  writeLockQueueHandle,
  writeResource,
  writeResourceWaiter,
} from '../../../src/simulator/synth/objects/resource.ts';
import { REGION } from '../kernel-truth.ts';
import type { PlannedThread, WaitKernel } from './wait-kernel.ts';
import type { Access, PlannedLock } from './wait-truth.ts';

/** How resources of a build are made. */
export interface ResourceStyle {
  readonly era: ResourceEra;
  readonly countShift: 2 | 3;
}

export interface ResourcePlan {
  readonly access: Access;
  /** Threads, or owners that are none. */
  readonly owners: readonly { readonly owner: PlannedThread | ForeignOwner; readonly count: number }[];
  readonly exclusive?: readonly PlannedThread[];
  readonly shared?: readonly PlannedThread[];
}

/** An owner that is not of the plan: a thread that is not in the memory, or what a driver has set as owner. */
export interface ForeignOwner {
  readonly foreign: bigint;
  readonly isPointer: boolean;
}

/** Resources in the order in which the system's list has them. */
export interface ResourceList {
  /** Puts a resource into fresh memory. */
  plan(plan: ResourcePlan): PlannedLock;
  /** Writes the list; its head is at `head`. */
  finish(head: bigint): void;
}

const MOST_WAITERS = 0x7fffffff;

/** How an owner that is no thread is in an owner entry: its two low bits say that it is none. */
function inEntry({ foreign, isPointer }: ForeignOwner): bigint {
  return isPointer ? foreign | 3n : foreign;
}

export function resourceList(kernel: WaitKernel, style: ResourceStyle): ResourceList {
  const { memory } = kernel;
  const addresses: bigint[] = [];
  let listHead = 0n;

  /** Since 1703: each waiter has a block with an event on its stack, and the blocks of one kind of access form a ring. */
  function planRing(threads: readonly PlannedThread[], resource: bigint): bigint | undefined {
    const blocks = threads.map((thread) => {
      // As the kernel leaves them: the resource, and below the block the handle by which its own lock was taken.
      thread.mention(resource);
      const handle = thread.local(LOCK_QUEUE_HANDLE_BYTES);
      writeLockQueueHandle(memory.at(handle), 0, resource + BigInt(RESOURCE_SPIN_LOCK));
      return thread.local(WAITER_BYTES);
    });
    for (const [index, thread] of threads.entries()) {
      const block = blocks[index] ?? 0n;
      const event = block + BigInt(WAITER_EVENT);
      kernel.wait(thread, { kind: 'Resource', objects: [event] });
      kernel.amend(thread, { criticalRegions: 1 });
      kernel.write((waitersOf) => {
        const waiters = waitersOf(event);
        writeResourceWaiter(memory.at(block), {
          next: blocks[(index + 1) % blocks.length] ?? block,
          previous: blocks.at(index - 1) ?? block,
          thread: thread.address,
          ...(waiters && { waiters }),
        });
      });
    }
    return blocks[0];
  }

  /** Until 1607: they wait for one object of the resource. */
  function planShared(threads: readonly PlannedThread[], isSemaphore: boolean): bigint | undefined {
    if (threads.length === 0) return undefined;
    const object = memory.allocate(REGION.pool, isSemaphore ? SEMAPHORE_BYTES : EVENT_BYTES);
    for (const thread of threads) {
      kernel.wait(thread, { kind: 'Resource', objects: [object] });
      kernel.amend(thread, { criticalRegions: 1 });
    }
    kernel.write((waitersOf) => {
      if (isSemaphore) writeSemaphore(memory.at(object), MOST_WAITERS, waitersOf(object));
      else writeEvent(memory.at(object), waitersOf(object));
    });
    return object;
  }

  return {
    plan({ access, owners, exclusive = [], shared = [] }) {
      const address = memory.allocate(REGION.pool, RESOURCE_BYTES);
      addresses.push(address);
      const table =
        owners.length > 1 ? memory.allocate(REGION.pool, ownerTableBytes(owners.length)) : undefined;
      const isRing = style.era === 'since 1703';
      const exclusiveWaiters = isRing ? planRing(exclusive, address) : planShared(exclusive, false);
      const sharedWaiters = isRing ? planRing(shared, address) : planShared(shared, true);
      const place = addresses.length - 1;
      kernel.write(() => {
        writeResource(memory.at(address), {
          next: addresses[place + 1] ?? listHead,
          previous: addresses[place - 1] ?? listHead,
          access: access === 'Exclusive' ? 'exclusive' : 'shared',
          owners: owners.map(({ owner, count }) => ({
            owner: 'foreign' in owner ? inEntry(owner) : owner.address,
            count,
          })),
          ...(table === undefined ? {} : { ownerTable: memory.at(table) }),
          ...(exclusiveWaiters === undefined ? {} : { exclusiveWaiters }),
          ...(sharedWaiters === undefined ? {} : { sharedWaiters }),
          exclusiveCount: exclusive.length,
          sharedCount: shared.length,
          contention: exclusive.length + shared.length,
          waiterPriority: Math.max(0, ...[...exclusive, ...shared].map(({ priority }) => priority)),
          countShift: style.countShift,
        });
      });
      return {
        kind: 'Resource',
        address,
        owners: owners.map(({ owner, count }) => ({
          owner: 'foreign' in owner ? owner.foreign : owner.name,
          access,
          count,
        })),
        waiters: [
          ...exclusive.map(({ name }) => ({ thread: name, access: 'Exclusive' as const })),
          ...shared.map(({ name }) => ({ thread: name, access: 'Shared' as const })),
        ],
      };
    },
    finish(head) {
      listHead = head;
      memory.at(head).links(0, addresses[0] ?? head, addresses.at(-1) ?? head);
    },
  };
}
