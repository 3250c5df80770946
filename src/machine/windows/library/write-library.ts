import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { errorCode } from './pinned.ts';
import { type LibraryPlace, requirePlainFolder } from './places.ts';

let attempts = 0;
/** A name that `sweep` removes when this process is gone. */
export const temporaryName = (): string => {
  attempts += 1;
  return `.ktriage-${process.pid}-${attempts}.partial`;
};

/** The folders inherit their permissions. Each is looked at before the next is made in it. */
export function makeFolders({ folders: [base = '', ...rest] }: LibraryPlace): void {
  requirePlainFolder(base);
  for (const folder of rest) {
    try {
      mkdirSync(folder);
    } catch (thrown) {
      if (errorCode(thrown) !== 'EEXIST') throw thrown;
    }
    requirePlainFolder(folder);
  }
}

/** Under a temporary name, durable, then in one step under the final one. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const temporary = path.join(path.dirname(file), temporaryName());
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}
