import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { ThreadComparison } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { fromWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, WORKER_ID, worker, workerThreadId } from './scenario.ts';
import { blockAddresses, expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** The shipped executable captures, and the stand-in reports what the kernel saw of it. */
describeWith(['wine', 'mingw'], 'ktriage.exe against the kernel stand-in', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };

  it('ktriage.exe on the kernel stand-in lists threads with state, wait reason and object address', async () => {
    const here = given({ processes: [worker(20)] });
    const { messages, exitCode } = await here.run('threads', { processIds: [WORKER_ID] });
    expect(exitCode).toBe(0);
    const threads = messages.flatMap((message) => (message.kind === 'record' ? [message.value] : []));
    expect(threads).toHaveLength(20);
    expect(threads[0]).toMatchObject({
      threadId: workerThreadId(0),
      state: 'Wait',
      waitReason: 'Executive',
      objectAddress: `0x${threadObject(0).toString(16)}`,
    });
    expect(threads[9]).toMatchObject({ state: 'Ready' });
    expect(threads[9]).not.toHaveProperty('waitReason');
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in shows addresses on a Windows that gives them to holders of the privilege alone', async () => {
    const here = given({ settings: { build: 26100, 'hide-addresses': 1 }, processes: [worker(2)] });
    const { messages } = await here.run('threads', { processIds: [WORKER_ID] });
    expect(messages[0]).toMatchObject({ value: { objectAddress: `0x${threadObject(0).toString(16)}` } });
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in reports where the Tool Help library lists threads in another order', async () => {
    const processes = [worker(4)];
    const request = { processIds: [WORKER_ID], verifyOrder: true };
    const agreeing = await given({ processes }).run('threads', request);
    machine?.kernel.remove();
    const differing = await given({ settings: { 'reverse-tool-help': 1 }, processes }).run(
      'threads',
      request,
    );
    expect(JSON.stringify(differing.messages)).not.toBe(JSON.stringify(agreeing.messages));
  });

  it('ktriage.exe on the kernel stand-in captures twice and finds the threads that did not run in between stuck', async () => {
    const here = given({ processes: [worker(4)] });
    const { messages, exitCode, dumps } = await here.triage({ repeat: 2, intervalSeconds: 0 });
    expect(exitCode).toBe(0);
    expect(dumps.map(({ round }) => round)).toEqual([1, 2]);
    const found = messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'ThreadComparison'
        ? [message.value as ThreadComparison]
        : [],
    );
    // The stand-in runs none of these threads, and its counters stand still.
    expect(found.map(({ threadId, verdict }) => [threadId, verdict]).sort()).toEqual(
      [0, 1, 2, 3].map((index) => [workerThreadId(index), 'Stuck']),
    );
    for (const { contextSwitches, evidence } of found) {
      expect(contextSwitches).toBe(0);
      expect(evidence).toBe('Memory');
    }
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in captures all 300 threads of the article in verified batches', async () => {
    const here = given({ processes: [worker(300)] });
    const { exitCode, threads, dumps, summary, errors } = await here.triage();
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(summary).toMatchObject({ requested: 300, captured: 300, dumps: dumps.length });
    expect(threads.map(({ threadId }) => threadId)).toEqual(
      Array.from({ length: 300 }, (_, index) => workerThreadId(index)),
    );

    // The file that a record names holds the object, by a parser of this test's own.
    const blocks = new Map(dumps.map((dump) => [dump.path, blockAddresses(fromWindowsPath(dump.path))]));
    for (const [index, thread] of threads.entries()) {
      expect(thread.verdict).toBe('Captured');
      expect(blocks.get(thread.path ?? '')?.has(threadObject(index))).toBe(true);
    }
    expectAllGivenBack(here);
  });

  it('ktriage.exe on the kernel stand-in asks the kernel for nothing that the reports forbid', async () => {
    const here = given({ processes: [worker(20)] });
    await here.triage({ maxThreadsPerDump: 8 });
    const calls = here.kernel.calls('NtSystemDebugControl');
    expect(calls).toHaveLength(3);
    for (const call of calls) {
      expect(call).toMatchObject({
        command: 29,
        inputLength: 56,
        outputLength: 0x100000,
        status: '0x00000000',
      });
      expect(call).toMatchObject({ debugPrivilege: true });
    }
    const [first] = here.kernel.calls('triage');
    expect(first).toMatchObject({
      bugCheckCode: '0x69696969',
      bugCheckParameters: [0, 1, 2, 3].map((index) => `0x${threadObject(index).toString(16)}`),
      threads: Array.from({ length: 8 }, (_, index) => workerThreadId(index)),
    });
  });

  it('ktriage.exe on the kernel stand-in asks for files that Administrators, SYSTEM and the owner alone may read', async () => {
    const here = given({ processes: [worker(3)] });
    await here.triage();
    const created = here.kernel.calls('NtCreateFile').filter(({ file }) => String(file).endsWith('.partial'));
    expect(created.length).toBeGreaterThan(0);
    for (const { security } of created) {
      expect(security).toMatch(/^D:P\(A;;FA;;;BA\)\(A;;FA;;;SY\)\(A;;FA;;;S-1-[-\d]+\)$/);
    }
    here.kernel.remove();
    const open = given({ processes: [worker(3)] });
    await open.triage({ acl: 'Inherit' });
    for (const { security } of open.kernel.calls('NtCreateFile')) expect(security).toBe('');
  });

  it('ktriage.exe on the kernel stand-in writes dumps that its own reader opens on another system, and a manifest beside them', async () => {
    const here = given({ processes: [worker(3)] });
    const { dumps } = await here.triage();
    expect(here.files()).toEqual([
      path.win32.basename(dumps[0]?.path ?? ''),
      expect.stringMatching(/\.ktriage\.json$/),
    ]);
    const manifest = JSON.parse(readFileSync(path.join(here.destination, here.files()[1] ?? ''), 'utf8'));
    const text = JSON.stringify(manifest);
    for (const index of [0, 1, 2]) expect(text).toContain(threadObject(index).toString(16));
    expect(text).toContain('mrxsmb');
  });

  it('ktriage.exe on the kernel stand-in captures several processes, each in dumps of its own', async () => {
    const first = worker(5);
    const other = {
      ...worker(3),
      id: WORKER_ID + 4,
      name: 'svchost.exe',
      threads: [0, 1, 2].map((index) => ({ id: workerThreadId(1000 + index) })),
    };
    const here = given({ processes: [first, other] });
    const { dumps } = await here.triage({ processIds: [WORKER_ID, WORKER_ID + 4] });
    expect(dumps.map(({ processName, threadCount }) => [processName, threadCount])).toEqual([
      ['w3wp.exe', 5],
      ['svchost.exe', 3],
    ]);
    expectAllGivenBack(here);
  });
});
