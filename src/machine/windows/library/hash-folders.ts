import { lstatSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { sweep } from '../../../files/sweep.ts';
import { LIBRARY_FILE } from './pinned.ts';
import { hashesFolder, type LibraryPlace, requirePlainFolder } from './places.ts';

/** A library of another version is removed when it was placed so long ago: 30 days. */
const OLD_MS = 30 * 24 * 60 * 60 * 1000;
/** No more folders of hashes are looked at than this. */
const MOST_HASHES = 1000;
const HASH = /^[0-9a-f]{64}$/;

/** The folders of hashes in a place, this executable's own included. */
function hashFolders(place: LibraryPlace): string[] {
  const parent = hashesFolder(place);
  if (lstatSync(parent, { throwIfNoEntry: false }) === undefined) return [];
  requirePlainFolder(parent);
  return readdirSync(parent)
    .filter((name) => HASH.test(name))
    .slice(0, MOST_HASHES)
    .map((name) => path.join(parent, name));
}

function isOld(folder: string, place: LibraryPlace): boolean {
  if (folder === path.dirname(place.file)) return false;
  const found = statSync(path.join(folder, LIBRARY_FILE), { throwIfNoEntry: false });
  return found === undefined || Date.now() - found.mtimeMs > OLD_MS;
}

/**
 * Removes the library from the folders of all hashes, or of old ones of other versions, and nothing else that is in them.
 * @returns the folders that are still there, because the library is in use or Windows refuses
 */
export function removeHashes(place: LibraryPlace, which: 'old' | 'all'): string[] {
  return hashFolders(place).filter((folder) => {
    try {
      if (which === 'old' && !isOld(folder, place)) return false;
      requirePlainFolder(folder);
      sweep(folder);
      rmSync(path.join(folder, LIBRARY_FILE), { force: true });
      rmdirSync(folder);
      return false;
    } catch {
      return true;
    }
  });
}
