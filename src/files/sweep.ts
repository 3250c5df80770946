import { lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive, ownerOfTemporaryName } from './temporary-name.ts';

/** A file that is gone, in use or not ours to remove stays for another time: sweeping is a courtesy, not a duty. */
function removeFile(file: string): boolean {
  try {
    if (!lstatSync(file).isFile()) return false;
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}

/** The names in a folder; none where it may be written to but not listed (a drop folder). */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes temporary files of processes that are no longer alive; returns their paths. Never throws. */
export function sweep(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => {
      const owner = ownerOfTemporaryName(name);
      return owner !== undefined && !isAlive(owner);
    })
    .map((name) => path.join(folder, name))
    .filter(removeFile);
}
