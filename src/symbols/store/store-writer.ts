import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

let counter = 0;

/** A name in the same folder that no other process or call uses, and that no store looks for. */
export function temporaryPathFor(final: string): string {
  counter += 1;
  return path.join(path.dirname(final), `.ktriage-${process.pid}-${counter}.partial`);
}

/**
 * Gives a complete file its final name in one step. When another process was faster, or holds the file open, its file
 * stays: both have the same identity.
 */
export function moveIntoStore(temporary: string, final: string): void {
  try {
    renameSync(temporary, final);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    if (statSync(final, { throwIfNoEntry: false })?.isFile() !== true) throw thrown;
  }
}

/**
 * Puts a file into a folder of a store so that no reader ever sees a part of it. The folder is made when it is missing.
 * @throws what the file system throws; the caller decides whether a store that cannot be written matters
 */
export function writeIntoStore(final: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(final), { recursive: true });
  const temporary = temporaryPathFor(final);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
  moveIntoStore(temporary, final);
}
