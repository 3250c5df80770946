import { describe, expect, it } from 'vitest';
import type { ReadinessCheck } from '../../src/contract/generated/types.ts';
import { observe } from '../../src/readiness/observe.ts';
import { checkReadiness } from '../../src/readiness/readiness.ts';
import { readinessReport } from '../../src/readiness/report.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

const check = (meaning: string, more: Partial<ReadinessCheck> = {}): ReadinessCheck => ({
  machine: 'local',
  simulated: false,
  computerName: 'ACME-SQL01',
  name: 'Any',
  status: 'Fail',
  meaning,
  ...more,
});
const reported = (meaning: string, folders = new Map<string, string>()) =>
  (
    JSON.parse(readinessReport({ checks: [check(meaning)], results: [] }, folders)) as {
      checks: { meaning: string }[];
    }
  ).checks[0]?.meaning;

describe('a report', () => {
  it('a report names neither computer, account nor path, wherever a finding does', async () => {
    const stranger = 'S-1-5-21-111111111-222222222-333333333-1001';
    const path = 'C:\\Users\\jane.doe\\Documents\\PowerShell\\Modules\\KernelTriage\\bin\\koffi.node';
    const machine = createSimulatedMachine('w3wp-oplock', {
      nativeLibrary: { path, untrustedWriters: [stranger, 'S-1-12-1-4444-5555-6666-7777'] },
      elevated: false,
    });
    const destination = 'D:\\Dumps of jane.doe\\for ACME';
    const observed = await observe(machine, destination, 1);
    const { computerName } = observed.facts;
    const checks = checkReadiness(observed).map((found) => ({
      ...check(''),
      ...found,
      computerName,
      meaning: `${found.meaning} (seen on ${computerName.toLowerCase()})`,
    }));
    // What is to be taken out is there.
    for (const secret of ['jane.doe', stranger, computerName.toLowerCase(), 'ACME'])
      expect(JSON.stringify(checks), secret).toContain(secret);

    const selfTestError = {
      code: 'NotElevated',
      message: `${computerName} says no to \\\\files01\\jane.doe$\\x`,
    };
    const text = readinessReport(
      { checks, results: [], selfTestError },
      new Map([[destination, '<destination>']]),
    );
    for (const secret of [
      /jane/i,
      /ACME/,
      /S-1-5-21/,
      /S-1-12-1/,
      new RegExp(computerName, 'i'),
      /[A-Z]:\\/,
      /files01/,
    ])
      expect(text).not.toMatch(secret);
    expect(text).toContain('<destination>');
    expect(text).toContain('"status": "Fail"');
    expect(JSON.parse(text)).toMatchObject({ selfTestError: { code: 'NotElevated' } });
  });

  it.each([
    ['D:\\dumps is full.', '<path> is full.'],
    ["'\\\\server\\share\\a b.dmp' is far.", "'<path> b.dmp' is far."],
    ['/home/jane/dumps has room.', '<path> has room.'],
    ['C:/Users/jane: denied', '<path>: denied'],
    ['Can be changed by S-1-5-21-1-2-3-1001, S-1-1-0.', 'Can be changed by <account>, S-1-1-0.'],
  ])('a report shows %j as %j', (meaning, expected) => expect(reported(meaning)).toBe(expected));

  it.each([
    'Turn it off with `bcdedit /debug off` and restart when you can.',
    'FullLiveReportsMax is 0 under HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl\\FullLiveKernelReports.',
    'The policy MemoryDump/AllowLiveDump forbids live dumps.',
    '0xffffa38f559b4080 and 32/64 bit, see https://example.com/a/b.',
  ])('a report leaves %j alone', (meaning) => expect(reported(meaning)).toBe(meaning));

  it('a report takes folders out that are parts of others, and with spaces, whole', () => {
    const folders = new Map([
      ['C:\\Users\\jane', '<home>'],
      ['C:\\Users\\jane\\My Dumps', '<destination>'],
    ]);
    expect(reported('c:\\users\\JANE\\My Dumps has room; C:\\Users\\jane\\x y has not.', folders)).toBe(
      '<destination> has room; <home>\\x y has not.',
    );
  });
});
