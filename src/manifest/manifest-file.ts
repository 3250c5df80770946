import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CapturedThread, CaptureManifest } from '../contract/generated/types.ts';
import { validateCaptureManifest } from '../contract/generated/validators/manifest.js';
import { JOURNAL_SUFFIX, readJournal } from './journal.ts';

/** Ends the name of every manifest; it is looked for in the folder of a dump. */
export const MANIFEST_SUFFIX = '.ktriage.json';

/** The named stream (NTFS) in which a dump carries its own part of the manifest. */
export const MANIFEST_STREAM = 'ktriage.json';

/** A manifest of a whole server's threads takes some megabytes; what is larger is not ours. */
const LARGEST_MANIFEST_BYTES = 256 * 1024 * 1024;

/** `w3wp_4711_001.ktriage.json` for a set with the first dump `w3wp_4711_001.dmp`, in the same folder. */
export function manifestPath(firstDump: string): string {
  return `${firstDump.replace(/\.dmp$/i, '')}${MANIFEST_SUFFIX}`;
}

/** A manifest, or undefined for anything that is none: it comes from anywhere, and a dump reads well without it. */
function readManifest(file: string): CaptureManifest | undefined {
  try {
    const facts = statSync(file);
    // Opening a pipe would wait for a writer.
    if (!facts.isFile() || facts.size > LARGEST_MANIFEST_BYTES) return undefined;
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return validateCaptureManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `w3wp_4711_001.ktriage.journal`, which holds the same while the capture goes on. */
export function journalPath(firstDump: string): string {
  return `${firstDump.replace(/\.dmp$/i, '')}${JOURNAL_SUFFIX}`;
}

function filesIn(folder: string, suffix: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(suffix))
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** Finds the manifest of a dump. */
export interface ManifestFinder {
  /**
   * The manifest beside the dump that names it, else what the journal of an interrupted capture holds; undefined when there is
   * neither.
   */
  of(dump: string): CaptureManifest | undefined;
}

function interruption({ requestedCount, threads }: CaptureManifest, journal: string): string {
  const known = requestedCount === undefined ? `${threads.length}` : `${threads.length} of ${requestedCount}`;
  return `The capture of this set did not end: it was killed, or still runs. Verdicts of ${known} threads are known, from ${path.basename(journal)}.`;
}

/**
 * A finder that reads each manifest once, however many dumps are asked for.
 * @param warn called once for each set of an interrupted capture, with the journal as the target
 */
export function manifestFinder(
  warn: (message: string, target: string) => void = () => undefined,
): ManifestFinder {
  interface Found {
    readonly manifest: CaptureManifest;
    /** The journal that it comes from. */
    readonly journal?: string;
  }
  const byFolder = new Map<string, ReadonlyMap<string, Found>>();
  const warned = new Set<string>();
  function index(folder: string): ReadonlyMap<string, Found> {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = new Map<string, Found>();
    const add = (each: Found) => {
      for (const { fileName } of each.manifest.dumps) found.set(fileName, each);
    };
    // Manifests come last: a capture writes its manifest before it removes the journal.
    for (const journal of filesIn(folder, JOURNAL_SUFFIX)) {
      const manifest = readJournal(journal);
      if (manifest !== undefined) add({ manifest, journal });
    }
    for (const file of filesIn(folder, MANIFEST_SUFFIX)) {
      const manifest = readManifest(file);
      if (manifest !== undefined) add({ manifest });
    }
    byFolder.set(folder, found);
    return found;
  }
  return {
    of(dump) {
      const found = index(path.dirname(path.resolve(dump))).get(path.basename(dump));
      if (found === undefined) return undefined;
      const { manifest, journal } = found;
      if (journal !== undefined && !warned.has(journal)) {
        warned.add(journal);
        warn(interruption(manifest, journal), journal);
      }
      return manifest;
    },
  };
}

/** The identity of a thread that a manifest gives. */
export type ThreadIdentity = Pick<CapturedThread, 'processId' | 'processName' | 'threadId'>;

/** Every thread that a manifest names with its address, by the spelling of that: those of the set, and those beside it. */
export function manifestIdentities(
  manifest: CaptureManifest | undefined,
): ReadonlyMap<string, ThreadIdentity> {
  const others = manifest?.otherThreads ?? [];
  return new Map<string, ThreadIdentity>([
    ...others.map((thread) => [thread.objectAddress, thread] as const),
    ...manifestThreads(manifest),
  ]);
}

/** What a manifest knows of the threads of its set, by the spelling of their object address in the contract. */
export function manifestThreads(manifest: CaptureManifest | undefined): ReadonlyMap<string, CapturedThread> {
  return new Map(
    (manifest?.threads ?? []).flatMap((thread) =>
      thread.objectAddress === undefined ? [] : [[thread.objectAddress, thread] as const],
    ),
  );
}
