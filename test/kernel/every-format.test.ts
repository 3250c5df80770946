import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { threadStatuses, threadsInTriageDump } from '../../src/capture/triage/call/verify-triage.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type KernelObjects, readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { type Fixture, fixtureCatalog } from '../synth/catalog.ts';
import type { ThreadTruth } from '../synth/kernel-truth.ts';

const catalog = fixtureCatalog().filter(
  ({ kernel, refusal }) => kernel !== undefined && refusal === undefined,
);
const fixtureNamed = (name: string): Fixture => {
  const fixture = catalog.find((each) => each.name === name);
  if (!fixture) throw new Error(`the catalog has no ${name}`);
  return fixture;
};
const read = ({ bytes, name }: Fixture): KernelObjects =>
  readKernelObjects(openDump(bytesSource(bytes, name)));

const allThreads = ({ kernel }: Fixture) => kernel?.processes.flatMap(({ threads }) => threads) ?? [];

/** The truth about a thread, without what a capture hides from the reader. */
function expected({ irps, state, waitReason, waitTimeMs, ...thread }: ThreadTruth, hidden: boolean) {
  return {
    ...thread,
    ...(!hidden && { state, ...(waitReason && { waitReason, waitTimeMs }) }),
  };
}

describe.each(catalog.filter(({ physical }) => physical))('$name', (fixture) => {
  const objects = read(fixture);

  it('each fixture lists every process', () => {
    const truth = fixture.kernel?.processes.map(({ threads, ...process }) => process) ?? [];
    const found = objects.processes.map(({ address, processId, parentProcessId, name }) => ({
      address,
      processId,
      parentProcessId,
      name,
    }));
    expect(found).toEqual(truth);
    for (const { directoryTableBase } of objects.processes)
      expect(directoryTableBase).toBe(fixture.physical?.root);
  });

  it('each fixture lists every thread with what it waits for', () => {
    const truth = allThreads(fixture);
    expect(objects.threads).toHaveLength(truth.length);
    for (const thread of truth) {
      const found = objects.threads.find(({ address }) => address === thread.address);
      expect(found).toMatchObject(expected(thread, false));
      expect(found).toMatchObject({ confidence: 'Certain', evidence: expect.arrayContaining(['ListWalk']) });
    }
  });

  it('each fixture shows what the outstanding requests are for', () => {
    for (const thread of allThreads(fixture)) {
      const found = objects.threads.find(({ address }) => address === thread.address);
      expect(found?.irps).toMatchObject(thread.irps);
      expect(found?.irps).toHaveLength(thread.irps.length);
    }
  });
});

describe.each(catalog.filter(({ name }) => name.startsWith('triage')))('$name', (fixture) => {
  const objects = read(fixture);
  const inside = fixture.inside ?? allThreads(fixture);

  it('each fixture finds the threads that are inside, and no other', () => {
    const found = objects.threads.map(({ address }) => address).toSorted();
    expect(found).toEqual(inside.map(({ address }) => address).toSorted());
  });

  it('each fixture gives of each thread what the file holds', () => {
    inside.forEach((thread, index) => {
      const found = objects.threads.find(({ address }) => address === thread.address);
      const { attachedProcess, ...truth } = expected(thread, fixture.inside !== undefined && index > 0);
      // The clock is the uptime of the header here, which fits to the tick.
      expect(found).toMatchObject(truth);
      expect(found?.confidence).toBe('Certain');
    });
  });

  it('each fixture names the evidence', () => {
    for (const { evidence } of objects.threads) {
      expect(evidence).toContain('Shape');
      if (fixture.inside) expect(evidence).toContain('ThreadBlock');
    }
    expect(objects.threads.filter(({ evidence }) => evidence.includes('HeaderThread'))).toHaveLength(1);
  });
});

describe('verification of a capture', () => {
  const fixture = fixtureNamed('triage-capture-full-x64');
  const dump = openDump(bytesSource(fixture.bytes, fixture.name));
  if (dump.kind !== 'triage') throw new Error(`it opened as ${dump.kind}`);
  const asked = fixture.kernel?.processes[1]?.threads ?? [];

  it('verification of a capture separates the threads that fitted from those that did not', () => {
    const addresses = asked.map(({ address }) => virtualAddress(address));
    expect(threadsInTriageDump(dump, addresses)).toEqual([
      { address: addresses[0], object: 'Whole', stack: 'Whole' },
      { address: addresses[1], object: 'Whole', stack: 'Whole' },
      { address: addresses[2], object: 'Absent' },
      { address: addresses[3], object: 'Absent' },
    ]);
  });

  it.each(['triage-capture-full-x64', 'triage-capture-x64'])(
    'verification of a capture reads the status of each thread in %s',
    (name) => {
      const { bytes, inside } = fixtureNamed(name);
      const capture = openDump(bytesSource(bytes, name));
      const statuses = capture.kind === 'triage' ? threadStatuses(capture, asked.length) : undefined;
      expect(statuses).toEqual(asked.map((_, index) => (index < (inside?.length ?? 0) ? 0 : 0xc000009a)));
    },
  );

  it('verification of a capture takes the word of a manifest only for what the file holds', () => {
    const threads = asked.map(({ address }) => virtualAddress(address));
    const found = readKernelObjects(dump, { threads }).threads.filter(({ evidence }) =>
      evidence.includes('Manifest'),
    );
    expect(found.map(({ address }) => address).toSorted()).toEqual(threads.slice(0, 2).toSorted());
  });
});

describe('order', () => {
  it('a dump lists the threads of a process in the order of its list', () => {
    const fixture = fixtureNamed('bitmap-live-x64');
    const worker = fixture.kernel?.processes[1];
    const found = read(fixture).threads.filter(({ process }) => process === worker?.address);
    expect(found.map(({ address }) => address)).toEqual(worker?.threads.map(({ address }) => address));
  });
});
