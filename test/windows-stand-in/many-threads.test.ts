import { performance } from 'node:perf_hooks';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import type { ScenarioProcess } from './scenario.ts';
import { expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

const PROCESSES = 50;
const THREADS = 2000;
const processId = (index: number) => 0x10_0000 + 4 * index;

const crowd: ScenarioProcess[] = Array.from({ length: PROCESSES }, (_, process) => ({
  id: processId(process),
  name: `app${process}.exe`,
  created: 133_601_739_950_000_000n,
  threads: Array.from({ length: THREADS }, (_, thread) => ({
    id: 0x20_0000 + 4 * (process * THREADS + thread),
  })),
}));
const everything = { processIds: crowd.map(({ id }) => id) };

/** A machine with 100,000 threads: nothing may cost a search for each of them. */
describeWith(['wine', 'mingw'], 'A machine with 100,000 threads', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = () => {
    machine = machineOf({ processes: crowd });
    return machine;
  };
  const snapshots = ({ kernel }: Machine) =>
    kernel.calls('snapshot').filter((call) => call['class'] === 57 && call.status === '0x00000000');

  it('a machine with 100,000 threads is planned in a few times the time of the snapshot itself, without opening a thread', async () => {
    const here = given();
    // No thread is listed: what takes time is the snapshot.
    const begun = performance.now();
    await here.run('threads', { processIds: [4], details: 'snapshot' });
    const snapshot = performance.now() - begun;
    const started = performance.now();
    const { messages, exitCode } = await here.triage({ ...everything, planOnly: true });
    const plan = performance.now() - started;
    console.log(
      `100,000 threads: ${Math.round(snapshot)} ms for the snapshot, ${Math.round(plan)} ms for the plan`,
    );
    expect(exitCode).toBe(0);
    const planned = messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'TriagePlan'
        ? (message.value as { threadIds: number[] }).threadIds
        : [],
    );
    expect(new Set(planned).size).toBe(PROCESSES * THREADS);
    // Other suites run beside this one: measured alone it is 1.2 times. A search for each thread took 127 s.
    expect(plan).toBeLessThan(4 * snapshot);
    expect(snapshots(here)).toHaveLength(2);
    expect(here.kernel.calls('NtOpenThread')).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a machine with 100,000 threads keeps a time limit that the snapshot has used up: no thread is opened, and each has its verdict', async () => {
    const here = given();
    const { errors, threads, exitCode } = await here.triage({ ...everything, timeLimitSeconds: 0.01 });
    expect(errors).toMatchObject([{ code: 'TimeLimitReached' }]);
    expect(exitCode).toBe(5);
    expect(threads).toHaveLength(PROCESSES * THREADS);
    expect(new Set(threads.map(({ verdict, attempts }) => `${verdict} ${attempts}`))).toEqual(
      new Set(['NotAttempted 0']),
    );
    expect(here.kernel.calls('NtOpenThread')).toEqual([]);
    expect(here.kernel.calls('NtSystemDebugControl')).toEqual([]);
    expect(snapshots(here)).toHaveLength(1);
  });

  it('a machine with 100,000 threads is listed with one look at the handles for 2048 threads, and no thread is asked for full access', async () => {
    const here = given();
    // The stand-in searches for each thread that is opened: a tenth is enough to see how handles are looked at.
    const some = everything.processIds.slice(0, 5);
    const { messages } = await here.run('threads', { processIds: some });
    expect(messages.filter(({ kind }) => kind === 'record')).toHaveLength(some.length * THREADS);
    const handles = here.kernel
      .calls('snapshot')
      .filter((call) => call['class'] === 64 && call.status === '0x00000000');
    expect(handles).toHaveLength(Math.ceil((some.length * THREADS) / 2048));
    const asked = new Set(here.kernel.calls('NtOpenThread').map((call) => call['access']));
    expect(asked).toEqual(new Set(['0x848']));
    expectAllGivenBack(here);
  });
});
