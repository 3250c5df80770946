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
      output: 'words',
    });
  });
});
