import { lstatSync } from 'node:fs';
import process from 'node:process';
import type koffi from 'koffi';
import { Failure } from '../../../contract/failure.ts';
import { acceptedSha256, openPinned, PINNED_KOFFI, unsafe } from '../library/pinned.ts';
import { placedLibrary } from '../library/place.ts';
import { besideExecutable, type LibraryPlace } from '../library/places.ts';

/** The native half of koffi: its exports are the whole programming interface. */
export type Koffi = typeof koffi;

let loaded: { readonly koffi: Koffi; readonly place: LibraryPlace } | undefined;

/** Where the library was loaded from; before that, where it is looked for first. */
export const libraryPlace = (): LibraryPlace => loaded?.place ?? besideExecutable();

/** @throws Failure NotWindows */
export function requireWindows(): void {
  if (process.platform === 'win32' && (process.arch === 'x64' || process.arch === 'arm64')) return;
  const message = `This is ${process.platform} on ${process.arch}, not 64-bit Windows on x64 or ARM64`;
  throw new Failure('NotWindows', message);
}

/**
 * Native code is looked for beside the executable: not on PATH, not in the working directory, not in node_modules. When nothing is
 * there, it is what the executable carries, put where only administrators can write, or, not elevated, where only this account can.
 * A file beside the executable that is another one is refused, never passed over.
 */
function chooseLibrary(): LibraryPlace {
  const beside = besideExecutable();
  return lstatSync(beside.file, { throwIfNoEntry: false }) === undefined ? placedLibrary() : beside;
}

/**
 * The foreign function interface, loaded on first use, so that reading a dump needs the executable alone.
 *
 * The order of trust: (1) the bytes of the opened file are the pinned ones; (2) it is loaded by its name; (3) the name leads to the same
 * file with the same bytes, which Windows lets no process write to while it is loaded; (4) before it is used for anything else,
 * `requireProtectedFolder` asks Windows which accounts may write to the folders. (4) cannot come before (2), because Node
 * has no way to read an access control list. What remains is an account that may write to the folder, puts a file of its own there between
 * (1) and (2), and the first one back before (3); but node.exe itself imports DLLs by name, which Windows looks for in its
 * folder first, so such an account never needs koffi.node. The permissions of the folders are the boundary, and (4) makes a
 * wrong one known at the first call instead of never.
 *
 * @throws Failure NotWindows, UnsafeNativeLibrary
 */
export function loadKoffi(): Koffi {
  if (loaded !== undefined) return loaded.koffi;
  requireWindows();
  const place = chooseLibrary();
  const { file } = place;
  const pinned = openPinned(file, acceptedSha256());
  const module: { exports: unknown } = { exports: {} };
  try {
    process.dlopen(module, file);
    pinned.confirm();
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw unsafe(file, `cannot be loaded: ${reason}`, thrown);
  } finally {
    pinned.close();
  }
  const library = module.exports as Koffi;
  if (library.version !== PINNED_KOFFI.version) {
    throw unsafe(file, `calls itself version ${library.version}, not ${PINNED_KOFFI.version}`);
  }
  loaded = { koffi: library, place };
  return library;
}
