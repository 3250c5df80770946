import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureManifest } from '../../src/contract/generated/types.ts';
import { threadHints } from '../../src/kernel/thread-hints.ts';
import { manifestFinder } from '../../src/manifest/manifest-finder.ts';
import { runCli } from '../support/run-cli.ts';

/** The manifests that were parsed. */
const parsed = vi.hoisted(() => [] as string[]);

vi.mock('../../src/manifest/manifest-file.ts', async (original) => {
  const actual = await original<typeof import('../../src/manifest/manifest-file.ts')>();
  const readManifest: typeof actual.readManifest = (file) => {
    parsed.push(file.slice(file.lastIndexOf('/') + 1));
    return actual.readManifest(file);
  };
  return { ...actual, readManifest };
});

describe('the manifest of a dump', () => {
  let folder = '';
  beforeEach(() => {
    parsed.length = 0;
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-finder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const capture = (name: string) =>
    runCli([
      ...['triage', '--pid', '776', '--name', `${name}-{batch}`, '--max-threads-per-dump', '6'],
      ...['--destination', folder, '--machine', 'simulated:windows-11'],
    ]);

  it('the manifest of a dump is found without a look into those of other sets', async () => {
    await capture('first');
    await capture('second');
    const manifest = manifestFinder().of(path.join(folder, 'second-002.dmp'));
    expect(manifest?.dumps.map(({ fileName }) => fileName)).toContain('second-002.dmp');
    expect(parsed).toEqual(['second-001.ktriage.json']);
  });

  it('a manifest that does not name the dump is never parsed', () => {
    for (let index = 0; index < 5; index++)
      writeFileSync(
        path.join(folder, `a${index}.ktriage.json`),
        `{"dumps":[{"fileName":"other${index}.dmp"}]}`,
      );
    const finder = manifestFinder();
    expect(finder.of(path.join(folder, 'unnamed.dmp'))).toBeUndefined();
    expect(finder.of(path.join(folder, 'another.dmp'))).toBeUndefined();
    expect(parsed.filter((name) => name !== 'a0.ktriage.json')).toEqual([]);
  });

  it('a dump of a set is asked for the threads that its manifest puts into that dump alone', async () => {
    await capture('set');
    const manifest = manifestFinder().of(path.join(folder, 'set-001.dmp')) as CaptureManifest;
    const own = manifest.threads.filter((thread) => thread.path === 'set-001.dmp');
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(manifest.threads.length);
    expect(threadHints(manifest, path.join(folder, 'set-001.dmp')).threads).toHaveLength(own.length);
  });
});
