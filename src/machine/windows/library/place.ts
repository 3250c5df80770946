import { mkdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { getRawAsset, isSea } from 'node:sea';
import { Failure } from '../../../contract/failure.ts';
import { removeHashes } from './hash-folders.ts';
import { acceptedSha256, errorCode, LIBRARY_FILE, openLibrary, unsafe } from './pinned.ts';
import {
  allUsersPlace,
  besideExecutable,
  currentUserPlace,
  type LibraryPlace,
  requirePlainPlace,
} from './places.ts';
import { makeFolders, temporaryName, writeWhole } from './write-library.ts';

/** What is under the name of the library. */
export type LibraryState = 'Ready' | 'Missing' | 'Different';

/** Windows refuses the account, or the volume takes no writes. */
const REFUSED: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EROFS']);

const ADVICE =
  'Run `ktriage native install` once in an elevated session, or put koffi.node of the same release beside ktriage.exe.';

/** The library inside of the executable; undefined in one that carries none, and in a plain Node. */
function embeddedLibrary(): Uint8Array | undefined {
  if (!isSea()) return undefined;
  try {
    return new Uint8Array(getRawAsset(LIBRARY_FILE));
  } catch {
    return undefined;
  }
}

/** @throws Failure UnsafeNativeLibrary for a link, in the place or on the way to it */
export function stateOf(place: LibraryPlace): LibraryState {
  if (place.name !== 'BesideExecutable' && !requirePlainPlace(place)) return 'Missing';
  const opened = openLibrary(place.file);
  opened?.close();
  if (opened === undefined) return 'Missing';
  return opened.sha256 === acceptedSha256() ? 'Ready' : 'Different';
}

/**
 * Whether Windows lets this process write where only administrators may: it tries. What an access token states could be read with the
 * library alone, which is not loaded yet.
 * @throws Failure UnsafeNativeLibrary when the trial fails for another reason
 */
function mayWriteForAll({ folders: [base = ''] }: LibraryPlace): boolean {
  const trial = path.join(base, temporaryName());
  try {
    mkdirSync(trial);
    rmdirSync(trial);
    return true;
  } catch (thrown) {
    if (REFUSED.has(errorCode(thrown))) return false;
    throw unsafe(base, 'takes no folder', thrown);
  }
}

/**
 * The place that this process puts the library into and removes it from: that of all users where it may write there, which an elevated
 * process may, else the account's own.
 * @throws Failure UnsafeNativeLibrary
 */
function ownPlace(all: LibraryPlace): LibraryPlace {
  return mayWriteForAll(all) ? all : currentUserPlace();
}

/**
 * Puts the library into a place, over a file of other content too.
 * @throws Failure UnsafeNativeLibrary
 */
function put(place: LibraryPlace, bytes: Uint8Array): void {
  try {
    makeFolders(place);
    writeWhole(place.file, bytes);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    // Another process may have placed it meanwhile, and Windows replaces no library that is loaded.
    if (stateOf(place) === 'Ready') return;
    throw unsafe(place.file, `cannot be put there (${errorCode(thrown) ?? String(thrown)})`, thrown, ADVICE);
  }
  removeHashes(place, 'old');
}

/**
 * The place from which an executable without a library beside it loads its own, after it was put there if it was not.
 *
 * An elevated process uses the place of all users and no other: it may write there, so the place of the account is never considered. What
 * is placed is what the executable carries.
 *
 * @throws Failure UnsafeNativeLibrary
 */
export function placedLibrary(): LibraryPlace {
  const bytes = embeddedLibrary();
  if (bytes === undefined) throw unsafe(besideExecutable().file, 'is missing');
  const all = allUsersPlace();
  const found = stateOf(all);
  if (found === 'Ready') return all;
  const place = ownPlace(all);
  if (place.name === 'CurrentUser' && found === 'Different')
    throw unsafe(all.file, 'is not the one that this executable was built with', undefined, ADVICE);
  if (stateOf(place) !== 'Ready') put(place, bytes);
  return place;
}

/**
 * Puts the library into the place that this process uses, whatever is beside the executable.
 * @throws Failure UnsafeNativeLibrary
 */
export function installLibrary(): LibraryPlace {
  const bytes = embeddedLibrary();
  if (bytes === undefined) {
    const alone = 'carries no native library: only a single ktriage.exe does';
    throw unsafe(process.execPath, alone);
  }
  const place = ownPlace(allUsersPlace());
  if (stateOf(place) !== 'Ready') put(place, bytes);
  return place;
}

/**
 * Removes what this and other versions have placed where this process places it.
 * @throws Failure NativeLibraryInUse when a file stays, because a process has it loaded
 */
export function removeLibrary(): LibraryPlace {
  const place = ownPlace(allUsersPlace());
  const [stays] = removeHashes(place, 'all');
  if (stays !== undefined) {
    const message = `${stays} cannot be removed: a process has the library loaded, or other files are there`;
    throw new Failure('NativeLibraryInUse', message, { target: stays });
  }
  // Above the hashes the folders go when they are empty.
  for (const folder of place.folders.slice(1, -1).reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      break;
    }
  }
  return place;
}
