import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type KernelObjects, readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { stackReader } from '../../src/stack/kernel-stacks.ts';

describe('a live dump, which holds the images themselves', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-live-stacks-'));
  const file = path.join(folder, 'live.dmp');
  let dump: Dump;
  let objects: KernelObjects;

  beforeAll(async () => {
    writeFileSync(file, '');
    const session = createSimulatedMachine('w3wp-oplock').openSession('capture');
    const capture = session.captureLive({
      path: file,
      bugCheckCode: 0x161,
      bugCheckParameters: [0n, 0n, 0n, 0n],
      abortIfMemoryPressure: true,
    });
    expect((await capture.finished).ntStatus).toBe(0);
    dump = openDump(openFileSource(file));
    objects = readKernelObjects(dump);
  });
  afterAll(() => {
    dump.source.close();
    rmSync(folder, { recursive: true });
  });

  it('a live dump, which holds its images, needs no file beside it: every thread is walked to its end by unwind data from its memory', () => {
    const reader = stackReader(dump, objects.processors);
    const stacks = objects.threads.map((thread) => reader.read(thread));
    expect(stacks.length).toBeGreaterThan(400);
    const walked = stacks.filter(({ start }) => start !== undefined);
    expect(walked.length).toBeGreaterThan(stacks.length - objects.processors.length - 1);
    expect(new Set(walked.map(({ end }) => end))).toEqual(new Set(['userMode', 'complete']));
    const guesses = walked.flatMap(({ frames }) => frames).filter(({ foundBy }) => foundBy === 'scan');
    expect(guesses).toEqual([]);
  });

  it('a live dump starts stacks where the processors were, and never from what is no switch frame', () => {
    const reader = stackReader(dump, objects.processors);
    const current = new Set(objects.processors.map(({ currentThread }) => currentThread));
    const running = objects.threads.filter(({ state }) => state === 'Running');
    const onProcessor = running
      .filter(({ address }) => current.has(address))
      .map((thread) => reader.read(thread));
    expect(onProcessor.map(({ start }) => start)).toEqual(objects.processors.map(() => 'processorContext'));
    // Idle threads of busy processors; an interrupt came to each after it last switched.
    const resting = running
      .filter(({ address }) => !current.has(address))
      .map((thread) => reader.read(thread));
    expect(resting.length).toBeGreaterThan(0);
    for (const { end, frames } of resting) expect([end, frames]).toEqual(['noSwitchFrame', []]);
  });
});
