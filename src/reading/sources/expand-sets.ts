import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { JOURNAL_SUFFIX, readJournal } from '../../manifest/journal.ts';
import { MANIFEST_SUFFIX, readManifest } from '../../manifest/manifest-file.ts';

/** Dumps that one side of a comparison may have; a request names at most so many paths too. */
const MOST_DUMPS = 100_000;

/** The dumps that a path names: those of a folder, those that a manifest or a journal names, or the file itself. */
function dumpsOf(given: string): readonly string[] {
  let isFolder = false;
  try {
    isFolder = statSync(given).isDirectory();
  } catch {
    // A file that is not there is reported by the reader of dumps.
  }
  if (isFolder)
    return readdirSync(given)
      .filter((name) => /\.dmp$/i.test(name))
      .sort()
      .map((name) => path.join(given, name));
  const isJournal = given.endsWith(JOURNAL_SUFFIX);
  if (!isJournal && !given.endsWith(MANIFEST_SUFFIX)) return [given];
  const manifest = isJournal ? readJournal(given) : readManifest(given);
  if (manifest === undefined)
    throw new Failure('FileUnreadable', `${given} is not a manifest of a set of dumps.`, { target: given });
  // The names come from a file: each is one in the folder of the manifest, whatever it holds.
  return manifest.dumps.map(({ fileName }) => path.join(path.dirname(given), path.basename(fileName)));
}

/**
 * The dump files of paths that may also be folders and manifests of sets.
 * @throws Failure FileUnreadable, InvalidRequest
 */
export function expandSets(paths: readonly string[]): string[] {
  const files: string[] = [];
  for (const given of paths) {
    const dumps = dumpsOf(given);
    if (dumps.length === 0) throw new Failure('FileNotFound', `${given} holds no dump.`, { target: given });
    if (files.length + dumps.length > MOST_DUMPS)
      throw new Failure('InvalidRequest', `One side has more than ${MOST_DUMPS} dumps.`, { target: given });
    for (const file of dumps) files.push(file);
  }
  return [...new Set(files)];
}
