import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CapturedThread,
  DebuggerCommand,
  Dump,
  Thread,
  TriageDump,
} from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const OPLOCK = ['--machine', 'simulated:w3wp-oplock'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => readdirSync(folder).sort();

describe('ktriage triage', () => {
  it('ktriage triage captures what threads listed, and dump reads it back', async () => {
    const listed = (await runCli(['threads', 'w3wp', '--wait-reason', 'WrQueue', ...OPLOCK])).records<Thread>(
      'Thread',
    );
    const request = {
      machine: 'simulated:w3wp-oplock',
      destination: folder,
      threads: listed.map(({ processId, threadId, createTimeRaw, processCreateTimeRaw, computerName }) => ({
        processId,
        threadId,
        createTimeRaw,
        processCreateTimeRaw,
        computerName,
      })),
    };
    const captured = await runCli(['triage', '-'], JSON.stringify(request));
    expect(contractViolations(captured.messages)).toEqual([]);
    expect(captured.exitCode).toBe(0);
    const verdicts = captured.records<CapturedThread>('CapturedThread');
    expect(verdicts.map(({ objectAddress }) => objectAddress)).toEqual(
      listed.map(({ objectAddress }) => objectAddress),
    );
    const dumps = captured.records<TriageDump>('TriageDump');
    const read = await runCli(['dump', ...dumps.map((dump) => dump.path)]);
    expect(contractViolations(read.messages)).toEqual([]);
    const inside = read.records<Dump>('Dump').flatMap(({ threads }) => threads);
    for (const { objectAddress, threadId } of listed) {
      expect(inside.find(({ address }) => address === objectAddress)).toMatchObject({
        threadId,
        confidence: 'Certain',
      });
    }
    for (const dump of read.records<Dump>('Dump')) {
      expect(dump).toMatchObject({ simulated: true, hasManifest: true, machine: 'simulated:w3wp-oplock' });
    }
  });

  it('ktriage triage stops when standard input ends, where the caller asked for that', async () => {
    const input = new PassThrough();
    const request = {
      machine: 'simulated:w3wp-oplock',
      destination: folder,
      processIds: [4872],
      cancelOnEndOfInput: true,
    };
    input.end(`${JSON.stringify(request)}\n`);
    const result = await runCli(['triage', '-'], input);
    expect(result.exitCode).toBe(5);
    expect(result.messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'Cancelled' });
    expect(files().filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('ktriage triage goes on while standard input stays open', async () => {
    const input = new PassThrough();
    const request = {
      machine: 'simulated:w3wp-oplock',
      destination: folder,
      processIds: [4872],
      cancelOnEndOfInput: true,
    };
    input.write(`${JSON.stringify(request)}\n`);
    const result = await runCli(['triage', '-'], input);
    expect(result.exitCode).toBe(0);
    expect(
      result.records<CapturedThread>('CapturedThread').filter(({ verdict }) => verdict === 'Captured'),
    ).toHaveLength(300);
  });

  it('ktriage triage is partial when some threads are not captured', async () => {
    const result = await runCli([
      'triage',
      '--pid',
      '4872',
      '--destination',
      folder,
      '--machine',
      'simulated:w3wp-faults',
    ]);
    expect(result.exitCode).toBe(4);
    const summary = result.records<{ captured: number; requested: number }>('TriageSummary')[0];
    expect(summary).toMatchObject({
      requested: 300,
      captured: 294,
      timedOut: 1,
      refused: 1,
      exited: 2,
      replaced: 1,
      notAttempted: 1,
    });
    // The machine is of build 19041, which takes no live dump of stacks alone.
    const wedged = result
      .records<CapturedThread>('CapturedThread')
      .find(({ verdict }) => verdict === 'TimedOut');
    expect(wedged?.reason).toMatch(/\(wedged\)\. A live dump shows it\.$/);
    // Nothing ended this capture early, so a thread that was not attempted needs a reason of its own.
    const [hidden] = result
      .records<CapturedThread>('CapturedThread')
      .filter(({ verdict }) => verdict === 'NotAttempted');
    const errors = result.messages.filter((message) => message.kind === 'error');
    expect(errors.map(({ code, target }) => [code, target])).toEqual([
      ['ThreadAddressUnavailable', `thread ${hidden?.threadId}`],
    ]);
    expect(errors[0]?.message).toContain(hidden?.reason);
  });

  it('ktriage triage writes debugger commands whose offset and addresses come from the dump', async () => {
    const args = [
      '--thread',
      '4872:10276,4872:10408',
      '--destination',
      folder,
      '--debugger-commands',
      ...OPLOCK,
    ];
    const result = await runCli(['triage', ...args]);
    const [dump] = result.records<TriageDump>('TriageDump');
    const derived = (await runCli(['commands', dump?.path ?? ''])).records<DebuggerCommand>(
      'DebuggerCommand',
    );
    const addresses = dump?.threads.map(({ objectAddress = '' }) => objectAddress.slice(2)) ?? [];
    const spelled = addresses.map((digits) => `${digits.slice(0, 8)}\`${digits.slice(8)}`);
    const commands = derived.map(({ command }) => command);
    for (const address of spelled) expect(commands).toContain(`!thread ${address} 1f`);
    expect(commands).toContain(
      `!list -t nt!_KTHREAD.ThreadListEntry.Flink -x "!thread" -a "1f" ${spelled[0]}`,
    );
    const search = commands.find((command) => command.startsWith('.foreach')) ?? '';
    const [, start = '', count = '', offset] =
      /s -\[1\]q (\S+) L\?0x(\S+) \S+ \}\) .*\{ !thread \$\{t\} - (\S+) 1f/.exec(search) ?? [];
    expect(offset).toBe('220');
    const first = BigInt(`0x${start.replace('`', '')}`);
    const end = first + BigInt(`0x${count}`) * 8n;
    for (const digits of addresses) {
      const pointer = BigInt(`0x${digits}`) + 0x220n;
      expect(pointer >= first && pointer < end).toBe(true);
    }
    const text = readFileSync(dump?.debuggerCommandsPath ?? '', 'utf8');
    for (const command of commands) expect(text).toContain(`\r\n${command}\r\n`);
  });

  it('ktriage triage names the manifest of the set in each dump, and no manifest where none is wanted', async () => {
    const request = {
      machine: 'simulated:w3wp-oplock',
      destination: folder,
      threads: [10276, 10292, 10348].map((threadId) => ({ processId: 4872, threadId })),
      maxThreadsPerDump: 1,
    };
    const result = await runCli(['triage', '-'], JSON.stringify(request));
    expect(contractViolations(result.messages)).toEqual([]);
    const named = result.records<TriageDump>('TriageDump').map(({ manifestPath = '' }) => manifestPath);
    const written = files().filter((name) => name.endsWith('.ktriage.json'));
    expect(written).toHaveLength(1);
    expect(named).toEqual(Array(3).fill(path.join(folder, written[0] ?? '')));
    const bare = { ...request, manifest: false, force: true };
    const unnamed = (await runCli(['triage', '-'], JSON.stringify(bare))).records<TriageDump>('TriageDump');
    expect(unnamed.map(({ manifestPath }) => manifestPath)).toEqual([undefined, undefined, undefined]);
  });

  it('ktriage triage plans with the names that the dumps would get', async () => {
    const result = await runCli(['triage', '--pid', '4872', '--plan', '--destination', folder, ...OPLOCK]);
    expect(contractViolations(result.messages)).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(files()).toEqual([]);
  });

  it('ktriage triage needs a destination', async () => {
    const result = await runCli(['triage', '--pid', '4872', ...OPLOCK]);
    expect(result.messages[0]).toMatchObject({ code: 'InvalidRequest', target: 'destination' });
  });

  it('a run that captured nothing has the exit code of its verdict, not that of a partial success', async () => {
    const gone = ['--thread', '4872:4', '--destination', folder, ...OPLOCK];
    expect((await runCli(['triage', ...gone])).exitCode).toBe(6);
    // System grants full access to none of its threads: that is an error, and refused.
    const refused = await runCli(['triage', '--pid', '4', '--destination', folder, ...OPLOCK]);
    expect(refused.exitCode).toBe(7);
    const errors = refused.messages.filter((message) => message.kind === 'error');
    expect(errors).toMatchObject([{ code: 'CaptureDenied', target: 'process 4' }]);
    const full = ['--pid', '4872', '--destination', folder, '--machine', 'simulated:many-processors'];
    expect((await runCli(['triage', ...full])).exitCode).toBe(7);
    expect(files()).toEqual([]);
  });
});
