import { describe, expect, it } from 'vitest';
import type { KernelFacts, WaitObject } from '../../src/explain/model.ts';
import { RULES } from '../../src/explain/objects/identify.ts';
import { irpOf, mention, SCENES, type Scene } from './scenes.ts';
import { frame, REASON, World } from './world.ts';

function objectOf({ waits }: KernelFacts, { thread }: Scene): WaitObject | undefined {
  return waits.find((wait) => wait.thread.address === thread.address)?.objects[0];
}

/** Rule, kind and class that each scene must give. */
const EXPECTED = {
  suspended: [1, 'Suspension', 'Derived'],
  alpcReply: [2, 'AlpcReply', 'Derived'],
  alpcUntaken: [2, 'AlpcReply', 'Derived'],
  keyedEvent: [3, 'UserLock', 'Derived'],
  processExit: [4, 'ProcessExit', 'Memory'],
  threadExit: [5, 'ThreadExit', 'Memory'],
  mutant: [6, 'Mutant', 'Memory'],
  completionPort: [7, 'Queue', 'Memory'],
  timer: [8, 'Timer', 'Memory'],
  sleep: [8, 'Timer', 'Memory'],
  resource: [9, 'Resource', 'Memory'],
  resourceNotStored: [9, 'Resource', 'Memory'],
  pushLock: [10, 'PushLock', 'Derived'],
  fastMutex: [11, 'FastMutex', 'Memory'],
  fileEvent: [12, 'FileEvent', 'Derived'],
  fileLock: [13, 'FileLock', 'Derived'],
  requestEvent: [14, 'RequestEvent', 'Memory'],
  driverData: [15, 'DriverEvent', 'Derived'],
  deviceExtension: [15, 'DriverEvent', 'Derived'],
  localEvent: [16, 'LocalEvent', 'Derived'],
  workerSignal: [17, 'WorkerSignal', 'Derived'],
  unknown: [18, 'Unknown', 'Guess'],
} as const satisfies Record<keyof typeof SCENES, readonly [number, string, string]>;

describe('the object behind a wait', () => {
  it.each(Object.entries(EXPECTED))(
    'the object behind a wait in the scene %s is what rule %s finds',
    (name, [rule, kind, evidence]) => {
      const scene = SCENES[name as keyof typeof SCENES]();
      expect(objectOf(scene.world.facts(), scene)).toMatchObject({
        rule,
        kind,
        evidence: { class: evidence },
      });
    },
  );

  it('the object behind a wait is found by rules whose numbers are 1 to 17, each once', () => {
    expect(RULES.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 17 }, (_, index) => index + 1),
    );
  });

  it('the object behind a wait of an ALPC client is the server thread that has the message', () => {
    const scene = SCENES.alpcReply();
    expect(objectOf(scene.world.facts(), scene)?.target?.thread).toMatchObject({
      address: scene.other?.address,
      threadId: 200,
    });
  });

  it('the object behind a wait of an ALPC client without a server thread is the process that owns the port, without a thread', () => {
    const scene = SCENES.alpcUntaken();
    expect(objectOf(scene.world.facts(), scene)?.target).toMatchObject({
      isUntaken: true,
      process: { address: scene.object },
    });
  });

  it('the object behind a wait is no ALPC server when the message names another waiting thread', () => {
    const scene = SCENES.alpcReply();
    const message = scene.world.qword(scene.thread.address + 0x530n);
    scene.world.u64(message + 0x20n, scene.other?.address ?? 0n);
    expect(objectOf(scene.world.facts(), scene)?.target).toBeUndefined();
  });

  it('the object behind a wait of a file event is the request of the thread on that file', () => {
    const scene = SCENES.fileEvent();
    const irp = irpOf(scene.world, scene.thread, { file: scene.object ?? 0n });
    mention(scene.world, scene.thread, irp);
    expect(objectOf(scene.world.facts(), scene)).toMatchObject({ kind: 'FileEvent', request: irp });
  });

  it('the object behind a wait of a suspended thread has the count of its suspensions', () => {
    const scene = SCENES.suspended();
    scene.world.u8(scene.thread.address + 0x284n, 3);
    expect(objectOf(scene.world.facts(), scene)?.description).toContain('suspended 3 times');
  });

  it('the object behind a wait of an abandoned mutant is marked as left by its owner', () => {
    const scene = SCENES.mutant();
    scene.world.u8((scene.object ?? 0n) + 0x30n, 1);
    expect(objectOf(scene.world.facts(), scene)?.description).toContain('left without releasing');
  });

  it('the object behind a wait takes the locked bit of an object that a processor works on away from its type', () => {
    const scene = SCENES.mutant();
    scene.world.u8(scene.object ?? 0n, 0x82);
    expect(objectOf(scene.world.facts(), scene)?.kind).toBe('Mutant');
  });

  it('the object behind a wait is named by the exact frame below the wait, and never by a scanned one', () => {
    const scene = SCENES.localEvent();
    const sp = scene.thread.kernelStack;
    const named = [
      frame('KiSwapContext', sp),
      frame('KeWaitForSingleObject', sp + 0x40n),
      frame('FltSendMessage', sp + 0x80n),
    ];
    const facts = (frames: typeof named) =>
      objectOf(scene.world.facts({ frames: new Map([[scene.thread.address, frames]]) }), scene);
    expect(facts(named)).toMatchObject({
      evidence: { class: 'Stack' },
      description: 'an event of its own, in nt!FltSendMessage+0x10',
    });
    const scanned = named.map((each) => ({ ...each, foundBy: 'scan' as const }));
    expect(facts(scanned)).toMatchObject({ evidence: { class: 'Derived' } });
  });

  it('the object behind a wait for an alert by thread id is a lock inside the process', () => {
    const world = new World();
    const thread = world.thread({ reason: REASON.WrAlertByThreadId });
    const [wait] = world.facts().waits;
    expect(wait).toMatchObject({ thread: { address: thread.address }, objects: [{ kind: 'UserLock' }] });
  });

  it('the object behind a wait of an idle worker, and of a thread without a task, does not count as stuck', () => {
    for (const scene of [SCENES.completionPort(), SCENES.workerSignal()])
      expect(scene.world.facts().waits[0]?.isIdle).toBe(true);
    expect(SCENES.localEvent().world.facts().waits[0]?.isIdle).toBe(false);
  });

  it('the object behind a wait keeps the counts of a completion port', () => {
    const scene = SCENES.completionPort();
    expect(objectOf(scene.world.facts(), scene)?.queue).toMatchObject({
      kind: 'Completion',
      running: 2,
      maximum: 4,
      hasEntries: false,
    });
  });
});

describe('a wait', () => {
  it('a wait whose block nothing links to is not one', () => {
    const scene = SCENES.localEvent();
    // The event's list no longer holds the block: the wait has ended and left its block behind.
    scene.world.selfLink((scene.object ?? 0n) + 8n);
    expect(scene.world.facts().waits[0]).toMatchObject({
      objects: [],
      incomplete: expect.stringContaining('not on the wait lists'),
    });
  });

  it('a wait of a running thread is never claimed, whatever its block looks like', () => {
    const world = new World();
    const thread = world.thread({ state: 2 });
    const event = world.event(thread.stackBase - 0x700n);
    world.wait(thread, [event]);
    expect(world.facts().waits).toEqual([]);
  });

  it.each([
    ['any', 'Any'],
    ['all', 'All'],
  ] as const)('a wait for %s of five objects keeps their order', (waitType, expected) => {
    const world = new World();
    const thread = world.thread({ reason: REASON.UserRequest });
    const objects = Array.from({ length: 5 }, () => world.event(world.allocate(0x18)));
    world.wait(thread, objects, waitType);
    const [wait] = world.facts().waits;
    expect(wait?.waitType).toBe(expected);
    expect(wait?.objects.map(({ address }) => address)).toEqual(objects);
  });

  it('a wait with a time limit has the time when it ends by itself', () => {
    const scene = SCENES.localEvent();
    const timer = scene.thread.address + 0x100n;
    scene.world.u8(timer + 3n, 0x40);
    scene.world.u64(timer + 0x18n, 1_000_000n + 250_000n);
    expect(scene.world.facts().waits[0]?.timeout).toMatchObject({ dueInMs: 25 });
  });

  it('a wait that a capture ended for its copy is derived, never memory', () => {
    const scene = SCENES.mutant();
    // The capture's APC took the block off the list of the object.
    scene.world.selfLink((scene.object ?? 0n) + 8n);
    const frames = new Map([
      [
        scene.thread.address,
        [
          { ...frame('KiDeliverApc', scene.thread.kernelStack), capture: true },
          frame('KiSwapThread', scene.thread.kernelStack + 0x40n),
          frame('KeWaitForSingleObject', scene.thread.kernelStack + 0x80n),
        ],
      ],
    ]);
    const [wait] = scene.world.facts({ origin: 'CaptureTriage', frames }).waits;
    expect(wait).toMatchObject({
      links: 'UnlinkedByCapture',
      evidence: { class: 'Derived' },
      objects: [{ kind: 'Mutant', evidence: { class: 'Derived' } }],
    });
  });

  it('a wait of which neither frames nor an enumeration speak is a guess in a capture', () => {
    const scene = SCENES.mutant();
    const [wait] = scene.world.facts({ origin: 'CaptureTriage' }).waits;
    expect(wait?.evidence.class).toBe('Guess');
    // What it waits for is known no better than that it waits.
    expect(wait?.objects.map(({ evidence }) => evidence.class)).toEqual(['Guess']);
  });

  it('a wait that lacks one of its blocks is marked as incomplete', () => {
    const world = new World();
    const thread = world.thread({ reason: REASON.UserRequest });
    const objects = Array.from({ length: 5 }, () => world.event(world.allocate(0x18)));
    world.wait(thread, objects);
    const blocks = world.qword(thread.address + 0xd0n);
    for (let at = blocks + 0xc0n; at < blocks + 0xf0n; at += 8n) world.words.delete(at);
    expect(world.facts().waits[0]).toMatchObject({
      objects: { length: 4 },
      incomplete: '1 of its 5 wait blocks are not in the dump',
    });
  });
});
