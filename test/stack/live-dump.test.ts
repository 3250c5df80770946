import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { type KernelObjects, readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { createSimulatedMachine } from '../../src/machine/simulated/simulated-machine.ts';
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

  it('needs no file beside it: every thread is walked to its end by unwind data from its memory', () => {
    const reader = stackReader(dump, objects.processors);
    const stacks = objects.threads.map((thread) => reader.read(thread));
    expect(stacks.length).toBeGreaterThan(400);
    const walked = stacks.filter(({ start }) => start !== undefined);
    expect(walked.length).toBeGreaterThan(stacks.length - objects.processors.length - 1);
    expect(new Set(walked.map(({ end }) => end))).toEqual(new Set(['userMode', 'complete']));
    const guesses = walked.flatMap(({ frames }) => frames).filter(({ foundBy }) => foundBy === 'scan');
    expect(guesses).toEqual([]);
  });

  it('gives no stack to a thread that ran: its registers were not kept', () => {
    const reader = stackReader(dump, objects.processors);
    const running = objects.threads
      .filter(({ state }) => state === 'Running')
      .map((thread) => reader.read(thread));
    expect(running.length).toBeGreaterThan(0);
    for (const { end, frames } of running) expect([end, frames]).toEqual(['runningWithoutContext', []]);
  });
});
