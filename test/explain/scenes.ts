import { DRIVER, NT, REASON, World, type WorldThread } from './world.ts';

/** Small worlds with one relation each, for the rules that the real dump does not show. */

export interface Scene {
  readonly world: World;
  readonly thread: WorldThread;
  /** Who is expected to be asked next, where somebody is. */
  readonly other?: WorldThread;
  readonly object?: bigint;
}

const FILE_SIZE = 0xd8;

/** FILE_OBJECT of wdm.h with a name. */
export function fileObject(world: World, name: string, device = 0n): bigint {
  const file = world.allocate(FILE_SIZE);
  world.u16(file, 5);
  world.u16(file + 2n, FILE_SIZE);
  world.u64(file + 8n, device);
  if (name !== '') world.unicodeString(file + 0x58n, name);
  world.object(file + 0x80n, 1, 6);
  world.object(file + 0x98n, 0, 6);
  world.selfLink(file + 0xc0n);
  return file;
}

/** DRIVER_OBJECT and a DEVICE_OBJECT of it, with an extension of 0x100 bytes. */
export function deviceOf(world: World, driverName: string | undefined, start = DRIVER): bigint {
  const driver = world.allocate(0x150);
  world.u16(driver, 4);
  world.u16(driver + 2n, 0x150);
  world.u64(driver + 0x18n, start);
  if (driverName !== undefined) world.unicodeString(driver + 0x38n, driverName);
  const device = world.allocate(0x250);
  world.u16(device, 3);
  world.u16(device + 2n, 0x250);
  world.u64(device + 8n, driver);
  world.u64(device + 0x40n, device + 0x150n);
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

/** IRP of wdm.h with one filled location, on no list unless `listed` is a list head. */
export function irpOf(world: World, thread: WorldThread, fields: IrpFields = {}): bigint {
  const count = fields.stackCount ?? 2;
  const current = fields.current ?? count;
  const irp = world.allocate(0xd0 + 0x48 * count);
  world.u16(irp, 6);
  world.u16(irp + 2n, 0xd0 + 0x48 * count);
  world.selfLink(irp + 0x20n);
  if (fields.listed !== undefined) world.ring([fields.listed, irp + 0x20n]);
  world.u8(irp + 0x42n, count);
  world.u8(irp + 0x43n, current);
  world.u64(irp + 0x50n, fields.userEvent ?? 0n);
  world.u64(irp + 0x98n, thread.address);
  const location = irp + 0xd0n + 0x48n * BigInt(current - 1);
  world.u64(irp + 0xb8n, location);
  world.u64(irp + 0xc0n, fields.file ?? 0n);
  world.u8(location, fields.major ?? 3);
  world.u8(location + 1n, fields.minor ?? 0);
  world.u8(location + 3n, fields.control ?? 1);
  world.u64(location + 0x28n, fields.device ?? 0n);
  world.u64(location + 0x30n, fields.file ?? 0n);
  world.u64(location + 0x38n, fields.completion ?? 0n);
  return irp;
}

/** Leaves an address on the used part of a stack. */
export function mention(world: World, thread: WorldThread, address: bigint, slot = 0n): void {
  world.u64(thread.kernelStack + 0x100n + slot * 8n, address);
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
    const object = thread.address + 0x2e0n;
    world.object(object, 0, 6);
    world.wait(thread, [object]);
    return { world, thread, object };
  },

  alpcReply(): Scene {
    const { world, thread } = waitingWorld(REASON.WrLpcReply);
    const other = world.thread({ threadId: 200, processId: 16 });
    const object = thread.address + 0x488n;
    world.object(object, 5, 8);
    world.u32(object + 0x18n, 1);
    const message = world.allocate(0x110);
    world.u64(thread.address + 0x530n, message);
    world.u64(message + 0x20n, thread.address);
    world.u64(message + 0xc8n, other.address);
    world.wait(thread, [object]);
    return { world, thread, other, object };
  },

  alpcNobody(): Scene {
    const { world, thread } = waitingWorld(REASON.WrLpcReply);
    const object = thread.address + 0x488n;
    world.object(object, 5, 8);
    world.u32(object + 0x18n, 1);
    const message = world.allocate(0x110);
    const port = world.allocate(0x100);
    const process = world.allocate(0x100);
    world.u8(process, 3);
    world.u64(port + 0x18n, process);
    world.u64(thread.address + 0x530n, message);
    world.u64(message + 0x20n, thread.address);
    world.u64(message + 0xc0n, port);
    world.wait(thread, [object]);
    return { world, thread, object: process };
  },

  keyedEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.WrKeyedEvent);
    const object = thread.address + 0x488n;
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
    const object = world.allocate(0x38);
    world.object(object, 2, 14, -1);
    world.ring([other.address + 0x308n, object + 0x18n]);
    world.u64(object + 0x28n, other.address);
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
    const blocks = [thread, other].map((each) => {
      const block = each.stackBase - 0x600n;
      world.event(block);
      world.zero(block + 0x18n, 0x20);
      world.u32(block + 0x34n, 3);
      world.wait(each, [block]);
      return block;
    });
    const [newest = 0n, oldest = 0n] = blocks;
    world.u64(newest + 0x18n, oldest);
    world.u64(newest + 0x20n, oldest);
    const object = world.allocate(8);
    world.u64(object, newest | 0x3n);
    return { world, thread, other, object };
  },

  fastMutex(): Scene {
    const { world, thread } = waitingWorld(REASON.WrFastMutex);
    const other = world.thread({ threadId: 200, processId: 8 });
    const mutex = world.allocate(0x38);
    world.u32(mutex, -1);
    world.u64(mutex + 8n, other.address);
    world.u32(mutex + 0x10n, 7);
    world.event(mutex + 0x18n);
    world.wait(thread, [mutex + 0x18n]);
    return { world, thread, other, object: mutex };
  },

  fileEvent(): Scene {
    const { world, thread } = waitingWorld(REASON.Executive);
    const file = fileObject(world, '\\data.txt');
    world.wait(thread, [file + 0x98n]);
    return { world, thread, object: file };
  },

  fileLock(): Scene {
    const { world, thread } = waitingWorld(REASON.UserRequest);
    const other = world.thread({ threadId: 200, processId: 8 });
    const file = fileObject(world, '\\data.txt');
    const irp = irpOf(world, other, { file });
    mention(world, other, irp);
    world.wait(thread, [file + 0x80n]);
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
