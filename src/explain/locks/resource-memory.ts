import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { view as structure, type ValueOf } from '../../binary/layout.ts';
import { readLinks } from '../../dump/kernel-lists/walk-list.ts';
import { tryReadFields, tryReadU64 } from '../../dump/memory/memory.ts';
import { UNITS_PER_PART } from '../../dump/work.ts';
import { hasObjectType, isObjectAddress } from '../../kernel/guards.ts';
import {
  type ERESOURCE,
  FIRST_WINDOWS_10,
  FIRST_WITH_THREE_OWNER_FLAGS,
  FIRST_WITH_WAITER_BLOCKS,
  MOST_OWNERS,
  MOST_WAITERS,
  OWNED_EXCLUSIVE,
  OWNER_ENTRY,
} from '../layouts/resource.ts';
import type { ResourceEra } from '../model.ts';
import type { KernelView } from '../view.ts';

export type ResourceBytes = {
  readonly [K in keyof typeof ERESOURCE.fields]: ValueOf<(typeof ERESOURCE.fields)[K]>;
};

/** An ERESOURCE that passed its guard. */
export interface ResourceMemory {
  readonly address: VirtualAddress;
  readonly bytes: ResourceBytes;
  readonly era: ResourceEra;
  readonly isOwned: boolean;
}

/** An owner entry in words: a thread, or a value that a driver set. */
export interface OwnerValue {
  readonly thread?: VirtualAddress;
  readonly pointer?: VirtualAddress;
  readonly count: number;
}

const OWNER_FLAGS = 0x3n;
const OWNER_POINTER = 0x3n;

export function eraOf({ build }: Pick<KernelView, 'build'>): ResourceEra {
  if (build === undefined || build >= FIRST_WITH_WAITER_BLOCKS) return 'Windows10Since1703';
  return build >= FIRST_WINDOWS_10 ? 'Windows10Before1703' : 'BeforeWindows10';
}

/** Low bits of the count that are flags: three since 1607, two before (public headers, real values 0xc and 8). */
function ownerShift({ build }: Pick<KernelView, 'build'>): number {
  return build === undefined || build >= FIRST_WITH_THREE_OWNER_FLAGS ? 3 : 2;
}

/** The owner of an entry; undefined for an empty one, and for one that can be neither a thread nor an owner pointer. */
export function ownerOf(view: KernelView, thread: bigint, countWord: number): OwnerValue | undefined {
  const count = countWord >>> ownerShift(view);
  if (thread === 0n || count === 0 || count > MOST_OWNERS || !isKernelAddress(thread)) return undefined;
  const address = virtualAddress(thread & ~OWNER_FLAGS);
  if ((thread & OWNER_FLAGS) === OWNER_POINTER) return { pointer: address, count };
  if (!isObjectAddress(address) || hasObjectType(view.memory, address, 'thread') === false) return undefined;
  return { thread: address, count };
}

/** Whether list links can be those of a resource: kernel addresses that are mutual where the neighbours are stored. */
function linksFit({ memory }: KernelView, address: VirtualAddress, flink: bigint, blink: bigint): boolean {
  if (!isKernelAddress(flink) || !isKernelAddress(blink)) return false;
  const back = readLinks(memory, virtualAddress(flink))?.previous;
  const forth = readLinks(memory, virtualAddress(blink))?.next;
  return (back === undefined || back === address) && (forth === undefined || forth === address);
}

const waitersFit = (count: number, pointer: bigint) =>
  count <= MOST_WAITERS && (pointer === 0n || isKernelAddress(pointer));

/**
 * The ERESOURCE at `address`, or undefined when its guard fails or it is not whole in the dump. The guard alone does not find
 * resources: free memory passes it too. Use it at addresses that something else leads to.
 */
export function readResource(view: KernelView, address: VirtualAddress): ResourceMemory | undefined {
  if (address % 8n !== 0n) return undefined;
  const bytes = tryReadFields(view.memory, address, view.lockLayouts.resource);
  if (bytes === undefined) return undefined;
  if (bytes.ActiveCount > MOST_OWNERS || bytes.ActiveEntries > MOST_OWNERS) return undefined;
  if (!waitersFit(bytes.NumberOfSharedWaiters, bytes.SharedWaiters)) return undefined;
  if (!waitersFit(bytes.NumberOfExclusiveWaiters, bytes.ExclusiveWaiters)) return undefined;
  if (bytes.OwnerTable !== 0n && !isKernelAddress(bytes.OwnerTable)) return undefined;
  if (bytes.OwnerThread !== 0n && !isKernelAddress(bytes.OwnerThread)) return undefined;
  if (!linksFit(view, address, bytes.Flink, bytes.Blink)) return undefined;
  const owner = ownerOf(view, bytes.OwnerThread, bytes.OwnerCount);
  const exclusive = (bytes.Flag & OWNED_EXCLUSIVE) !== 0;
  const isOwned = bytes.ActiveCount > 0;
  // One owner at most is exclusive, and its entry has the flag.
  if (exclusive && (!isOwned || owner === undefined)) return undefined;
  return { address, bytes, era: eraOf(view), isOwned };
}

/**
 * The stricter test of an *owned* resource, which found both owned ones and nothing else at 197,000 addresses of two real
 * triage dumps. It is the one to scan with.
 */
export function isScannedResource(view: KernelView, { bytes, isOwned, era }: ResourceMemory): boolean {
  // Since 1703 the waiter fields point to waiters, so they are empty exactly when there is no waiter.
  const waiterFields =
    era !== 'Windows10Since1703' ||
    ((bytes.SharedWaiters !== 0n) === (bytes.NumberOfSharedWaiters !== 0) &&
      (bytes.ExclusiveWaiters !== 0n) === (bytes.NumberOfExclusiveWaiters !== 0));
  return isOwned && waiterFields && ownerOf(view, bytes.OwnerThread, bytes.OwnerCount) !== undefined;
}

type OwnerEntry = OwnerValue & { readonly from: 'entry' | 'table' };

/**
 * The owner entries of a resource. A thread that waits for shared access fills its entry before it waits, so the table holds
 * waiters beside owners. The acquiring functions of ReactOS do so, and published outputs of `!locks` list the shared waiters of a
 * resource that one thread owns exclusively among its "Threads" (dokany, pull request 426; openzfsonwindows, issue 317).
 */
export interface OwnerList {
  /** Of a resource owned exclusively, its one owner; else the owners and, where threads wait for shared access, those too. */
  readonly owners: readonly OwnerEntry[];
  /** Of a resource owned exclusively: threads that wait for shared access. */
  readonly queued: readonly OwnerEntry[];
  /** False when the owner table is not whole in the dump. */
  readonly whole: boolean;
}

/** Entries of owner tables that are read in one dump; a file may let every resource point to one long table. */
const MOST_TABLE_ENTRIES = 0x100000;

/** Reads owner entries of resources; all of one dump share a bound. */
export function ownerReader(view: KernelView): (resource: ResourceMemory) => OwnerList {
  let left = MOST_TABLE_ENTRIES;

  function readTable(address: bigint, most: number): { entries: OwnerEntry[]; whole: boolean } {
    if (address === 0n) return { entries: [], whole: false };
    const table = virtualAddress(address);
    const sizeWord = tryReadU64(view.memory, addressAt(table, OWNER_ENTRY.fields.OwnerCount.offset));
    // TableSize is the lower half.
    const size = sizeWord === undefined ? 0 : Number(BigInt.asUintN(32, sizeWord));
    if (sizeWord === undefined || size > MOST_OWNERS || size > left) return { entries: [], whole: false };
    const stored = view.memory.read(table, size * OWNER_ENTRY.size).bytes;
    const count = Math.floor(stored.length / OWNER_ENTRY.size);
    const entries: OwnerEntry[] = [];
    for (let index = 1; index < count && entries.length < most; index++, left--) {
      const { OwnerThread, OwnerCount } = structure(OWNER_ENTRY, stored, index * OWNER_ENTRY.size).all();
      const owner = ownerOf(view, OwnerThread, OwnerCount);
      if (owner === undefined) continue;
      // Every resource can name the same table: its entries are owners of each.
      if (!view.work.spend(UNITS_PER_PART)) return { entries, whole: false };
      entries.push({ ...owner, from: 'table' });
    }
    return { entries, whole: count === size || entries.length === most };
  }

  return ({ bytes, isOwned }) => {
    if (!isOwned) return { owners: [], queued: [], whole: true };
    const entry = ownerOf(view, bytes.OwnerThread, bytes.OwnerCount);
    const owners: OwnerEntry[] = entry ? [{ ...entry, from: 'entry' }] : [];
    const waiting = bytes.NumberOfSharedWaiters;
    if ((bytes.Flag & OWNED_EXCLUSIVE) !== 0) {
      const queued = waiting > 0 ? readTable(bytes.OwnerTable, waiting).entries : [];
      return { owners, queued, whole: true };
    }
    const more = bytes.ActiveEntries + waiting - owners.length;
    if (more <= 0) return { owners, queued: [], whole: true };
    const { entries, whole } = readTable(bytes.OwnerTable, more);
    const all = [...owners, ...entries];
    return { owners: all, queued: [], whole: whole && all.length >= bytes.ActiveEntries };
  };
}
