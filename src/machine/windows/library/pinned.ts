import { createHash } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import process from 'node:process';
import { Failure } from '../../../contract/failure.ts';

/** The processors that an executable for Windows is built for. */
export type WindowsProcessor = 'x64' | 'arm64';

/**
 * The one build of the native library that this product runs with: `win32_x64/koffi.node` of the npm package
 * @koromix/koffi-win32-x64, and `win32_arm64/koffi.node` of @koromix/koffi-win32-arm64.
 */
export const PINNED_KOFFI = {
  version: '3.3.4',
  sha256: {
    x64: 'a77b6bb6f60cdd360a41cc4e9f8a0e2a4c5b8e6dd83f43e756af285c59a7c4c2',
    arm64: '39fe96e2a2da1ed2ab26d4b2cad01de85d42f7197048e471c65ba5afa3ce7050',
  },
} as const satisfies { version: string; sha256: Record<WindowsProcessor, string> };

/** The name of the file, and of the asset of the executable that holds the same bytes. */
export const LIBRARY_FILE = 'koffi.node';

/**
 * The hash of the same file after it was signed, put here by the bundler when a signed package is built; empty in every other
 * build, and not there at all where this file is run unbundled.
 */
declare const SIGNED_KOFFI_SHA256: string;

/** The hash of the only library that this executable loads. */
export const acceptedSha256 = (): string =>
  typeof SIGNED_KOFFI_SHA256 === 'string' && SIGNED_KOFFI_SHA256 !== ''
    ? SIGNED_KOFFI_SHA256
    : PINNED_KOFFI.sha256[process.arch === 'arm64' ? 'arm64' : 'x64'];

/** The library has a megabyte. What is larger is another file, and is not read to its end. */
const LARGEST_LIBRARY = 0x1000000;

/** @param advice the next step; without one, that of the error table */
export function unsafe(file: string, reason: string, cause?: unknown, advice?: string): Failure {
  return new Failure('UnsafeNativeLibrary', `${file} ${reason}`, {
    target: file,
    cause,
    ...(advice === undefined ? {} : { advice }),
  });
}

export const errorCode = (thrown: unknown): string | undefined => (thrown as NodeJS.ErrnoException).code;

/** A file that stays open while it is loaded. */
export interface OpenLibrary {
  readonly sha256: string;
  /**
   * Compares once more: the name leads to the file that was opened, and its bytes are the same.
   * @throws Failure UnsafeNativeLibrary
   */
  confirm(): void;
  close(): void;
}

function hashOf(descriptor: number, file: string): string {
  const { size } = fstatSync(descriptor);
  if (size > LARGEST_LIBRARY) throw unsafe(file, `is not the native library: it has ${size} bytes`);
  const bytes = Buffer.alloc(size);
  const read = readSync(descriptor, bytes, 0, size, 0);
  return createHash('sha256').update(bytes.subarray(0, read)).digest('hex');
}

/** A link could lead to a place that the check of the folder's permissions never sees. */
function requireSameFile(descriptor: number, file: string): void {
  const named = lstatSync(file, { bigint: true });
  if (!named.isFile()) throw unsafe(file, 'is not a plain file');
  const opened = fstatSync(descriptor, { bigint: true });
  if (named.ino !== opened.ino || named.dev !== opened.dev)
    throw unsafe(file, 'was exchanged while it was opened');
}

/**
 * Opens the file of that name, which must be a plain one, and hashes what was opened.
 * @returns undefined where there is no such file
 * @throws Failure UnsafeNativeLibrary for a link, a folder, or a file that cannot be read
 */
export function openLibrary(file: string): OpenLibrary | undefined {
  let descriptor: number | undefined;
  try {
    if (!lstatSync(file).isFile()) throw unsafe(file, 'is not a plain file');
    descriptor = openSync(file, 'r');
    requireSameFile(descriptor, file);
    const opened = descriptor;
    const sha256 = hashOf(opened, file);
    return {
      sha256,
      confirm() {
        requireSameFile(opened, file);
        if (hashOf(opened, file) !== sha256) throw unsafe(file, 'was written to while it was loaded');
      },
      close: () => closeSync(opened),
    };
  } catch (thrown) {
    if (descriptor !== undefined) closeSync(descriptor);
    if (thrown instanceof Failure) throw thrown;
    if (errorCode(thrown) === 'ENOENT') return undefined;
    throw unsafe(file, 'cannot be read', thrown);
  }
}

/**
 * Opens `file`, which must be the library of that hash.
 * @throws Failure UnsafeNativeLibrary when it is missing, not a plain file, or of other content
 */
export function openPinned(file: string, sha256: string): OpenLibrary {
  const opened = openLibrary(file);
  if (opened === undefined) throw unsafe(file, 'is missing');
  if (opened.sha256 === sha256) return opened;
  opened.close();
  throw unsafe(file, `is not the one that this executable was built with (its SHA-256 is ${opened.sha256})`);
}

/**
 * Checks that `file` is the library of that hash.
 * @throws Failure UnsafeNativeLibrary when it is missing, not a plain file, or of other content
 */
export function requirePinned(file: string, sha256: string): void {
  openPinned(file, sha256).close();
}
