import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type koffi from 'koffi';
import { Failure } from '../../../contract/failure.ts';

/** The native half of koffi: its exports are the whole programming interface. */
export type Koffi = typeof koffi;

/**
 * The one build of the native library that this product runs with: `win32_x64/koffi.node` of the npm package
 * @koromix/koffi-win32-x64.
 */
export const PINNED_KOFFI = {
  version: '3.3.4',
  sha256: 'a77b6bb6f60cdd360a41cc4e9f8a0e2a4c5b8e6dd83f43e756af285c59a7c4c2',
} as const;

/**
 * The hash of the same file after it was signed, put here by the bundler when a signed package is built; empty in every other
 * build, and not there at all where this file is run unbundled.
 */
declare const SIGNED_KOFFI_SHA256: string;

const acceptedSha256 = (): string =>
  typeof SIGNED_KOFFI_SHA256 === 'string' && SIGNED_KOFFI_SHA256 !== ''
    ? SIGNED_KOFFI_SHA256
    : PINNED_KOFFI.sha256;

/**
 * Native code is looked for beside the executable and nowhere else: not on PATH, not in the working directory, not in
 * node_modules, and never in a per-user extraction cache, which a non-elevated process of the same user could fill.
 */
export function nativeLibraryPath(executable: string = process.execPath): string {
  return path.join(path.dirname(executable), 'koffi.node');
}

function unsafe(file: string, reason: string, cause?: unknown): Failure {
  return new Failure('UnsafeNativeLibrary', `${file} ${reason}`, { target: file, cause });
}

/**
 * Checks that `file` is the pinned library, or has the hash that is given.
 * @throws Failure UnsafeNativeLibrary when it is missing, not a plain file, or of other content
 */
export function requirePinned(file: string, sha256: string = PINNED_KOFFI.sha256): void {
  let content: Buffer;
  try {
    // A link could lead to a place that the check of the folder's permissions never sees.
    if (!lstatSync(file).isFile()) throw unsafe(file, 'is not a plain file');
    content = readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw unsafe(file, missing ? 'is missing' : 'cannot be read', thrown);
  }
  const actual = createHash('sha256').update(content).digest('hex');
  if (actual !== sha256) {
    throw unsafe(file, `is not the one that this executable was built with (its SHA-256 is ${actual})`);
  }
}

let loaded: Koffi | undefined;

/**
 * The foreign function interface, loaded on first use, so that reading a dump needs the executable alone.
 *
 * The order of trust: (1) the bytes of the file are the pinned ones; (2) it is loaded; (3) before it is used for
 * anything else, `requireProtectedFolder` asks Windows which accounts may write to the folder. (3) cannot come before (2), because
 * Node has no way to read an access control list. What remains is a swap of the file between (1) and (2) by an account that
 * may write to the folder; but node.exe itself imports DLLs by name, which Windows looks for in that folder first, so such
 * an account never needs koffi.node. The permissions of the folder are the boundary, and (3) makes a wrong one known
 * at the first call instead of never.
 *
 * @throws Failure NotWindows, UnsafeNativeLibrary
 */
export function loadKoffi(): Koffi {
  if (loaded !== undefined) return loaded;
  if (process.platform !== 'win32' || process.arch !== 'x64') {
    throw new Failure(
      'NotWindows',
      `This is ${process.platform} on ${process.arch}, not 64-bit Windows on x64`,
    );
  }
  const file = nativeLibraryPath();
  requirePinned(file, acceptedSha256());
  const module: { exports: unknown } = { exports: {} };
  try {
    process.dlopen(module, file);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw unsafe(file, `cannot be loaded: ${reason}`, thrown);
  }
  const library = module.exports as Koffi;
  if (library.version !== PINNED_KOFFI.version) {
    throw unsafe(file, `calls itself version ${library.version}, not ${PINNED_KOFFI.version}`);
  }
  loaded = library;
  return library;
}
