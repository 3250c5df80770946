import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TriageRequest } from '../../../src/contract/generated/types.ts';
import { createSimulatedMachine } from '../../../src/simulator/simulated-machine.ts';
import { captureFolder, faulty, someThreads, W3WP } from './capturing.ts';

const here = captureFolder();
const { capture, dumpsHere, filesHere } = here;

describe('capturing threads into triage dumps', () => {
  it('a triage capture captures all 300 threads of the worker, each in exactly one verified dump', async () => {
    const { threads, verdicts, failures } = await capture({ processIds: [W3WP] });
    expect(failures).toEqual([]);
    expect(verdicts).toEqual({ Captured: 300 });
    expect(new Set(threads.map(({ threadId }) => threadId)).size).toBe(300);
    const written = new Set(threads.map((thread) => path.basename(thread.path ?? '')));
    expect([...written].sort()).toEqual(dumpsHere());
    for (const name of dumpsHere()) expect(statSync(path.join(here.folder, name)).mode & 0o777).toBe(0o600);
  });

  it('a triage capture captures the processes that are there when others are not, and names those', async () => {
    const { verdicts, failures } = await capture({ processIds: [999_996, W3WP, 999_992] });
    expect(verdicts).toEqual({ Captured: 300 });
    expect(failures).toMatchObject([
      { code: 'ProcessNotFound', facts: { target: 'process 999996' } },
      { code: 'ProcessNotFound', facts: { target: 'process 999992' } },
    ]);
  });

  it('a triage capture keeps the order in which threads were asked for', async () => {
    const wanted = someThreads(40).reverse();
    const { threads } = await capture({ threads: wanted });
    expect(threads.map(({ threadId }) => threadId)).toEqual(wanted.map(({ threadId }) => threadId));
  });

  it('an unattended triage capture takes at most ten threads a dump, and never mixes processes', async () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const other = machine.processes().find(({ name }) => name === 'svchost.exe');
    const mixed = [
      ...someThreads(25),
      { processId: other?.processId ?? 0, threadId: other?.threads[0]?.threadId ?? 0 },
    ];
    const { events } = await capture({ threads: mixed, unattended: true });
    const dumps = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    expect(dumps.map(({ threadCount }) => threadCount)).toEqual([10, 10, 5, 1]);
    for (const dump of dumps) expect(new Set(dump.threads.map(({ processId }) => processId)).size).toBe(1);
  });

  it('a triage capture tries what did not fit again in smaller batches', async () => {
    const { verdicts, threads, events } = await capture(
      { threads: someThreads(48), maxThreadsPerDump: 48 },
      { machine: faulty({ bufferBytes: 0x90000 }) },
    );
    expect(verdicts).toEqual({ Captured: 48 });
    expect(Math.max(...threads.map(({ attempts }) => attempts))).toBeGreaterThan(1);
    const dumps = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    expect(dumps.some(({ threadCount, requestedCount }) => threadCount < requestedCount)).toBe(true);
  });

  it('a triage capture reports that nothing fits at all, and names the alternative', async () => {
    const machine = createSimulatedMachine('many-processors');
    const { failures, verdicts } = await capture({ processIds: [W3WP] }, { machine });
    expect(failures.map(({ code }) => code)).toEqual(['DidNotFit']);
    expect(failures[0]?.message).toContain('32 logical processors');
    expect(failures[0]?.advice).toContain('ThreadStacks');
    expect(verdicts['DidNotFit']).toBe(3);
    expect(verdicts['NotAttempted']).toBe(297);
    expect(filesHere()).toEqual([]);
  });

  it('each thread is reported once where a dump lists its own', async () => {
    const machine = faulty({ workerFaults: { 2: 'wedged' } });
    const { events, threads } = await capture(
      { threads: someThreads(20), threadRecords: 'Missing' },
      { machine },
    );
    const inside = events.flatMap((event) => (event.kind === 'dump' ? event.dump.threads : []));
    expect(threads.map(({ verdict }) => verdict)).toEqual(['TimedOut']);
    expect(inside).toHaveLength(19);
  });

  it('bug check parameters name captured threads, in the order of the file', async () => {
    const { events, threads } = await capture(
      { threads: someThreads(8), maxThreadsPerDump: 8 },
      { machine: faulty({ workerFaults: { 0: 'wedged', 2: 'rundown' } }) },
    );
    const [dump] = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    const captured = threads.flatMap(({ verdict, objectAddress = '' }) =>
      verdict === 'Captured' ? [objectAddress] : [],
    );
    expect(dump?.bugCheckParameters).toEqual(captured.slice(0, 4));
    const bytes = readFileSync(dump?.path ?? '');
    const written = [0, 1, 2, 3].map((index) => `0x${bytes.readBigUInt64LE(0x40 + 8 * index).toString(16)}`);
    expect(written).toEqual(captured.slice(0, 4));
  });

  it('a triage capture plans without touching anything, even where capture is not allowed', async () => {
    const machine = createSimulatedMachine('not-elevated');
    const { events } = await capture({ processIds: [W3WP], planOnly: true }, { machine });
    const plans = events.flatMap((event) => (event.kind === 'plan' ? [event.plan] : []));
    expect(events).toHaveLength(plans.length);
    expect(plans.flatMap(({ threadIds }) => threadIds)).toHaveLength(300);
    expect(new Set(plans.map((plan) => plan.path)).size).toBe(plans.length);
    expect(filesHere()).toEqual([]);
    await expect(capture({ processIds: [W3WP] }, { machine })).rejects.toMatchObject({ code: 'NotElevated' });
  });

  it.each([
    [{ threads: [] }, 'EmptySelection'],
    [{ processIds: [999_996] }, 'ProcessNotFound'],
    [{ processIds: [W3WP], name: '{nonsense}' }, 'InvalidRequest'],
    [{ processIds: [W3WP], destination: '/no/such/folder' }, 'DestinationNotFound'],
    [{ processIds: [W3WP], destination: '/dev/null' }, 'DestinationNotAFolder'],
  ] satisfies [TriageRequest, string][])(
    'a triage capture refuses %j before anything happens',
    async (request, code) => {
      await expect(capture(request)).rejects.toMatchObject({ code });
      expect(filesHere()).toEqual([]);
    },
  );

  it('a triage capture puts the first addresses into the header of each dump', async () => {
    const { events } = await capture({ threads: someThreads(6) });
    const [dump] = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    const bytes = readFileSync(dump?.path ?? '');
    const inHeader = [0x40, 0x48, 0x50, 0x58].map((at) =>
      bytes.readBigUInt64LE(at).toString(16).padStart(16, '0'),
    );
    expect(inHeader).toEqual(dump?.threads.slice(0, 4).map(({ objectAddress }) => objectAddress?.slice(2)));
    expect(bytes.readUInt32LE(0x38)).toBe(0x69696969);
  });
});
