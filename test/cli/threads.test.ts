import { describe, expect, it } from 'vitest';
import type { Thread } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const OPLOCK = ['--machine', 'simulated:w3wp-oplock'];

describe('ktriage threads', () => {
  it('ktriage threads lists the worker of the article with everything its machine offers', async () => {
    const result = await runCli(['threads', 'w3wp', ...OPLOCK]);
    expect(result.exitCode).toBe(0);
    expect(contractViolations(result.messages)).toEqual([]);
    const threads = result.records<Thread>('Thread');
    expect(threads).toHaveLength(300);
    expect(threads.map(({ ordinal }) => ordinal)).toEqual(threads.map((_, index) => index));
    expect(threads.every(({ simulated, machine }) => simulated && machine === 'simulated:w3wp-oplock')).toBe(
      true,
    );
    expect(threads.every(({ objectAddress }) => /^0xffff[0-9a-f]{12}$/.test(objectAddress ?? ''))).toBe(true);
    expect(new Set(threads.map(({ objectAddress }) => objectAddress)).size).toBe(300);
    const inResource = threads.filter(({ waitReason }) => waitReason === 'WrResource');
    expect(inResource.length).toBeGreaterThan(150);
    expect(inResource.every(({ state }) => state === 'Wait')).toBe(true);
  });

  it("ktriage threads adds the user-mode stacks, by which the article's threads can be chosen", async () => {
    const args = ['threads', 'w3wp', '--include-user-stack', '--wait-reason', 'WrResource', ...OPLOCK];
    const result = await runCli(args);
    expect(contractViolations(result.messages)).toEqual([]);
    const threads = result.records<Thread>('Thread');
    expect(threads.length).toBeGreaterThan(150);
    for (const { userStack, userStackStatus } of threads) {
      expect(userStackStatus).toBe('Walked');
      expect(userStack?.[2]).toBe('cachfile!CACHED_FILE_INFO::CheckIfFileHasChanged+0xf9');
    }
  });

  it('ktriage threads takes the same request as a line on standard input', async () => {
    const byArguments = await runCli(['threads', 'w3wp', '--state', 'wait', ...OPLOCK]);
    const request = { names: ['w3wp'], states: ['Wait'], machine: 'simulated:w3wp-oplock' };
    const byLine = await runCli(['threads', '-'], `${JSON.stringify(request)}\n`);
    const withoutDash = await runCli(['threads'], `\uFEFF${JSON.stringify(request)}`);
    expect(byLine.stdout).toBe(byArguments.stdout);
    expect(withoutDash.stdout).toBe(byArguments.stdout);
    expect(byLine.records('Thread').length).toBeGreaterThan(0);
  });

  it('ktriage threads filters by state, wait reason and thread id, whatever the case', async () => {
    const all = (await runCli(['threads', 'W3WP.EXE', ...OPLOCK])).records<Thread>('Thread');
    const reasons = await runCli(['threads', 'w3wp', '--wait-reason', 'wrresource,WrQueue', ...OPLOCK]);
    expect(reasons.records('Thread')).toEqual(
      all.filter(({ waitReason }) => waitReason === 'WrResource' || waitReason === 'WrQueue'),
    );
    const [first] = all;
    const one = await runCli(['threads', '--tid', String(first?.threadId), ...OPLOCK]);
    expect(one.records('Thread')).toEqual([first]);
  });

  it('ktriage threads spells keys for PowerShell when asked', async () => {
    const { messages } = await runCli(['threads', 'w3wp', '--property-case', 'pascal', ...OPLOCK]);
    const [first] = messages;
    expect(first).toMatchObject({
      kind: 'record',
      type: 'Thread',
      value: { ProcessName: 'w3wp.exe', Simulated: true },
    });
    const value = first?.kind === 'record' ? (first.value as { LastSystemCall?: object }) : {};
    expect(Object.keys(value).every((key) => /^[A-Z]/.test(key))).toBe(true);
    expect(Object.keys(value.LastSystemCall ?? {})).toEqual(['Number', 'FirstArgument']);
  });

  it('ktriage threads opens nothing for a snapshot', async () => {
    const threads = (await runCli(['threads', 'w3wp', '--details', 'snapshot', ...OPLOCK])).records<Thread>(
      'Thread',
    );
    expect(threads).toHaveLength(300);
    expect(threads.some(({ objectAddress }) => objectAddress !== undefined)).toBe(false);
    expect(threads.every(({ access }) => access === 'NotTried')).toBe(true);
  });

  it.each([
    [['threads', '--pid', '99999'], 'ProcessNotFound', 6],
    [['threads', 'no-such-process'], 'ProcessNotFound', 6],
    [['threads', '--pid', 'abc'], 'InvalidRequest', 2],
    [['threads', '--pid', '-4'], 'InvalidRequest', 2],
    [['threads', '--pid', '1.5'], 'InvalidRequest', 2],
    [['threads', 'w3wp', '--state', 'Sleeping'], 'InvalidRequest', 2],
    [['threads', '--no-such-option'], 'InvalidRequest', 2],
    [['threads', '--format', 'xml'], 'InvalidRequest', 2],
  ])('ktriage threads answers %j with %s', async (args, code, exitCode) => {
    const result = await runCli([...args, ...OPLOCK]);
    expect(result.exitCode).toBe(exitCode);
    expect(contractViolations(result.messages)).toEqual([]);
    const errors = result.messages.filter((message) => message.kind === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, target: expect.any(String) });
    expect(result.records('Thread')).toEqual([]);
  });

  it('ktriage threads keeps going when only one of several processes is gone', async () => {
    const result = await runCli(['threads', 'w3wp', 'gone', ...OPLOCK]);
    expect(result.exitCode).toBe(4);
    expect(result.records('Thread')).toHaveLength(300);
    expect(result.messages.filter(({ kind }) => kind === 'error')).toHaveLength(1);
  });

  it('ktriage threads is empty, not wrong, for a wildcard that matches nothing', async () => {
    const result = await runCli(['threads', 'zz*', ...OPLOCK]);
    expect(result.exitCode).toBe(0);
    expect(result.messages.map(({ kind }) => kind)).toEqual(['end']);
  });

  it('ktriage threads shows a person a table for each process', async () => {
    const { stdout } = await runCli(['threads', 'w3wp', 'csrss', '--format', 'text', ...OPLOCK]);
    expect(stdout.match(/Process: /g)).toHaveLength(new Set(stdout.match(/Process: [^\n]+/g)).size);
    expect(stdout).toContain('Process: w3wp.exe (4872) on simulated:w3wp-oplock');
    expect(stdout).toMatch(/\d+ {2}Wait {8}WrResource /);
  });
});
