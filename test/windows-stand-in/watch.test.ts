import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WatchEvent } from '../../src/contract/generated/types.ts';
import { describeWith } from '../support/equipment.ts';
import { fromWindowsPath, toWindowsPath } from '../support/wine.ts';
import { WORKER_ID, worker } from './scenario.ts';
import { expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** Milliseconds after the first listing in which the worker hangs. */
const HANG = { 'hangs-from': 800, 'hangs-until': 5000 };

describeWith(['wine', 'mingw'], 'ktriage.exe watches the kernel stand-in', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterAll(() => machine?.kernel.remove());

  it('ktriage.exe sees a hang of the kernel stand-in come and pass, and its set has the owner of the lock and the answer', async () => {
    const process = worker(12);
    const threads = process.threads.map((thread) => ({ ...thread, ...HANG }));
    machine = machineOf({ settings: { 'store-locks': 1 }, processes: [{ ...process, threads }] });
    const running = machine.start('watch', {
      ...{ names: ['w3wp'], forSeconds: 1, intervalMs: 100 },
      ...{ capture: true, destination: toWindowsPath(machine.destination), cancelOnEndOfInput: true },
    });
    await running.until((stdout) => stdout.includes('"event":"Cleared"'));
    running.stdin.end();
    const { exitCode, messages, errors } = await machine.answer(running);
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    const events = messages.flatMap((message) =>
      message.kind === 'record' && message.type === 'WatchEvent' ? [message.value as WatchEvent] : [],
    );
    expect(events.map(({ event }) => event)).toEqual(['Started', 'Raised', 'Captured', 'Cleared', 'Stopped']);
    // Ten threads wait for the lock; its owner, which waits for a file server, is not in question.
    expect(events[1]).toMatchObject({ condition: 'Stuck', processId: WORKER_ID, threadCount: 10 });
    const [, , captured] = events;
    expect(captured).toMatchObject({ capturedCount: 12, evidence: 'Derived' });
    expect(captured).not.toHaveProperty('code');
    const folder = fromWindowsPath(captured?.folder ?? '');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['answer.txt', 'report.html']));
    const answer = readFileSync(path.join(folder, 'answer.txt'), 'utf8');
    // Its lines are folded.
    expect(answer.replace(/\s+/g, ' ')).toContain(captured?.headline ?? 'no headline');
    expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('fileserver');
    expectAllGivenBack(machine);
  });
});
