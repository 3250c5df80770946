import { readWholeFile } from '../binary/whole-file.ts';
import type { CapturedThread, CaptureManifest } from '../contract/generated/types.ts';
import { isManifest } from './is-manifest.ts';
import { JOURNAL_SUFFIX } from './journal.ts';
import { isSparse } from './json-density.ts';

/** Ends the name of every manifest; it is looked for in the folder of a dump. */
export const MANIFEST_SUFFIX = '.ktriage.json';

/** The named stream (NTFS) in which a dump carries its own part of the manifest. */
export const MANIFEST_STREAM = 'ktriage.json';

/** A manifest of 100,000 captured threads takes 70 MB (0.7 KB each, without indentation); what is larger than this is not ours. */
export const LARGEST_MANIFEST_BYTES = 128 * 1024 * 1024;

/** With more threads than this a manifest is for programs alone: it is written without indentation, in three quarters of the size. */
const MOST_THREADS_TO_READ = 10_000;

/** The text of a manifest. */
export function manifestText(manifest: CaptureManifest): string {
  const indentation = manifest.threads.length > MOST_THREADS_TO_READ ? undefined : 2;
  return `${JSON.stringify(manifest, null, indentation)}\n`;
}

/** `w3wp_4711_001.ktriage.json` for a set with the first dump `w3wp_4711_001.dmp`, in the same folder. */
export function manifestPath(firstDump: string): string {
  return `${firstDump.replace(/\.dmp$/i, '')}${MANIFEST_SUFFIX}`;
}

/** A manifest, or undefined for anything that is none: it comes from anywhere, and a dump reads well without it. */
export function readManifest(file: string): CaptureManifest | undefined {
  try {
    const bytes = readWholeFile(file, LARGEST_MANIFEST_BYTES);
    if (!isSparse(bytes)) return undefined;
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `w3wp_4711_001.ktriage.journal`, which holds the same while the capture goes on. */
export function journalPath(firstDump: string): string {
  return `${firstDump.replace(/\.dmp$/i, '')}${JOURNAL_SUFFIX}`;
}

/** The identity of a thread that a manifest gives. */
export type ManifestIdentity = Pick<CapturedThread, 'processId' | 'processName' | 'threadId'>;

/** Every thread that a manifest names with its address, by the spelling of that: those of the set, and those beside it. */
export function manifestIdentities(
  manifest: CaptureManifest | undefined,
): ReadonlyMap<string, ManifestIdentity> {
  if (manifest === undefined) return NO_THREADS;
  const known = identitiesByAddress.get(manifest) ?? identities(manifest);
  identitiesByAddress.set(manifest, known);
  return known;
}

const identitiesByAddress = new WeakMap<CaptureManifest, ReadonlyMap<string, ManifestIdentity>>();

function identities(manifest: CaptureManifest): ReadonlyMap<string, ManifestIdentity> {
  const others = manifest.otherThreads ?? [];
  return new Map<string, ManifestIdentity>([
    ...others.map((thread) => [thread.objectAddress, thread] as const),
    ...manifestThreads(manifest),
  ]);
}

/** What a manifest holds of the threads of its set, by the spelling of their object address in the contract. */
export function manifestThreads(manifest: CaptureManifest | undefined): ReadonlyMap<string, CapturedThread> {
  if (manifest === undefined) return NO_THREADS;
  // A set can have a thousand dumps, and each asks.
  const known = threadsByAddress.get(manifest) ?? byAddress(manifest.threads);
  threadsByAddress.set(manifest, known);
  return known;
}

const NO_THREADS: ReadonlyMap<string, CapturedThread> = new Map();
const threadsByAddress = new WeakMap<CaptureManifest, ReadonlyMap<string, CapturedThread>>();

function byAddress(threads: readonly CapturedThread[]): ReadonlyMap<string, CapturedThread> {
  return new Map(
    threads.flatMap((thread) =>
      thread.objectAddress === undefined ? [] : [[thread.objectAddress, thread] as const],
    ),
  );
}
