import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelFacts, Lock, PendingRequest, ThreadWait } from '../../src/explain/model.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { threadNamed, type WaitFixture, waitFixtures } from '../synth/waits/wait-catalog.ts';
import type { PlannedLock, PlannedRequest, PlannedWait } from '../synth/waits/wait-truth.ts';

/** Whole dump files of threads that wait in every way. What is expected is the plan that they were written from, exactly. */

const ERAS = {
  'until 8.1': 'BeforeWindows10',
  '1507 to 1607': 'Windows10Before1703',
  'since 1703': 'Windows10Since1703',
} as const;

function read({ bytes }: WaitFixture): KernelFacts {
  const dump = openDump(bytesSource(bytes));
  return kernelFacts(kernelView(dump, readKernelObjects(dump)));
}

const hex = (value: bigint | undefined) => (value === undefined ? '?' : `0x${value.toString(16)}`);

/** Names of threads by their addresses, for failures that a person can read. */
function namesOf({ kernel, truth }: WaitFixture): (address: bigint | undefined) => string {
  const names = new Map([...truth.waits.keys()].map((name) => [threadNamed(kernel, name), name]));
  return (address) => names.get(address ?? 0n) ?? hex(address);
}

const plannedWait = ({ waitType, objects, isIdle, hasTimeout }: PlannedWait) => ({
  waitType,
  objects: objects.map(({ kind, address }) => `${kind} ${hex(address)}`),
  isIdle,
  hasTimeout,
});

const foundWait = ({ waitType, objects, isIdle, timeout }: ThreadWait) => ({
  waitType,
  objects: objects.map(({ kind, address }) => `${kind} ${hex(address)}`),
  isIdle,
  hasTimeout: timeout !== undefined,
});

const plannedLock = ({ kind, address, owners, waiters }: PlannedLock) => ({
  lock: `${kind} ${hex(address)}`,
  owners: owners
    .map(({ owner, access, count }) => `${typeof owner === 'bigint' ? hex(owner) : owner} ${access} ${count}`)
    .sort(),
  waiters: waiters.map(({ thread, access }) => `${thread} ${access}`).sort(),
});

function foundLock({ kind, address, owners, waiters }: Lock, nameOf: ReturnType<typeof namesOf>) {
  return {
    lock: `${kind} ${hex(address)}`,
    owners: owners
      .map(({ thread, pointer, access, count }) => `${nameOf(thread?.address ?? pointer)} ${access} ${count}`)
      .sort(),
    waiters: waiters.map(({ thread, access }) => `${nameOf(thread.address)} ${access}`).sort(),
  };
}

const plannedRequest = (request: PlannedRequest) => ({
  request: hex(request.address),
  thread: request.thread,
  majorFunction: request.majorFunction,
  driver: request.driver,
  isMarkedPending: request.isMarkedPending,
  file: request.file,
  drive: request.drive,
  isListed: request.isListed,
});

function foundRequest(request: PendingRequest, nameOf: ReturnType<typeof namesOf>) {
  return {
    request: hex(request.address),
    thread: nameOf(request.thread?.address),
    majorFunction: request.majorFunction,
    driver: request.holder?.driver?.name,
    isMarkedPending: request.holder?.markedPending,
    file: request.file?.name?.text,
    drive: request.file?.name?.drive,
    isListed: request.foundBy.includes('IrpList'),
  };
}

const byText = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const fixtures = waitFixtures();
const whole = fixtures.filter(({ origin }) => origin !== 'CaptureTriage');
const captures = fixtures.filter(({ origin }) => origin === 'CaptureTriage');

describe.each(whole.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  const facts = read(fixture);
  const nameOf = namesOf(fixture);

  it('a fixture of waits has the wait of every thread of the plan, and of no other', () => {
    const found = new Map(facts.waits.map((wait) => [nameOf(wait.thread.address), foundWait(wait)]));
    const planned = new Map([...fixture.truth.waits].map(([name, wait]) => [name, plannedWait(wait)]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(planned));
    expect(facts.origin).toBe(fixture.origin);
    for (const { links, thread } of facts.waits) expect(links, nameOf(thread.address)).toBe('Linked');
  });

  it('a fixture of waits has every lock of the plan with its owners and waiters, and no other', () => {
    // Pages are not searched for the word that leads to a push lock: its waiters are all that is known of it.
    const planned = fixture.truth.locks
      .map(plannedLock)
      .map((lock) =>
        fixture.origin === 'Pages' && lock.lock.startsWith('PushLock')
          ? { ...lock, lock: 'PushLock ?' }
          : lock,
      );
    expect(byText(facts.locks.map((lock) => foundLock(lock, nameOf)))).toEqual(byText(planned));
  });

  it('a fixture of waits has resources of the era of its build', () => {
    const eras = facts.locks.filter(({ kind }) => kind === 'Resource').map(({ era }) => era);
    expect(eras.length).toBeGreaterThan(0);
    expect(new Set(eras)).toEqual(new Set([ERAS[fixture.style.era]]));
  });

  it('a fixture of waits has every request of the plan with its driver and the name of its file, and no other', () => {
    const planned = fixture.truth.requests.map(plannedRequest);
    expect(byText(facts.requests.map((request) => foundRequest(request, nameOf)))).toEqual(byText(planned));
  });

  it('a fixture of waits names the lock of a file by that file', () => {
    const name = facts.locks.find(({ owners }) => nameOf(owners[0]?.thread?.address) === 'site owner')?.name;
    expect(name?.text).toContain('\\\\fileserver\\wwwroot$\\site\\default.aspx');
  });

  it('a fixture of waits marks the owner that is not in the dump, and the one that is no thread', () => {
    const ownerBehind = (waiter: string) =>
      facts.locks.find(({ waiters }) => waiters.some(({ thread }) => nameOf(thread.address) === waiter))
        ?.owners[0];
    expect(ownerBehind('orphan')).toMatchObject({ kind: 'Thread', thread: { inDump: false } });
    expect(ownerBehind('behind a pointer')).toMatchObject({ kind: 'OwnerPointer' });
  });
});

/** What a capture does not store, it must not claim. */
describe.each(captures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  const facts = read(fixture);
  const nameOf = namesOf(fixture);
  const names = new Set(fixture.inside?.map(({ address }) => nameOf(address)));

  it('a fixture of waits has the waits of the captured threads, taken off their lists, with what is in the threads themselves', () => {
    // Blocks of this wait are elsewhere in memory.
    names.delete('waits for all');
    // Its request is on no list, so the capture does not store it.
    const changed: Record<string, string> = { RequestEvent: 'LocalEvent' };
    const stored = new Set([
      ...['Resource', 'RequestEvent', 'LocalEvent', 'PushLock', 'AlpcReply'],
      ...['Suspension', 'Timer', 'FileEvent', 'FileLock', 'ThreadExit'],
    ]);
    const planned = [...fixture.truth.waits]
      .filter(([name]) => names.has(name))
      .map(([name, { waitType, objects }]) => ({
        name,
        waitType,
        kinds: objects.map(({ kind }) => (stored.has(kind) ? (changed[kind] ?? kind) : 'Unknown')),
        links: 'UnlinkedByCapture',
      }));
    const found = facts.waits.map(({ thread, waitType, objects, links }) => ({
      name: nameOf(thread.address),
      waitType,
      kinds: objects.map(({ kind }) => kind),
      links,
    }));
    expect(byText(found)).toEqual(byText(planned));
  });

  it('a fixture of waits has rings of waiters without locks, and claims no owner but that of the file with a request', () => {
    expect(facts.locks.filter(({ kind }) => kind === 'Resource').map(({ address }) => address)).toEqual(
      new Array(7).fill(undefined),
    );
    const ring = facts.locks.find(({ waiters }) => nameOf(waiters[0]?.thread.address) === 'site waiter 1');
    expect(ring?.waiters.map(({ thread }) => nameOf(thread.address)).sort()).toEqual([
      'site waiter 1',
      'site waiter 2',
      'site waiter 3',
    ]);
    expect(facts.locks.filter(({ owners }) => owners.length > 0)).toMatchObject([{ kind: 'FileLock' }]);
  });

  it('a fixture of waits has the listed requests with their files, and marks a name whose beginning is elsewhere', () => {
    const planned = fixture.truth.requests
      .filter(({ isListed }) => isListed)
      .map(plannedRequest)
      .map((request) =>
        request.file?.endsWith('sub\\e.txt') ? { ...request, file: '…\\sub\\e.txt' } : request,
      );
    expect(byText(facts.requests.map((request) => foundRequest(request, nameOf)))).toEqual(byText(planned));
    expect(facts.requests.filter(({ file }) => file?.name?.isCut)).toHaveLength(1);
  });
});
