import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTotals } from './pester.ts';

describe('The totals of a Pester run', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-pester-'));
  afterAll(() => rmSync(scratch, { recursive: true }));

  function totals(attributes: string, status: number | null) {
    const file = path.join(scratch, 'result.xml');
    writeFileSync(
      file,
      `<?xml version="1.0"?>\n<test-results name="Pester" ${attributes}><environment /></test-results>`,
    );
    const { passed, failed, skipped } = readTotals(file, status, '');
    return { passed, failed, skipped };
  }

  it('the totals of a Pester run are those at the root of the NUnit file', () => {
    expect(totals('total="9" errors="0" failures="2" inconclusive="1" ignored="0" skipped="1"', 2)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });

  it('the totals of a Pester run have a failure where the exit code alone is bad, and where there is no file', () => {
    expect(totals('total="3" errors="0" failures="0"', 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(readTotals(path.join(scratch, 'none.xml'), 0, 'words')).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [{ file: 'test/powershell', title: 'the run ended with 0', message: 'words' }],
      output: 'words',
    });
  });

  it('the totals of a Pester run name each failed test with its file, title and message', () => {
    const file = path.join(scratch, 'failures.xml');
    writeFileSync(
      file,
      `<test-results name="Pester" total="3" errors="0" failures="2">
        <test-suite type="TestFixture" name="Z:\\r\\test\\powershell\\A.Tests.ps1" result="Failure">
          <test-case description="passes" name="A.passes" result="Success" executed="True" />
          <test-case description="says &lt;b&gt; &amp; &quot;c&quot;" name="A.x" success="False" result="Failure" executed="True">
            <failure><message>Expected &#39;1&#39;.</message><stack-trace /></failure></test-case>
        </test-suite>
        <test-suite type="TestFixture" name="/r/test/powershell/B.Tests.ps1" result="Failure">
          <test-case description="b" name="B.b" success="False" result="Failure" executed="True">
            <failure><message>No.</message></failure></test-case></test-suite></test-results>`,
    );
    expect(readTotals(file, 2, '').failures).toEqual([
      { file: 'test/powershell/A.Tests.ps1', title: 'says <b> & "c"', message: "Expected '1'." },
      { file: 'test/powershell/B.Tests.ps1', title: 'b', message: 'No.' },
    ]);
  });
});
