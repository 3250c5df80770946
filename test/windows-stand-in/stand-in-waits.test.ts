import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelFacts } from '../../src/explain/model.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, worker, workerThreadId } from './scenario.ts';
import { ensureStandIn, type StandIn, standIn } from './stand-in.ts';

/** Waits, the lock and the request that the stand-in writes by structures of its own, read back from its dumps. */
describeWith(['wine', 'mingw'], 'The kernel stand-in writes waits', () => {
  const THREADS = 12;
  let client = '';
  const used: StandIn[] = [];
  beforeAll(async () => {
    await ensureStandIn();
    const source = path.join(import.meta.dirname, 'client', 'client.c');
    client = compileFilesForWindows([source], ['-lntdll', '-ladvapi32'], 'client.exe');
  });
  afterEach(() => {
    for (const one of used.splice(0)) one.remove();
  });

  const ask = async (settings: Scenario['settings'], wordsFor: (file: string) => readonly string[]) => {
    const kernel = standIn(client, { settings: settings ?? {}, processes: [worker(THREADS)] });
    used.push(kernel);
    const file = path.join(kernel.folder, 'waits.dmp');
    const words = ['privilege,on', ...wordsFor(toWindowsPath(file))];
    const run = await runWindowsProgram(kernel.program, words);
    expect(run, JSON.stringify(kernel.calls())).toMatchObject({ status: 7, stderr: '' });
    const dump = openDump(bytesSource(readFileSync(file)));
    return kernelFacts(kernelView(dump, readKernelObjects(dump)));
  };

  const capture = (settings: Scenario['settings'] = {}) =>
    ask(settings, (file) => [
      ...Array.from({ length: THREADS }, (_, index) => `open,${workerThreadId(index)},0x1fffff`),
      `triage,56,0x100000,0,0,${file}`,
    ]);

  const OWNER = threadObject(0);
  /** Every thread but the owner of the lock and the one that does not wait. */
  const WAITERS = Array.from({ length: THREADS }, (_, index) => index)
    .filter((index) => index !== 0 && index % 10 !== 9)
    .map(threadObject);

  const expectRequest = ({ requests }: KernelFacts) =>
    expect(requests).toMatchObject([
      {
        thread: { address: OWNER },
        majorFunction: 'IRP_MJ_CREATE',
        foundBy: expect.arrayContaining(['IrpList']),
        holder: { driver: { name: '\\FileSystem\\mrxsmb20' }, markedPending: true },
        file: { name: { text: '\\\\fileserver\\wwwroot$\\site\\default.aspx', kind: 'Network' } },
      },
    ]);

  const waitersOf = ({ locks }: KernelFacts) =>
    locks.flatMap(({ waiters }) => waiters.map(({ thread }) => thread.address as bigint)).sort();

  it('the kernel stand-in writes waits into a triage dump: a ring of waiters, whose lock the dump does not hold, and the request of its owner', async () => {
    const facts = await capture();
    expect(facts.origin).toBe('CaptureTriage');
    expect(facts.locks).toMatchObject([{ kind: 'Resource', owners: [], ownersKnown: false }]);
    expect(facts.locks[0]?.address).toBeUndefined();
    expect(waitersOf(facts)).toEqual(WAITERS);
    expectRequest(facts);
  });

  it('the kernel stand-in writes waits into a triage dump that stores locks: the ring, the lock and its owner', async () => {
    const facts = await capture({ 'store-locks': 1 });
    expect(facts.locks).toMatchObject([
      {
        kind: 'Resource',
        owners: [{ thread: { address: OWNER }, access: 'Exclusive', count: 1 }],
        ownersKnown: true,
        exclusiveWaiterCount: WAITERS.length,
      },
    ]);
    expect(waitersOf(facts)).toEqual(WAITERS);
    expectRequest(facts);
  });

  it('the kernel stand-in writes waits into a live dump: linked waits, the lock in the list of all resources, and the request', async () => {
    const facts = await ask({}, (file) => [`live-file,${file},sync`, 'live-event,full', 'live,64,1,0,0']);
    expect(facts.origin).toBe('Pages');
    const waits = facts.waits.filter(({ thread }) => WAITERS.includes(thread.address));
    expect(waits).toHaveLength(WAITERS.length);
    for (const { objects, links } of waits) {
      expect(links).toBe('Linked');
      expect(objects).toMatchObject([{ kind: 'Resource', evidence: { class: 'Memory' } }]);
    }
    expect(facts.locks).toMatchObject([
      { owners: [{ thread: { address: OWNER } }], foundBy: expect.arrayContaining(['ResourceList']) },
    ]);
    expect(waitersOf(facts)).toEqual(WAITERS);
    expectRequest(facts);
  });
});
