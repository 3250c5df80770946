import { lstatSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../contract/failure.ts';
import { failureOfFile } from './file-as-asked.ts';
import { fileFailure } from './file-failure.ts';
import type { FileProtection, FileStore, PendingFile } from './port.ts';

export interface WriteOptions {
  readonly protection: FileProtection;
  readonly replace: boolean;
}

/**
 * Whether something has this name. A link counts as a file that is there, wherever it leads.
 * @throws Failure DestinationNotWritable, WriteFailed where the system cannot look
 */
export function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (thrown) {
    throw fileFailure(thrown, file, 'looked for');
  }
}

/**
 * Refuses a name that is taken, so that nothing is captured for a file that could not be written.
 * @throws Failure FileExists; DestinationNotWritable, WriteFailed where the system cannot look
 */
export function refuseExisting(file: string, replace: boolean): void {
  if (replace || !isThere(file)) return;
  throw new Failure('FileExists', `${file} is already there.`, { target: file });
}

/** Each name that is taken leads to the next; a folder with so many of one name is not a folder of dumps. */
const MOST_NAMES = 10_000;

function commitAs(
  pending: PendingFile,
  file: string,
  replace: boolean,
  nextName: (() => string) | undefined,
): Written {
  for (let name = file, tries = 1; ; name = nextName?.() ?? name, tries += 1) {
    try {
      const warning = pending.commit(name, replace);
      return { file: name, ...(warning === undefined ? {} : { warning }) };
    } catch (thrown) {
      const taken = thrown instanceof Failure && thrown.code === 'FileExists';
      if (!taken || nextName === undefined || tries === MOST_NAMES) throw thrown;
    }
  }
}

/** A file that has its final name. */
export interface Written {
  readonly file: string;
  /** What failed after the file had its name. */
  readonly warning?: string;
}

/**
 * Writes a file under a temporary name, lets `verify` read it back from the disk, and only then gives it its name.
 * @param nextName the name to take instead when another program has taken this one; without it that is an error
 * @throws Failure FileExists, DestinationNotFound, DiskFull, WriteFailed, and what `verify` throws; nothing is left then
 */
export function writeVerified(
  files: FileStore,
  file: string,
  bytes: Uint8Array,
  { protection, replace }: WriteOptions,
  verify: (writtenFile: string) => void = () => undefined,
  nextName?: () => string,
): Written {
  try {
    const pending = files.begin(path.dirname(file), protection);
    try {
      pending.write(bytes);
      pending.flush();
      verify(pending.temporaryPath);
      return commitAs(pending, file, replace, nextName);
    } finally {
      pending.discard();
    }
  } catch (thrown) {
    throw failureOfFile(thrown, file);
  }
}
