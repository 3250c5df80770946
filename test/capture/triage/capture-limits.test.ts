import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../src/machine/port.ts';
import { createSimulatedMachine } from '../../../src/simulator/simulated-machine.ts';
import { captureFolder, faulty, someThreads, W3WP } from './capturing.ts';

const { capture, dumpsHere, filesHere } = captureFolder();

describe('limits of a capture', () => {
  it('a triage capture stops between calls when cancelled and keeps what is complete', async () => {
    const controller = new AbortController();
    const { verdicts, failures } = await capture(
      { processIds: [W3WP] },
      {
        signal: controller.signal,
        onEvent: (event) => event.kind === 'dump' && event.dump.batch === 2 && controller.abort(),
      },
    );
    expect(failures.map(({ code }) => code)).toEqual(['Cancelled']);
    expect(verdicts['Captured']).toBe(28);
    expect(verdicts['NotAttempted']).toBe(272);
    expect(dumpsHere()).toHaveLength(2);
    expect(filesHere().filter((name) => name.endsWith('.ktriage.json'))).toHaveLength(1);
  });

  it('a triage capture reports why a call takes long', async () => {
    const reasons: string[] = [];
    const machine = faulty({ workerFaults: { 0: 'wedged' }, timing: { perWedgedThreadMs: 2300 } });
    await capture({ threads: someThreads(2) }, { machine, onSlowCall: (reason) => reasons.push(reason) });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(/^the kernel has been at 2 threads for 2 s; it waits up to 5 s/);
  });

  it('a triage capture stops at the time limit', async () => {
    const { failures } = await capture(
      { processIds: [W3WP], timeLimitSeconds: 1.5 },
      { machine: faulty({ timing: { perCallMs: 400 } }) },
    );
    expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
    expect(dumpsHere().length).toBeGreaterThan(0);
  });

  it('a plan sees a cancel and counts against the time limit', async () => {
    const controller = new AbortController();
    controller.abort();
    const request = { processIds: [W3WP], planOnly: true };
    await expect(capture(request, { signal: controller.signal })).rejects.toMatchObject({
      code: 'Cancelled',
    });
    const late = { ...request, timeLimitSeconds: 0.000001 };
    await expect(capture(late)).rejects.toMatchObject({ code: 'TimeLimitReached' });
  });

  it('the look at the machine counts against the time limit: no call is made after it', async () => {
    const machine = faulty({});
    const slow: Machine = {
      ...machine,
      processes() {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
        return machine.processes();
      },
    };
    const { failures, verdicts, threads } = await capture(
      { processIds: [W3WP], timeLimitSeconds: 0.05 },
      { machine: slow },
    );
    expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
    expect(verdicts).toEqual({ NotAttempted: 300 });
    for (const { attempts } of threads) expect(attempts).toBe(0);
  });

  it('100,000 threads are planned in a time that is linear in their number', async () => {
    const machine = createSimulatedMachine('crowded');
    const timed = async (processes: number) => {
      const ids = machine.processes().flatMap(({ processId }) => (processId >= 0x400000 ? [processId] : []));
      const started = performance.now();
      const { events } = await capture({ processIds: ids.slice(0, processes), planOnly: true }, { machine });
      expect(events.flatMap((event) => (event.kind === 'plan' ? event.plan.threadIds : []))).toHaveLength(
        processes * 500,
      );
      return performance.now() - started;
    };
    await timed(20);
    const tenth = Math.max(20, await timed(20));
    expect(await timed(200)).toBeLessThan(30 * tenth);
  });
});
