import { describe, expect, it } from 'vitest';
import { closingLines, type Report, vitestFailures, vitestJudges } from '../run/summary.ts';

const passed = { status: 'passed' };
const failed = { status: 'failed', title: 'walks a frame', failureMessages: ['expected 1\n  at a.test.ts'] };
const pending = { status: 'pending' };
const report: Report = {
  testResults: [
    { name: '/r/test/stack/a.test.ts', status: 'failed', assertionResults: [passed, failed, pending] },
    { name: '/r/test/symbols/b.test.ts', status: 'passed', assertionResults: [passed, passed] },
    { name: '/r/test/broken.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
  ],
};
const textOf = (name: string) =>
  name.includes('/b.')
    ? "test/symbols/b.test.ts\ndescribeWith(['llvm', 'clang'], 'x', suite)"
    : name.slice(3);

describe('The closing summary of `npm test`', () => {
  it('the closing summary of `npm test` counts each judge by the files that name it', () => {
    expect(vitestJudges(report, textOf)).toEqual([
      { name: 'clang, lld and LLVM', passed: 2, failed: 0, skipped: 0 },
    ]);
  });

  it('the closing summary of `npm test` counts the runs of Pester, and a file that does not run as one failure', () => {
    const pester = [{ name: 'Pester', passed: 5, failed: 1, skipped: 0 }];
    expect(
      closingLines({ report, pester, vitest: vitestJudges(report, textOf), wineFailures: [], failures: [] }),
    ).toEqual([
      'Judged by (a suite may have several judges):',
      '  Pester               5 passed, 1 failed',
      '  clang, lld and LLVM  2 passed, 0 failed',
      '8 passed, 3 failed, 1 skipped',
    ]);
  });

  it('the closing summary of `npm test` lists the failures of Wine after which tests ran again', () => {
    const lines = closingLines({
      report: undefined,
      pester: [],
      vitest: [],
      wineFailures: ['the relay ended'],
      failures: [],
    });
    expect(lines).toEqual([
      'Wine failed 1 times, and these tests ran again:',
      '  the relay ended',
      '0 passed, 0 failed',
    ]);
  });

  it('the closing summary of `npm test` names each failed test by file and title, 30 at most, before the counts', () => {
    const pester = {
      ...{ name: 'Pester', passed: 0, failed: 1, skipped: 0 },
      failures: [{ file: 'test/powershell/A.Tests.ps1', title: 'lists', message: 'Expected 1.' }],
    };
    const lines = closingLines({
      ...{ report, vitest: [], wineFailures: [], pester: [pester] },
      failures: vitestFailures(report, (name) => name.slice(3)),
    });
    expect(lines.slice(2)).toEqual([
      'Failed:',
      '  test/powershell/A.Tests.ps1: lists',
      '    Expected 1.',
      '  test/stack/a.test.ts: walks a frame',
      '    expected 1',
      '  test/broken.test.ts: the file did not run to its end',
      '    no such import',
      '3 passed, 3 failed, 1 skipped',
    ]);
    const many = Array.from({ length: 32 }, (_, index) => ({ file: `${index}`, title: 't', message: 'm' }));
    const all = closingLines({ report: undefined, pester: [], vitest: [], wineFailures: [], failures: many });
    expect(all.slice(-4)).toEqual(['  29: t', '    m', '  and 2 more', '0 passed, 0 failed']);
  });
});
