import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { driverRecords } from '../../src/reading/records/driver-records.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';
import { testDataFolder } from '../support/test-data.ts';
import { fixtureCatalog } from '../synth/catalog.ts';
import { crashes } from '../synth/crash-catalog.ts';

/** The share of its work limit that everything which reads a dump takes together. */
function shareOf(bytes: Uint8Array): number {
  const dump = openDump(bytesSource(bytes, 'honest'));
  const objects = readKernelObjects(dump);
  const reader = stackReader(dump, objects.processors);
  const stacks = new Map(objects.threads.map((thread) => [thread.address, reader.read(thread).frames]));
  kernelFacts(kernelView(dump, objects, { frames: ({ address }) => stacks.get(address) ?? [] }));
  driverRecords(dump, undefined);
  return dump.work.spent / dump.work.limit;
}

/** What an honest dump may take: the limit must never be near. */
const FAR_BELOW = 0.1;

const real = path.join(testDataFolder(), 'triage_x64.dmp');

describe('the work limit of a dump', () => {
  it('the work limit of a dump is far above what any fixture takes', () => {
    const files = [
      ...fixtureCatalog().filter(({ refusal }) => refusal === undefined),
      ...Object.entries(crashes).map(([name, make]) => ({ name, bytes: make() })),
    ];
    expect(files.length).toBeGreaterThan(20);
    const shares = files.map(({ name, bytes }) => [name, shareOf(bytes)] as const);
    expect(shares.filter(([, share]) => share > FAR_BELOW)).toEqual([]);
  });

  it('the work limit of a live dump is far above what its threads take', () => {
    const world = startWorld(buildWorld('w3wp-oplock'));
    const bytes = writeLiveDump(world, { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] });
    expect(shareOf(bytes)).toBeLessThan(FAR_BELOW);
  });

  it.skipIf(!existsSync(real))('the work limit of a real dump is far above what it takes', () => {
    expect(shareOf(readFileSync(real))).toBeLessThan(FAR_BELOW);
  });
});
