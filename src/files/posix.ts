import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { asFailure, Failure } from '../contract/failure.ts';
import { fileFailure } from './file-failure.ts';
import { freeBytes } from './free-space.ts';
import type { FileProtection, FileStore, GrowingFile, PendingFile } from './port.ts';
import { sweep } from './sweep.ts';
import { underTemporaryName } from './temporary-name.ts';

/** What a file system answers to an operation that it does not have. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

const codeOf = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? '';

const MODES: Readonly<Record<FileProtection, number>> = { Restricted: 0o600, Inherit: 0o666 };

function attempt<T>(target: string, doing: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw fileFailure(thrown, target, doing);
  }
}

const FOLDER_MODES: Readonly<Record<FileProtection, number>> = { Restricted: 0o700, Inherit: 0o777 };

function makeFolder(folder: string, protection: FileProtection): void {
  attempt(folder, 'made', () => mkdirSync(folder, { mode: FOLDER_MODES[protection] }));
}

function requireFolder(folder: string): void {
  const facts = attempt(folder, 'used as a destination', () => statSync(folder));
  if (!facts.isDirectory()) {
    throw new Failure('DestinationNotAFolder', `${folder} is not a folder.`, { target: folder });
  }
  attempt(folder, 'written to', () => accessSync(folder, constants.W_OK | constants.X_OK));
}

/** The entry of the folder itself has to survive a crash too; some file systems have no such operation and refuse it. */
function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch (thrown) {
    // A folder that may be written to but not listed cannot be opened for reading, and so not be synchronised.
    if (codeOf(thrown) === 'EACCES') return;
    throw thrown;
  }
  try {
    fsyncSync(descriptor);
  } catch (thrown) {
    if (!NOT_OFFERED.has(codeOf(thrown))) throw thrown;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * `link` fails when the name is taken, which `rename` does not: the one step that never replaces. The temporary name then stays
 * beside the final one.
 */
function giveNewName(temporaryPath: string, final: string): void {
  try {
    linkSync(temporaryPath, final);
  } catch (thrown) {
    if (!NOT_OFFERED.has(codeOf(thrown))) throw thrown;
    // FAT and some network file systems have no links: look, then rename. A program that takes the name between the two
    // steps loses its file.
    if (existsSync(final)) {
      throw new Failure('FileExists', `${final} is already there.`, { target: final });
    }
    renameSync(temporaryPath, final);
  }
}

/**
 * Checks that a name leads to the file that a descriptor holds. An account that may exchange the folder could have put
 * another file there. That file holds no captured data, and the result must not name it.
 */
function requireSame(descriptor: number, file: string): void {
  const held = fstatSync(descriptor);
  const named = lstatSync(file, { throwIfNoEntry: false });
  if (named?.ino === held.ino && named.dev === held.dev) return;
  const message = `${file} is not what was written: it, or its folder, was exchanged meanwhile.`;
  throw new Failure('WriteFailed', message, { target: file });
}

/**
 * The same for a file that has just got its name. A system that cannot look at it leaves that open: the file is under its name
 * either way, so this is reported and is no failure.
 * @throws Failure WriteFailed when another file is there
 */
function unlessExchanged(descriptor: number, final: string): string | undefined {
  try {
    requireSame(descriptor, final);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const { message } = fileFailure(thrown, final, 'looked at');
    return `${final} has its name, but whether another program exchanged it at that moment is not known: ${message}`;
  }
}

/** The file has its name by now: what fails from here on is reported, and the file stays. */
function afterNaming(final: string, action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (thrown) {
    return `${final} has its name and is whole, but a crash of this system may still lose it: ${asFailure(thrown).message}`;
  }
}

const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function grow(file: string, protection: FileProtection): GrowingFile {
  const descriptor = attempt(file, 'created', () => openSync(file, NEW_FILE, MODES[protection]));
  let ended = false;
  const end = () => {
    if (!ended) closeSync(descriptor);
    ended = true;
  };
  return {
    append: (bytes) =>
      attempt(file, 'written', () => {
        writeAll(descriptor, bytes);
        fsyncSync(descriptor);
      }),
    close: end,
    remove() {
      try {
        if (!ended) requireSame(descriptor, file);
        if (!ended) unlinkSync(file);
      } catch {
        // Another file is under the name by now, or none: neither is ours to remove.
      }
      end();
    },
  };
}

function begin(folder: string, protection: FileProtection): PendingFile {
  const [temporaryPath, descriptor] = underTemporaryName(folder, (file) =>
    attempt(file, 'created', () => openSync(file, NEW_FILE, MODES[protection])),
  );
  let state: 'open' | 'closed' | 'ended' = 'open';
  const close = () => {
    if (state === 'open') closeSync(descriptor);
    if (state === 'open') state = 'closed';
  };
  return {
    temporaryPath,
    write: (bytes) => attempt(temporaryPath, 'written', () => writeAll(descriptor, bytes)),
    flush: () => attempt(temporaryPath, 'flushed', () => fsyncSync(descriptor)),
    commit(final, replace) {
      const unseen = attempt(final, 'given its name', () => {
        requireSame(descriptor, temporaryPath);
        if (replace) renameSync(temporaryPath, final);
        else giveNewName(temporaryPath, final);
        return unlessExchanged(descriptor, final);
      });
      close();
      state = 'ended';
      const unsafe = afterNaming(final, () => {
        rmSync(temporaryPath, { force: true });
        syncFolder(folder);
      });
      return unseen ?? unsafe;
    },
    discard() {
      if (state === 'ended') return;
      try {
        requireSame(descriptor, temporaryPath);
        rmSync(temporaryPath, { force: true });
      } catch {
        // It stays under its temporary name, and the next sweep removes it; what is not ours stays anyhow.
      }
      close();
      state = 'ended';
    },
  };
}

/** Files on Linux and macOS: mode 0600 unless the caller asks for the folder's default. */
export const posixFiles: FileStore = {
  requireFolder,
  begin,
  grow,
  makeFolder,
  sweep,
  freeBytes,
  attachStream: () => false,
};
