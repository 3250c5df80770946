import { addressAt } from '../../../binary/address.ts';
import { tryReadFields, tryReadU16 } from '../../../dump/memory/memory.ts';
import { asObject, hasObjectType } from '../../../kernel/guards.ts';
import { IO_TYPE } from '../../../kernel/layouts/io.ts';
import { derived, fromMemory } from '../../evidence.ts';
import { MUTEX_EVENT } from '../../layouts/mutexes.ts';
import { isEvent } from '../dispatcher-object.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Objects inside something else that can be recognised by what is around them. */

const MUTEX_REASONS = new Set(['WrFastMutex', 'WrGuardedMutex']);

export const fastMutex: Rule = {
  number: 11,
  match({ view, object, wait, header }) {
    if (!MUTEX_REASONS.has(wait.reason ?? '') || header?.type !== 'SynchronizationEvent') return undefined;
    const mutex = addressAt(object, -MUTEX_EVENT);
    const fields = tryReadFields(view.memory, mutex, view.lockLayouts.fastMutex);
    if (fields === undefined) return undefined;
    const { Count, Owner } = fields;
    const owner = asObject(Owner);
    if (Count > 0 || owner === undefined || hasObjectType(view.memory, owner, 'thread') === false)
      return undefined;
    return {
      kind: 'FastMutex',
      evidence: fromMemory('the mutex around the event'),
      description: wait.reason === 'WrGuardedMutex' ? 'a guarded mutex' : 'a fast mutex',
      lock: { kind: 'FastMutex', mutex },
    };
  },
};

const LOCK_REASONS = new Set([...MUTEX_REASONS, 'WrResource', 'WrPushLock', 'WrMutex']);

/** Whether a FILE_OBJECT is at `distance` before the object. */
function fileBefore({ view, object }: RuleContext, distance: number) {
  const file = addressAt(object, -distance);
  const isFile =
    tryReadU16(view.memory, file) === IO_TYPE.file &&
    tryReadU16(view.memory, addressAt(file, 2)) === view.io.fileSize;
  return isFile ? file : undefined;
}

export const fileEvent: Rule = {
  number: 12,
  match(context) {
    const { header, look, thread } = context;
    const file = isEvent(header) ? fileBefore(context, context.view.io.fileEvent) : undefined;
    if (file === undefined) return undefined;
    // A synchronous handle has one request at a time; the thread's own on this file is the one that it waits for.
    const request = look.requestsOf(thread).find((each) => each.file?.address === file);
    return {
      kind: 'FileEvent',
      evidence: derived('event of the file object'),
      description: 'the end of a request on a file',
      file: look.fileAt(file),
      ...(request && { request: request.address }),
    };
  },
};

export const fileLock: Rule = {
  number: 13,
  match(context) {
    const file = isEvent(context.header) ? fileBefore(context, context.view.io.fileLock) : undefined;
    return file
      ? {
          kind: 'FileLock',
          evidence: derived('lock of the file object'),
          description: 'another request on the same synchronous file handle',
          file: context.look.fileAt(file),
          lock: { kind: 'FileLock', file },
        }
      : undefined;
  },
};

export const requestEvent: Rule = {
  number: 14,
  match({ look, thread, object }) {
    const request = look.requestsOf(thread).find(({ userEvent }) => userEvent === object);
    return request
      ? {
          kind: 'RequestEvent',
          evidence: fromMemory('event of the request'),
          description: 'the end of its I/O request',
          request: request.address,
        }
      : undefined;
  },
};

/** The driver is a suspect: that it owns the memory does not prove that it sets the event. */
export const driverEvent: Rule = {
  number: 15,
  match({ view, object, header, look, wait }) {
    // The event of a lock is in the memory of a driver too, and the lock itself may be missing from the dump.
    if (header === undefined || wait.reason === undefined || LOCK_REASONS.has(wait.reason)) return undefined;
    const image = view.images.find(object);
    const kind = isEvent(header) ? 'an event' : `a ${header.type.toLowerCase()}`;
    if (image && !image.isKernel)
      return {
        kind: 'DriverEvent',
        evidence: derived('image that holds the object'),
        description: `${kind} in the data of ${image.name}`,
        driver: image.name,
      };
    const device = look.deviceAt(object);
    return device
      ? {
          kind: 'DriverEvent',
          evidence: derived('device extension that holds the object'),
          description: `${kind} in a device extension of ${device.driver}`,
          driver: device.driver,
        }
      : undefined;
  },
};

/** Distance of the two semaphores of a kernel thread that waits for its next task (two real threads of 19041). */
const SEMAPHORE_PAIR = 0x20n;

export const workerSignal: Rule = {
  number: 17,
  match({ view, object, others, header, wait }) {
    if (header?.type !== 'Semaphore' || wait.waitType !== 'Any') return undefined;
    if (view.images.find(object)?.isKernel !== true) return undefined;
    const paired = others.some(
      (other) => (other > object ? other - object : object - other) === SEMAPHORE_PAIR,
    );
    return paired
      ? {
          kind: 'WorkerSignal',
          evidence: derived('semaphores of a kernel thread without work'),
          description: 'its next task',
          isIdle: true,
        }
      : undefined;
  },
};
