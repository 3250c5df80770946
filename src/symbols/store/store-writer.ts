import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

let counter = 0;

/** A name in the same folder that no other process or call uses, and that no store looks for. */
export function temporaryPathFor(final: string): string {
  counter += 1;
  return path.join(path.dirname(final), `.ktriage-${process.pid}-${counter}.partial`);
}

/**
 * Gives a complete file its final name. What has that name already is replaced: that a file is there does not prove that it is the
 * same one. Windows refuses to replace a file that is open elsewhere and mostly allows to rename it, so then it goes aside.
 * @throws what the file system throws when the name stays taken; `temporary` is gone then
 */
export function moveIntoStore(temporary: string, final: string): void {
  try {
    renameSync(temporary, final);
    return;
  } catch (thrown) {
    if (!replaceOpenFile(temporary, final)) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
  }
}

/** False when the name stays taken; the file that has it is where it was. */
function replaceOpenFile(temporary: string, final: string): boolean {
  const aside = temporaryPathFor(final);
  try {
    renameSync(final, aside);
  } catch {
    return false;
  }
  try {
    renameSync(temporary, final);
  } catch {
    renameSync(aside, final);
    return false;
  }
  removeIfPossible(aside);
  return true;
}

/** What was put aside may be open elsewhere; no store looks for its name. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true, recursive: true });
  } catch {
    // It stays until its user closes it.
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
