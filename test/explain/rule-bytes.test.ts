import { describe, expect, it } from 'vitest';
import type { KernelFacts, WaitObject } from '../../src/explain/model.ts';
import { RULES } from '../../src/explain/objects/identify.ts';
import { SCENES, type Scene } from './scenes.ts';
import { memoryStatements } from './statements.ts';
import { REASON } from './world.ts';

/**
 * The bytes that each rule rests on, changed by hand: its statement must vanish, and what is stated instead may be weaker and never
 * another claim. Offsets are those of x64 19041, written here once more so that a wrong one in the product shows.
 */

const NO_TYPE = 0x55;
const SEMAPHORE = 5;
const EVENT = 1;

const [WAIT_REASON, WAIT_BLOCK, BLOCK_TYPE] = [0x283n, 0x140n, 0x10n];

/** Bytes that a rule looks at, and what the object is called without them. */
interface Change {
  readonly rule: number;
  readonly scene: keyof typeof SCENES;
  readonly what: string;
  readonly change: (scene: Scene, object: bigint) => void;
  readonly becomes?: WaitObject['kind'];
}

const type =
  (value: number): Change['change'] =>
  ({ world }, object) =>
    world.u8(object, value);

const reason =
  (value: number): Change['change'] =>
  ({ world, thread }) =>
    world.u8(thread.address + WAIT_REASON, value);

/** A pointer to an object that is no thread. */
function noThread({ world }: Scene): bigint {
  const object = world.allocate(0x40);
  world.object(object, SEMAPHORE, 8);
  return object;
}

const CHANGES: readonly Change[] = [
  { rule: 1, scene: 'suspended', what: 'type of the suspend event', change: type(SEMAPHORE) },
  { rule: 2, scene: 'alpcReply', what: 'type of the semaphore', change: type(EVENT) },
  {
    rule: 2,
    scene: 'alpcReply',
    what: 'limit of the semaphore',
    change: ({ world }, object) => world.u32(object + 0x18n, 2),
  },
  { rule: 2, scene: 'alpcReply', what: 'wait reason', change: reason(REASON.Executive) },
  { rule: 3, scene: 'keyedEvent', what: 'wait reason', change: reason(REASON.Executive) },
  { rule: 3, scene: 'keyedEvent', what: 'type of the semaphore', change: type(EVENT) },
  { rule: 4, scene: 'processExit', what: 'type of the object', change: type(NO_TYPE) },
  { rule: 5, scene: 'threadExit', what: 'type of the object', change: type(NO_TYPE) },
  { rule: 6, scene: 'mutant', what: 'type of the object', change: type(SEMAPHORE) },
  { rule: 7, scene: 'completionPort', what: 'type of the object', change: type(EVENT) },
  { rule: 8, scene: 'timer', what: 'type of the object', change: type(EVENT) },
  { rule: 8, scene: 'sleep', what: 'type of the timer', change: type(NO_TYPE) },
  {
    rule: 9,
    scene: 'resource',
    what: 'thread of the waiter block',
    change: ({ world, other }, event) => world.u64(event - 0x8n, other?.address ?? 0n),
  },
  { rule: 9, scene: 'resource', what: 'type of the event', change: type(SEMAPHORE) },
  {
    rule: 9,
    scene: 'resource',
    what: 'size of the event',
    change: ({ world }, event) => world.u8(event + 2n, 8),
  },
  {
    rule: 9,
    scene: 'resourceNotStored',
    what: 'link from the next waiter block back',
    change: ({ world }, event) => {
      const next = world.qword(event - 0x18n);
      world.u64(next + 8n, noThread({ world } as Scene));
    },
  },
  // An event of the own stack, under a reason that is no lock, is one.
  {
    rule: 10,
    scene: 'pushLock',
    what: 'wait reason',
    change: reason(REASON.Executive),
    becomes: 'LocalEvent',
  },
  {
    rule: 11,
    scene: 'fastMutex',
    what: 'owner',
    change: (scene, event) => scene.world.u64(event - 0x10n, noThread(scene)),
  },
  {
    rule: 11,
    scene: 'fastMutex',
    what: 'count',
    change: ({ world }, event) => world.u32(event - 0x18n, 1),
  },
  { rule: 11, scene: 'fastMutex', what: 'type of the event', change: type(SEMAPHORE) },
  { rule: 11, scene: 'fastMutex', what: 'wait reason', change: reason(REASON.Executive) },
  {
    rule: 12,
    scene: 'fileEvent',
    what: 'type of the file object',
    change: ({ world, object = 0n }) => world.u8(object, 6),
  },
  {
    rule: 12,
    scene: 'fileEvent',
    what: 'size of the file object',
    change: ({ world, object = 0n }) => world.u8(object + 2n, 0xd0),
  },
  { rule: 12, scene: 'fileEvent', what: 'type of the event', change: type(SEMAPHORE) },
  {
    rule: 13,
    scene: 'fileLock',
    what: 'type of the file object',
    change: ({ world, object = 0n }) => world.u8(object, 6),
  },
  { rule: 13, scene: 'fileLock', what: 'type of the event', change: type(SEMAPHORE) },
  {
    rule: 14,
    scene: 'requestEvent',
    what: 'event of the request',
    change: ({ world, object = 0n }) => world.u64(object + 0x50n, 0n),
    becomes: 'LocalEvent',
  },
  {
    rule: 14,
    scene: 'requestEvent',
    what: 'thread of the request',
    change: (scene) => scene.world.u64((scene.object ?? 0n) + 0x98n, noThread(scene)),
    becomes: 'LocalEvent',
  },
  { rule: 15, scene: 'driverData', what: 'type of the object', change: type(NO_TYPE) },
  { rule: 15, scene: 'driverData', what: 'wait reason', change: reason(REASON.WrResource) },
  {
    rule: 15,
    scene: 'deviceExtension',
    what: 'size of the device',
    change: ({ world }, event) => world.u8(event - 0x180n + 3n, 0x01),
  },
  { rule: 16, scene: 'localEvent', what: 'type of the event', change: type(SEMAPHORE) },
  { rule: 16, scene: 'localEvent', what: 'wait reason', change: reason(REASON.WrResource) },
  { rule: 17, scene: 'workerSignal', what: 'type of the semaphore', change: type(EVENT) },
  {
    rule: 17,
    scene: 'workerSignal',
    what: 'kind of the wait: for all objects',
    change: ({ world, thread }) => world.u8(thread.address + WAIT_BLOCK + BLOCK_TYPE, 0),
  },
];

function objectOf({ waits }: KernelFacts, { thread }: Scene): WaitObject | undefined {
  return waits.find((wait) => wait.thread.address === thread.address)?.objects[0];
}

describe('The bytes that a rule rests on', () => {
  it('the bytes of each of the rules 1 to 17 are changed here', () => {
    expect([...new Set(CHANGES.map(({ rule }) => rule))].sort((a, b) => a - b)).toEqual(
      RULES.map(({ number }) => number).sort((a, b) => a - b),
    );
  });

  it.each(CHANGES.map((change) => [change.rule, change.scene, change.what, change] as const))(
    'the statement of rule %i in the scene %s vanishes with another %s',
    (rule, name, _what, { change, becomes = 'Unknown' }) => {
      const scene = SCENES[name]();
      const before = scene.world.facts();
      const object = objectOf(before, scene);
      expect(object?.rule).toBe(rule);
      change(scene, object?.address ?? 0n);
      const after = scene.world.facts();
      const now = objectOf(after, scene);
      // A thread whose blocks no longer fit it waits for nothing that is known.
      expect(now?.kind ?? 'Unknown').toBe(becomes);
      expect(now?.lock).toBeUndefined();
      expect(now?.target).toBeUndefined();
      expect(now?.request).toBeUndefined();
      const known = memoryStatements(before);
      // A request of which the thread is not known states less.
      const invented = [...memoryStatements(after)].filter(
        (line) => !known.has(line) && !line.includes(' of - at '),
      );
      expect(invented).toEqual([]);
    },
  );

  it('the statement of rule 18 claims no owner, with the object and without it', () => {
    const scene = SCENES.unknown();
    expect(objectOf(scene.world.facts(), scene)).toMatchObject({
      rule: 18,
      description: 'an event that nothing in this dump is known to own',
    });
    scene.world.u8(scene.object ?? 0n, NO_TYPE);
    expect(objectOf(scene.world.facts(), scene)).toMatchObject({
      rule: 18,
      description: 'an object that is not in the dump',
    });
  });
});
