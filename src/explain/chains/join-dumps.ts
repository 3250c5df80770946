import type { VirtualAddress } from '../../binary/address.ts';
import { groupBy } from '../group-by.ts';
import type { KernelFacts, Lock, PendingRequest, ThreadReference, ThreadWait } from '../model.ts';

/** Facts of several dumps of one boot of one machine, as one. */
export interface JoinedFacts {
  readonly waits: readonly ThreadWait[];
  readonly locks: readonly Lock[];
  readonly requests: readonly PendingRequest[];
}

/** Locks that are the same: by identity, or because they share a block that their waiters keep. Union-find, near linear. */
function sameLocks(locks: readonly Lock[]): Lock[][] {
  const parent = locks.map((_, index) => index);
  const find = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      const next = parent[at] ?? at;
      parent[at] = parent[next] ?? next;
      at = next;
    }
    return at;
  };
  const first = new Map<string, number>();
  locks.forEach(({ id, waiterBlocks = [] }, index) => {
    for (const key of [id, ...waiterBlocks.map((block) => `block ${block}`)]) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parent[find(index)] = find(known);
    }
  });
  const numbered = locks.map((lock, index) => ({ lock, root: find(index) }));
  return [...groupBy(numbered, ({ root }) => root).values()].map((group) => group.map(({ lock }) => lock));
}

const byThread = <T extends { readonly thread?: ThreadReference; readonly pointer?: VirtualAddress }>(
  entries: readonly T[],
): T[] => [...new Map(entries.map((entry) => [entry.thread?.address ?? entry.pointer, entry])).values()];

/** One lock of several views on it: the view with an address and owners decides, waiters are joined. */
function joinLocks(views: readonly Lock[]): Lock {
  const rank = ({ address, owners }: Lock) => (address === undefined ? 0 : 2) + (owners.length > 0 ? 1 : 0);
  const [first, ...rest] = [...views].sort((a, b) => rank(b) - rank(a));
  if (first === undefined) throw new RangeError('a lock has at least one view');
  if (rest.length === 0) return first;
  const named = views.find(({ name }) => name !== undefined)?.name;
  return {
    ...first,
    owners: byThread(views.flatMap(({ owners }) => owners)),
    waiters: byThread(views.flatMap(({ waiters }) => waiters)),
    ownersKnown: views.some(({ ownersKnown }) => ownersKnown),
    ...(named && { name: named }),
  };
}

/**
 * Joins what several dumps of one boot show. A thread, a lock or a request that several dumps hold counts once; a thread that
 * one dump contains is no longer missing in another.
 * @param contained threads of the dumps that neither wait nor hold anything there
 */
export function joinDumps(
  dumps: readonly KernelFacts[],
  contained: Iterable<ThreadReference> = [],
): JoinedFacts {
  const [only] = dumps;
  if (dumps.length === 1 && only !== undefined) return only;
  const waits = new Map<VirtualAddress, ThreadWait>();
  for (const wait of dumps.flatMap((dump) => dump.waits)) {
    const known = waits.get(wait.thread.address);
    if (known === undefined || known.objects.length < wait.objects.length)
      waits.set(wait.thread.address, wait);
  }
  const present = new Map<VirtualAddress, ThreadReference>();
  const note = (thread: ThreadReference | undefined) => {
    if (thread?.inDump === true) present.set(thread.address, thread);
  };
  for (const thread of contained) note(thread);
  const all = dumps.flatMap(({ locks }) => locks);
  for (const { thread } of waits.values()) note(thread);
  for (const { owners, waiters } of all) for (const { thread } of [...owners, ...waiters]) note(thread);
  const known = <T extends { readonly thread?: ThreadReference }>(entry: T): T => {
    const found = entry.thread && present.get(entry.thread.address);
    return found === undefined ? entry : { ...entry, thread: found };
  };
  const groups = sameLocks(all);
  const idOf = new Map<string, string>();
  const locks = groups.map((views) => {
    const joined = joinLocks(views);
    for (const { id } of views) idOf.set(id, joined.id);
    return { ...joined, owners: joined.owners.map(known), waiters: joined.waiters.map(known) };
  });
  const renamed = [...waits.values()].map((wait) => ({
    ...wait,
    objects: wait.objects.map((each) => {
      const object = each.target?.thread === undefined ? each : { ...each, target: known(each.target) };
      const id = object.lock === undefined ? undefined : idOf.get(object.lock);
      return id === undefined || id === object.lock ? object : { ...object, lock: id };
    }),
  }));
  const requests = new Map(
    dumps.flatMap((dump) => dump.requests).map((request) => [request.address, request]),
  );
  return { waits: renamed, locks, requests: [...requests.values()].map(known) };
}
