import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive, ownerOfTemporaryName } from '../files/temporary-name.ts';

/** The sets of a watch on the disk: a folder each, named after the watch and the time. */

/** Files that a watch makes in a set. What else is there belongs to a person, and stays. */
const OWN_FILE = /\.(?:dmp|json|ndjson|txt|html|partial)$/i;
/** So many sets are looked at; the names sort by time, so the oldest come first. */
const MOST_SETS = 10_000;
/** A second set of one second. */
const MOST_COPIES = 100;

export interface StoredSet {
  readonly folder: string;
  readonly bytes: number;
}

const stamp = (time: Date) => time.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);

/** Folder names for a set, the preferred one first. */
export function* setFolders(destination: string, watch: string, time: Date): Iterable<string> {
  const base = path.join(destination, `${watch}_${stamp(time)}`);
  yield base;
  for (let copy = 2; copy <= MOST_COPIES; copy += 1) yield `${base}_${copy}`;
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

function bytesOf(file: string): number {
  try {
    const facts = lstatSync(file);
    return facts.isFile() ? facts.size : 0;
  } catch {
    return 0;
  }
}

function isFolder(file: string): boolean {
  try {
    return lstatSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** The sets of a watch, the oldest first. A link is none. */
export function storedSets(destination: string, watch: string): StoredSet[] {
  const pattern = new RegExp(`^${watch}_\\d{8}-\\d{6}(?:_\\d+)?$`);
  return namesIn(destination)
    .filter((name) => pattern.test(name))
    .sort()
    .slice(0, MOST_SETS)
    .map((name) => path.join(destination, name))
    .filter(isFolder)
    .map((folder) => ({
      folder,
      bytes: namesIn(folder).reduce((sum, name) => sum + bytesOf(path.join(folder, name)), 0),
    }));
}

/**
 * Removes the files of a set that a watch has made, and its folder when nothing else is in it. Never throws.
 * @returns false when such a file stays, because it is in use
 */
export function removeSet(folder: string): boolean {
  let isRemoved = true;
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    if (!OWN_FILE.test(name)) continue;
    try {
      if (lstatSync(file).isFile()) rmSync(file);
    } catch {
      isRemoved = false;
    }
  }
  try {
    rmdirSync(folder);
  } catch {
    // Something of a person is in it.
  }
  return isRemoved;
}

/** Which of the sets have to go so that `reserve` more bytes fit into the budget, the oldest first. */
export function setsToRemove(sets: readonly StoredSet[], budget: number, reserve: number): StoredSet[] {
  let used = sets.reduce((sum, { bytes }) => sum + bytes, 0);
  const removed: StoredSet[] = [];
  for (const set of sets) {
    if (used + reserve <= budget) break;
    removed.push(set);
    used -= set.bytes;
  }
  return removed;
}

/** Whether a capture of another process writes into the folder or one of its sets now. */
export function isWrittenTo(destination: string, own: number): boolean {
  const isOther = (name: string) => {
    const owner = ownerOfTemporaryName(name);
    return owner !== undefined && owner !== own && isAlive(owner);
  };
  const names = namesIn(destination);
  return (
    names.some(isOther) ||
    names
      .slice(-MOST_COPIES)
      .map((name) => path.join(destination, name))
      .filter(isFolder)
      .some((folder) => namesIn(folder).some(isOther))
  );
}
