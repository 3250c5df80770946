import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openFileSource } from '../binary/byte-source.ts';
import type { CaptureManifest } from '../contract/generated/types.ts';
import { JOURNAL_SUFFIX, readJournal } from './journal.ts';
import { LARGEST_MANIFEST_BYTES, MANIFEST_SUFFIX, readManifest } from './manifest-file.ts';

/** Finds the manifest of a dump. */
export interface ManifestFinder {
  /**
   * The manifest beside the dump that names it, else what the journal of an interrupted capture holds; undefined when there is
   * neither.
   */
  of(dump: string): CaptureManifest | undefined;
}

interface Found {
  readonly manifest: CaptureManifest;
  readonly fileNames: ReadonlySet<string>;
  /** The journal that it comes from. */
  readonly journal?: string;
}

/** The files of a folder in which a set may note its dumps. */
interface Folder {
  /** Manifests before journals: a capture writes its manifest before it removes the journal. */
  readonly files: readonly string[];
  /** What was read so far. */
  readonly read: Map<string, Found | undefined>;
  /** The files that name a dump, by the name. Absent until a dump is not named by the file that is called like it. */
  index?: ReadonlyMap<string, readonly string[]>;
}

function openFolder(folder: string): Folder {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    names = [];
  }
  const ending = (suffix: string) =>
    names.filter((name) => name.endsWith(suffix)).map((name) => path.join(folder, name));
  return { files: [...ending(MANIFEST_SUFFIX), ...ending(JOURNAL_SUFFIX)], read: new Map() };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The manifest that most likely names the dump: a set is called after its first dump. */
function likeliest({ files }: Folder, dump: string): string | undefined {
  let best: string | undefined;
  let longest = 0;
  for (const file of files) {
    const length = commonStart(path.basename(file), dump);
    if (file.endsWith(MANIFEST_SUFFIX) && length > longest) [best, longest] = [file, length];
  }
  return best;
}

/** Bytes of a file that are looked at together, and the longest mention of a dump in them. */
const PIECE = 0x10_0000;
const LONGEST_MENTION = 0x400;
/** Dumps of one set. */
const MOST_NAMES = 100_000;
const MENTION = /"fileName"\s*:\s*("(?:[^"\\]|\\.)*")/g;

/** The names of dumps that a file mentions. Most manifests are of other sets, and to search one costs far less than to parse it. */
function namesIn(file: string): ReadonlySet<string> {
  const names = new Set<string>();
  const source = openFileSource(file);
  try {
    const { size } = source;
    if (size > LARGEST_MANIFEST_BYTES) return names;
    for (let offset = 0; offset < size; offset += PIECE) {
      const piece = source.read(offset, Math.min(PIECE + LONGEST_MENTION, size - offset));
      for (const [, text = ''] of Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        .toString('utf8')
        .matchAll(MENTION)) {
        if (names.size >= MOST_NAMES) return names;
        if (text.length < LONGEST_MENTION) names.add(textOf(text));
      }
    }
  } finally {
    source.close();
  }
  return names;
}

function textOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

/** Files that are tried for one dump, of those that mention it. A dump belongs to one set. */
const MOST_NAMING = 16;

function indexOf({ files }: Folder): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const file of files) {
    let names: ReadonlySet<string>;
    try {
      names = namesIn(file);
    } catch {
      continue;
    }
    for (const name of names) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [file]);
      else if (known.length < MOST_NAMING) known.push(file);
    }
  }
  return index;
}

function read(folder: Folder, file: string): Found | undefined {
  if (folder.read.has(file)) return folder.read.get(file);
  const isJournal = file.endsWith(JOURNAL_SUFFIX);
  const manifest = isJournal ? readJournal(file) : readManifest(file);
  const found = manifest && {
    manifest,
    fileNames: new Set(manifest.dumps.map(({ fileName }) => fileName)),
    ...(isJournal && { journal: file }),
  };
  folder.read.set(file, found);
  return found;
}

function find(folder: Folder, dump: string): Found | undefined {
  const names = (file: string) => read(folder, file)?.fileNames.has(dump) === true;
  const likely = folder.index === undefined ? likeliest(folder, dump) : undefined;
  if (likely !== undefined && names(likely)) return read(folder, likely);
  folder.index ??= indexOf(folder);
  const file = folder.index.get(dump)?.find(names);
  return file === undefined ? undefined : read(folder, file);
}

function interruption({ requestedCount, threads }: CaptureManifest, journal: string): string {
  const known = requestedCount === undefined ? `${threads.length}` : `${threads.length} of ${requestedCount}`;
  return `The capture of this set did not end: it was killed, or still runs. Verdicts of ${known} threads are known, from ${path.basename(journal)}.`;
}

/**
 * A finder that reads each manifest once, however many dumps are asked for, and of the manifests of a folder those alone that
 * name a dump that was asked for.
 * @param warn called once for each set of an interrupted capture, with the journal as the target
 */
export function manifestFinder(
  warn: (message: string, target: string) => void = () => undefined,
): ManifestFinder {
  const folders = new Map<string, Folder>();
  const warned = new Set<string>();
  return {
    of(dump) {
      const place = path.dirname(path.resolve(dump));
      const folder = folders.get(place) ?? openFolder(place);
      folders.set(place, folder);
      const found = find(folder, path.basename(dump));
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
