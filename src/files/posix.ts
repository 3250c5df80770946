import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from '../contract/failure.ts';
import { fileFailure } from './file-failure.ts';
import { freeBytes } from './free-space.ts';
import type { FileProtection, FileStore, PendingFile } from './port.ts';
import { sweep } from './sweep.ts';
import { temporaryName } from './temporary-name.ts';

const MODES: Readonly<Record<FileProtection, number>> = { Restricted: 0o600, Inherit: 0o666 };

function attempt<T>(target: string, doing: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw fileFailure(thrown, target, doing);
  }
}

function requireFolder(folder: string): void {
  const facts = attempt(folder, 'used as a destination', () => statSync(folder));
  if (!facts.isDirectory()) {
    throw new Failure('DestinationNotAFolder', `${folder} is not a folder.`, { target: folder });
  }
  attempt(folder, 'written to', () => accessSync(folder, constants.W_OK | constants.X_OK));
}

/** The entry of the folder itself has to survive a crash too. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `link` fails when the name is taken, which `rename` does not: the one step that never replaces. */
function giveName(temporaryPath: string, final: string, replace: boolean): void {
  if (replace) {
    renameSync(temporaryPath, final);
  } else {
    linkSync(temporaryPath, final);
    unlinkSync(temporaryPath);
  }
}

function begin(folder: string, protection: FileProtection): PendingFile {
  const temporaryPath = path.join(folder, temporaryName());
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const descriptor = attempt(temporaryPath, 'created', () =>
    openSync(temporaryPath, flags, MODES[protection]),
  );
  let state: 'open' | 'closed' | 'ended' = 'open';
  const close = () => {
    if (state === 'open') closeSync(descriptor);
    if (state === 'open') state = 'closed';
  };
  return {
    temporaryPath,
    write(bytes) {
      attempt(temporaryPath, 'written', () => {
        let written = 0;
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      });
    },
    flush: () => attempt(temporaryPath, 'flushed', () => fsyncSync(descriptor)),
    commit(final, replace) {
      attempt(final, 'given its name', () => {
        close();
        giveName(temporaryPath, final, replace);
        state = 'ended';
        syncFolder(folder);
      });
    },
    discard() {
      if (state === 'ended') return;
      close();
      state = 'ended';
      rmSync(temporaryPath, { force: true });
    },
  };
}

/** Files on Linux and macOS: mode 0600 unless the caller wants the folder's default. */
export const posixFiles: FileStore = {
  requireFolder,
  begin,
  sweep,
  freeBytes,
  attachStream: () => false,
};
