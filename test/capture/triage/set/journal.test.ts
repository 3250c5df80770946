import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureEvent, captureTriage } from '../../../../src/capture/triage/capture-triage.ts';
import { Failure } from '../../../../src/contract/failure.ts';
import type { CaptureManifest, TriageRequest } from '../../../../src/contract/generated/types.ts';
import type { FileStore } from '../../../../src/files/port.ts';
import { posixFiles } from '../../../../src/files/posix.ts';
import type { LiveDriver, Machine } from '../../../../src/machine/port.ts';
import { manifestOfJournal } from '../../../../src/manifest/journal.ts';
import { LARGEST_MANIFEST_BYTES, manifestText } from '../../../../src/manifest/manifest-file.ts';
import { manifestFinder } from '../../../../src/manifest/manifest-finder.ts';
import { expandSets } from '../../../../src/reading/sources/expand-sets.ts';
import { createSimulatedMachine } from '../../../../src/simulator/simulated-machine.ts';

const WORKER = 4872;
const JOURNAL = /\.ktriage\.journal$/;
const MANIFEST = /\.ktriage\.json$/;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesLike = (pattern: RegExp) => readdirSync(folder).filter((name) => pattern.test(name));
const textOf = (pattern: RegExp) => readFileSync(path.join(folder, filesLike(pattern)[0] ?? ''), 'utf8');

function start(
  request: TriageRequest = {},
  files: FileStore = posixFiles,
  now?: () => Date,
  machine: Machine = createSimulatedMachine('w3wp-faults'),
  identifyDrivers: (drivers: readonly LiveDriver[]) => readonly LiveDriver[] = (drivers) => drivers,
) {
  return captureTriage(
    { destination: folder, processIds: [WORKER], ...request },
    {
      machine,
      files,
      signal: new AbortController().signal,
      identifyDrivers,
      debuggerCommands: () => '',
      ...(now === undefined ? {} : { now }),
    },
  );
}

/** The first threads of the worker, where all 300 would prove nothing more. Six of the first 100 cannot be captured. */
function few(count: number): TriageRequest {
  const worker = createSimulatedMachine('w3wp-faults')
    .processes()
    .find(({ processId }) => processId === WORKER);
  const threads = (worker?.threads ?? []).slice(0, count);
  return {
    processIds: [],
    threads: threads.map(({ threadId }) => ({ processId: WORKER, threadId })),
  };
}

async function all(events: AsyncIterable<CaptureEvent>): Promise<CaptureEvent[]> {
  const list: CaptureEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

describe('the journal of a capture', () => {
  it('the journal of a capture grows with each batch by what it brought, and holds at each dump what was known before it', async () => {
    let seen = 0;
    let before = '';
    for await (const event of start()) {
      if (event.kind !== 'dump') continue;
      seen += 1;
      const text = textOf(JOURNAL);
      // Nothing is written twice.
      expect(text.startsWith(before)).toBe(true);
      before = text;
      const manifest = manifestOfJournal(text);
      expect(manifest).toMatchObject({ interrupted: true, requestedCount: 300 });
      expect(manifest?.dumps).toHaveLength(seen);
      expect(manifest?.drivers.length).toBeGreaterThan(0);
      const captured = manifest?.threads.filter(({ verdict }) => verdict === 'Captured') ?? [];
      expect(captured.length).toBe(manifest?.dumps.reduce((sum, { threadIds }) => sum + threadIds.length, 0));
      expect(filesLike(MANIFEST)).toEqual([]);
    }
    expect(seen).toBeGreaterThan(10);
    expect(filesLike(JOURNAL)).toEqual([]);
    const manifest = JSON.parse(textOf(MANIFEST)) as CaptureManifest;
    expect(manifest.interrupted).toBeUndefined();
    expect(manifest.threads).toHaveLength(300);
  });

  it('the journal of a capture holds at the end what the manifest then holds', async () => {
    const kept: FileStore = {
      ...posixFiles,
      grow: (file, protection) => ({ ...posixFiles.grow(file, protection), remove: () => undefined }),
    };
    await all(start({}, kept));
    const manifest = JSON.parse(textOf(MANIFEST)) as CaptureManifest;
    const known = manifestOfJournal(textOf(JOURNAL));
    expect(known?.interrupted).toBe(true);
    // Verdicts of the last batch come after its dump: they are what a kill may cost.
    const missing = manifest.threads.length - (known?.threads.length ?? 0);
    expect(missing).toBeLessThan(16);
    // The threads are looked at once more after the last call; only the manifest can hold that.
    const before = manifest.threads.map(({ after: _, ...thread }) => thread);
    expect(before.slice(0, known?.threads.length)).toEqual(known?.threads);
    expect(known?.dumps).toEqual(manifest.dumps);
    expect(known?.drivers).toEqual(manifest.drivers);
  });

  it('the journal of a capture recognises a killed set when its dumps are read, and warns once', async () => {
    const events = start()[Symbol.asyncIterator]();
    let dumps = 0;
    while (dumps < 3) {
      const { value } = await events.next();
      if ((value as CaptureEvent).kind === 'dump') dumps += 1;
    }
    // The capture goes no further, as after a kill; the last line may be cut off.
    const file = path.join(folder, filesLike(JOURNAL)[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -40));
    const warnings: string[] = [];
    const finder = manifestFinder((message) => warnings.push(message));
    const found = filesLike(/\.dmp$/).map((name) => finder.of(path.join(folder, name)));
    expect(found.filter((manifest) => manifest !== undefined)).toHaveLength(2);
    expect(warnings).toEqual([
      expect.stringMatching(/did not end.* of 300 threads are known, from .*\.ktriage\.journal/),
    ]);
  });

  it('the journal of a killed capture describes its dumps, as a manifest does', async () => {
    for await (const event of start()) if (event.kind === 'dump' && event.dump.batch === 3) break;
    const [journal = ''] = filesLike(JOURNAL);
    expect(expandSets([path.join(folder, journal)])).toEqual(
      filesLike(/\.dmp$/)
        .sort()
        .map((name) => path.join(folder, name)),
    );
    writeFileSync(path.join(folder, 'other.ktriage.journal'), '{}');
    expect(() => expandSets([path.join(folder, 'other.ktriage.journal')])).toThrow(/not a manifest/);
  });

  it('the journal of a capture stays when the manifest cannot be written, and that is an error', async () => {
    const files: FileStore = {
      ...posixFiles,
      begin(into, protection) {
        const pending = posixFiles.begin(into, protection);
        const commit = (final: string, replace: boolean) => {
          if (MANIFEST.test(final)) throw new Failure('DiskFull', 'The disk is full');
          return pending.commit(final, replace);
        };
        return { ...pending, commit };
      },
    };
    const events = await all(start(few(100), files));
    const failures = events.flatMap((event) => (event.kind === 'failure' ? [event.failure.code] : []));
    expect(failures).toEqual(['ThreadAddressUnavailable', 'DiskFull']);
    expect(events.at(-1)?.kind).toBe('summary');
    expect(filesLike(JOURNAL)).toHaveLength(1);
  });

  it('the journal of a capture is not kept where no manifest is wanted', async () => {
    for await (const event of start({ ...few(40), manifest: false })) {
      if (event.kind === 'dump') expect(filesLike(JOURNAL)).toEqual([]);
    }
    expect(filesLike(/ktriage/)).toEqual([]);
  });

  it('the journal of a capture holds what the last batch settled before the threads are looked at once more', async () => {
    const machine = createSimulatedMachine('w3wp-faults');
    let atLook: CaptureManifest | undefined;
    const watched: Machine = {
      ...machine,
      openSession(purpose) {
        if (purpose === 'query') atLook ??= manifestOfJournal(textOf(JOURNAL));
        return machine.openSession(purpose);
      },
    };
    // The last thread is the wedged one.
    const worker = machine.processes().find(({ processId }) => processId === WORKER);
    const threads = (worker?.threads ?? []).slice(0, 10).map((thread) => ({ ...thread, processId: WORKER }));
    const request = {
      processIds: [],
      threads: threads.map(({ threadId }) => ({ processId: WORKER, threadId })),
    };
    const settled = (await all(start(request, posixFiles, undefined, watched))).flatMap((event) =>
      event.kind === 'thread' ? [event.thread] : [],
    );
    expect(settled.map(({ verdict }) => verdict)).toContain('TimedOut');
    expect(atLook?.threads).toHaveLength(threads.length);
  });

  it('the drivers of a capture are read before its first dump has a name, so that the journal follows at once', async () => {
    let dumps: number | undefined;
    const identifyDrivers = (drivers: readonly LiveDriver[]) => {
      dumps = filesLike(/\.dmp$/).length;
      return drivers;
    };
    for await (const event of start({}, posixFiles, undefined, undefined, identifyDrivers)) {
      if (event.kind === 'dump') break;
    }
    expect(dumps).toBe(0);
  });

  it('the manifest of a capture of 100,000 threads is one that a reader takes', async () => {
    await all(start({ threads: [], processIds: [WORKER] }));
    const manifest = JSON.parse(textOf(MANIFEST)) as CaptureManifest;
    const { drivers, otherThreads, ...set } = manifest;
    const times = Math.ceil(100_000 / manifest.threads.length);
    const repeated = <T>(list: readonly T[]): T[] => Array.from({ length: times }, () => list).flat();
    const large = { ...set, drivers, dumps: repeated(set.dumps), threads: repeated(set.threads) };
    expect(large.threads.length).toBeGreaterThanOrEqual(100_000);
    expect(manifestText(large).length * 1.25).toBeLessThan(LARGEST_MANIFEST_BYTES);
    // A manifest that a person reads is indented.
    expect(textOf(MANIFEST)).toBe(manifestText(manifest));
    expect(textOf(MANIFEST)).toContain('\n  "dumps"');
  });

  it('any text is a journal or none, and never throws', () => {
    for (const text of ['', '{', 'null', '[]', '1\n2', '{"dumps":7}', '{"manifest":1}\n{"dumps":[{}]}']) {
      expect(manifestOfJournal(text)).toBeUndefined();
    }
  });
});

describe('names of dumps that several captures want', () => {
  it('four captures of one process into one folder in one second lose nothing', async () => {
    const now = () => new Date('2026-11-25T11:00:00Z');
    const runs = await Promise.all([1, 2, 3, 4].map(() => all(start(few(100), posixFiles, now))));
    for (const events of runs) {
      const verdicts = events.flatMap((event) => (event.kind === 'thread' ? [event.thread.verdict] : []));
      expect(verdicts.filter((verdict) => verdict === 'Captured')).toHaveLength(94);
    }
    const dumps = runs.flat().flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    expect(new Set(dumps.map((dump) => dump.path)).size).toBe(dumps.length);
    expect(filesLike(/\.dmp$/)).toHaveLength(dumps.length);
    expect(new Set(dumps.map((dump) => dump.manifestPath)).size).toBe(4);
    expect(filesLike(MANIFEST)).toHaveLength(4);
  });

  it('a default name that is taken at the commit is followed by the next free one', async () => {
    const now = () => new Date('2026-11-25T11:00:00Z');
    let taken = '';
    const files: FileStore = {
      ...posixFiles,
      begin(into, protection) {
        const pending = posixFiles.begin(into, protection);
        const commit = (final: string, replace: boolean) => {
          if (taken === '' && final.endsWith('.dmp')) {
            taken = final;
            writeFileSync(final, 'precious');
          }
          return pending.commit(final, replace);
        };
        return { ...pending, commit };
      },
    };
    const events = await all(start({ ...few(40), maxThreadsPerDump: 16 }, files, now));
    const dumps = events.flatMap((event) => (event.kind === 'dump' ? [event.dump.path] : []));
    expect(readFileSync(taken, 'utf8')).toBe('precious');
    expect(dumps[0]).toBe(taken.replace(/\.dmp$/, '-2.dmp'));
    taken = '';
    const named = await all(start({ ...few(40), name: 'mine_{batch}' }, files, now));
    expect(named.flatMap((event) => (event.kind === 'failure' ? [event.failure.code] : []))).toContain(
      'FileExists',
    );
    expect(readFileSync(taken, 'utf8')).toBe('precious');
  });

  it('a dump whose folder cannot be made durable is kept and reported', async () => {
    const files: FileStore = {
      ...posixFiles,
      begin(into, protection) {
        const pending = posixFiles.begin(into, protection);
        const commit = (final: string, replace: boolean) => {
          pending.commit(final, replace);
          return `${final} has its name, but`;
        };
        return { ...pending, commit };
      },
    };
    const threads = createSimulatedMachine('w3wp-faults')
      .processes()
      .find(({ processId }) => processId === WORKER)
      ?.threads.slice(0, 3);
    const request = {
      processIds: [],
      threads: (threads ?? []).map(({ threadId }) => ({ processId: WORKER, threadId })),
    };
    const events = await all(start(request, files));
    const [dump] = events.flatMap((event) => (event.kind === 'dump' ? [event.dump] : []));
    const warnings = events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []));
    expect(warnings).toContain(`${dump?.path} has its name, but`);
    expect(readdirSync(folder)).toContain(path.basename(dump?.path ?? ''));
  });
});
