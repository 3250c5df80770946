import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureLive } from '../../src/capture/live/capture-live.ts';
import { openFileStore } from '../../src/cli/file-store.ts';
import type {
  CaptureManifest,
  ComparisonSummary,
  ThreadComparison,
} from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { captureInto, type MovingWorld, movingWorld } from '../support/moving-world.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const capture = (world: MovingWorld, name: string, wanted?: Parameters<typeof captureInto>[2]) =>
  captureInto(world, path.join(folder, name), wanted);

function manifestOf(set: string): CaptureManifest {
  const name = readdirSync(set).find((each) => each.endsWith('.ktriage.json')) ?? '';
  return JSON.parse(readFileSync(path.join(set, name), 'utf8'));
}

async function compare(...args: readonly string[]) {
  const result = await runCli(['compare', '--include-idle', ...args]);
  expect(contractViolations(result.messages)).toEqual([]);
  return {
    ...result,
    threads: result.records<ThreadComparison>('ThreadComparison'),
    summary: result.records<ComparisonSummary>('ComparisonSummary')[0],
  };
}

const byThread = (threads: readonly ThreadComparison[]) =>
  new Map(threads.map((each) => [each.threadId ?? 0, each]));

/**
 * What became of each thread by the two manifests alone: no code of the product but the capture has a part in it. Functions are not in a
 * manifest; the activity of the simulated machine follows the wait reason there.
 */
function naive(first: CaptureManifest, second: CaptureManifest): Map<number, string> {
  const verdicts = new Map<number, string>();
  for (const before of first.threads) {
    const after = second.threads.find(({ threadId }) => threadId === before.threadId);
    if (after === undefined) continue;
    const ran = (after.contextSwitches ?? 0) - (before.after?.contextSwitches ?? 0);
    const isElsewhere = before.state !== after.state || before.waitReason !== after.waitReason;
    verdicts.set(before.threadId, ran === 0 ? 'Stuck' : isElsewhere ? 'Moved' : 'Slow');
  }
  return verdicts;
}

describe('two captures of a moving machine', () => {
  it('`ktriage compare` finds a slow disk slow, with its rate, and the threads that wait for long stuck', async () => {
    const slow = movingWorld('slow-disk');
    slow.set(20_000);
    const first = await capture(slow, 'slow-1');
    slow.set(30_000);
    const second = await capture(slow, 'slow-2');
    const { threads, summary, exitCode } = await compare('--reference', first, '--difference', second);
    expect(exitCode).toBe(10);
    const expected = naive(manifestOf(first), manifestOf(second));
    expect(expected.size).toBe(threads.length);
    expect(threads.map(({ threadId, verdict }) => [threadId, verdict])).toEqual(
      threads.map(({ threadId }) => [threadId, expected.get(threadId ?? 0)]),
    );
    // Twelve readers end a read every two seconds: five in ten.
    const readers = threads.filter(({ switchesPerSecond }) => switchesPerSecond === 0.5);
    expect(readers).toHaveLength(12);
    for (const reader of readers)
      expect(reader).toMatchObject({
        verdict: 'Slow',
        contextSwitches: 5,
        intervalMs: 10_000,
        evidence: 'Stack',
      });
    expect(summary).toMatchObject({ threadCount: threads.length, intervalMs: 10_000 });
  });

  it('`ktriage compare` finds what hangs stuck by facts, and moved on when it has passed', async () => {
    const hang = movingWorld('hang-passes');
    const sets: string[] = [];
    for (const ms of [20_000, 50_000, 90_000]) {
      hang.set(ms);
      sets.push(await capture(hang, `hang-${ms}`));
    }
    const [first = '', second = '', third = ''] = sets;
    const during = await compare('--reference', first, '--difference', second);
    const stuck = during.threads.filter(({ waitReason }) => waitReason === 'WrResource');
    expect(stuck).toHaveLength(24);
    for (const thread of stuck)
      expect(thread).toMatchObject({
        verdict: 'Stuck',
        contextSwitches: 0,
        evidence: 'Memory',
        isIdle: false,
      });
    const after = byThread((await compare('--reference', second, '--difference', third)).threads);
    for (const { threadId } of stuck) expect(after.get(threadId ?? 0)?.verdict).toBe('Moved');
  });

  it('`ktriage compare` takes out what a capture adds, where the first set lacks the listing after it', async () => {
    const hang = movingWorld('hang-passes');
    hang.set(20_000);
    const first = await capture(hang, 'old-1');
    hang.set(50_000);
    const second = await capture(hang, 'old-2');
    const name = readdirSync(first).find((each) => each.endsWith('.ktriage.json')) ?? '';
    const manifest = manifestOf(first);
    const { afterTime: _time, ...rest } = manifest;
    writeFileSync(
      path.join(first, name),
      JSON.stringify({ ...rest, threads: manifest.threads.map(({ after: _after, ...thread }) => thread) }),
    );
    const { threads } = await compare('--reference', first, '--difference', second);
    const waiters = threads.filter(({ waitReason }) => waitReason === 'WrResource');
    expect(waiters).toHaveLength(24);
    for (const thread of waiters)
      expect(thread).toMatchObject({ verdict: 'StuckExceptCapture', captureSwitches: 2, evidence: 'Guess' });
  });

  it('`ktriage compare` finds new threads by their time of creation, and gone ones by the verdict of the second capture', async () => {
    const leak = movingWorld('thread-leak');
    leak.set(20_000);
    const first = await capture(leak, 'leak-1');
    leak.set(30_000);
    const second = await capture(leak, 'leak-2');
    const { threads } = await compare('--reference', first, '--difference', second);
    expect(threads.filter(({ verdict }) => verdict === 'New')).toHaveLength(5);
    const back = await compare('--reference', second, '--difference', first);
    expect(back.exitCode).toBe(2);
    expect(back.messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'NotComparable' });
  });

  it('`ktriage compare` reports threads of a process that was started again as gone, and the later ones as new', async () => {
    const again = movingWorld('restarts');
    again.set(10_000);
    const first = await capture(again, 'restart-1');
    const old = manifestOf(first).threads;
    again.set(40_000);
    const threads = old.map(({ processId, threadId, createTimeRaw }) => ({
      processId,
      threadId,
      ...(createTimeRaw !== undefined && { createTimeRaw }),
    }));
    const second = await capture(again, 'restart-2', { threads, processIds: [6024] });
    const found = (await compare('--reference', first, '--difference', second)).threads;
    const verdicts = (process: number) =>
      new Set(found.filter(({ processId }) => processId === process).map(({ verdict }) => verdict));
    expect(verdicts(4872)).toEqual(new Set(['Gone']));
    expect(verdicts(6024)).toEqual(new Set(['New']));
    expect(found.filter(({ verdict }) => verdict === 'Gone')).toHaveLength(old.length);
  });

  it('`ktriage compare` reads the switches of live dumps from memory, where no capture is in between', async () => {
    const slow = movingWorld('slow-disk');
    const files: string[] = [];
    for (const ms of [20_000, 30_000]) {
      slow.set(ms);
      const file = path.join(folder, `live-${ms}.dmp`);
      files.push(file);
      const context = {
        machine: slow.machine,
        files: await openFileStore(),
        signal: new AbortController().signal,
      };
      for await (const event of captureLive({ path: file, acl: 'Inherit' }, context))
        expect(event.kind).not.toBe('failure');
    }
    const [first = '', second = ''] = files;
    const { threads, exitCode } = await compare('--reference', first, '--difference', second);
    expect(exitCode).toBe(10);
    const worker = threads.filter(({ processId }) => processId === 4872);
    const readers = worker.filter(
      ({ switchesPerSecond }) =>
        switchesPerSecond !== undefined && switchesPerSecond > 0.45 && switchesPerSecond < 0.55,
    );
    expect(readers).toHaveLength(12);
    for (const reader of readers) expect(reader).toMatchObject({ verdict: 'Slow', contextSwitches: 5 });
    // The simulated kernel has a PDB with types, so the place of the counter is no guess.
    const still = worker.filter(({ verdict }) => verdict === 'Stuck');
    expect(still.length).toBeGreaterThan(0);
    for (const thread of still) expect(thread.evidence).toBe('Memory');
  });

  it('`ktriage compare --live` looks at the threads of a set again, without a file', async () => {
    const destination = path.join(folder, 'for-live');
    mkdirSync(destination);
    await runCli([
      'triage',
      '--machine',
      'simulated:deadlock',
      '--pid',
      '5120',
      '--destination',
      destination,
    ]);
    const { threads, exitCode, messages } = await compare('--reference', destination, '--live');
    expect(messages.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(threads).toHaveLength(manifestOf(destination).threads.length);
    for (const thread of threads) expect(thread.differencePath).toBeUndefined();
    // The machine does not move but for the captures, and those are taken out.
    expect(new Set(threads.map(({ verdict }) => verdict))).toEqual(new Set(['Stuck']));
    expect(exitCode).toBe(10);
  });

  it('`ktriage compare` refuses a file on both sides, and a side that does not exist', async () => {
    const set = path.join(folder, 'for-live');
    expect((await runCli(['compare', '--reference', set, '--difference', set])).exitCode).toBe(2);
    expect((await runCli(['compare', '--reference', set])).exitCode).toBe(2);
    const missing = await runCli([
      'compare',
      '--reference',
      set,
      '--difference',
      path.join(folder, 'none.dmp'),
    ]);
    expect(missing.exitCode).toBe(8);
  });
});

describe('ktriage triage --repeat', () => {
  it('`ktriage triage --repeat` captures, captures again, and reports what became of each thread', async () => {
    const destination = path.join(folder, 'repeated');
    mkdirSync(destination);
    const args = ['--machine', 'simulated:deadlock', '--pid', '5120', '--destination', destination];
    const result = await runCli(['triage', ...args, '--repeat', '2', '--interval', '0', '--name', 'set']);
    expect(contractViolations(result.messages)).toEqual([]);
    const names = readdirSync(destination).filter((name) => name.endsWith('.dmp'));
    expect(names).toEqual(['set_r1.dmp', 'set_r2.dmp']);
    const comparisons = result.records<ThreadComparison>('ThreadComparison');
    // The machine does not move but for the capture: nothing ran.
    expect(new Set(comparisons.map(({ verdict }) => verdict))).toEqual(new Set(['Stuck']));
    expect(result.records<ComparisonSummary>('ComparisonSummary')).toHaveLength(1);
    expect(result.exitCode).toBe(0);
  });
});
