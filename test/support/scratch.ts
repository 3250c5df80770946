import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * One temporary folder for all that a test run makes, its programs included, removed when it is over: a worker that is ended
 * has no time to remove anything. Workers inherit the variables. The name is short, for paths that are drawn in 120 columns.
 */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'kt-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
