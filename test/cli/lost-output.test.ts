import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '../../src/contract/generated/types.ts';
import { repositoryRoot } from '../support/equipment.ts';

/** Results that cannot be written: the reader goes away, or the disk is full. Each run is a process with a real stream. */

const root = mkdtempSync(path.join(tmpdir(), 'ktriage-lost-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ended {
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Runs ktriage with its results on `stdout`; on a pipe, they are read up to the first of them. */
function ktriage(args: readonly string[], stdout: 'pipe' | number): Promise<Ended> {
  const script = path.join(repositoryRoot, 'src', 'cli', 'main.ts');
  const command = ['--disable-warning=ExperimentalWarning', script, ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', stdout, 'pipe'], timeout: 20_000 });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout?.once('data', () => child.stdout?.destroy());
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stderr }));
  });
}

const capture = (folder: string, format: string) =>
  ['triage', '--machine', 'simulated:w3wp-oplock', '--pid', '4872', '--max-threads-per-dump', '1'].concat([
    '--destination',
    folder,
    '--format',
    format,
  ]);

function expectKept(folder: string): void {
  const files = readdirSync(folder);
  const dumps = files.filter((name) => name.endsWith('.dmp'));
  const [manifest = ''] = files.filter((name) => name.endsWith('.ktriage.json'));
  const { dumps: listed, threads } = JSON.parse(
    readFileSync(path.join(folder, manifest), 'utf8'),
  ) as CaptureManifest;
  expect(listed.map(({ fileName }) => fileName).sort()).toEqual(dumps.sort());
  expect(threads).toHaveLength(300);
  // It did end early, with what it had.
  expect(dumps.length).toBeGreaterThan(0);
  expect(dumps.length).toBeLessThan(300);
}

describe.each(['text', 'ndjson'])('a capture that speaks %s', (format) => {
  const place = () => mkdtempSync(path.join(root, `${format}-`));

  it('a capture ends as a cancelled one when its reader goes away, and writes the manifest', async () => {
    const folder = place();
    const { exitCode, stderr } = await ktriage(capture(folder, format), 'pipe');
    expect(exitCode).toBe(5);
    // The reader has seen enough, and the exit code is enough for a script.
    expect(stderr).not.toContain('[Cancelled]');
    expectKept(folder);
  });

  it.runIf(existsSync('/dev/full'))(
    'a capture says that the disk is full, and writes the manifest',
    async () => {
      const folder = place();
      const { exitCode, stderr } = await ktriage(capture(folder, format), openSync('/dev/full', 'w'));
      expect(exitCode).toBe(9);
      expect(stderr).toContain('standard output could not be written: the disk is full.');
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:/);
      expectKept(folder);
    },
  );
});

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each([['threads', '--machine', 'simulated:w3wp-oplock'], ['schema'], ['--help']])(
    'a full disk is one sentence and exit code 9 for %s too',
    async (...args) => {
      const { exitCode, stderr } = await ktriage(args, openSync('/dev/full', 'w'));
      expect(exitCode).toBe(9);
      expect(stderr).toMatch(/^ktriage: standard output .*\n .* \[DiskFull\]\n$/);
    },
  );
});

it('a listing whose reader has seen enough ends without an error', async () => {
  const listing = ['threads', '--machine', 'simulated:w3wp-oplock'];
  expect(await ktriage(listing, 'pipe')).toEqual({ exitCode: 0, stderr: '' });
});
