import { expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { baseName } from '../../src/dump/modules.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { simulatedImages } from '../../src/simulator/simulated-images.ts';
import { capturedFrames } from '../../src/simulator/world/call-chains.ts';
import { stackGrouper } from '../../src/stack/group.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';
import type { ModuleFileFinder } from '../../src/stack/module-files.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { pdbReferenceOf } from '../../src/symbols/pe/debug-directory.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { captureThreads } from '../simulator/capture.ts';

const store = simulatedImages();

/** The images and PDBs of the simulated machine. */
const files: ModuleFileFinder = {
  find(driver) {
    const name = baseName(driver.path);
    const bytes = store.open(name, driver.timeDateStamp, driver.size);
    if (bytes === undefined) return {};
    const image = openImage(bytesSource(bytes, name));
    const reference = pdbReferenceOf(image);
    const pdb = reference && store.pdb(reference.path, reference.guid, reference.age);
    return { image, ...(pdb && { pdb: openPdb(bytesSource(pdb, name)) }) };
  },
};

const worker = buildWorld('w3wp-oplock').processes.find(({ snapshot }) => snapshot.name === 'w3wp.exe');

/** Threads of the worker, captured together and read back from the bytes alone. */
async function readBack(places: readonly number[]) {
  const { answer, addresses } = await captureThreads('w3wp-oplock', places);
  const dump = openDump(bytesSource(answer.bytes, 'capture'));
  const { threads, processors } = readKernelObjects(dump);
  const reader = stackReader(dump, processors, { finder: files });
  return addresses.map((address) => {
    const thread = threads.find((each) => each.address === address);
    if (thread === undefined) throw new Error('a captured thread was not found');
    return reader.read(thread);
  });
}

const PLACES = Array.from({ length: 12 }, (_, index) => index);

it('the stack walk starts the first captured thread from the header and the others from their switch frames', async () => {
  const stacks = await readBack(PLACES);
  expect(stacks.map(({ start }) => start)).toEqual(['headerContext', ...Array(11).fill('switchFrame')]);
});

it('the stack walk gives every captured thread the frames that it has, and marks those of the capture', async () => {
  for (const [place, { frames, end }] of (await readBack(PLACES)).entries()) {
    const activity = worker?.threads[place]?.activity;
    expect(frames.map(({ text }) => text)).toEqual(activity && capturedFrames(activity));
    expect(end).toBe('userMode');
    expect(frames.filter(({ capture }) => capture).map(({ symbol }) => symbol)).toEqual([
      'DbgkpLkmdSnapThreadInContext',
      'DbgkpLkmdSnapThreadApc',
      'KiDeliverApc',
    ]);
    expect(frames.every(({ foundBy, nameOrigin }) => foundBy !== 'scan' && nameOrigin === 'pdb')).toBe(true);
  }
});

it('the stack walk groups the threads by what they do', async () => {
  const batches = [0, 12, 24, 36].map((from) => PLACES.map((place) => from + place));
  const grouper = stackGrouper<number>({ kind: 'symbol' });
  for (const batch of batches)
    for (const [index, stack] of (await readBack(batch)).entries()) grouper.add(stack, batch[index] ?? -1);

  const doing = new Map<string, number[]>();
  for (const place of batches.flat()) {
    const activity = worker?.threads[place]?.activity;
    const key = activity ? capturedFrames(activity).join() : '';
    doing.set(key, [...(doing.get(key) ?? []), place]);
  }
  const groups = grouper.groups();
  const members = groups.map((group) => String(group.members));
  expect(new Set(members)).toEqual(new Set([...doing.values()].map(String)));
  const [largest] = groups;
  expect(largest?.members.length).toBeGreaterThan(batches.flat().length / 2);
  expect(largest?.frames.map(({ symbol }) => symbol)).toContain('_RxAcquireFcb');
});
