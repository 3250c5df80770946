import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CapturedThread, CaptureManifest } from '../contract/generated/types.ts';
import { validateCaptureManifest } from '../contract/generated/validators/manifest.js';

/** Ends the name of every manifest; it is looked for in the folder of a dump. */
export const MANIFEST_SUFFIX = '.ktriage.json';

/** The named stream (NTFS) in which a dump carries its own part of the manifest. */
export const MANIFEST_STREAM = 'ktriage.json';

/** A manifest of a whole server's threads takes some megabytes; what is larger is not ours. */
const LARGEST_MANIFEST_BYTES = 256 * 1024 * 1024;

/** `w3wp_4711_001.ktriage.json` for a set whose first dump is `w3wp_4711_001.dmp`, in the same folder. */
export function manifestPath(firstDump: string): string {
  return `${firstDump.replace(/\.dmp$/i, '')}${MANIFEST_SUFFIX}`;
}

/** A manifest, or undefined for anything that is none: it comes from anywhere, and a dump reads well without it. */
function readManifest(file: string): CaptureManifest | undefined {
  try {
    const facts = statSync(file);
    // A pipe would make us wait for somebody who writes.
    if (!facts.isFile() || facts.size > LARGEST_MANIFEST_BYTES) return undefined;
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return validateCaptureManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function manifestsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(MANIFEST_SUFFIX))
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** Finds the manifest of a dump. */
export interface ManifestFinder {
  /** The manifest beside the dump that names it; undefined when there is none. */
  of(dump: string): CaptureManifest | undefined;
}

/** A finder that reads each manifest once, however many dumps are asked for. */
export function manifestFinder(): ManifestFinder {
  const byFolder = new Map<string, ReadonlyMap<string, CaptureManifest>>();
  function index(folder: string): ReadonlyMap<string, CaptureManifest> {
    let known = byFolder.get(folder);
    if (known === undefined) {
      const entries = manifestsIn(folder).flatMap((file) => {
        const manifest = readManifest(file);
        return (manifest?.dumps ?? []).map(
          ({ fileName }) => [fileName, manifest as CaptureManifest] as const,
        );
      });
      known = new Map(entries);
      byFolder.set(folder, known);
    }
    return known;
  }
  return { of: (dump) => index(path.dirname(path.resolve(dump))).get(path.basename(dump)) };
}

/** What a manifest knows of the threads of its set, by the spelling of their object address in the contract. */
export function manifestThreads(manifest: CaptureManifest | undefined): ReadonlyMap<string, CapturedThread> {
  return new Map(
    (manifest?.threads ?? []).flatMap((thread) =>
      thread.objectAddress === undefined ? [] : [[thread.objectAddress, thread] as const],
    ),
  );
}
