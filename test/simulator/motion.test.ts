import { describe, expect, it } from 'vitest';
import type { Machine, ProcessSnapshot } from '../../src/machine/port.ts';
import { isRefusal } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

const WR_RESOURCE = 27;

/** A machine with a clock in the hand of the test. */
function machineAt(scenario: string) {
  const time = { ms: 0 };
  return { time, machine: createSimulatedMachine(scenario, { clock: () => time.ms }) };
}

const workerOf = (machine: Machine): ProcessSnapshot | undefined =>
  machine.processes().find(({ name }) => name === 'w3wp.exe');

const waitersOf = (machine: Machine, reason: number): number =>
  workerOf(machine)?.threads.filter(({ state, waitReason }) => state === 5 && waitReason === reason).length ??
  0;

describe('a simulated machine with a clock', () => {
  it('a simulated machine hangs and recovers at the times of its scenario', () => {
    const { time, machine } = machineAt('hang-passes');
    const waiters = [0, 9999, 10_100, 40_000, 69_999, 70_000].map((ms) => {
      time.ms = ms;
      return waitersOf(machine, WR_RESOURCE);
    });
    // At 70 s five pool threads of ordinary life are between their own waits.
    expect(waiters).toEqual([0, 0, 24, 24, 24, 0]);
  });

  it('a stuck thread of a simulated machine waits longer and is not switched to, an idle one wakes', () => {
    const { time, machine } = machineAt('hang-passes');
    const threadsAt = (ms: number) => {
      time.ms = ms;
      return new Map(workerOf(machine)?.threads.map((thread) => [thread.threadId, thread]));
    };
    const [first, second] = [threadsAt(20_000), threadsAt(50_000)];
    const stuck = [...first.values()].filter(({ waitReason }) => waitReason === WR_RESOURCE);
    for (const { threadId, contextSwitches, waitTimeMs = 0 } of stuck) {
      expect(second.get(threadId)?.contextSwitches).toBe(contextSwitches);
      expect(second.get(threadId)?.waitTimeMs).toBe(waitTimeMs + 30_000);
    }
    const woken = [...first.values()].filter(
      ({ threadId, contextSwitches }) => (second.get(threadId)?.contextSwitches ?? 0) > contextSwitches,
    );
    expect(woken.length).toBeGreaterThan(10);
    expect(woken.some(({ threadId, userTime }) => (second.get(threadId)?.userTime ?? 0n) > userTime)).toBe(
      true,
    );
  });

  it('context switches and processor time of a simulated thread never go back', () => {
    for (const scenario of ['ordinary-life', 'slow-disk', 'pool-used-up']) {
      const { time, machine } = machineAt(scenario);
      const last = new Map<number, { switches: number; userTime: bigint }>();
      const wentBack: number[] = [];
      for (time.ms = 0; time.ms < 400_000; time.ms += 777) {
        for (const { threadId, contextSwitches, userTime } of workerOf(machine)?.threads ?? []) {
          const before = last.get(threadId);
          if (contextSwitches < (before?.switches ?? 0) || userTime < (before?.userTime ?? 0n))
            wentBack.push(threadId);
          last.set(threadId, { switches: contextSwitches, userTime });
        }
      }
      expect(last.size).toBeGreaterThan(10);
      expect(wentBack).toEqual([]);
    }
  });

  it('a simulated leak adds threads that were created later', () => {
    const { time, machine } = machineAt('thread-leak');
    const before = workerOf(machine)?.threads ?? [];
    time.ms = 60_000;
    const after = workerOf(machine)?.threads ?? [];
    expect(after.length - before.length).toBe(30);
    const latest = before.reduce((max, { createTime }) => (createTime > max ? createTime : max), 0n);
    expect(after.slice(before.length).every(({ createTime }) => createTime > latest)).toBe(true);
  });

  it('a simulated process that restarts is gone between, and back under another id and a later time', () => {
    const { time, machine } = machineAt('restarts');
    const first = workerOf(machine);
    const thread = first?.threads[0];
    if (first === undefined || thread === undefined) throw new Error('no worker');
    time.ms = 31_000;
    expect(workerOf(machine)).toBeUndefined();
    const session = machine.openSession('query');
    expect(isRefusal(session.open({ processId: first.processId, threadId: thread.threadId }))).toBe(true);
    session.close();
    time.ms = 33_000;
    const second = workerOf(machine);
    expect(second?.processId).not.toBe(first.processId);
    expect((second?.createTime ?? 0n) > first.createTime).toBe(true);
  });

  it('a simulated machine without a clock of its own shows a scenario without motion twice alike', () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    expect(machine.processes()).toEqual(machine.processes());
  });
});
