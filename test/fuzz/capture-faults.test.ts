import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { CapturedThread, Message, TriageDump } from '../../src/contract/generated/types.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

/**
 * Every file operation of a capture fails once, in each way that a system can fail. After a kill no operation has any effect, which
 * is what a killed process leaves. The files of the folder are then looked at: a final name means a whole, verified, reported dump.
 */
type Fault = 'kill' | 'short write' | 'ENOSPC' | 'EIO' | 'EACCES' | 'EMFILE';

/** `npm test` runs the ways that differ in kind; the nightly workflow runs all. */
const FAULTS: readonly Fault[] =
  process.env['KTRIAGE_ALL_FAULTS'] === undefined
    ? ['kill', 'short write', 'ENOSPC']
    : ['kill', 'short write', 'ENOSPC', 'EIO', 'EACCES', 'EMFILE'];

const state = vi.hoisted(() => ({
  folder: '',
  /** The operation that fails, counted from 0; -1 for none. */
  at: -1,
  fault: '' as string,
  count: 0,
  killed: false,
  failed: '',
  /** The operations so far, by name. */
  names: [] as string[],
  descriptors: new Set<number>(),
}));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();

  const concerns = (target: unknown) =>
    typeof target === 'number'
      ? state.descriptors.has(target)
      : state.folder !== '' && String(target).startsWith(state.folder);

  function failure(code: string): Error {
    return Object.assign(new Error(`${code}: injected`), { code, errno: -1, syscall: 'injected' });
  }

  /** Calls the operation, or fails in its place. */
  function faulty<A extends unknown[], R>(name: string, action: (...args: A) => R) {
    return (...args: A): R => {
      if (!concerns(args[0])) return action(...args);
      if (state.killed) throw failure('EKILLED');
      state.names.push(name);
      if (state.count++ !== state.at) return action(...args);
      state.failed = name;
      if (state.fault === 'kill') state.killed = true;
      if (state.fault !== 'short write') throw failure(state.fault === 'kill' ? 'EKILLED' : state.fault);
      if (name !== 'writeSync') return action(...args);
      // A system may write less than it was given.
      const [descriptor, bytes, offset = 0] = args as unknown as [number, Uint8Array, number?];
      return actual.writeSync(descriptor, bytes, offset, Math.max(1, (bytes.length - offset) >> 1)) as R;
    };
  }

  return {
    ...actual,
    openSync: (...args: Parameters<typeof actual.openSync>) => {
      const descriptor = faulty('openSync', actual.openSync)(...args);
      if (concerns(args[0])) state.descriptors.add(descriptor);
      return descriptor;
    },
    closeSync(descriptor: number) {
      state.descriptors.delete(descriptor);
      actual.closeSync(descriptor);
    },
    writeSync: faulty('writeSync', actual.writeSync as (...args: unknown[]) => number),
    readSync: faulty('readSync', actual.readSync as (...args: unknown[]) => number),
    fsyncSync: faulty('fsyncSync', actual.fsyncSync),
    fstatSync: faulty('fstatSync', actual.fstatSync as (...args: unknown[]) => unknown),
    statSync: faulty('statSync', actual.statSync as (...args: unknown[]) => unknown),
    lstatSync: faulty('lstatSync', actual.lstatSync as (...args: unknown[]) => unknown),
    linkSync: faulty('linkSync', actual.linkSync),
    renameSync: faulty('renameSync', actual.renameSync),
    unlinkSync: faulty('unlinkSync', actual.unlinkSync),
    rmSync: faulty('rmSync', actual.rmSync),
    accessSync: faulty('accessSync', actual.accessSync),
    readdirSync: faulty('readdirSync', actual.readdirSync as (...args: unknown[]) => unknown),
    statfsSync: faulty('statfsSync', actual.statfsSync as (...args: unknown[]) => unknown),
  };
});

const THREADS = ['--pid', '776', '--name', 'lsass-{batch}', '--max-threads-per-dump', '6'];

/** Operations that change what is in the folder: a kill at another leaves what a kill at the next of these leaves. */
const CHANGES: ReadonlySet<string> = new Set([
  'openSync',
  'writeSync',
  'linkSync',
  'renameSync',
  'unlinkSync',
  'rmSync',
]);
/** Captures into the folder of a killed one. */
const CAPTURES_AFTER_KILL = 6;

/** Whether a fault of this kind can do anything at an operation. */
function matters(fault: Fault, name: string | undefined): boolean {
  if (fault === 'short write') return name === 'writeSync';
  return fault !== 'kill' || CHANGES.has(name ?? '');
}

/** Whether the reader of dumps finds nothing missing in a file. */
function isWhole(file: string): boolean {
  try {
    const dump = openDump(bytesSource(readFileSync(file), file));
    return (
      readKernelObjects(dump).threads.length > 0 && completenessOf(dump.findings.list).state === 'Complete'
    );
  } catch {
    return false;
  }
}

async function capture(folder: string, at: number, fault: Fault | ''): Promise<readonly Message[]> {
  Object.assign(state, { folder, at, fault, count: 0, killed: false, failed: '', names: [] });
  state.descriptors.clear();
  const { messages } = await runCli([
    ...['triage', ...THREADS, '--destination', folder, '--format', 'ndjson'],
    ...['--machine', 'simulated:windows-11'],
  ]);
  state.folder = '';
  return messages;
}

const recordsOf = <T>(messages: readonly Message[], type: string): T[] =>
  messages.flatMap((message) =>
    message.kind === 'record' && message.type === type ? [message.value as T] : [],
  );

/** What a folder holds after a capture in which one operation failed. */
function problemsOf(folder: string, messages: readonly Message[], wasKilled: boolean): string[] {
  const problems: string[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.dmp'));
  const reported = new Set(
    recordsOf<TriageDump>(messages, 'TriageDump').map(({ path: file }) => path.basename(file)),
  );
  for (const name of names) {
    if (!isWhole(path.join(folder, name))) problems.push(`${name} has its name and is not whole`);
    if (!wasKilled && !reported.has(name)) problems.push(`${name} is there and was not reported`);
  }
  if (wasKilled) return problems;
  for (const name of reported)
    if (!names.includes(name)) problems.push(`${name} was reported and is not there`);
  problems.push(...contractViolations(messages));
  for (const message of messages)
    if (message.kind === 'error' && message.code === 'Internal') problems.push(message.message);
  const threads = recordsOf<CapturedThread>(messages, 'CapturedThread').map(({ threadId }) => threadId);
  if (new Set(threads).size !== threads.length) problems.push('a thread has two verdicts');
  const leftOver = readdirSync(folder).filter((name) => name.endsWith('.partial'));
  // A failed removal leaves its file to the next sweep.
  if (leftOver.length > 1) problems.push(`${leftOver.length} temporary files are left`);
  return problems;
}

describe('a capture of which one file operation fails', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-faults-'));
  });
  afterEach(() => {
    state.folder = '';
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(FAULTS)(
    'a capture leaves only whole dumps under final names, whichever operation fails by %s',
    async (fault) => {
      await capture(folder, -1, '');
      const operations = [...state.names];
      expect(operations.length).toBeGreaterThan(20);
      let after = 0;
      const problems: string[] = [];
      for (const [at, name] of operations.entries()) {
        if (!matters(fault, name)) continue;
        rmSync(folder, { recursive: true, force: true });
        folder = mkdtempSync(path.join(tmpdir(), 'ktriage-faults-'));
        const messages = await capture(folder, at, fault);
        const found = problemsOf(folder, messages, fault === 'kill');
        problems.push(...found.map((problem) => `operation ${at} (${state.failed}): ${problem}`));
        if (fault !== 'kill' || after++ >= CAPTURES_AFTER_KILL) continue;
        // The next capture into the folder works, and removes what the killed one left.
        const next = await capture(folder, -1, '');
        if (recordsOf(next, 'TriageSummary').length === 0)
          problems.push(`operation ${at}: no further capture`);
      }
      expect(problems).toEqual([]);
    },
  );
});
