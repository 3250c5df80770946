import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { X64_19041 } from '../../src/simulator/synth/builds.ts';
import { kernelImage } from '../synth/kernel-image.ts';
import { captureTriageDump } from '../synth/triage-dumps.ts';

/** A build in which the ids are elsewhere than by the rule. */
const moved = { ...X64_19041, thread: { ...X64_19041.thread, cid: 0x500 } };
const kernel = kernelImage(moved);
const threads = kernel.processes[1]?.threads ?? [];
const dump = openDump(bytesSource(captureTriageDump(kernel, { threads }), 'moved'));
const known = threads.map(({ address, processId, threadId }) => ({
  address: virtualAddress(address),
  processId,
  threadId,
}));

describe('ids of a build that the rule does not fit', () => {
  it('ids of a build that the rule does not fit are left out, not invented', () => {
    expect(readKernelObjects(dump).threads.map(({ threadId }) => threadId)).toEqual(
      threads.map(() => undefined),
    );
  });

  it('ids of a build that the rule does not fit are found by the ids in the manifest', () => {
    const found = readKernelObjects(dump, { known }).threads;
    expect(found.map(({ threadId }) => threadId)).toEqual(threads.map(({ threadId }) => threadId));
  });

  it('ids of a build that the rule does not fit are found by one known thread for all', () => {
    const found = readKernelObjects(dump, { known: known.slice(1, 2) }).threads;
    expect(found.map(({ threadId }) => threadId)).toEqual(threads.map(({ threadId }) => threadId));
  });

  it('ids of a build that the rule does not fit stay out when the manifest is about other threads', () => {
    const wrong = known.map((thread) => ({ ...thread, threadId: thread.threadId + 4000 }));
    expect(readKernelObjects(dump, { known: wrong }).threads[0]?.threadId).toBeUndefined();
  });
});
