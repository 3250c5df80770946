import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressAt, type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { classifier } from '../../src/explain/mentions/classify.ts';
import { mentionsOf } from '../../src/explain/mentions/mentions.ts';
import type { KernelFacts, ThreadWait } from '../../src/explain/model.ts';
import { driverReference } from '../../src/explain/requests/drivers.ts';
import { fileReference } from '../../src/explain/requests/files.ts';
import { type KernelView, kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith, sharedData } from '../support/equipment.ts';

/** Every value here was read from the file by a script of its own, and confirmed with Microsoft's debugger engine. */
const OWNER = 0xffffc08bde9e1640n;
const WAITER = 0xffffc08bde0c7040n;
const LOCK = 0xfffff8047c644bc0n;
const QUEUE = 0xffffc08bdcea96e0n;

/** Everything in the file that begins as a DRIVER_OBJECT does. */
function driverObjects({ space = [] }: KernelView): VirtualAddress[] {
  return space.flatMap(({ address, halves }) =>
    [...halves.keys()]
      .filter((index) => index % 2 === 0 && halves[index] === 0x0150_0004)
      .map((index) => addressAt(address, index * 4)),
  );
}

describeWith(['shared-data'], 'waits, locks and requests of a real triage dump', () => {
  let dump: Dump;
  let facts: KernelFacts;
  beforeAll(() => {
    dump = openDump(openFileSource(path.join(sharedData, 'triage_x64.dmp')));
    facts = kernelFacts(kernelView(dump, readKernelObjects(dump)));
  });
  afterAll(() => dump.source.close());

  const waitOf = (address: bigint): ThreadWait | undefined =>
    facts.waits.find(({ thread }) => thread.address === address);

  it('the resource that a thread waits for has its owner, its waiter and its counts', () => {
    expect(facts.locks.find(({ address }) => address === LOCK)).toMatchObject({
      kind: 'Resource',
      name: { text: 'nt+0xc44bc0' },
      owners: [
        {
          kind: 'Thread',
          thread: { address: OWNER, threadId: 264, inDump: true },
          access: 'Exclusive',
          count: 1,
          evidence: { class: 'Memory' },
        },
      ],
      ownersKnown: true,
      waiters: [{ thread: { address: WAITER }, access: 'Exclusive', evidence: { class: 'Memory' } }],
      exclusiveWaiterCount: 1,
      sharedWaiterCount: 0,
      contentionCount: 1,
      resource: { flags: 0x0c86, next: 0xfffff8047c6455e0n, previous: 0xfffff8047c645240n },
      waiterPriority: { value: 12, agrees: true },
      evidence: { class: 'Memory' },
    });
  });

  it('a resource that is only owned has its shared owner and no waiter', () => {
    expect(facts.locks.find(({ address }) => address === 0xfffff8047c644b40n)).toMatchObject({
      owners: [{ thread: { address: OWNER }, access: 'Shared', count: 1 }],
      waiters: [],
    });
  });

  it('no other lock is claimed', () => {
    expect(facts.locks).toHaveLength(2);
  });

  it('the waiter waits exclusively, through the event on its own stack, since 390.6 ms', () => {
    expect(waitOf(WAITER)).toMatchObject({
      reason: 'WrResource',
      waitType: 'Any',
      links: 'Linked',
      isIdle: false,
      inCriticalRegion: true,
      waitTimeMs: 390.625,
      objects: [
        { address: 0xffff85042981ba60n, kind: 'Resource', rule: 9, lock: 'Resource:0xfffff8047c644bc0' },
      ],
      evidence: { class: 'Memory' },
    });
  });

  it('a kernel thread without work waits for either of two semaphores', () => {
    expect(waitOf(0xffffc08bdceb3040n)).toMatchObject({
      waitType: 'Any',
      isIdle: true,
      objects: [
        { name: 'nt+0xc24960', dispatcherType: 'Semaphore', kind: 'WorkerSignal' },
        { name: 'nt+0xc24980', dispatcherType: 'Semaphore', kind: 'WorkerSignal' },
      ],
    });
  });

  it('an event that nothing leads to stays one that nothing is known to own', () => {
    expect(waitOf(0xffffc08bdfb8a080n)).toMatchObject({
      isIdle: false,
      objects: [{ address: 0xffffc08be52e7990n, kind: 'Unknown', rule: 18, evidence: { class: 'Guess' } }],
    });
  });

  it.each([0xffffc08be32d2040n, 0xffffc08be450b100n, 0xffffc08be458d200n])(
    'worker %x is idle, at a queue with its counts',
    (worker) => {
      expect(waitOf(worker)).toMatchObject({
        isIdle: true,
        objects: [
          {
            kind: 'Queue',
            queue: {
              address: QUEUE,
              kind: 'Priority',
              maximum: 16,
              running: 1,
              threads: 15,
              itemsProcessed: 0x15ac,
              itemsAtLastPass: 0x155a,
              hasEntries: false,
            },
          },
        ],
      });
    },
  );

  it('a running thread with a block that looks active, and one that has exited, wait for nothing', () => {
    expect(waitOf(OWNER)).toBeUndefined();
    expect(waitOf(0xffffc08be52e0040n)).toBeUndefined();
  });

  it('the request that is on no list is found by what the stack mentions, with the driver that has it', () => {
    const [request] = facts.requests;
    expect(request).toMatchObject({
      address: 0xffffc08be50a72b0n,
      thread: { address: OWNER, threadId: 264 },
      foundBy: ['StackMention'],
      majorFunction: 'IRP_MJ_PNP',
      minorFunction: 'IRP_MN_START_DEVICE',
      currentLocation: 3,
      stackCount: 3,
      holder: {
        device: 0xffffc08be450c040n,
        driver: { name: '\\Driver\\AmdPPM', evidence: { class: 'Memory' } },
        markedPending: true,
        evidence: { class: 'Memory' },
      },
      cancelled: false,
      locations: [{ isCurrent: true, control: 0xe1, completionRoutineName: 'nt+0x36b110' }],
    });
  });

  it('an unused request that the stack mentions as well is not reported', () => {
    expect(facts.requests).toHaveLength(1);
  });

  it('the stack of the thread mentions its request four times and the devices of its drivers eleven times', () => {
    const view = kernelView(dump, readKernelObjects(dump));
    const thread = view.threads.get(OWNER);
    if (thread === undefined) throw new Error('the thread is not found');
    const mentions = mentionsOf(view, thread, classifier(view, facts.locks));
    const count = (type: string) => mentions.filter((mention) => mention.type === type).length;
    expect(count('Irp')).toBe(4);
    expect(count('DeviceObject')).toBe(11);
  });

  it('a file object without a driver name still has its own name', () => {
    const view = kernelView(dump, readKernelObjects(dump));
    expect(fileReference(view, virtualAddress(0xffffc08be45f6510n)).name).toMatchObject({
      raw: '\\$Extend\\$Reparse:$R:$INDEX_ALLOCATION',
      evidence: { class: 'Memory' },
    });
  });

  it('four of the seven driver objects are named by the image that DriverStart is in', () => {
    const view = kernelView(dump, readKernelObjects(dump));
    const drivers = driverObjects(view).map((address) => driverReference(view, address));
    expect(drivers).toHaveLength(7);
    const derived = drivers.filter((driver) => driver?.evidence.class === 'Derived');
    expect(derived.map((driver) => driver?.name).sort()).toEqual([
      'Wdf01000.sys',
      'fastfat.SYS',
      'msgpioclx.sys',
      'ntoskrnl.exe',
    ]);
  });

  it('the facts of a triage dump are marked as incomplete', () => {
    expect(facts.origin).toBe('BugCheckTriage');
    expect(facts.limits).toMatchObject([
      { kind: 'byDesign', message: expect.stringContaining('triage dump') },
    ]);
  });
});
