import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveDump, LivePlan, LiveTraceEvent } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const WINDOWS_11 = ['--machine', 'simulated:windows-11'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-live-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'live.dmp');
const files = () => readdirSync(folder).sort();

describe('ktriage live', () => {
  it('ktriage live keeps the contract in all of its output, and every option arrives', async () => {
    const extras = ['--include-user-memory', '--include-hypervisor', '--include-non-essential-hypervisor'];
    const header = ['--bug-check-code', '0x69696969', '--bug-check-parameter', '0x0000000000001308'];
    const rest = ['--ignore-memory-pressure', '--time-limit', '60', '--wait', '1', '--acl', 'Inherit'];
    const command = ['live', file(), '--trace', ...extras, ...header, ...rest, ...WINDOWS_11];
    const taken = await runCli([...command, '--format', 'ndjson']);
    expect(contractViolations(taken.messages)).toEqual([]);
    expect(taken.exitCode).toBe(0);
    expect(taken.records<LiveDump>('LiveDump')).toMatchObject([
      {
        includesUserMemory: true,
        includesHypervisor: true,
        includesNonEssentialHypervisor: true,
        abortOnMemoryPressure: false,
        bugCheckCode: '0x69696969',
        verified: true,
      },
    ]);
    expect(taken.records<LiveTraceEvent>('LiveTraceEvent')).toHaveLength(21);
    expect(readFileSync(file()).readBigUInt64LE(0x40)).toBe(0x1308n);
  });

  it('ktriage live prints the trace as a listing, then the dump, to a person', async () => {
    const { stdout, stderr, exitCode } = await runCli([
      'live',
      file(),
      '--trace',
      '--format',
      'text',
      ...WINDOWS_11,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout.startsWith(readFileSync(path.join(folder, 'live.trace.txt'), 'utf8'))).toBe(true);
    expect(stdout).toMatch(/\nVerified +yes\n/);
    expect(stdout).toMatch(/\nTook .*Writing \d/);
    expect(stderr).toMatch(/writing|preparing/);
  });

  it('ktriage live names the stacks that a small dump holds, and marks a partial one as partial', async () => {
    const small = await runCli([
      'live',
      file(),
      '--scope',
      'ThreadStacks',
      '--format',
      'text',
      ...WINDOWS_11,
    ]);
    expect(small.stdout).toMatch(/\nHolds +kernel stacks of all threads\n/);
    const partial = ['--ignore-memory-pressure', '--machine', 'simulated:low-memory', '--force'];
    const answer = await runCli(['live', file(), '--format', 'text', ...partial]);
    expect(answer.stdout).toContain('PARTIAL');
    expect(answer.exitCode).toBe(4);
  });

  it('ktriage live plans without touching anything', async () => {
    const planned = await runCli(['live', file(), '--plan', '--format', 'ndjson', ...WINDOWS_11]);
    expect(contractViolations(planned.messages)).toEqual([]);
    expect(planned.records<LivePlan>('LivePlan')).toMatchObject([{ path: file(), scope: 'Full' }]);
    expect(files()).toEqual([]);
  });

  it('ktriage live cancels when standard input is closed, and leaves nothing', async () => {
    const input = new PassThrough();
    const request = { path: file(), machine: 'simulated:slow-kernel', cancelOnEndOfInput: true };
    input.write(`${JSON.stringify(request)}\n`);
    setTimeout(() => input.end(), 300);
    const answer = await runCli(['live', '-'], input);
    expect(answer.messages.filter(({ kind }) => kind === 'error')).toMatchObject([{ code: 'Cancelled' }]);
    expect(answer.exitCode).toBe(5);
    expect(files()).toEqual([]);
  });

  it.each([
    ['no file', {}, 'path'],
    ['an unknown property', { path: 'x', compress: true }, 'compress'],
    ['an unknown scope', { path: 'x', scope: 'Half' }, 'scope'],
    [
      'five parameters',
      { path: 'x', bugCheckParameters: Array(5).fill(`0x${'0'.repeat(16)}`) },
      'bugCheckParameters',
    ],
  ])('ktriage live refuses a request with %s', async (_what, request, says) => {
    const answer = await runCli(['live', '-'], JSON.stringify(request));
    expect(answer.messages).toMatchObject([{ code: 'InvalidRequest' }, { kind: 'end', exitCode: 2 }]);
    expect(JSON.stringify(answer.messages[0])).toContain(says);
  });
});
