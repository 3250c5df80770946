import {
  awaitedObjectsAddress,
  processObjectAddress,
  queueAddress,
  requestAddress,
  threadObjectAddress,
} from '../addresses.ts';
import { framePlace, HOME_BYTES } from '../stacks/frame-places.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import { MESSAGE_BYTES, PORT_BYTES, writeMessage, writePort } from '../synth/objects/alpc.ts';
import { EVENT_BYTES, writeEvent } from '../synth/objects/dispatcher.ts';
import {
  RESOURCE_SPIN_LOCK,
  WAITER_EVENT,
  writeLockQueueHandle,
  writeResourceWaiter,
} from '../synth/objects/resource.ts';
import type { ThreadFacts } from '../synth/objects/thread-object.ts';
import type { SimulatedProcess, SimulatedThread, SimulatedWorld } from '../world/model.ts';
import { EVENT_SPACING, lockWaitOf, staleEventAddress } from './awaited-objects.ts';
import { KERNEL } from './globals.ts';
import { controlBlockAddress, namedLockAddress } from './place-locks.ts';
import { threadListHead } from './place-queues.ts';
import type { WaitScene } from './wait-scene.ts';

/** The waits of threads: the fields of the ETHREAD, what is on the stack, and the objects that are a thread's own. */

const RUNNING = 2;
/** Critical regions of a thread that waits for a lock of a file system, and of one that holds some. */
const WAITER_REGIONS = 1;
const OWNER_REGIONS = 2;
/** How long sleepers still have, 100 ns units. */
const SLEEP_LEFT = 30_000_000n;
/** Two pointers to a lock's objects, and one to a request. */
const LOCALS_BYTES = 0x18;
const FIRST_MESSAGE = 0x11a40;
const PORT_PLACE = 3;

const messageId = ({ ordinal }: SimulatedThread) => FIRST_MESSAGE + ordinal * 4;

/** The fields of a thread object about its wait. `isLinked` is false while a capture has taken the thread off its wait lists. */
export function waitFacts(
  scene: WaitScene,
  world: SimulatedWorld,
  process: SimulatedProcess,
  thread: SimulatedThread,
  isLinked: boolean,
): Partial<ThreadFacts> {
  const { activity, ordinal } = thread;
  const wait = scene.waitOf(thread, world.upTime + SLEEP_LEFT);
  const queue = scene.servedBy(process, thread);
  const isReply = activity.waitsFor?.for === 'reply';
  const holdsLocks = (activity.holds ?? []).length > 0;
  const criticalRegions = holdsLocks ? OWNER_REGIONS : activity.waitsFor?.for === 'lock' ? WAITER_REGIONS : 0;
  const alpcWaiters =
    isReply && isLinked
      ? scene.waitersOf(threadObjectAddress(ordinal) + BigInt(KERNEL.thread.alpcSemaphore))
      : undefined;
  return {
    criticalRegions,
    ...(wait === undefined ? {} : { wait }),
    ...(activity.state === RUNNING && activity.userFrames.length > 0
      ? { staleObject: staleEventAddress(thread) }
      : {}),
    ...(queue === undefined ? {} : { queue: servedQueue(queue, thread) }),
    ...(isReply ? { alpcMessage: { address: awaitedObjectsAddress(ordinal), id: messageId(thread) } } : {}),
    ...(alpcWaiters === undefined ? {} : { alpcWaiters }),
  };
}

/** The thread's place in the list of those that serve a queue. */
function servedQueue(
  { address, kind, threads }: NonNullable<ReturnType<WaitScene['servedBy']>>,
  thread: SimulatedThread,
) {
  const place = threads.indexOf(thread);
  const entryOf = (neighbour: SimulatedThread | undefined) =>
    neighbour === undefined
      ? address + BigInt(threadListHead(kind))
      : threadObjectAddress(neighbour.ordinal) + BigInt(KERNEL.thread.queueListEntry);
  return { address, next: entryOf(threads[place + 1]), previous: entryOf(threads[place - 1]) };
}

/**
 * What a wait for a lock has on the stack. `isLinked` is false while a capture has taken the thread off the wait list of its
 * event; the ring of waiters is the resource's, and no capture touches it.
 */
export function placeLockWait(
  memory: KernelMemory,
  scene: WaitScene,
  thread: SimulatedThread,
  isLinked: boolean,
): void {
  const plan = thread.activity.waitsFor;
  if (plan?.for !== 'lock') return;
  const lock = scene.locks.get(plan.lock)?.address ?? 0n;
  const { handle, block, resource } = lockWaitOf(thread);
  writeLockQueueHandle(memory.at(handle), 0, lock + BigInt(RESOURCE_SPIN_LOCK));
  memory.at(resource).u64(0, lock);
  const waiters = isLinked ? scene.waitersOf(block + BigInt(WAITER_EVENT)) : undefined;
  writeResourceWaiter(memory.at(block), {
    ...scene.ringOf(thread),
    thread: threadObjectAddress(thread.ordinal),
    ...(waiters === undefined ? {} : { waiters }),
  });
}

/** Local variables: of functions that hold locks the file's control block and the lock, and a request that is on no list. */
export function placeLocals(memory: KernelMemory, process: SimulatedProcess, thread: SimulatedThread): void {
  const { holds = [], pendingOffList, mentions } = thread.activity;
  for (const { lock, frame } of holds) {
    const locals = memory.at(localsOf(thread, frame));
    locals.u64(0, controlBlockAddress(lock)).u64(8, namedLockAddress(lock));
  }
  if (pendingOffList !== undefined) {
    memory.at(localsOf(thread, pendingOffList)).u64(0x10, requestAddress(thread.ordinal));
  }
  if (mentions !== undefined) {
    const sender = process.threads.find(({ activity }) => activity.name === mentions.requestOf);
    if (sender === undefined) throw new RangeError(`no thread of the process has sent ${mentions.requestOf}`);
    memory.at(localsOf(thread, mentions.frame)).u64(0x10, requestAddress(sender.ordinal));
  }
}

function localsOf(thread: SimulatedThread, frame: string): bigint {
  const place = framePlace(thread, frame);
  if (place === undefined || place.bytes < Number(HOME_BYTES) + LOCALS_BYTES) {
    throw new RangeError(`${thread.activity.name} has no frame of ${frame}, or one without room`);
  }
  return place.rsp + HOME_BYTES;
}

/** Events and messages in pool memory that belong to one thread alone. */
export function placeAwaitedObjects(
  memory: KernelMemory,
  scene: WaitScene,
  world: SimulatedWorld,
  process: SimulatedProcess,
  thread: SimulatedThread,
): void {
  const { activity, ordinal } = thread;
  const address = awaitedObjectsAddress(ordinal);
  if (activity.state === RUNNING && activity.userFrames.length > 0) {
    writeEvent(memory.place(`stale event of ${ordinal}`, staleEventAddress(thread), EVENT_BYTES));
  }
  const plan = activity.waitsFor;
  if (plan?.for === 'events') {
    for (let index = 0; index < plan.count; index++) {
      const event = address + BigInt(index * EVENT_SPACING);
      writeEvent(memory.place(`event ${index} of ${ordinal}`, event, EVENT_BYTES), scene.waitersOf(event));
    }
  }
  if (plan?.for === 'reply') placeMessage(memory, world, process, thread, plan.server);
}

/** The message that waits for its reply. A server that asks itself has not taken it yet. */
function placeMessage(
  memory: KernelMemory,
  world: SimulatedWorld,
  process: SimulatedProcess,
  thread: SimulatedThread,
  server: string,
): void {
  const owner = world.processes.find(({ snapshot }) => snapshot.name === server);
  const taker = owner === process ? undefined : owner?.threads[0];
  const port = queueAddress(owner?.ordinal ?? 0, PORT_PLACE);
  const label = `port of ${server}`;
  if (!memory.has(label)) {
    writePort(memory.place(label, port, PORT_BYTES), processObjectAddress(owner?.ordinal ?? 0));
  }
  const message = memory.place(
    `message of ${thread.ordinal}`,
    awaitedObjectsAddress(thread.ordinal),
    MESSAGE_BYTES,
  );
  writeMessage(message, {
    waitingThread: threadObjectAddress(thread.ordinal),
    connectionPort: port,
    sequence: thread.ordinal,
    client: { processId: process.snapshot.processId, threadId: thread.snapshot.threadId },
    messageId: messageId(thread),
    ...(taker === undefined ? {} : { serverThread: threadObjectAddress(taker.ordinal) }),
  });
}
