import { describe, expect, it } from 'vitest';
import { isKernelAddress } from '../../src/binary/address.ts';
import { Failure } from '../../src/contract/failure.ts';
import { isRefusal, type Machine, type OpenThread } from '../../src/machine/port.ts';
import { scenarioNames } from '../../src/simulator/population/scenarios.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

function processNamed(machine: Machine, name: string) {
  const process = machine.processes().find((candidate) => candidate.name === name);
  if (process === undefined) throw new Error(`no ${name}`);
  return process;
}

describe('the scenario w3wp-oplock', () => {
  const machine = createSimulatedMachine('w3wp-oplock');
  const worker = processNamed(machine, 'w3wp.exe');

  it('the scenario w3wp-oplock is marked as simulated', () => {
    expect(machine.name).toBe('simulated:w3wp-oplock');
    expect(machine.simulated).toBe(true);
  });

  it('the scenario w3wp-oplock has exactly 300 threads in the IIS worker, most of them waiting for one resource', () => {
    expect(worker.threads).toHaveLength(300);
    const waiting = worker.threads.filter((thread) => thread.state === 5);
    const waitingFor = (reason: number) => waiting.filter((thread) => thread.waitReason === reason).length;
    expect(waitingFor(27)).toBeGreaterThan(200);
    expect(waitingFor(15)).toBeGreaterThan(20);
    expect(worker.threads.some((thread) => thread.state === 2)).toBe(true);
  });

  it('the scenario w3wp-oplock gives every thread an id, a stack and a TEB of its own', () => {
    const everyThread = machine
      .processes()
      .filter((process) => process.processId !== 0)
      .flatMap((process) => process.threads);
    const ids = [
      ...everyThread.map((thread) => thread.threadId),
      ...machine.processes().map((process) => process.processId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id % 4 === 0 && id < 2 ** 24)).toBe(true);
    expect(new Set(everyThread.map((thread) => thread.stackBase)).size).toBe(everyThread.length);
    for (const thread of everyThread) {
      expect((thread.stackBase ?? 0n) - (thread.stackLimit ?? 0n)).toBe(0x6000n);
      expect(isKernelAddress(thread.stackLimit ?? 0n)).toBe(true);
    }
  });

  it('the scenario w3wp-oplock creates no thread before its process', () => {
    for (const { createTime, threads } of machine.processes()) {
      expect(threads.every((thread) => thread.createTime > createTime)).toBe(true);
    }
  });

  it('the scenario w3wp-oplock is the same in every run', () => {
    expect(createSimulatedMachine('w3wp-oplock').processes()).toEqual(machine.processes());
  });

  it('the scenario w3wp-oplock answers the Tool Help library in the same order, or in another when asked to', () => {
    const ids = worker.threads.map((thread) => thread.threadId);
    expect(machine.toolHelpThreadIds(worker.processId)).toEqual(ids);
    const differing = createSimulatedMachine('w3wp-oplock', { toolHelpDiffers: true });
    expect(differing.toolHelpThreadIds(worker.processId)).not.toEqual(ids);
    expect(() => machine.toolHelpThreadIds(3)).toThrow(Failure);
  });
});

describe('a session', () => {
  const machine = createSimulatedMachine('w3wp-faults');
  const session = machine.openSession('capture');
  const worker = processNamed(machine, 'w3wp.exe');
  const open = (position: number) => {
    const { threadId, createTime } = worker.threads[position] ?? { threadId: 0, createTime: 0n };
    return session.open({ processId: worker.processId, threadId, createTime });
  };

  it('a session of the simulated machine refuses what Windows refuses, and names the reason', () => {
    expect(open(17)).toMatchObject({ refused: 'exited' });
    expect(open(44)).toMatchObject({ refused: 'replaced' });
    expect(open(61)).toMatchObject({ refused: 'denied', ntStatus: 0xc0000022 });
    const wininit = processNamed(machine, 'wininit.exe');
    const threadId = wininit.threads[0]?.threadId ?? 0;
    expect(session.open({ processId: wininit.processId, threadId })).toMatchObject({ refused: 'denied' });
    const query = machine.openSession('query').open({ processId: wininit.processId, threadId });
    expect(query).toMatchObject({ access: 'Limited' });
    expect(session.open({ processId: worker.processId, threadId: 4 })).toMatchObject({ refused: 'exited' });
  });

  it('no longer lists a thread that exited', () => {
    const gone = worker.threads[17]?.threadId;
    const ids = processNamed(machine, 'w3wp.exe').threads.map((thread) => thread.threadId);
    expect(ids).toHaveLength(299);
    expect(ids).not.toContain(gone);
  });

  it('a session of the simulated machine gives addresses of open threads, each its own, and hides one', () => {
    const opened = [...worker.threads.keys()]
      .map(open)
      .filter((answer): answer is OpenThread => !isRefusal(answer));
    const addresses = session.objectAddresses(opened);
    expect(addresses.size).toBe(opened.length - 1);
    expect(new Set(addresses.values()).size).toBe(addresses.size);
    expect([...addresses.values()].every((address) => isKernelAddress(address) && address % 16n === 0n)).toBe(
      true,
    );
  });

  it('a session of the simulated machine forgets what was released', () => {
    const thread = open(0);
    if (isRefusal(thread)) throw new Error('refused');
    session.release(thread);
    expect(session.objectAddresses([thread]).size).toBe(0);
  });

  it('a session of the simulated machine is refused to a user without rights', () => {
    const limited = createSimulatedMachine('not-elevated');
    expect(() => limited.openSession('capture')).toThrow(/administrator/);
    const [process] = limited.processes();
    const [thread] = process?.threads ?? [];
    const identity = { processId: process?.processId ?? 0, threadId: thread?.threadId ?? 0 };
    expect(limited.openSession('query').open(identity)).toMatchObject({ identity, access: 'Limited' });
  });
});

describe('the list of scenarios', () => {
  it('the list of scenarios has a sentence for each, and each can be made', () => {
    for (const { name, summary } of scenarioNames()) {
      expect(summary).toMatch(/\.$/);
      expect(createSimulatedMachine(name).processes().length).toBeGreaterThan(5);
    }
  });

  it('the list of scenarios refuses a name that is not in it with the names that are', () => {
    expect(() => createSimulatedMachine('constructor')).toThrow(/w3wp-oplock/);
  });
});
