import { describe, expect, it } from 'vitest';
import { runBatches } from '../../../../src/capture/triage/batches/batch-loop.ts';
import { planBatches } from '../../../../src/capture/triage/batches/batch-plan.ts';
import { Failure } from '../../../../src/contract/failure.ts';
import { NTSTATUS } from '../../../../src/contract/ntstatus.ts';
import type { Machine } from '../../../../src/machine/port.ts';
import {
  createSimulatedMachine,
  type SimulationOptions,
} from '../../../../src/simulator/simulated-machine.ts';

const WORKER = 4872;
const THREADS = 42;

interface Played {
  /** The verdicts by position, `Captured` among them. */
  readonly verdicts: readonly (string | undefined)[];
  /** The positions that each call asked for. */
  readonly calls: readonly (readonly number[])[];
  readonly failures: readonly Failure[];
  readonly ended: unknown;
}

/** Captures the first threads of the worker without files, and notes each call. */
async function play(
  options: SimulationOptions,
  count = THREADS,
  wrap: (machine: Machine) => Machine = (machine) => machine,
): Promise<Played> {
  const asked: (readonly number[])[] = [];
  const machine = wrap(
    createSimulatedMachine('w3wp-oplock', { ...options, onTriageCall: (ids) => asked.push(ids) }),
  );
  const process = machine.processes().find(({ processId }) => processId === WORKER);
  if (process === undefined) throw new Error('no worker');
  const threads = process.threads.slice(0, count);
  const position = new Map(threads.map(({ threadId }, index) => [threadId, index]));
  const verdicts: (string | undefined)[] = Array(count).fill(undefined);
  const failures: Failure[] = [];
  const session = machine.openSession('capture');
  const targets = threads.map((thread) => ({ processId: WORKER, process, thread }));
  let ended: unknown;
  try {
    const loop = {
      machine,
      session,
      signal: new AbortController().signal,
      mostThreads: 16,
      parameters: () => [0n, 0n, 0n, 0n] as const,
    };
    for await (const event of runBatches(loop, planBatches(targets, count))) {
      const give = (threadId: number, verdict: string) => {
        const at = position.get(threadId) ?? -1;
        expect(verdicts[at]).toBeUndefined();
        verdicts[at] = verdict;
      };
      if (event.kind === 'captured')
        for (const { target } of event.captured) give(target.thread.threadId, 'Captured');
      if (event.kind === 'settled') give(event.settled.target.thread.threadId, event.settled.verdict);
      if (event.kind === 'failure') failures.push(event.failure);
    }
  } catch (thrown) {
    ended = thrown;
  } finally {
    session.close();
  }
  const calls = asked.map((ids) => ids.map((id) => position.get(id) ?? -1));
  return { verdicts, calls, failures, ended };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Where threads of a capture in batches of 14 may be missing. */
const PLACES: Readonly<Record<string, readonly number[]>> = {
  first: [0],
  'last of a batch': [13],
  'last of all': [41],
  'five at the end of a batch': range(9, 14),
  'five over the end of a batch': range(11, 16),
  'a whole batch': range(14, 28),
  'every second': range(0, 42).filter((index) => index % 2 === 1),
  'the first half': range(0, 21),
  all: range(0, 42),
};

const timesAsked = (calls: Played['calls'], index: number) =>
  calls.filter((positions) => positions.includes(index)).length;

describe('what threads cost that cannot be captured', () => {
  const places = Object.entries(PLACES);

  it.each(places)('wedged threads (%s) cost one wait each and no call more', async (_, missing) => {
    const workerFaults = Object.fromEntries(missing.map((index) => [index, 'wedged' as const]));
    const { verdicts, calls, ended } = await play({ workerFaults });
    expect(ended).toBeUndefined();
    expect(verdicts).toEqual(
      range(0, THREADS).map((index) => (missing.includes(index) ? 'TimedOut' : 'Captured')),
    );
    for (const index of missing) expect(timesAsked(calls, index)).toBe(1);
    expect(calls.map(({ length }) => length)).toEqual([14, 14, 14]);
  });

  it.each(places)(
    'threads in rundown (%s) cost no call more, without the status array either',
    async (_, missing) => {
      const workerFaults = Object.fromEntries(missing.map((index) => [index, 'rundown' as const]));
      const { verdicts, calls } = await play({ workerFaults, withoutStatusArray: true });
      expect(verdicts).toEqual(
        range(0, THREADS).map((index) => (missing.includes(index) ? 'Exited' : 'Captured')),
      );
      expect(calls.map(({ length }) => length)).toEqual([14, 14, 14]);
    },
  );

  it.each(places)(
    'threads that nothing explains (%s) cost one call more each, and other threads nothing',
    async (_, missing) => {
      const workerFaults = Object.fromEntries(missing.map((index) => [index, 'rundown' as const]));
      const { verdicts, calls } = await play({
        workerFaults,
        withoutStatusArray: true,
        hidesRundown: true,
      });
      expect(verdicts).toEqual(
        range(0, THREADS).map((index) => (missing.includes(index) ? 'Failed' : 'Captured')),
      );
      for (const index of range(0, THREADS))
        expect(timesAsked(calls, index)).toBe(missing.includes(index) ? 2 : 1);
      expect(calls.length).toBe(3 + missing.length);
    },
  );
});

describe('what the answers of a capture show about its batches', () => {
  it('processor blocks that are smaller than estimated let the batches grow to their usual size', async () => {
    const { verdicts, calls } = await play({ logicalProcessors: 32, prcbBytes: 0x3000 });
    expect(new Set(verdicts)).toEqual(new Set(['Captured']));
    // The first call asks for what the estimate allows, and the later ones for what the first dump shows.
    expect(calls[0]).toHaveLength(1);
    expect(calls.length).toBeLessThanOrEqual(1 + Math.ceil(41 / 12));
  });

  it.each([
    ['a status of no known meaning', { ntStatus: 0xc0001234 }],
    ['a shortage of memory', { ntStatus: NTSTATUS.STATUS_NO_MEMORY }],
    ['a thread in rundown', { ntStatus: 0xc000004b }],
    ['a limit of committed memory', { ntStatus: NTSTATUS.STATUS_COMMITMENT_LIMIT }],
    ['a quota', { ntStatus: NTSTATUS.STATUS_QUOTA_EXCEEDED }],
  ])('one answer of %s among good ones costs one call and no thread', async (_, fault) => {
    const { verdicts, calls, ended } = await play({ callFaults: { 2: fault } });
    expect(ended).toBeUndefined();
    expect(new Set(verdicts)).toEqual(new Set(['Captured']));
    expect(calls.map(({ length }) => length)).toEqual([14, 14, 14, 14]);
  });

  it('three answers in a row of a status of no known meaning end the capture', async () => {
    const fault = { ntStatus: 0xc0001234 };
    const { verdicts, calls, ended } = await play({ callFaults: { 2: fault, 3: fault, 4: fault } });
    expect(ended).toMatchObject({ code: 'CaptureFailed' });
    expect(calls.map(({ length }) => length)).toEqual([14, 14, 14, 7]);
    expect(verdicts.filter((verdict) => verdict === 'Captured')).toHaveLength(14);
  });

  it('a table of handles that cannot be had once costs no thread, and no call', async () => {
    let looks = 0;
    const { verdicts, calls, ended } = await play({}, 28, (machine) => ({
      ...machine,
      openSession(purpose) {
        const session = machine.openSession(purpose);
        return {
          ...session,
          objectAddresses(threads) {
            looks += 1;
            if (looks === 2) throw new Failure('EnumerationFailed', 'no memory');
            return session.objectAddresses(threads);
          },
        };
      },
    }));
    expect(ended).toBeUndefined();
    expect(new Set(verdicts)).toEqual(new Set(['Captured']));
    expect(calls.map(({ length }) => length)).toEqual([14, 14]);
  });
});
