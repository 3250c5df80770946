import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { cancellation } from '../../src/cli/cancellation.ts';
import { repositoryRoot } from '../support/equipment.ts';

describe('cancellation of a run', () => {
  // A closed terminal raises SIGHUP, on Windows too; without a listener Node ends at once and leaves temporary files.
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s cancels the run instead of ending the process',
    (name) => {
      const before = process.listenerCount(name);
      const cancel = cancellation(new PassThrough());
      expect(process.listenerCount(name)).toBe(before + 1);
      process.emit(name);
      expect(cancel.signal.aborted).toBe(true);
      cancel.close();
      expect(process.listenerCount(name)).toBe(before);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'a capture whose terminal is closed leaves whole dumps and their manifest',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hangup-'));
      try {
        const main = path.join(repositoryRoot, 'src', 'cli', 'main.ts');
        const machine = ['--machine', 'simulated:slow-kernel', '--max-threads-per-dump', '4'];
        const child = spawn(
          process.execPath,
          [main, 'triage', '--pid', '4872', '--destination', folder, '--format', 'ndjson', ...machine],
          { stdio: ['ignore', 'pipe', 'ignore'] },
        );
        let said = '';
        const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
        child.stdout.on('data', (chunk: Buffer) => {
          const isFirst = !said.includes('"TriageDump"');
          said += chunk.toString();
          if (isFirst && said.includes('"TriageDump"')) child.kill('SIGHUP');
        });
        expect(await ended).toBe(5);
        expect(said).toContain('"code":"Cancelled"');
        expect(said).toContain('"kind":"end"');
        const names = readdirSync(folder);
        expect(names.filter((name) => !/\.(dmp|ktriage\.json)$/.test(name))).toEqual([]);
        expect(names.filter((name) => name.endsWith('.ktriage.json'))).toHaveLength(1);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
