import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadinessCheck, SelfTestResult } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-readiness-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('ktriage readiness', () => {
  it('ktriage readiness answers with a record for each check', async () => {
    const result = await runCli([
      'readiness',
      '--machine',
      'simulated:not-elevated',
      '--destination',
      scratch,
    ]);
    expect(contractViolations(result.messages)).toEqual([]);
    // What was found is the answer, not a failure of the verb.
    expect(result.exitCode).toBe(0);
    const checks = result.records<ReadinessCheck>('ReadinessCheck');
    expect(checks.find(({ name }) => name === 'Elevation')).toMatchObject({
      status: 'Fail',
      simulated: true,
    });
  });

  it('ktriage readiness passes no destination that a capture would refuse, and reports the rest all the same', async () => {
    const file = path.join(scratch, 'no-folder');
    writeFileSync(file, '');
    for (const [destination, code] of [
      [file, 'DestinationNotAFolder'],
      [path.join(scratch, 'missing'), 'DestinationNotFound'],
    ] as const) {
      const machine = ['--machine', 'simulated:w3wp-oplock'];
      const result = await runCli(['readiness', ...machine, '--destination', destination]);
      const errors = result.messages.filter((message) => message.kind === 'error');
      expect(errors.map((error) => [error.code, error.target])).toEqual([[code, destination]]);
      const refused = await runCli(['triage', '--pid', '4872', ...machine, '--destination', destination]);
      expect(refused.messages.find(({ kind }) => kind === 'error')).toMatchObject({ code });
      const checks = result.records<ReadinessCheck>('ReadinessCheck');
      const disk = checks.filter(({ name }) => name.startsWith('DiskFor'));
      expect(disk.map(({ status }) => status)).toEqual(Array(4).fill('Unknown'));
      expect(checks.find(({ name }) => name === 'Elevation')).toMatchObject({ status: 'Pass' });
      expect(result.exitCode).toBe(4);
    }
  });

  it('ktriage readiness writes the self-test into a report without the name of the computer', async () => {
    const file = path.join(scratch, 'report.json');
    const args = ['readiness', '--machine', 'simulated:w3wp-oplock', '--self-test', '--report', file];
    const result = await runCli(args);
    expect(contractViolations(result.messages)).toEqual([]);
    expect(result.exitCode).toBe(0);
    const text = readFileSync(file, 'utf8');
    const report = JSON.parse(text) as { checks: unknown[]; selfTest: unknown[] };
    expect(report.checks).toHaveLength(result.records<ReadinessCheck>('ReadinessCheck').length);
    expect(report.selfTest).toHaveLength(result.records<SelfTestResult>('SelfTestResult').length);
    expect(text).not.toContain('SIMULATED-IIS01');
    // A second report does not go over the first.
    expect((await runCli(args)).messages.find(({ kind }) => kind === 'error')).toMatchObject({
      code: 'FileExists',
    });
  });

  it('ktriage readiness writes the report also when the self-test may not capture, and reports that in it', async () => {
    const file = path.join(scratch, 'refused.json');
    const args = ['readiness', '--machine', 'simulated:not-elevated', '--self-test', '--report', file];
    const result = await runCli(args);
    expect(contractViolations(result.messages)).toEqual([]);
    expect(result.exitCode).not.toBe(0);
    expect(result.messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'NotElevated' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ name: 'Elevation', status: 'Fail' })]),
      selfTestError: { code: 'NotElevated' },
    });
  });

  it('ktriage readiness looks at nothing when the report could not be written where it is asked for', async () => {
    const taken = path.join(scratch, 'taken.json');
    symlinkSync(path.join(scratch, 'nowhere'), taken);
    for (const [file, code] of [
      [taken, 'FileExists'],
      [path.join(scratch, 'NUL.json'), 'InvalidPath'],
    ] as const) {
      const result = await runCli(['readiness', '--machine', 'simulated:idle', '--report', file]);
      expect(result.messages.map(({ kind }) => kind)).toEqual(['error', 'end']);
      expect(result.messages[0]).toMatchObject({ code });
    }
    expect(existsSync(path.join(scratch, 'nowhere'))).toBe(false);
  });

  it('ktriage readiness holds neither the folders of this computer nor its name', async () => {
    const file = path.join(scratch, 'private.json');
    const args = [
      '--machine',
      'simulated:w3wp-oplock',
      '--self-test',
      '--report',
      file,
      '--destination',
      scratch,
    ];
    await runCli(['readiness', ...args]);
    const text = readFileSync(file, 'utf8');
    for (const secret of [scratch, tmpdir(), homedir(), hostname()]) expect(text).not.toContain(secret);
    // No memory: what is longest is an address.
    expect(text).not.toMatch(/[0-9a-f]{17}/i);
  });

  it.each([
    ['simulated:windows-11', 0],
    ['simulated:not-elevated', 7],
  ])('--exit-code answers for %s by %i', async (machine, exitCode) => {
    const answer = await runCli(['readiness', '--machine', machine, '--exit-code']);
    expect(answer.exitCode).toBe(exitCode);
    expect(answer.messages.filter(({ kind }) => kind === 'error')).toEqual([]);
    // Without the option a check that fails is a result like any other.
    expect((await runCli(['readiness', '--machine', machine])).exitCode).toBe(0);
  });
});
