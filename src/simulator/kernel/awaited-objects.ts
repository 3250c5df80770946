import {
  awaitedObjectsAddress,
  processObjectAddress,
  queueAddress,
  requestFileAddress,
  threadObjectAddress,
} from '../addresses.ts';
import { type FramePlace, framePlace, HOME_BYTES } from '../stacks/frame-places.ts';
import { FILE_EVENT } from '../synth/objects/io-objects.ts';
import { LOCK_QUEUE_HANDLE_BYTES, WAITER_BYTES, WAITER_EVENT } from '../synth/objects/resource.ts';
import type { WAIT_TYPE } from '../synth/objects/wait-blocks.ts';
import type { SimulatedProcess, SimulatedThread } from '../world/model.ts';
import { type CompletionPort, WORK_QUEUES, type WorkQueueName } from '../world/waits.ts';
import { KERNEL } from './globals.ts';

/** Where the objects are that a thread waits for. */
export interface AwaitedObjects {
  readonly type: keyof typeof WAIT_TYPE;
  /** Dispatcher objects in the order of the thread's wait blocks; none for a thread that sleeps. */
  readonly objects: readonly bigint[];
  readonly mode: 'kernel' | 'user';
}

/** What a wait for a lock needs in its frame: home space, a gap, the handle and the block. */
const WAIT_LOCALS_BYTES = 0x30 + LOCK_QUEUE_HANDLE_BYTES + WAITER_BYTES;

/** Events of a thread's own are this far apart. */
export const EVENT_SPACING = 0x20;
/** The object of a wait that has ended, behind those of the current one. */
const STALE_EVENT = 0x100n;

const PORTS: readonly CompletionPort[] = ['workerFactory', 'ownPort'];

export function portAddress(process: SimulatedProcess, port: CompletionPort): bigint {
  return queueAddress(process.ordinal, PORTS.indexOf(port));
}

export function workQueueAddress(process: SimulatedProcess, queue: WorkQueueName): bigint {
  return queueAddress(process.ordinal, WORK_QUEUES.indexOf(queue));
}

/** An event that a running thread waited for some time ago. */
export function staleEventAddress({ ordinal }: SimulatedThread): bigint {
  return awaitedObjectsAddress(ordinal) + STALE_EVENT;
}

function waitFrame(thread: SimulatedThread): FramePlace {
  const frame = framePlace(thread, 'nt!ExpWaitForResource');
  if (frame === undefined || frame.bytes < WAIT_LOCALS_BYTES) {
    throw new RangeError('a thread that waits for a lock has no frame with room for its block');
  }
  return frame;
}

/** What a wait for an ERESOURCE has on the stack of its thread. */
export interface LockWait {
  /** The handle by which the resource's own lock was taken. */
  readonly handle: bigint;
  /** The thread's block in the ring of waiters. */
  readonly block: bigint;
  /** The resource's address, in a register that a callee has saved. */
  readonly resource: bigint;
}

export function lockWaitOf(thread: SimulatedThread): LockWait {
  const { rsp, saved } = waitFrame(thread);
  const handle = rsp + HOME_BYTES + 0x10n;
  return { handle, block: handle + BigInt(LOCK_QUEUE_HANDLE_BYTES), resource: saved.rbx ?? rsp };
}

/** Undefined for a thread that waits without wait blocks, and for one that does not wait. */
export function awaitedObjects(
  process: SimulatedProcess,
  thread: SimulatedThread,
  processNamed: (name: string) => SimulatedProcess | undefined,
): AwaitedObjects | undefined {
  const plan = thread.activity.waitsFor;
  switch (plan?.for) {
    case undefined:
      return undefined;
    case 'lock':
      return {
        type: 'any',
        objects: [lockWaitOf(thread).block + BigInt(WAITER_EVENT)],
        mode: 'kernel',
      };
    case 'events':
      return {
        type: plan.all === true ? 'all' : 'any',
        objects: Array.from(
          { length: plan.count },
          (_, index) => awaitedObjectsAddress(thread.ordinal) + BigInt(index * EVENT_SPACING),
        ),
        mode: plan.mode,
      };
    case 'completion':
      return { type: 'dequeue', objects: [portAddress(process, plan.port)], mode: 'user' };
    case 'work':
      return { type: 'dequeue', objects: [workQueueAddress(process, plan.queue)], mode: 'kernel' };
    case 'time':
      return { type: 'any', objects: [], mode: 'user' };
    case 'reply':
      return {
        type: 'any',
        objects: [threadObjectAddress(thread.ordinal) + BigInt(KERNEL.thread.alpcSemaphore)],
        mode: 'user',
      };
    case 'request':
      return {
        type: 'any',
        objects: [requestFileAddress(thread.ordinal) + BigInt(FILE_EVENT)],
        mode: 'kernel',
      };
    case 'processEnd': {
      const awaited = processNamed(plan.process);
      if (awaited === undefined)
        throw new RangeError(`a thread waits for the end of no process: ${plan.process}`);
      return { type: 'any', objects: [processObjectAddress(awaited.ordinal)], mode: 'user' };
    }
  }
}
