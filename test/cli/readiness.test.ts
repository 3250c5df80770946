import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadinessCheck, SelfTestResult } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-readiness-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('ktriage readiness', () => {
  it('answers with a record for each check', async () => {
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

  it('writes the self-test into a report without the name of the computer', async () => {
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
});
