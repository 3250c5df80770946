import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { joinDumps } from '../../src/explain/chains/join-dumps.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelFacts, Lock, WaitObjectKind } from '../../src/explain/model.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { threadObjectAddress } from '../../src/simulator/addresses.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import type { ActivityName } from '../../src/simulator/world/activities.ts';
import type { Activity } from '../../src/simulator/world/activity.ts';
import type { SimulatedThread, SimulatedWorld } from '../../src/simulator/world/model.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { captureThreads } from './capture.ts';

/** What the reader finds in dumps of the simulated machine is what the scenario plans, thread for thread. */

const ORDER = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;

function factsOf(bytes: Uint8Array): KernelFacts {
  const dump = openDump(bytesSource(bytes));
  return kernelFacts(kernelView(dump, readKernelObjects(dump)));
}

function liveFacts(scenario: string): { readonly world: SimulatedWorld; readonly facts: KernelFacts } {
  const world = startWorld(buildWorld(scenario));
  return { world, facts: factsOf(writeLiveDump(world, ORDER)) };
}

const threadsOf = (world: SimulatedWorld): readonly SimulatedThread[] =>
  world.processes.flatMap(({ threads }) => threads);

/** Object addresses of the threads that the plan gives an activity. */
function addressesOf(world: SimulatedWorld, ...activities: readonly ActivityName[]): bigint[] {
  const named = (activity: Activity) => activities.some((name) => name === activity.name);
  return threadsOf(world)
    .filter(({ activity }) => named(activity))
    .map(({ ordinal }) => threadObjectAddress(ordinal) as bigint)
    .sort();
}

const sorted = (threads: readonly { readonly thread?: { readonly address: bigint } }[]) =>
  threads.map(({ thread }) => thread?.address as bigint).sort();

const contended = ({ locks }: KernelFacts) => locks.filter(({ waiters }) => waiters.length > 0);

const lockOn = (facts: KernelFacts, file: string): Lock | undefined =>
  facts.locks.find(({ name }) => name?.text.endsWith(file));

/** What the wait of each activity is found to be for. An activity that is not listed has no wait. */
const KINDS: Partial<Record<ActivityName, readonly WaitObjectKind[]>> = {
  fcbWaiter: ['Resource'],
  oplockHolder: ['Unknown'],
  idleWorker: ['Queue'],
  completionPort: ['Queue'],
  systemWorker: ['Queue'],
  waitSingle: ['Unknown'],
  waitMultiple: ['Unknown', 'Unknown', 'Unknown'],
  sleeping: ['Timer'],
  alpcClient: ['AlpcReply'],
  alertByThreadId: ['UserLock'],
  readingFile: ['FileEvent'],
};

describe('a live dump of w3wp-oplock', () => {
  const { world, facts } = liveFacts('w3wp-oplock');

  it('a live dump of w3wp-oplock has one wait of the planned kind for every thread that waits, and none for one that runs', () => {
    const found = new Map(facts.waits.map((wait) => [wait.thread.address as bigint, wait]));
    for (const { activity, ordinal } of threadsOf(world)) {
      const wait = found.get(threadObjectAddress(ordinal));
      const kinds = KINDS[activity.name as ActivityName];
      expect(
        wait?.objects.map(({ kind }) => kind),
        activity.name,
      ).toEqual(kinds);
      const isIdle = ['idleWorker', 'completionPort', 'systemWorker'].includes(activity.name);
      expect(wait?.isIdle ?? false, activity.name).toBe(isIdle);
    }
  });

  it('a live dump of w3wp-oplock has one contended lock: 227 threads wait for it, and the thread in the SMB exchange owns it', () => {
    expect(contended(facts)).toHaveLength(1);
    const [lock] = contended(facts);
    expect(lock).toMatchObject({
      kind: 'Resource',
      ownersKnown: true,
      exclusiveWaiterCount: 227,
      sharedWaiterCount: 0,
      contentionCount: 227,
      waiterPriority: { agrees: true },
      evidence: { class: 'Memory' },
      owners: [{ access: 'Exclusive', count: 1, evidence: { class: 'Memory' } }],
    });
    expect(lock?.name?.text).toContain('\\\\fileserver\\wwwroot$\\site\\default.aspx');
    expect(sorted(lock?.owners ?? [])).toEqual(addressesOf(world, 'oplockHolder'));
    expect(sorted(lock?.waiters ?? [])).toEqual(addressesOf(world, 'fcbWaiter'));
  });

  it('a live dump of w3wp-oplock has the request of the owner at the driver that marked it pending, with the file on the server', () => {
    const [owner] = addressesOf(world, 'oplockHolder');
    const request = facts.requests.find(({ thread }) => thread?.address === owner);
    expect(request).toMatchObject({
      majorFunction: 'IRP_MJ_CREATE',
      holder: { driver: { name: '\\FileSystem\\mrxsmb20' }, markedPending: true },
      file: { name: { text: '\\\\fileserver\\wwwroot$\\site\\default.aspx', kind: 'Network' } },
    });
    expect(request?.locations.map(({ driver }) => driver?.name)).toEqual([
      '\\FileSystem\\FltMgr',
      '\\FileSystem\\Mup',
      '\\FileSystem\\mrxsmb',
      '\\FileSystem\\mrxsmb20',
    ]);
  });

  it('a live dump of w3wp-oplock has a request for every thread that sent one, and for no other', () => {
    expect(sorted(facts.requests)).toEqual(addressesOf(world, 'oplockHolder', 'fcbWaiter', 'readingFile'));
  });

  it('a live dump of w3wp-oplock has waiters that wait no longer than the owner of their lock', () => {
    const waited = (address: bigint | undefined) =>
      facts.waits.find(({ thread }) => thread.address === address)?.waitTimeMs ?? 0;
    const [owner] = addressesOf(world, 'oplockHolder');
    const longest = Math.max(...addressesOf(world, 'fcbWaiter').map(waited));
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(waited(owner));
  });

  it('a live dump of w3wp-oplock names the server thread that has an ALPC message, and no thread where none has taken it', () => {
    const server = world.processes.find(({ snapshot }) => snapshot.name === 'svchost.exe');
    const taker = threadObjectAddress(server?.threads[0]?.ordinal ?? 0);
    const replies = facts.waits.flatMap(({ thread, objects }) =>
      objects.filter(({ kind }) => kind === 'AlpcReply').map(({ target }) => ({ thread, target })),
    );
    const own = replies.filter(({ thread }) => thread.processId === server?.snapshot.processId);
    expect(own).toMatchObject([{ target: { isUntaken: true } }]);
    const others = replies.filter((reply) => !own.includes(reply));
    expect(others.length).toBeGreaterThan(0);
    for (const { target } of others) expect(target?.thread?.address).toBe(taker);
  });
});

describe('a triage capture of w3wp-oplock', () => {
  it('a triage capture of w3wp-oplock has the waiters that it captured, linked to each other, and a lock that their stacks name, without an owner', async () => {
    const places = Array.from({ length: 14 }, (_, index) => index + 4);
    const { answer, addresses } = await captureThreads('w3wp-oplock', places);
    const facts = factsOf(answer.bytes);
    const waiters = addressesOf(buildWorld('w3wp-oplock'), 'fcbWaiter').filter((address) =>
      addresses.includes(address),
    );
    expect(waiters.length).toBeGreaterThan(5);
    expect(facts.origin).toBe('CaptureTriage');
    // The capture does not store the resource: that its address is right shows in a live dump.
    const [held] = contended(liveFacts('w3wp-oplock').facts);
    expect(facts.locks).toMatchObject([
      {
        kind: 'Resource',
        address: held?.address,
        owners: [],
        ownersKnown: false,
        foundBy: ['WaiterRing', 'Stack'],
        evidence: { class: 'Derived' },
      },
    ]);
    expect(sorted(facts.locks[0]?.waiters ?? [])).toEqual(waiters);
  });

  it('a triage capture of w3wp-oplock in all its batches together has one ring of all 227 waiters', async () => {
    const count = 300;
    const batches = Array.from({ length: Math.ceil(count / 12) }, (_, batch) =>
      Array.from({ length: Math.min(12, count - batch * 12) }, (_, index) => batch * 12 + index),
    );
    const dumps: KernelFacts[] = [];
    for (const places of batches) {
      const { answer } = await captureThreads('w3wp-oplock', places);
      dumps.push(factsOf(answer.bytes));
    }
    const { locks } = joinDumps(dumps);
    expect(locks).toHaveLength(1);
    expect(sorted(locks[0]?.waiters ?? [])).toEqual(addressesOf(buildWorld('w3wp-oplock'), 'fcbWaiter'));
  });

  it('a triage capture of w3wp-oplock has wait blocks that the capture took off their lists', async () => {
    const { answer, addresses } = await captureThreads('w3wp-oplock', [5, 6, 8]);
    const { waits } = factsOf(answer.bytes);
    expect(sorted(waits)).toEqual([...addresses].sort());
    for (const { links } of waits) expect(links).toBe('UnlinkedByCapture');
  });
});

describe('a live dump of deadlock', () => {
  const { world, facts } = liveFacts('deadlock');

  it('a live dump of deadlock has two locks, each owned by the thread that waits for the other one', () => {
    const [toArchive] = addressesOf(world, 'moverToArchive');
    const [toInbox] = addressesOf(world, 'moverToInbox');
    expect(contended(facts)).toHaveLength(2);
    const inbox = lockOn(facts, '\\\\fileserver\\exchange\\inbox\\orders.xml');
    const archive = lockOn(facts, '\\\\fileserver\\exchange\\archive\\orders.xml');
    expect(sorted(inbox?.owners ?? [])).toEqual([toArchive]);
    expect(sorted(archive?.owners ?? [])).toEqual([toInbox]);
    expect(sorted(archive?.waiters ?? [])).toEqual([toArchive]);
    const byAccess = (access: string) => inbox?.waiters.filter((waiter) => waiter.access === access) ?? [];
    expect(sorted(byAccess('Exclusive'))).toEqual([toInbox]);
    expect(sorted(byAccess('Shared'))).toEqual(addressesOf(world, 'inboxReader'));
  });
});

describe('a live dump of workers-used-up', () => {
  const { world, facts } = liveFacts('workers-used-up');

  it('a live dump of workers-used-up has 16 workers that wait for one lock, whose owner waits in the middle of a close', () => {
    expect(contended(facts)).toHaveLength(1);
    const [lock] = contended(facts);
    expect(sorted(lock?.waiters ?? [])).toEqual(addressesOf(world, 'blockedWorker'));
    expect(sorted(lock?.owners ?? [])).toEqual(addressesOf(world, 'waitsForWorker'));
    const [owner] = addressesOf(world, 'waitsForWorker');
    expect(facts.requests.find(({ thread }) => thread?.address === owner)?.majorFunction).toBe(
      'IRP_MJ_CLEANUP',
    );
  });

  it('a live dump of workers-used-up has idle workers at the other queue, whose counts are those of the plan', () => {
    const idle = addressesOf(world, 'systemWorker');
    const waits = facts.waits.filter(({ thread }) => idle.includes(thread.address));
    expect(waits).toHaveLength(80);
    for (const { objects, isIdle } of waits) {
      expect(isIdle).toBe(true);
      expect(objects[0]?.queue).toMatchObject({ kind: 'Priority', threads: 80, hasEntries: false });
    }
  });
});
