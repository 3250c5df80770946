import { lockAddress, threadObjectAddress } from '../addresses.ts';
import type { ListEnds } from '../synth/objects/dispatcher.ts';
import type { AwaitedObject, WaitFacts } from '../synth/objects/wait-blocks.ts';
import { waitBlockAddress } from '../synth/objects/wait-blocks.ts';
import type { SimulatedProcess, SimulatedThread, SimulatedWorld } from '../world/model.ts';
import { type Access, type HeldLock, LOCKS, type LockKey } from '../world/waits.ts';
import { type AwaitedObjects, awaitedObjects, lockWaitOf, workQueueAddress } from './awaited-objects.ts';
import { KERNEL } from './globals.ts';

/** The waits of all threads at one moment: the lists and rings in which the waits of several threads hang together. */
export interface WaitScene {
  readonly locks: ReadonlyMap<LockKey, LockScene>;
  readonly queues: ReadonlyMap<bigint, QueueScene>;
  /** The wait of a thread by its own blocks; undefined for one that waits for nothing with an object. */
  waitOf(thread: SimulatedThread, dueTime: bigint): WaitFacts | undefined;
  /** The blocks on the wait list of an object. */
  waitersOf(object: bigint): ListEnds | undefined;
  /** The thread's neighbours among those that wait for the same lock. */
  ringOf(thread: SimulatedThread): { readonly next: bigint; readonly previous: bigint };
  /** The queue that a thread serves. */
  servedBy(process: SimulatedProcess, thread: SimulatedThread): QueueScene | undefined;
}

export interface LockScene {
  readonly address: bigint;
  readonly owners: readonly { readonly thread: SimulatedThread; readonly access: Access }[];
  readonly waiters: readonly { readonly thread: SimulatedThread; readonly access: Access }[];
}

export interface QueueScene {
  readonly address: bigint;
  readonly kind: 'completion' | 'work';
  /** All that serve it, and those of them that have work. */
  readonly threads: readonly SimulatedThread[];
  readonly busy: readonly SimulatedThread[];
}

export interface Inhabitant {
  readonly process: SimulatedProcess;
  readonly thread: SimulatedThread;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

const LOCK_NAMES = Object.keys(LOCKS) as LockKey[];

/** Threads that hold locks or serve queues keep doing so whatever they wait for. */
export function waitScene(
  inhabitants: readonly Inhabitant[],
  { processes }: Pick<SimulatedWorld, 'processes'>,
): WaitScene {
  const lists = new Map<bigint, bigint[]>();
  const locks = new Map<LockKey, Mutable<LockScene>>();
  const queues = new Map<bigint, Mutable<QueueScene>>();
  const awaited = new Map<SimulatedThread, AwaitedObjects>();

  const lockOf = (lock: LockKey) => {
    const known = locks.get(lock) ?? {
      address: lockAddress(LOCK_NAMES.indexOf(lock)),
      owners: [],
      waiters: [],
    };
    locks.set(lock, known);
    return known;
  };
  const queueOf = (address: bigint, kind: QueueScene['kind']) => {
    const known = queues.get(address) ?? { address, kind, threads: [], busy: [] };
    queues.set(address, known);
    return known;
  };
  const hold = (thread: SimulatedThread, { lock, access }: HeldLock) =>
    lockOf(lock).owners.push({ thread, access });

  const processNamed = (name: string) => processes.find(({ snapshot }) => snapshot.name === name);

  for (const { process, thread } of inhabitants) {
    const { waitsFor, holds = [], worksFor } = thread.activity;
    for (const held of holds) hold(thread, held);
    if (worksFor !== undefined) {
      const queue = queueOf(workQueueAddress(process, worksFor), 'work');
      queue.threads.push(thread);
      queue.busy.push(thread);
    }
    const objects = awaitedObjects(process, thread, processNamed);
    if (waitsFor === undefined || objects === undefined) continue;
    awaited.set(thread, objects);
    if (waitsFor.for === 'lock') lockOf(waitsFor.lock).waiters.push({ thread, access: waitsFor.access });
    const [first] = objects.objects;
    if (objects.type === 'dequeue' && first !== undefined) {
      queueOf(first, waitsFor.for === 'work' ? 'work' : 'completion').threads.push(thread);
    }
    for (const [index, object] of objects.objects.entries()) {
      const block = waitBlockAddress(KERNEL, threadObjectAddress(thread.ordinal), index);
      const list = lists.get(object);
      if (list === undefined) lists.set(object, [block]);
      else list.push(block);
    }
  }

  const waiting = (object: bigint, block: bigint): AwaitedObject => {
    const list = lists.get(object) ?? [];
    const place = list.indexOf(block);
    const head = object + 8n;
    return { object, next: list[place + 1] ?? head, previous: list[place - 1] ?? head };
  };

  return {
    locks,
    queues,
    waitOf(thread, dueTime) {
      const objects = awaited.get(thread);
      if (objects === undefined) return undefined;
      const address = threadObjectAddress(thread.ordinal);
      return {
        type: objects.type,
        mode: objects.mode,
        objects: objects.objects.map((object, index) =>
          waiting(object, waitBlockAddress(KERNEL, address, index)),
        ),
        ...(objects.objects.length === 0 ? { dueTime } : {}),
      };
    },
    waitersOf(object) {
      const list = lists.get(object);
      const [first, last] = [list?.[0], list?.at(-1)];
      return first === undefined || last === undefined ? undefined : { first, last };
    },
    ringOf(thread) {
      const plan = thread.activity.waitsFor;
      const waiters =
        plan?.for === 'lock' ? lockOf(plan.lock).waiters.filter(({ access }) => access === plan.access) : [];
      const place = waiters.findIndex((waiter) => waiter.thread === thread);
      const at = (index: number) => lockWaitOf(waiters.at(index % waiters.length)?.thread ?? thread).block;
      return { next: at(place + 1), previous: at(place - 1) };
    },
    servedBy(process, thread) {
      const { waitsFor, worksFor } = thread.activity;
      if (worksFor !== undefined) return queues.get(workQueueAddress(process, worksFor));
      const isIdle = waitsFor?.for === 'completion' || waitsFor?.for === 'work';
      return isIdle ? queues.get(awaited.get(thread)?.objects[0] ?? 0n) : undefined;
    },
  };
}
