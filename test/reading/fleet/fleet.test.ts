import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetCause, WaitChain } from '../../../src/contract/generated/types.ts';
import { contractViolations } from '../../support/contract.ts';
import { captureInto, movingWorld } from '../../support/moving-world.ts';
import { runCli } from '../../support/run-cli.ts';

let folder = '';
const made: Record<string, string> = {};

/** KWAIT_REASON DelayExecution. */
const DELAY_EXECUTION = 4;

/** A set of each kind: a file server that does not answer, a deadlock, and nothing. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-fleet-'));
  const hang = movingWorld('hang-passes');
  hang.set(20_000);
  made['server'] = await captureInto(hang, path.join(folder, 'server'));
  const deadlock = movingWorld('deadlock');
  made['deadlock'] = await captureInto(deadlock, path.join(folder, 'deadlock'), { processIds: [5120] });
  // One thread that sleeps is no cause of anything.
  const sleeping = deadlock.machine
    .processes()
    .find(({ processId }) => processId === 5120)
    ?.threads.find(({ waitReason }) => waitReason === DELAY_EXECUTION);
  const threads = [{ processId: 5120, threadId: sleeping?.threadId ?? 0 }];
  made['calm'] = await captureInto(movingWorld('deadlock'), path.join(folder, 'calm'), { threads });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** So many computers with the same set. Links, because a thousand sets would be a gigabyte. */
function computers(root: string, kind: string, count: number): void {
  const from = made[kind] ?? '';
  for (let number = 1; number <= count; number++) {
    const own = path.join(root, `${kind}${String(number).padStart(2, '0')}`);
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(from)) linkSync(path.join(from, name), path.join(own, name));
  }
}

async function fleet(...args: readonly string[]) {
  const result = await runCli(['fleet', ...args]);
  expect(contractViolations(result.messages)).toEqual([]);
  return { ...result, causes: result.records<FleetCause>('FleetCause') };
}

const warningsOf = ({ messages }: Awaited<ReturnType<typeof fleet>>) =>
  messages.flatMap((message) => (message.kind === 'warning' ? [message.message] : [])).join('\n');

describe('ktriage fleet', () => {
  it('`ktriage fleet` finds the causes that computers share, in agreement with the chains of each set', async () => {
    const root = path.join(folder, 'fleet');
    computers(root, 'server', 3);
    computers(root, 'deadlock', 2);
    computers(root, 'calm', 1);
    const result = await fleet(root);
    expect(result.exitCode).toBe(0);
    const [first] = result.causes;
    // Triage dumps do not store a lock and its owner: that the waiters wait for the server in the end is a guess, and marked as one.
    expect(first?.headline).toBe('5 of 6 computers seem to wait for the file server \\\\fileserver.');
    expect(first).toMatchObject({
      target: '\\\\fileserver',
      computerCount: 5,
      totalComputerCount: 6,
      evidence: 'Guess',
    });
    expect(first?.computerNames).toEqual(['deadlock01', 'deadlock02', 'server01', 'server02', 'server03']);
    expect(warningsOf(result)).toContain('Nothing waits for a lock, a request or another thread on calm01.');
    // The same, set by set, by another verb and its words.
    const threads = { server: 0, deadlock: 0 };
    for (const kind of ['server', 'deadlock'] as const) {
      const set = made[kind] ?? '';
      const dumps = readdirSync(set).filter((name) => name.endsWith('.dmp'));
      const chains = (
        await runCli(['chains', ...dumps.map((name) => path.join(set, name))])
      ).records<WaitChain>('WaitChain');
      const about = chains.filter(({ explanation }) =>
        explanation.some(({ text }) => /about \\\\fileserver\\/.test(text)),
      );
      expect(about.length).toBeGreaterThan(0);
      threads[kind] = about.reduce((sum, { threadCount }) => sum + threadCount, 0);
    }
    expect(first?.threadCount).toBe(3 * threads.server + 2 * threads.deadlock);
    expect(first?.examples).toHaveLength(3);
  });

  it('`ktriage fleet` counts computers that answered without a dump, and names those without an answer', async () => {
    const root = path.join(folder, 'few');
    computers(root, 'server', 1);
    mkdirSync(path.join(root, 'broken'));
    writeFileSync(path.join(root, 'broken', 'x.dmp'), 'no dump');
    const result = await fleet(root, '--idle', 'web8,web9', '--silent', 'web7');
    expect(result.causes[0]?.headline).toBe(
      '1 of 3 computers seems to wait for the file server \\\\fileserver; 2 did not answer.',
    );
    expect(result.exitCode).toBe(4);
    expect(warningsOf(result)).toContain('No dump of broken could be read.');
  });

  it('`ktriage fleet` reads many sets in the memory of one', async () => {
    const root = path.join(folder, 'many');
    computers(root, 'deadlock', 80);
    const before = process.memoryUsage().rss;
    const { causes } = await fleet(root);
    expect(causes[0]?.computerCount).toBe(80);
    // A set keeps some megabytes while it is read: 80 of them would be hundreds.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });

  it('`ktriage fleet` needs folders', async () => {
    expect((await runCli(['fleet'])).exitCode).toBe(2);
  });
});
