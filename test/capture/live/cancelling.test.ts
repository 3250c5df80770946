import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureLive } from '../../../src/capture/live/capture-live.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import { createSimulatedMachine } from '../../../src/simulator/simulated-machine.ts';
import type { LiveStep } from '../../../src/simulator/world/behaviour.ts';
import { dumpFolder, takeLive } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

it('a live dump with user memory that needs kernel debugging is an option that is not supported', async () => {
  const run = await takeLive(
    { path: place.file(), includeUserMemory: true },
    { scenario: 'windows-11', captureStatus: 0xc0000354 },
  );
  expect(run.failure?.code).toBe('OptionNotSupported');
  expect(run.failure?.advice).toContain('{option:include-user-memory}');
});

describe('cancelling', () => {
  const STEPS: readonly LiveStep[] = ['sizing', 'capture', 'quiesce', 'copy', 'chunk', 'header'];

  it.each(STEPS)(
    'cancelling a live dump at %s leaves nothing behind, and says what is waited for',
    async (where) => {
      const controller = new AbortController();
      let seen: LiveStep | undefined;
      const run = await takeLive(
        { path: place.file(), trace: true },
        {
          context: { signal: controller.signal },
          beforeLiveStep: async (step) => {
            if (step === where && seen === undefined) {
              seen = step;
              controller.abort();
            }
            // The kernel is slow enough that the watcher can look in between.
            await new Promise((resolve) => setTimeout(resolve, 12));
            return undefined;
          },
        },
      );
      expect(seen).toBe(where);
      expect(run.failure?.code).toBe('Cancelled');
      expect(run.failure?.advice).toContain('removed');
      expect(place.names()).toEqual([]);
      const stopping = run.events.filter((event) => event.kind === 'progress' && event.progress.stopping);
      expect(stopping.length).toBeGreaterThan(0);
    },
  );

  it('cancelling a live dump before anything has begun captures nothing', async () => {
    const controller = new AbortController();
    controller.abort();
    const run = await takeLive({ path: place.file() }, { context: { signal: controller.signal } });
    expect(run.failure?.code).toBe('Cancelled');
    expect(place.names()).toEqual([]);
  });

  it('cancelling a live dump happens by itself when the time limit passes', async () => {
    const slow = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 30));
    const run = await takeLive({ path: place.file(), timeLimitSeconds: 0.05 }, { beforeLiveStep: slow });
    expect(run.failure?.code).toBe('TimeLimitReached');
    expect(place.names()).toEqual([]);
  });

  it('a reader that goes away cancels a live dump, waits for the kernel and removes the file', async () => {
    const steps: LiveStep[] = [];
    const machine = createSimulatedMachine('idle', {
      beforeLiveStep: async (step) => {
        steps.push(step);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return undefined;
      },
    });
    const signal = new AbortController().signal;
    for await (const event of captureLive(
      { path: place.file() },
      { machine, files: posixFiles, signal, pollMs: 5 },
    )) {
      if (event.kind === 'progress' && event.progress.phase !== 'Preparing') break;
    }
    expect(place.names()).toEqual([]);
    // The kernel has seen the cancel and answered before the generator was done: nothing goes on.
    const before = steps.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(steps).toHaveLength(before);
    expect(steps).not.toContain('header');
  });

  it('cancelling a live dump reaches the kernel although the reader takes no progress', async () => {
    const steps: LiveStep[] = [];
    const controller = new AbortController();
    const machine = createSimulatedMachine('idle', {
      beforeLiveStep: async (step) => {
        steps.push(step);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return undefined;
      },
    });
    const { signal } = controller;
    const context = { machine, files: posixFiles, signal, pollMs: 5 };
    const reading = (async () => {
      for await (const event of captureLive({ path: place.file() }, context)) {
        if (event.kind !== 'progress' || signal.aborted) continue;
        controller.abort();
        await new Promise((resolve) => setTimeout(resolve, 400));
        // All this time there was no reader, and the kernel has ended long ago.
        expect(steps).not.toContain('header');
        expect(steps.filter((step) => step === 'chunk').length).toBeLessThan(2);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'Cancelled' });
    expect(place.names()).toEqual([]);
  });
});
