import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { Steps } from '../../binary/steps.ts';
import { tryReadU64 } from '../../dump/memory/memory.ts';
import { UNITS_PER_OBJECT } from '../../dump/work.ts';
import { scanForPointers } from '../../kernel/scan.ts';
import { WAITER_EVENT } from '../layouts/resource.ts';
import type { LockSource } from '../model.ts';
import type { SharedWaiterObject } from '../objects/rule.ts';
import type { KernelView } from '../view.ts';
import type { RawWait } from '../waits/raw-wait.ts';
import { type WaiterRing, type WaiterRings, waiterRings } from '../waits/waiter-rings.ts';
import { listResources } from './resource-list.ts';
import { type ResourceMemory, readResource } from './resource-memory.ts';
import { scanForResources, scanForWaiters } from './scan.ts';
import { type NamedResource, resourceByStacks } from './stack-pairs.ts';

/** A resource with how it was found. */
export interface FoundResource {
  readonly memory: ResourceMemory;
  readonly sources: Set<LockSource>;
}

/** The resources of a dump that are owned or waited for, and what their waiters wait for. */
export interface Resources {
  readonly all: ReadonlyMap<bigint, FoundResource>;
  readonly rings: WaiterRings;
  /** The resource that a ring of waiters belongs to. */
  ofRing(ring: WaiterRing): SharedWaiterObject | undefined;
  /** The resource of a ring that is not in the dump and that the stacks of its waiters name. */
  namedByStacks(ring: WaiterRing): NamedResource | undefined;
  /** The resource with waiters that share an event or semaphore (before 1703). */
  ofEvent(event: VirtualAddress): SharedWaiterObject | undefined;
  /** Why the list of all resources is not whole; absent when it is, and in triage dumps, which never hold it whole. */
  readonly listBroken?: string;
}

const RESOURCE_REASON = 'WrResource';

/** The objects that waiters for resources wait for: blocks on their stacks, or objects that they share. */
function targetsOf(waits: readonly RawWait[], rings: WaiterRings): VirtualAddress[] {
  const shared: VirtualAddress[] = [];
  for (const { thread, blocks, reason } of waits) {
    for (const { object } of blocks) {
      const { stackLimit, stackBase } = thread;
      const onStack =
        stackLimit !== undefined && stackBase !== undefined && object >= stackLimit && object < stackBase;
      if (onStack) rings.at(addressAt(object, -WAITER_EVENT));
      else if (reason === RESOURCE_REASON) shared.push(object);
    }
  }
  return shared;
}

const WAITER_FIELDS = [
  { field: 'ExclusiveWaiters', access: 'Exclusive' },
  { field: 'SharedWaiters', access: 'Shared' },
] as const;

/** Resources by the pointers to waiters that are where a resource has them. Needs memory that can be searched whole. */
function* findByWaiters(
  view: KernelView,
  targets: ReadonlySet<bigint>,
  add: (resource: ResourceMemory) => void,
): Steps<void> {
  if (view.space === undefined || targets.size === 0) return;
  for (const place of scanForPointers(view.space, targets)) {
    const value = tryReadU64(view.memory, place);
    for (const { field } of WAITER_FIELDS) {
      const resource = readResource(view, addressAt(place, -view.lockLayouts.resource.fields[field].offset));
      const count =
        resource && resource.bytes.NumberOfExclusiveWaiters + resource.bytes.NumberOfSharedWaiters;
      if (resource && count && resource.bytes[field] === value) add(resource);
    }
    yield;
  }
}

/** Finds the resources of a dump by every way that needs no symbols. */
export function* findResources(view: KernelView, waits: readonly RawWait[]): Steps<Resources> {
  const rings = waiterRings(view);
  const all = new Map<bigint, FoundResource>();
  const add = (memory: ResourceMemory, source: LockSource) => {
    const known = all.get(memory.address);
    if (known) known.sources.add(source);
    else if (view.work.spend(UNITS_PER_OBJECT))
      all.set(memory.address, { memory, sources: new Set([source]) });
  };

  const list = yield* listResources(view);
  for (const resource of list.active) add(resource, 'ResourceList');
  const shared = targetsOf(waits, rings);
  if (view.space !== undefined) {
    yield* scanForResources(view, (resource) => add(resource, 'Scan'));
    yield* scanForWaiters(view, (block) => void rings.at(block));
    const blocks = rings.all().flatMap((ring) => ring.blocks.map(({ address }) => address));
    const targets = new Set<bigint>([...blocks, ...shared]);
    yield* findByWaiters(view, targets, (resource) => add(resource, 'WaiterPointer'));
  }

  const byRing = new Map<bigint, SharedWaiterObject>();
  const byEvent = new Map<bigint, SharedWaiterObject>();
  for (const { memory } of all.values())
    for (const { field, access } of WAITER_FIELDS) {
      const pointer = virtualAddress(memory.bytes[field]);
      if (pointer === 0n) continue;
      const ring = memory.era === 'Windows10Since1703' ? rings.at(pointer) : undefined;
      if (ring) byRing.set(ring.key, { resource: memory.address, access });
      else if (memory.era !== 'Windows10Since1703')
        byEvent.set(pointer, { resource: memory.address, access });
    }
  const named = new Map<bigint, NamedResource>();
  for (const ring of rings.all()) {
    const found = byRing.has(ring.key) ? undefined : resourceByStacks(view, ring);
    if (found) named.set(ring.key, found);
    yield;
  }
  return {
    all,
    rings,
    ofRing: ({ key }) => byRing.get(key),
    namedByStacks: ({ key }) => named.get(key),
    ofEvent: (event) => byEvent.get(event),
    ...(list.broken !== undefined && view.space === undefined && { listBroken: list.broken }),
  };
}
