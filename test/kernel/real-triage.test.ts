import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type KernelObjects, readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith, sharedData } from '../support/equipment.ts';

/**
 * The truth here is the dump's own redundancy and what other readers published about it: sixteen processors, the
 * System process, and thirteen thread objects with a stack plus one that has exited.
 */
describeWith(['shared-data'], 'threads and processes of a real triage dump', () => {
  let objects: KernelObjects;
  beforeAll(() => {
    objects = readKernelObjects(openDump(openFileSource(path.join(sharedData, 'triage_x64.dmp'))));
  });

  it('threads and processes of a real triage dump finds every thread object, and nothing that is none', () => {
    const byShape = objects.threads.filter(({ evidence }) => evidence.includes('Shape'));
    expect(byShape).toHaveLength(13);
    expect(objects.threads).toHaveLength(14);
    const exited = objects.threads.filter(({ state }) => state === 'Terminated');
    expect(exited).toMatchObject([{ evidence: ['ProcessPointer'], confidence: 'Probable' }]);
  });

  it('threads and processes of a real triage dump reads the thread that crashed', () => {
    expect(objects.threads[0]).toMatchObject({
      evidence: expect.arrayContaining(['HeaderThread', 'ProcessorCurrent', 'Shape']),
      confidence: 'Certain',
      processId: 4,
      state: 'Running',
      stackBase: 0xffff850429893000n,
    });
  });

  it('threads and processes of a real triage dump reads the process and all processors', () => {
    expect(objects.processes).toMatchObject([
      { processId: 4, name: 'System', directoryTableBase: 0x1ad000n },
    ]);
    expect(objects.processors.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, n) => n));
  });

  it('threads and processes of a real triage dump derives wait times that are within the uptime of 3.7 seconds', () => {
    const waits = objects.threads.flatMap(({ waitTimeMs }) => waitTimeMs ?? []);
    expect(waits.length).toBeGreaterThan(5);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(3748);
  });

  it('threads and processes of a real triage dump derives priorities that fit each other', () => {
    for (const { priority, basePriority } of objects.threads) {
      if (priority === undefined || basePriority === undefined) continue;
      expect(priority).toBeGreaterThanOrEqual(basePriority);
    }
  });
});
