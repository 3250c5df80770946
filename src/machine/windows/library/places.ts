import { existsSync, lstatSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { acceptedSha256, LIBRARY_FILE, unsafe } from './pinned.ts';

/**
 * Where the native library may be. Nothing here asks a variable of the environment: every account can set its own, and what an
 * elevated process loads would follow.
 */

export type PlaceName = 'BesideExecutable' | 'AllUsers' | 'CurrentUser';

export interface LibraryPlace {
  readonly name: PlaceName;
  readonly file: string;
  /** The folders that decide who may exchange the file: from the first that Windows made down to the file's own. */
  readonly folders: readonly string[];
}

/** The folder that all hashes are in, below the folder that Windows made. */
const OWN_FOLDERS = ['KernelTriage', 'native'];

/**
 * The kernel's own name of the folder of Windows, a link of its namespace that no variable changes. Its final path is
 * `C:\Windows`, wherever Windows is.
 */
const SYSTEM_ROOT = '\\\\?\\GLOBALROOT\\SystemRoot';

/** @throws Failure UnsafeNativeLibrary where Windows does not resolve its own folder */
function systemDrive(): string {
  try {
    const { root } = path.win32.parse(realpathSync.native(SYSTEM_ROOT));
    if (/^[A-Za-z]:\\$/.test(root)) return root;
  } catch (thrown) {
    throw unsafe(SYSTEM_ROOT, 'cannot be resolved, so there is no safe place for the native library', thrown);
  }
  throw unsafe(SYSTEM_ROOT, 'is on no drive, so there is no safe place for the native library');
}

function placeBelow(name: PlaceName, base: string, sha256 = acceptedSha256()): LibraryPlace {
  const folders = [base];
  for (const each of [...OWN_FOLDERS, sha256]) folders.push(path.join(folders.at(-1) ?? base, each));
  return { name, folders, file: path.join(folders.at(-1) ?? base, LIBRARY_FILE) };
}

/** Beside the executable: where the module and the archive have it. */
export function besideExecutable(executable: string = process.execPath): LibraryPlace {
  const folder = path.dirname(executable);
  return { name: 'BesideExecutable', folders: [folder], file: path.join(folder, LIBRARY_FILE) };
}

/**
 * The place of all users: `Program Files` of the drive that Windows is on, which only administrators may write to. (The folder has
 * this name in every language.)
 * @throws Failure UnsafeNativeLibrary where it is not there
 */
export function allUsersPlace(): LibraryPlace {
  const base = path.join(systemDrive(), 'Program Files');
  if (!existsSync(base)) throw unsafe(base, 'is missing, so there is no safe place for the native library');
  return placeBelow('AllUsers', base);
}

/**
 * The place of this account, in its local application data. Windows gives the profile by the access token.
 * @throws Failure UnsafeNativeLibrary where it is not there
 */
export function currentUserPlace(): LibraryPlace {
  const base = path.join(os.userInfo().homedir, 'AppData', 'Local');
  try {
    // Profiles may be on another drive behind a link. Only the account itself, or an administrator, can make one here.
    return placeBelow('CurrentUser', realpathSync.native(base));
  } catch (thrown) {
    throw unsafe(base, 'cannot be found, so this account has no place for the native library', thrown);
  }
}

/** The folder of a place that holds a folder for each hash. */
export const hashesFolder = ({ folders }: LibraryPlace): string => folders.at(-2) ?? '';

/** Whether a name leads to itself. Windows compares names without case. */
const isDirect = (file: string) => realpathSync.native(file).toLowerCase() === file.toLowerCase();

/**
 * Refuses a folder that is a link, or that is reached through one: the check of permissions would look elsewhere.
 * @throws Failure UnsafeNativeLibrary
 */
export function requirePlainFolder(folder: string): void {
  if (lstatSync(folder).isDirectory() && isDirect(folder)) return;
  throw unsafe(folder, 'is a link or no folder: the native library is not put behind one');
}

/**
 * Refuses a place with a link on the way, or in the place of the file.
 * @returns whether all folders and the file are there
 * @throws Failure UnsafeNativeLibrary
 */
export function requirePlainPlace({ folders, file }: LibraryPlace): boolean {
  const isThere = (name: string) => lstatSync(name, { throwIfNoEntry: false }) !== undefined;
  for (const folder of folders) {
    if (!isThere(folder)) return false;
    requirePlainFolder(folder);
  }
  if (!isThere(file)) return false;
  if (!isDirect(file)) throw unsafe(file, 'is a link');
  return true;
}
