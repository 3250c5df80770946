import { formatAddress } from '../../binary/address.ts';
import type { KernelThread as ThreadRecord } from '../../contract/generated/types.ts';
import { ownersClass } from '../../explain/locks/owners-class.ts';
import {
  type Evidence,
  type EvidenceClass,
  type KernelFacts,
  type Lock,
  type LockKind,
  type Owner,
  type PendingRequest,
  type RequestHolder,
  type ThreadReference,
  type ThreadWait,
  type WaitObject,
  type WaitTarget,
  weakestClass,
} from '../../explain/model.ts';
import { defined } from './record-tools.ts';

/** The phrases of tables: what a thread waits for, and its owner. */

const LOCK_WORDS: Readonly<Record<LockKind, string>> = {
  Resource: 'resource',
  PushLock: 'push lock',
  FastMutex: 'fast mutex',
  Mutant: 'mutant',
  FileLock: 'lock of file',
};

/** A class and what it rests on, as two properties of a record. */
export const evidenceOf = ({ class: evidence, basis }: Evidence) => ({ evidence, basis });

export function threadRecordOf({
  address,
  threadId,
  processId,
  processName,
  inDump,
}: ThreadReference): ThreadRecord {
  return {
    address: formatAddress(address),
    ...defined({ threadId, processId, processName }),
    inDump,
  } as ThreadRecord;
}

/** `thread 264`, or its address where its id is not known. */
export function threadWords({ address, threadId, inDump }: ThreadReference): string {
  const name = `thread ${threadId ?? formatAddress(address)}`;
  return inDump ? name : `${name} (not in this dump)`;
}

export function ownerWords({ thread, pointer }: Owner): string {
  if (thread !== undefined) return threadWords(thread);
  return `owner pointer ${pointer === undefined ? '' : formatAddress(pointer)}`.trimEnd();
}

function targetWords({ thread, process, isUntaken }: WaitTarget): string {
  const owner =
    process && `${process.processName ?? 'process'} (${process.processId ?? formatAddress(process.address)})`;
  if (thread !== undefined) return threadWords(thread);
  if (isUntaken === true) return owner === undefined ? 'no thread yet' : `no thread yet of ${owner}`;
  return owner ?? 'unknown';
}

export function lockWords({ kind, name, address, waiters }: Lock): string {
  const what = LOCK_WORDS[kind];
  if (name !== undefined) return `${what} ${name.text}`;
  if (address !== undefined) return `${what} ${formatAddress(address)}`;
  return `${what} that ${waiters.length === 1 ? 'one known thread waits' : `${waiters.length} known threads wait`} for`;
}

/** What else of the facts an object leads to. */
export interface FactLookup {
  lock(id: string | undefined): Lock | undefined;
  /** How a thread waits for a lock; undefined where that is not known. */
  access(lock: Lock, thread: bigint): Lock['waiters'][number]['access'];
  request(address: bigint | undefined): PendingRequest | undefined;
}

export function factLookup({ locks, requests }: KernelFacts): FactLookup {
  const byId = new Map(locks.map((lock) => [lock.id, lock]));
  const byAddress = new Map<bigint, PendingRequest>(requests.map((request) => [request.address, request]));
  const accessOf = new Map<Lock, ReadonlyMap<bigint, Lock['waiters'][number]['access']>>();
  return {
    lock: (id) => (id === undefined ? undefined : byId.get(id)),
    access(lock, thread) {
      let known = accessOf.get(lock);
      if (known === undefined) {
        // Of several entries of one thread the first counts.
        known = new Map(lock.waiters.toReversed().map((waiter) => [waiter.thread.address, waiter.access]));
        accessOf.set(lock, known);
      }
      return known.get(thread);
    },
    request: (address) => (address === undefined ? undefined : byAddress.get(address)),
  };
}

function requestWords({ majorFunction = 'a request', file }: PendingRequest): string {
  return file?.name ? `${majorFunction} of ${file.name.text}` : majorFunction;
}

function objectWords(object: WaitObject, thread: bigint, look: FactLookup): string {
  const lock = look.lock(object.lock);
  const request = look.request(object.request);
  if (request) return requestWords(request);
  if (lock === undefined) return object.description;
  const access = look.access(lock, thread);
  return lock.kind === 'Resource' && access !== undefined
    ? `${lockWords(lock)}, ${access === 'Exclusive' ? 'exclusively' : 'shared'}`
    : lockWords(lock);
}

/** What a thread waits for, in one phrase. */
export function waitWords({ objects, waitType, thread, incomplete }: ThreadWait, look: FactLookup): string {
  const [first, ...others] = objects.map((object) => objectWords(object, thread.address, look));
  if (first === undefined) return incomplete === undefined ? 'unknown' : 'not in this dump';
  if (others.length === 0) return first;
  return `${waitType === 'All' ? 'all' : 'any'} of ${objects.length}: ${[...new Set([first, ...others])].join('; ')}`;
}

/** The driver that has the request of an object, when it is known. */
function holderOf(object: WaitObject, look: FactLookup): RequestHolder | undefined {
  const holder = look.request(object.request)?.holder;
  return holder?.driver && holder;
}

/** The evidence for the owner of what a thread waits for; undefined without an owner. */
export function holderClass({ objects }: ThreadWait, look: FactLookup): EvidenceClass | undefined {
  const classes = objects.flatMap((object) => {
    const holder = holderOf(object, look);
    const lock = look.lock(object.lock);
    return [
      ...(lock !== undefined && lock.owners.length > 0 ? [ownersClass(lock)] : []),
      ...(object.target ? [object.target.evidence.class] : []),
      ...(holder ? [holder.evidence.class] : []),
    ];
  });
  return classes.length === 0 ? undefined : weakestClass(classes);
}

/** Owners of one lock that are named for each thread that waits for it. A resource may have thousands; the lock itself lists them. */
const MOST_NAMED_OWNERS = 32;

function ownersWords({ owners }: Lock): string[] {
  const named = owners.slice(0, MOST_NAMED_OWNERS).map(ownerWords);
  return owners.length === named.length ? named : [...named, `${owners.length - named.length} more`];
}

/** The owners of what a thread waits for, or those that must answer: threads, processes, drivers. */
export function holderWords({ objects }: ThreadWait, look: FactLookup): string[] {
  const words = objects.flatMap((object) => {
    const driver = holderOf(object, look)?.driver;
    const lock = look.lock(object.lock);
    return [
      ...(lock === undefined ? [] : ownersWords(lock)),
      ...(object.target ? [targetWords(object.target)] : []),
      ...(driver ? [driver.name] : []),
    ];
  });
  return [...new Set(words)];
}
