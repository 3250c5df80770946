import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/contract/failure.ts';
import type { CaptureManifest } from '../../../../src/contract/generated/types.ts';
import type { FileStore } from '../../../../src/files/port.ts';
import { posixFiles } from '../../../../src/files/posix.ts';
import { captureFolder, someThreads, W3WP } from '../capturing.ts';

const here = captureFolder();
const { capture, dumpsHere, filesHere } = here;

describe('files of a capture', () => {
  it('a triage capture finds a free name for a set of the same second, unless the names were given', async () => {
    const now = () => new Date('2026-11-25T11:00:00Z');
    for (const expected of [1, 2, 3]) {
      const { failures } = await capture({ threads: someThreads(2) }, { now });
      expect(failures).toEqual([]);
      expect(dumpsHere()).toHaveLength(expected);
    }
    const named = { threads: someThreads(2), name: 'mine' };
    await capture(named, { now });
    expect((await capture(named, { now })).failures).toMatchObject([{ code: 'FileExists' }]);
    expect(dumpsHere()).toHaveLength(4);
  });

  it('a folder that is removed during a capture is DestinationNotFound, once', async () => {
    const { failures, threads } = await capture(
      { threads: someThreads(40) },
      {
        onEvent: (event) => event.kind === 'dump' && rmSync(here.folder, { recursive: true }),
      },
    );
    expect(failures.map(({ code, facts }) => [code, facts.target])).toEqual([
      ['DestinationNotFound', here.folder],
    ]);
    expect(threads).toHaveLength(40);
  });

  it('a capture that is refused still removes what a killed run left', async () => {
    for (const request of [{ processIds: [W3WP], name: '{nonsense}' }, { processIds: [999_996] }]) {
      writeFileSync(path.join(here.folder, '.ktriage-999999996-1.partial'), 'left behind');
      await expect(capture(request)).rejects.toThrow();
      expect(filesHere()).toEqual([]);
    }
  });

  it('a triage capture never overwrites, and captures nothing for a file that is there', async () => {
    writeFileSync(path.join(here.folder, 'same.dmp'), 'precious');
    const request = { threads: someThreads(2), name: 'same' };
    const first = await capture(request);
    expect(first.failures.map(({ code }) => code)).toEqual(['FileExists']);
    expect(readFileSync(path.join(here.folder, 'same.dmp'), 'utf8')).toBe('precious');
    const forced = await capture({ ...request, force: true });
    expect(forced.verdicts).toEqual({ Captured: 2 });
    expect(statSync(path.join(here.folder, 'same.dmp')).size).toBeGreaterThan(100_000);
  });

  it('a triage capture gives two dumps of one set two names', async () => {
    await capture({ threads: someThreads(30), name: 'same' });
    expect(dumpsHere()).toEqual(['same-2.dmp', 'same-3.dmp', 'same.dmp']);
  });

  it('a triage capture lets two captures into one folder side by side', async () => {
    const both = await Promise.all([
      capture({ threads: someThreads(30), name: 'one_{batch}' }),
      capture({ threads: someThreads(30), name: 'two_{batch}' }),
    ]);
    expect(both.map(({ verdicts }) => verdicts)).toEqual([{ Captured: 30 }, { Captured: 30 }]);
    expect(dumpsHere()).toHaveLength(6);
  });

  it.each([
    ['write', 'DiskFull'],
    ['flush', 'DiskFull'],
    ['commit', 'WriteFailed'],
  ] as const)('a triage capture leaves nothing half-written when %s fails', async (step, code) => {
    let dumps = 0;
    const files: FileStore = {
      ...posixFiles,
      begin(into, protection) {
        dumps += 1;
        const pending = posixFiles.begin(into, protection);
        if (dumps !== 2) return pending;
        return {
          ...pending,
          [step]: () => {
            throw new Failure(code, 'the disk refuses');
          },
        };
      },
    };
    const { failures, verdicts, threads } = await capture({ threads: someThreads(40) }, { files });
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    expect(verdicts['Captured']).toBe(14);
    // Those of the second call were asked for; only the others were not attempted.
    expect(verdicts).toEqual({ Captured: 14, Failed: 14, NotAttempted: 12 });
    for (const { verdict, attempts } of threads) expect(attempts).toBe(verdict === 'NotAttempted' ? 0 : 1);
    expect(filesHere().filter((name) => name.includes('partial'))).toEqual([]);
    expect(dumpsHere()).toHaveLength(1);
  });

  it('a triage capture sweeps what a dead process left and nothing else', async () => {
    const dead = '.ktriage-999999999-1.partial';
    const alive = `.ktriage-${process.pid}-999.partial`;
    for (const name of [dead, alive, 'unrelated.partial']) writeFileSync(path.join(here.folder, name), 'x');
    await capture({ threads: someThreads(1) });
    expect(filesHere()).toContain(alive);
    expect(filesHere()).toContain('unrelated.partial');
    expect(filesHere()).not.toContain(dead);
  });

  it('a triage capture writes a manifest that holds everything about the set', async () => {
    const { threads } = await capture({ threads: someThreads(20) });
    const [name = ''] = filesHere().filter((file) => file.endsWith('.ktriage.json'));
    const manifest = JSON.parse(readFileSync(path.join(here.folder, name), 'utf8')) as CaptureManifest;
    expect(manifest.machine).toMatchObject({
      name: 'simulated:w3wp-oplock',
      simulated: true,
      logicalProcessors: 8,
    });
    expect(manifest.dumps.map(({ fileName }) => fileName)).toEqual(dumpsHere());
    expect(manifest.threads.map(({ objectAddress }) => objectAddress)).toEqual(
      threads.map(({ objectAddress }) => objectAddress),
    );
    expect(manifest.threads.every((thread) => dumpsHere().includes(thread.path ?? ''))).toBe(true);
  });
});
