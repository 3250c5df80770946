import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KernelLock, Thread, WaitChain } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-chains-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function chains(...args: readonly string[]) {
  const result = await runCli(['chains', ...args]);
  expect(contractViolations(result.messages)).toEqual([]);
  return { ...result, found: result.records<WaitChain>('WaitChain') };
}

describe("ktriage chains on the article's story", () => {
  let live = '';
  let set: string[] = [];
  /** What the live dump shows; asked once, because a walk of 500 stacks takes its time. */
  let answer: Awaited<ReturnType<typeof chains>>;
  beforeAll(async () => {
    live = path.join(folder, 'live.dmp');
    await runCli(['live', live, '--machine', 'simulated:w3wp-oplock']);
    answer = await chains(live);
    const dumps = path.join(folder, 'set');
    mkdirSync(dumps);
    await runCli(['triage', '--pid', '4872', '--machine', 'simulated:w3wp-oplock', '--destination', dumps]);
    set = readdirSync(dumps)
      .filter((name) => name.endsWith('.dmp'))
      .map((name) => path.join(dumps, name));
  });

  it('a live dump gives the whole answer: waiters, holder, request, file', () => {
    const { found, exitCode } = answer;
    expect(exitCode).toBe(0);
    const [first] = found;
    expect(first?.headline).toMatch(
      /^227 threads wait for a lock that thread (\d+) holds, and thread \1 waits for a request that \\FileSystem\\mrxsmb20 has not finished on a file server\.$/,
    );
    expect(first).toMatchObject({
      rank: 1,
      rootKind: 'PendingIo',
      rootDriver: '\\FileSystem\\mrxsmb20',
      rootFileName: '\\\\fileserver\\wwwroot$\\site\\default.aspx',
      threadCount: 228,
      evidence: 'Derived',
      simulated: true,
    });
    expect(first?.links.map(({ kind, waiterCount }) => [kind, waiterCount])).toEqual([
      ['Lock', 227],
      ['Request', 1],
    ]);
    expect(first?.signatures.map(({ id }) => id)).toContain('smb-exchange');
    expect(first?.stacks?.find(({ role }) => role === 'Holder')?.frames.join('\n')).toContain(
      'mrxsmb!SmbCeWaitForCompletionAndFinalizeExchangeEx',
    );
  });

  it('ktriage chains reports a worker pool as used up when all of its workers are behind one lock', async () => {
    const file = path.join(folder, 'workers.dmp');
    await runCli(['live', file, '--machine', 'simulated:workers-used-up']);
    const { found } = await chains(file);
    const [first] = found;
    expect(first?.explanation.map(({ text }) => text).join('\n')).toMatch(
      /The worker pool 0x[0-9a-f]{16} is used up: all 16 wait for ERESOURCE .*\(0 running, \d+ may run, 5548 items processed, items wait\)\./,
    );
    expect(first?.signatures.map(({ id }) => id)).toContain('workers-exhausted');
    expect(first).toMatchObject({ workQueueCount: 2, workerCount: 96, idleWorkerCount: 80 });
    expect(first?.lines.join(' ')).toMatch(
      /^Cause 1: 17 threads of \d+ \(\d+ running, \d+ ready; 2 work queues, 80 of 96 workers idle\), longest wait /,
    );
    // The pools of the other machine have idle workers.
    const told = answer.found.flatMap(({ explanation }) => explanation.map(({ text }) => text));
    expect(told.filter((text) => text.includes('used up'))).toEqual([]);
  });

  it('ktriage chains explains a process that cannot end by the request of its ended thread, in words', async () => {
    const file = path.join(folder, 'never-ends.dmp');
    await runCli(['live', file, '--machine', 'simulated:never-ends']);
    const { stdout } = await runCli(['chains', file, '--format', 'text']);
    const causes = stdout.split(/^Cause \d+: /m).filter((text) => text.includes('backupsvc.exe'));
    expect(causes).toHaveLength(1);
    const [cause = ''] = causes;
    const paragraphs = cause
      .trim()
      .split('\n\n')
      .map((text) => text.trim().replace(/\s+/g, ' '));
    expect(paragraphs).toEqual([
      '2 threads of 203 (8 running, 0 ready; 1 work queue, 96 of 96 workers idle), longest wait 0:08:21',
      'Thread 10296 waits for the end of backupsvc.exe (6204), and thread 10276 has ended and has a request that \\FileSystem\\mrxsmb20 has not finished on a file server. [derived]',
      'Thread 10296 waits for the end of backupsvc.exe (6204), for 0:08:21. [memory] ' +
        'Thread 10276 has ended and has the unfinished IRP_MJ_READ 0xffffa39080064800 at \\FileSystem\\mrxsmb20. [derived] ' +
        '\\FileSystem\\mrxsmb20 has the request and has marked it pending. [memory] ' +
        'The request is about \\\\fileserver\\backup\\2024-05-14.vhdx. [memory] ' +
        'The request was cancelled, and the driver has not completed it. [memory]',
      'Why it looks like this The thread waits for another thread or process to end. [known pattern wait-thread-exit]',
      'Look next at 1. Look at \\FileSystem\\mrxsmb20: it keeps the request of a thread that has ended. 2. Look why that one does not end. 3. Take a second capture and compare, to distinguish stuck from slow.',
      'Not known When the driver will complete the request: the age of a request is not stored.',
    ]);
  });

  it('a set of triage dumps joins the waiters of all its files, and guesses at the holder only as a guess', async () => {
    const { found } = await chains(...set);
    const [first] = found;
    expect(set.length).toBeGreaterThan(10);
    expect(first).toMatchObject({ threadCount: 227, rootKind: 'NoOwnerKnown', paths: set });
    const guesses = first?.explanation.filter(({ evidence }) => evidence === 'Guess') ?? [];
    expect(guesses.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Thread \d+ may hold it: it is the only other thread of these dumps inside of rdbss\.$/,
      ),
    ]);
    expect(first?.explanation.at(-1)?.text).toContain('\\\\fileserver\\wwwroot$\\site\\default.aspx');
  });

  it('each thread counts once in two dumps of one machine and one boot', async () => {
    const { found } = await chains(live, live);
    expect(found[0]).toMatchObject({ threadCount: 228 });
  });

  it('threads that were asked for decide which chains are shown, not what a chain holds', async () => {
    const waiter = answer.found[0]?.links[0]?.waiters[0]?.threadId;
    const { found } = await chains(live, '--tid', String(waiter));
    expect(found).toHaveLength(1);
    expect(found[0]?.threadCount).toBe(228);
  });

  it('ktriage chains captures blockers of live threads alone, and leaves an owner that no capture stores unknown', async () => {
    const machine = ['--machine', 'simulated:w3wp-oplock'];
    const listed = (await runCli(['threads', 'w3wp', ...machine])).records<Thread>('Thread');
    expect(listed.length).toBeGreaterThan(14);
    const some = listed.slice(0, 14).map(({ processId, threadId }) => `${processId}:${threadId}`);
    const args = ['--thread', some.join(','), ...machine];
    const without = await chains(...args);
    const withBlockers = await chains(...args, '--capture-blocker');
    expect(withBlockers.exitCode).toBe(without.exitCode);
    expect(withBlockers.found.map(({ headline, rootKind }) => [headline, rootKind])).toEqual(
      without.found.map(({ headline, rootKind }) => [headline, rootKind]),
    );
    const refused = await runCli(['chains', live, '--capture-blocker']);
    expect(refused.exitCode).not.toBe(0);
    expect(
      refused.messages.some((message) => JSON.stringify(message).includes('Only for live threads')),
    ).toBe(true);
  });

  it('a limit is never silent: the chains that are left out are counted', async () => {
    const { found, messages } = await chains(live, '--top', '1');
    expect(found).toHaveLength(1);
    expect(messages.filter(({ kind }) => kind === 'warning')).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/^\d+ more chains are not shown\.$/) }),
    );
  });

  it('the text of the answer fits 80 columns and begins with the cause', async () => {
    const { stdout } = await runCli(['chains', live, '--top', '1', '--format', 'text']);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.slice(1, 3).join(' ')).toMatch(
      /^Cause 1: 228 threads of \d+ \(10 running, 0 ready; 1 work queue, 96 of 96 workers idle\), longest wait 0:08:12$/,
    );
    expect(stdout).toContain('Thread 11756 holds it, exclusively. [memory]');
    expect(stdout).toMatch(/\nNot known {2,}When the driver will complete the request/);
  });

  it('an answer of one sentence has that sentence once', async () => {
    // Without a manifest, the sentence has no time that the thread has waited for.
    const bare = path.join(folder, 'bare');
    mkdirSync(bare);
    const target = ['--machine', 'simulated:w3wp-oplock', '--thread', '4872:12560', '--no-manifest'];
    await runCli(['triage', ...target, '--destination', bare]);
    const { found } = await chains(path.join(bare, readdirSync(bare)[0] ?? ''));
    expect(found).toHaveLength(1);
    expect(found[0]?.explanation[0]?.text).toBe(found[0]?.headline);
    const text = found[0]?.lines.join(' ').replace(/\s+/g, ' ') ?? '';
    expect(text.split(found[0]?.headline ?? '')).toHaveLength(2);
  });

  it("a user's signature file adds its own meaning, and a bad one is named before any dump is read", async () => {
    const own = path.join(folder, 'own.json');
    const signature = {
      id: 'our-share',
      stacks: [['mrxsmb20!MRxSmb2Create']],
      meaning: 'Our share is slow.',
      next: 'Call storage.',
      source: 'runbook',
    };
    writeFileSync(own, JSON.stringify({ signatures: [signature] }));
    const { found } = await chains(live, '--top', '1', '--signature-path', own);
    expect(found[0]?.signatures).toContainEqual(
      expect.objectContaining({ id: 'our-share', next: 'Call storage.' }),
    );
    writeFileSync(own, '{}');
    const bad = await chains(live, '--signature-path', own);
    expect(bad.exitCode).toBe(2);
    expect(bad.messages[0]).toMatchObject({ kind: 'error', code: 'InvalidRequest', target: own });
  });
});

describe('ktriage chains where a capture lacks the holder of a lock', () => {
  const MACHINE = ['--machine', 'simulated:stored-locks'];
  /** Three threads that wait for one lock, and the thread that holds it. */
  let waiters: readonly Thread[] = [];
  const HOLDER = { threadId: 11756, processId: 4872 };
  const named = () => waiters.map(({ processId, threadId }) => `${processId}:${threadId}`).join(',');
  beforeAll(async () => {
    const { records } = await runCli(['threads', 'w3wp', ...MACHINE]);
    waiters = records<Thread>('Thread')
      .filter(({ waitReason }) => waitReason === 'WrResource')
      .slice(0, 3);
    expect(waiters).toHaveLength(3);
  });

  it('ktriage chains names the holder of live waiters by its thread id, though no dump contains it', async () => {
    const { found } = await chains('--thread', named(), ...MACHINE);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      headline: '3 threads wait for a lock that thread 11756 holds, which no dump here contains.',
      rootKind: 'OwnerNotInDump',
      missingThreads: [{ ...HOLDER, inDump: false }],
      nextSteps: expect.arrayContaining(['Capture the owner: thread 11756.']),
    });
  });

  it('ktriage chains --capture-blocker captures the holder of live waiters, and explains what it waits for', async () => {
    const { found, messages } = await chains('--thread', named(), '--capture-blocker', ...MACHINE);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      headline: expect.stringMatching(
        /^3 threads wait for a lock that thread 11756 holds, and thread 11756 waits for a request/,
      ),
      rootKind: 'PendingIo',
      rootThread: { ...HOLDER, inDump: true },
      missingThreads: [],
    });
    expect(found[0]?.stacks?.find(({ role }) => role === 'Holder')?.frames.join('\n')).toContain(
      'mrxsmb20!MRxSmb2Create',
    );
    const warnings = messages.flatMap((each) => (each.kind === 'warning' ? [each.message] : []));
    expect(new Set(warnings).size).toBe(warnings.length);
  });

  it('ktriage chains, locks and waits name a missing holder by the threads that a manifest lists beside its set', async () => {
    const dumps = path.join(folder, 'without-holder');
    mkdirSync(dumps);
    await runCli(['triage', '--thread', named(), '--destination', dumps, ...MACHINE]);
    const [file = ''] = readdirSync(dumps).filter((name) => name.endsWith('.dmp'));
    const dump = path.join(dumps, file);
    const { found } = await chains(dump);
    expect(found[0]?.missingThreads).toMatchObject([{ ...HOLDER, inDump: false }]);
    const locks = (await runCli(['locks', dump])).records<KernelLock>('KernelLock');
    expect(locks[0]?.owners).toMatchObject([
      { thread: { ...HOLDER, processName: 'w3wp.exe', inDump: false } },
    ]);
    // Without the manifest the address alone is known.
    const [manifest = ''] = readdirSync(dumps).filter((name) => name.endsWith('.ktriage.json'));
    rmSync(path.join(dumps, manifest));
    const bare = (await chains(dump)).found[0]?.missingThreads[0];
    expect(bare).toEqual({ address: found[0]?.missingThreads[0]?.address, inDump: false });
  });
});

describe('ktriage chains on a deadlock', () => {
  it('ktriage chains on a deadlock names both threads and both locks, with both stacks', async () => {
    const file = path.join(folder, 'deadlock.dmp');
    await runCli(['live', file, '--machine', 'simulated:deadlock']);
    const { found } = await chains(file, '--deadlock');
    expect(found.map(({ isDeadlock }) => isDeadlock)).toEqual([true]);
    const [first] = found;
    expect(first?.headline).toMatch(
      /^Deadlock between 2 threads: thread \d+ holds ERESOURCE .* and waits for ERESOURCE /,
    );
    expect(first?.cycle).toHaveLength(2);
    expect(first?.stacks?.map(({ role }) => role)).toEqual(['Cycle', 'Cycle']);
    expect(first?.signatures.map(({ id }) => id)).toContain('lock-order');
  });
});

describeWith(['shared-data'], 'ktriage chains on a real triage dump', () => {
  it('one thread waits behind a device start that AmdPPM has not finished', async () => {
    const { found } = await chains(path.join(sharedData, 'triage_x64.dmp'));
    expect(found[0]).toMatchObject({
      rootKind: 'PendingIo',
      rootThread: { threadId: 264 },
      rootRequestAddress: '0xffffc08be50a72b0',
      rootDriver: '\\Driver\\AmdPPM',
      threadCount: 2,
      evidence: 'Derived',
    });
    expect(found[0]?.signatures.map(({ id }) => id)).toContain('pnp-start');
  });
});
