import { X64_19041 } from '../../src/simulator/synth/builds.ts';
import { MESSAGE_BYTES, writeMessage, writePort } from '../../src/simulator/synth/objects/alpc.ts';
import {
  FAST_MUTEX_BYTES,
  FAST_MUTEX_EVENT,
  MUTANT_BYTES,
  MUTANT_LIST_ENTRY,
  writeFastMutex,
  writeMutant,
} from '../../src/simulator/synth/objects/dispatcher.ts';
import {
  DEVICE_BYTES,
  DRIVER_BYTES,
  FILE_BYTES,
  FILE_EVENT,
  FILE_LOCK,
  requestBytes,
  writeDevice,
  writeDriver,
  writeFile,
  writeRequest,
} from '../../src/simulator/synth/objects/io-objects.ts';
import { contendedPushLock, writePushLockBlock } from '../../src/simulator/synth/objects/push-lock.ts';
import { DRIVER, NT, REASON, World, type WorldThread } from './world.ts';

const { thread: THREAD } = X64_19041;
const EXTENSION_BYTES = 0x100;

/** Small worlds with one relation each, for the rules that the real dump does not show. */

export interface Scene {
  readonly world: World;
  readonly thread: WorldThread;
  /** The thread or service that is expected to be asked next. */
  readonly other?: WorldThread;
  readonly object?: bigint;
}

/** FILE_OBJECT with a name. */
export function fileObject(world: World, name: string, device = 0n): bigint {
  const file = world.allocate(FILE_BYTES);
  writeFile(world.at(file), { device, name: { bytes: 0, buffer: 0n } });
  if (name !== '') world.unicodeString(file + 0x58n, name);
  return file;
}

/** DRIVER_OBJECT and a DEVICE_OBJECT of it, with an extension of 0x100 bytes. */
export function deviceOf(world: World, driverName: string | undefined, start = DRIVER): bigint {
  const driver = world.allocate(DRIVER_BYTES);
  writeDriver(world.at(driver), { image: { base: start, bytes: 0 }, name: { bytes: 0, buffer: 0n } });
  if (driverName !== undefined) world.unicodeString(driver + 0x38n, driverName);
  const device = world.allocate(DEVICE_BYTES + EXTENSION_BYTES);
  const extension = { address: device + BigInt(DEVICE_BYTES), bytes: EXTENSION_BYTES };
  writeDevice(world.at(device), { driver, extension });
  return device;
}

export interface IrpFields {
  readonly device?: bigint;
  readonly file?: bigint;
  readonly major?: number;
  readonly minor?: number;
  readonly control?: number;
  readonly stackCount?: number;
  readonly current?: number;
  readonly userEvent?: bigint;
  readonly completion?: bigint;
  readonly listed?: bigint;
}

/** IRP with one filled location, on no list unless `listed` is a list head. */
export function irpOf(world: World, thread: WorldThread, fields: IrpFields = {}): bigint {
  const count = fields.stackCount ?? 2;
  const current = fields.current ?? count;
  const irp = world.allocate(requestBytes(count));
  const entry = irp + 0x20n;
  writeRequest(world.at(irp), irp, {
    thread: thread.address,
    next: entry,
    previous: entry,
    originalFile: fields.file ?? 0n,
    userEvent: fields.userEvent ?? 0n,
    currentLocation: current,
    locations: Array.from({ length: count }, (_, index) =>
      index === current - 1
        ? {
            majorFunction: fields.major ?? 3,
            minorFunction: fields.minor ?? 0,
            device: fields.device ?? 0n,
            file: fields.file ?? 0n,
            control: fields.control ?? 1,
            completion: { routine: fields.completion ?? 0n, context: 0n },
          }
        : undefined,
    ),
  });
  if (fields.listed !== undefined) world.ring([fields.listed, entry]);
  return irp;
}

/** Leaves an address on the used part of a stack. */
export function mention(world: World, thread: WorldThread, address: bigint, slot = 0n): void {
  world.u64(thread.kernelStack + 0x100n + slot * 8n, address);
}

/** The ALPC message whose reply a thread waits for. */
function sendMessage(
  world: World,
  thread: WorldThread,
  facts: { readonly serverThread?: bigint; readonly connectionPort: bigint },
): void {
  const message = world.allocate(MESSAGE_BYTES);
  world.u64(thread.address + BigInt(THREAD.alpcMessage), message);
  writeMessage(world.at(message), {
    waitingThread: thread.address,
    sequence: 0,
    client: { processId: 0, threadId: 0 },
    messageId: 0,
    ...facts,
  });
}

function waitingWorld(reason: number): { world: World; thread: WorldThread } {
  const world = new World();
  return { world, thread: world.thread({ reason, threadId: 100, processId: 8 }) };
}

/** One waiting thread at an object of a type of its own. */
function typed(reason: number, type: number, words: number, waitType: 'any' | 'dequeue' = 'any'): Scene {
  const { world, thread } = waitingWorld(reason);
  const object = world.allocate(0x300);
  world.object(object, type, words);
  world.wait(thread, [object], waitType);
  return { world, thread, object };
}

export const SCENES = {
  suspended(): Scene {
    const { world, thread } = waitingWorld(REASON.Suspended);
    const object = thread.address + BigInt(THREAD.suspendEvent);
    world.object(object, 0, 6);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  alpcReply(): Scene {
    const { world, thread } = waitingWorld(REASON.WrLpcReply);
    const other = world.thread({ threadId: 200, processId: 16 });
    const object = thread.address + BigInt(THREAD.alpcSemaphore);
    world.object(object, 5, 8);
    world.u32(object + 0x18n, 1);
    sendMessage(world, thread, { serverThread: other.address, connectionPort: 0n });
    world.wait(thread, [object]);
    return { world, thread, other, object };
  },

  alpcUntaken(): Scene {
    const { world, thread } = waitingWorld(REASON.WrLpcReply);
    const object = thread.address + BigInt(THREAD.alpcSemaphore);
    world.object(object, 5, 8);
    world.u32(object + 0x18n, 1);
    const port = world.allocate(0x100);
    const process = world.allocate(0x100);
    world.u8(process, 3);
    writePort(world.at(port), process);
    sendMessage(world, thread, { connectionPort: port });
    world.wait(thread, [object]);
    return { world, thread, object: process };
  },

  keyedEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.WrKeyedEvent);
    const object = thread.address + BigInt(THREAD.alpcSemaphore);
    world.object(object, 5, 8);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  processExit: (): Scene => typed(REASON.UserRequest, 3, 0xb6),

  threadExit(): Scene {
    const { world, thread } = waitingWorld(REASON.UserRequest);
    const other = world.thread({ threadId: 200, processId: 8 });
    world.object(other.address, 6, 0xb6);
    world.wait(thread, [other.address]);
    return { world, thread, other, object: other.address };
  },

  mutant(): Scene {
    const { world, thread } = waitingWorld(REASON.UserRequest);
    const other = world.thread({ threadId: 200, processId: 8 });
    const object = world.allocate(MUTANT_BYTES);
    writeMutant(world.at(object), { owner: other.address, acquisitions: 2 });
    world.ring([other.address + BigInt(THREAD.mutants), object + BigInt(MUTANT_LIST_ENTRY)]);
    world.wait(thread, [object]);
    return { world, thread, other, object };
  },

  completionPort(): Scene {
    const scene = typed(REASON.WrQueue, 4, 0x10, 'dequeue');
    const { world, object = 0n } = scene;
    world.selfLink(object + 0x18n);
    world.u32(object + 0x28n, 2);
    world.u32(object + 0x2cn, 4);
    return scene;
  },

  timer(): Scene {
    const scene = typed(REASON.UserRequest, 8, 0x10);
    scene.world.u64((scene.object ?? 0n) + 0x18n, 1_000_000n + 50_000n);
    return scene;
  },

  sleep(): Scene {
    const { world, thread } = waitingWorld(REASON.DelayExecution);
    const block = thread.address + 0x1d0n;
    world.u8(thread.address + 0x103n, 0x40);
    world.u64(thread.address + 0x118n, 1_000_000n + 50_000n);
    world.u64(thread.address + 0xd0n, block);
    world.u8(thread.address + 0x24bn, 1);
    world.u8(block + 0x10n, 1);
    world.u64(block + 0x18n, thread.address);
    return { world, thread, object: thread.address + 0x100n };
  },

  resource(): Scene {
    const { world, thread } = waitingWorld(REASON.WrResource);
    const other = world.thread({ threadId: 200, processId: 8 });
    const [block = 0n] = world.resourceWaiters([thread]);
    const object = world.resource(world.allocate(0x68), {
      owner: other.address,
      exclusive: true,
      exclusiveWaiters: block,
      exclusiveCount: 1,
    });
    return { world, thread, other, object };
  },

  resourceNotStored(): Scene {
    const { world, thread } = waitingWorld(REASON.WrResource);
    const other = world.thread({ reason: REASON.WrResource, threadId: 200, processId: 8 });
    world.resourceWaiters([thread, other]);
    return { world, thread, other };
  },

  pushLock(): Scene {
    const { world, thread } = waitingWorld(REASON.WrPushLock);
    const other = world.thread({ reason: REASON.WrPushLock, threadId: 200, processId: 8 });
    const [newest = 0n, oldest = 0n] = [thread, other].map(({ stackBase }) => stackBase - 0x600n);
    writePushLockBlock(world.at(newest), { next: oldest, last: oldest });
    writePushLockBlock(world.at(oldest), { last: 0n });
    world.wait(thread, [newest]);
    world.wait(other, [oldest]);
    const object = world.allocate(8);
    world.u64(object, contendedPushLock(newest));
    return { world, thread, other, object };
  },

  fastMutex(): Scene {
    const { world, thread } = waitingWorld(REASON.WrFastMutex);
    const other = world.thread({ threadId: 200, processId: 8 });
    const mutex = world.allocate(FAST_MUTEX_BYTES);
    writeFastMutex(world.at(mutex), { owner: other.address, waiterCount: 1, contention: 7 });
    world.wait(thread, [mutex + BigInt(FAST_MUTEX_EVENT)]);
    return { world, thread, other, object: mutex };
  },

  fileEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const file = fileObject(world, '\\data.txt');
    world.wait(thread, [file + BigInt(FILE_EVENT)]);
    return { world, thread, object: file };
  },

  fileLock(): Scene {
    const { world, thread } = waitingWorld(REASON.UserRequest);
    const other = world.thread({ threadId: 200, processId: 8 });
    const file = fileObject(world, '\\data.txt');
    const irp = irpOf(world, other, { file });
    mention(world, other, irp);
    world.wait(thread, [file + BigInt(FILE_LOCK)]);
    return { world, thread, other, object: file };
  },

  requestEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const event = world.event(thread.stackBase - 0x700n);
    const irp = irpOf(world, thread, { userEvent: event, device: deviceOf(world, '\\FileSystem\\Ntfs') });
    mention(world, thread, irp);
    world.wait(thread, [event]);
    return { world, thread, object: irp };
  },

  driverData(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const object = DRIVER + 0x2000n;
    world.event(object);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  deviceExtension(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const device = deviceOf(world, '\\Driver\\disk');
    mention(world, thread, irpOf(world, thread, { device }));
    const object = world.event(device + 0x180n);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  localEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const object = world.event(thread.stackBase - 0x700n);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  workerSignal(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    for (const at of [NT + 0x1000n, NT + 0x1020n]) world.object(at, 5, 8);
    world.wait(thread, [NT + 0x1000n, NT + 0x1020n]);
    return { world, thread, object: NT + 0x1000n };
  },

  unknown: (): Scene => typed(REASON.Executive, 1, 6),
} as const;

/** A thread that owns a resource and waits for a file server, and three that wait for the resource. */
export function serverStory(): World {
  const world = new World();
  const owner = world.thread({ threadId: 1000, processId: 48, reason: REASON.Executive });
  const waiters = [1004, 1008, 1012].map((threadId) =>
    world.thread({ threadId, processId: 48, reason: REASON.WrResource }),
  );
  const blocks = world.resourceWaiters(waiters);
  const resource = world.resource(NT + 0x5000n, {
    owner: owner.address,
    exclusive: true,
    exclusiveWaiters: blocks[0] ?? 0n,
    exclusiveCount: 3,
  });
  const mup = deviceOf(world, '\\FileSystem\\Mup');
  const file = fileObject(world, '\\;LanmanRedirector\\;Z:0000000000027a36\\fileserver\\www\\a.aspx', mup);
  const header = world.allocate(0x40);
  world.u64(header + 8n, resource);
  world.u64(file + 0x18n, header);
  const event = world.event(owner.stackBase - 0x700n);
  const device = deviceOf(world, '\\FileSystem\\mrxsmb20');
  mention(world, owner, irpOf(world, owner, { device, file, major: 0, userEvent: event }));
  world.wait(owner, [event]);
  return world;
}
