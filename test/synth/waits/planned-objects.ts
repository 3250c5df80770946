import {
  MESSAGE_BYTES,
  PORT_BYTES,
  writeMessage,
  writePort,
} from '../../../src/simulator/synth/objects/alpc.ts';
import {
  EVENT_BYTES,
  FAST_MUTEX_BYTES,
  FAST_MUTEX_EVENT,
  MUTANT_BYTES,
  MUTANT_LIST_ENTRY,
  writeEvent,
  writeFastMutex,
  writeMutant,
} from '../../../src/simulator/synth/objects/dispatcher.ts';
import {
  contendedPushLock,
  PUSH_LOCK_BLOCK_BYTES,
  writePushLockBlock,
} from '../../../src/simulator/synth/objects/push-lock.ts';
import {
  QUEUE_BYTES,
  WORK_QUEUE_BYTES,
  writeQueue,
  writeWorkQueue,
} from '../../../src/simulator/synth/objects/queues.ts';
import { REGION } from '../kernel-truth.ts';
import type { PlannedProcess, PlannedThread, WaitKernel } from './wait-kernel.ts';
import type { PlannedLock } from './wait-truth.ts';

/** Objects that threads of a plan wait for, other than resources and requests. */

/** An event in pool memory. */
export function planEvent({ memory, write }: WaitKernel): bigint {
  const event = memory.allocate(REGION.pool, EVENT_BYTES);
  write((waitersOf) => writeEvent(memory.at(event), waitersOf(event)));
  return event;
}

/** An event among the local variables of a thread. */
export function planLocalEvent({ memory, write }: WaitKernel, thread: PlannedThread): bigint {
  const event = thread.local(EVENT_BYTES);
  write((waitersOf) => writeEvent(memory.at(event), waitersOf(event)));
  return event;
}

/** A mutant; its waiters wait as they say themselves. */
export function planMutant(
  { memory, write, build, amend }: WaitKernel,
  owner: PlannedThread,
  waiters: readonly string[],
): PlannedLock {
  const address = memory.allocate(REGION.pool, MUTANT_BYTES);
  const entry = address + BigInt(MUTANT_LIST_ENTRY);
  const head = owner.address + BigInt(build.thread.mutants);
  amend(owner, { mutants: { first: entry, last: entry } });
  write((waitersOf) => {
    const ends = waitersOf(address);
    writeMutant(memory.at(address), {
      owner: owner.address,
      next: head,
      previous: head,
      ...(ends && { waiters: ends }),
    });
  });
  return {
    kind: 'Mutant',
    address,
    owners: [{ owner: owner.name, access: 'Exclusive', count: 1 }],
    waiters: waiters.map((thread) => ({ thread, access: 'Exclusive' as const })),
  };
}

/** A fast mutex that one thread holds and another one waits for. */
export function planFastMutex(kernel: WaitKernel, owner: PlannedThread, waiter: PlannedThread): PlannedLock {
  const { memory, write } = kernel;
  const address = memory.allocate(REGION.pool, FAST_MUTEX_BYTES);
  const event = address + BigInt(FAST_MUTEX_EVENT);
  kernel.wait(waiter, { kind: 'FastMutex', objects: [event] });
  write((waitersOf) => {
    const ends = waitersOf(event);
    writeFastMutex(memory.at(address), {
      owner: owner.address,
      waiterCount: 1,
      ...(ends && { waiters: ends }),
    });
  });
  return {
    kind: 'FastMutex',
    address,
    owners: [{ owner: owner.name, access: 'Exclusive' }],
    waiters: [{ thread: waiter.name, access: 'Exclusive' }],
  };
}

/** A push lock at `address` with two waiters, the newer one first in its chain. */
export function planPushLock(
  kernel: WaitKernel,
  address: bigint,
  [older, newer]: readonly [PlannedThread, PlannedThread],
): PlannedLock {
  const { memory, write } = kernel;
  const [first, second] = [older, newer].map((thread) => {
    const block = thread.local(PUSH_LOCK_BLOCK_BYTES + 0x10);
    // The low bits of a block's address are flags of the lock.
    const aligned = (block + 0xfn) & ~0xfn;
    kernel.wait(thread, { kind: 'PushLock', objects: [aligned] });
    return aligned;
  }) as [bigint, bigint];
  write((waitersOf) => {
    const ends = (block: bigint) => waitersOf(block) ?? { first: block + 8n, last: block + 8n };
    writePushLockBlock(memory.at(first), { last: first, previous: second, waiters: ends(first) });
    writePushLockBlock(memory.at(second), { next: first, last: first, waiters: ends(second) });
    memory.at(address).u64(0, contendedPushLock(second));
  });
  return {
    kind: 'PushLock',
    address,
    owners: [],
    waiters: [older, newer].map(({ name }) => ({ thread: name, access: 'Exclusive' as const })),
  };
}

/** A message whose reply a thread waits for; without a server thread, none has taken it. */
export function planReply(
  kernel: WaitKernel,
  client: PlannedThread,
  owner: PlannedProcess,
  server?: PlannedThread,
): void {
  const { memory, build } = kernel;
  const semaphore = client.address + BigInt(build.thread.alpcSemaphore);
  const message = memory.placeIn(REGION.pool, `message of ${client.name}`, MESSAGE_BYTES);
  const port = memory.allocate(REGION.pool, PORT_BYTES);
  const id = 0x11a40 + client.threadId;
  kernel.wait(client, { kind: 'AlpcReply', objects: [semaphore], mode: 'user' });
  kernel.amend(client, { alpcMessage: { address: message.address, id } });
  kernel.write((waitersOf) => {
    const alpcWaiters = waitersOf(semaphore);
    if (alpcWaiters !== undefined) kernel.amend(client, { alpcWaiters });
    writePort(memory.at(port), owner.address);
    writeMessage(message, {
      waitingThread: client.address,
      connectionPort: port,
      sequence: 7,
      client: { processId: client.process.processId, threadId: client.threadId },
      messageId: id,
      ...(server === undefined ? {} : { serverThread: server.address }),
    });
  });
}

export interface QueuePlan {
  readonly kind: 'completion' | 'work';
  readonly idle: readonly PlannedThread[];
  readonly busy: readonly PlannedThread[];
}

/** A queue with its workers; the busy ones wait for something else. */
export function planQueue(kernel: WaitKernel, { kind, idle, busy }: QueuePlan): bigint {
  const { memory, build } = kernel;
  const isCompletion = kind === 'completion';
  const address = memory.allocate(REGION.pool, isCompletion ? QUEUE_BYTES : WORK_QUEUE_BYTES);
  const head = address + (isCompletion ? 0x30n : 0x2a0n);
  const members = [...idle, ...busy];
  const entryOf = (thread: PlannedThread | undefined) =>
    thread === undefined ? head : thread.address + BigInt(build.thread.queueListEntry);
  for (const thread of idle) {
    kernel.wait(thread, { kind: 'Queue', objects: [address], type: 'dequeue', isIdle: true });
  }
  for (const [place, thread] of members.entries()) {
    const [next, previous] = [entryOf(members[place + 1]), entryOf(members[place - 1])];
    kernel.amend(thread, { queue: { address, next, previous } });
  }
  kernel.write((waitersOf) => {
    const waiters = waitersOf(address);
    const facts = {
      running: 0,
      maximum: 2,
      ...(waiters && { waiters }),
      threads: { first: entryOf(members[0]), last: entryOf(members.at(-1)) },
    };
    if (isCompletion) writeQueue(memory.at(address), facts);
    else {
      writeWorkQueue(memory.at(address), {
        ...facts,
        priority: 12,
        threadCount: members.length,
        maximumThreads: 0x1000,
        itemsProcessed: 0x234,
        itemsAtLastPass: 0x230,
        partition: REGION.pool + 0x100n,
        node: REGION.pool + 0x200n,
      });
    }
  });
  return address;
}
