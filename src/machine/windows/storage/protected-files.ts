import { statSync } from 'node:fs';
import path from 'node:path';
import { asFailure, Failure } from '../../../contract/failure.ts';
import { fileFailure } from '../../../files/file-failure.ts';
import { freeBytes } from '../../../files/free-space.ts';
import type { FileProtection, FileStore, GrowingFile, PendingFile } from '../../../files/port.ts';
import { sweep } from '../../../files/sweep.ts';
import { underTemporaryName } from '../../../files/temporary-name.ts';
import { finalPath } from '../calls/final-path.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { FILE_RENAME_INFO } from '../calls/layouts.ts';
import { loadKoffi } from '../calls/load-koffi.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build, u32Cell } from '../calls/request.ts';
import { win32FileFailure } from '../calls/win32-file-failure.ts';
import { win32Path } from '../calls/win32-path.ts';
import { requireProtectedFolder } from '../rights/folder-trust.ts';
import { withSecurityAttributes } from '../rights/sddl.ts';
import { userSid } from '../rights/token.ts';

/** Access, sharing, disposition and flags of CreateFileW (winnt.h, fileapi.h). */
const GENERIC_WRITE = 0x40000000;
const DELETE = 0x10000;
const FILE_ADD_FILE = 0x2;
const SHARE_READ_WRITE = 0x1 | 0x2;
const SHARE_ALL = 0x7;
const CREATE_NEW = 1;
const CREATE_ALWAYS = 2;
const OPEN_EXISTING = 3;
const FILE_ATTRIBUTE_NORMAL = 0x80;
const FILE_FLAG_BACKUP_SEMANTICS = 0x02000000;
const FILE_FLAG_OPEN_REPARSE_POINT = 0x00200000;
const INVALID_HANDLE = -1n;

/** FILE_INFO_BY_HANDLE_CLASS (minwinbase.h). */
const FILE_RENAME = 3;
const FILE_DISPOSITION = 4;
/** GetVolumeInformationW (winnt.h). */
const FILE_NAMED_STREAMS = 0x40000;

/** The descriptor of a dump: only Administrators, SYSTEM and the account that took it; nothing inherited. */
export function restrictedSddl(user: string): string {
  return `D:P(A;;FA;;;BA)(A;;FA;;;SY)(A;;FA;;;${user})`;
}

/** The descriptor of a folder of dumps: the same accounts, for what is made in it too. */
const restrictedFolderSddl = (user: string): string =>
  `D:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;FA;;;${user})`;

function makeFolder(folder: string, protection: FileProtection): void {
  const make = (attributes: Uint8Array | null) => {
    if (kernel32().CreateDirectoryW(win32Path(folder), attributes) !== 0) return;
    throw win32FileFailure(kernel32().GetLastError(), folder, 'made');
  };
  if (protection === 'Restricted') withSecurityAttributes(restrictedFolderSddl(userSid()), make);
  else make(null);
}

const withRestrictedAttributes = <T>(use: (attributes: Uint8Array) => T): T =>
  withSecurityAttributes(restrictedSddl(userSid()), use);

function createFile(
  file: string,
  access: number,
  share: number,
  attributes: Uint8Array | null,
  disposition: number,
  flags: number,
): bigint {
  const handle = kernel32().CreateFileW(win32Path(file), access, share, attributes, disposition, flags, 0n);
  if (handle === INVALID_HANDLE)
    throw win32FileFailure(kernel32().GetLastError(), file, 'opened for writing');
  return handle;
}

function requireFolder(folder: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (thrown) {
    throw fileFailure(thrown, folder, 'used as a destination');
  }
  if (!isFolder) {
    throw new Failure('DestinationNotAFolder', `${folder} is not a folder.`, { target: folder });
  }
  // Node's access() ignores access control lists; opening with the right to add a file asks Windows itself.
  const flags = FILE_FLAG_BACKUP_SEMANTICS;
  ntdll().NtClose(createFile(folder, FILE_ADD_FILE, SHARE_ALL, null, OPEN_EXISTING, flags));
}

function writeAll(handle: bigint, bytes: Uint8Array, file: string): void {
  let done = 0;
  while (done < bytes.length) {
    const written = u32Cell();
    const rest = bytes.subarray(done);
    if (kernel32().WriteFile(handle, rest, rest.length, written, null) === 0) {
      throw win32FileFailure(kernel32().GetLastError(), file, 'written');
    }
    done += written[0] ?? 0;
  }
}

function flush(handle: bigint, file: string): void {
  if (kernel32().FlushFileBuffers(handle) === 0) {
    throw win32FileFailure(kernel32().GetLastError(), file, 'flushed');
  }
}

/** What a virus scanner or an indexer that looks at a new file makes of a rename; it does not look for long. */
const ERROR_SHARING_VIOLATION = 32;
const RENAME_ATTEMPTS = 20;
const RENAME_PAUSE_MS = 50;

const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** @param final the name that the caller gave, for messages */
function rename(handle: bigint, to: string, final: string, replace: boolean): void {
  const name = Buffer.from(win32Path(to), 'utf16le');
  const header = build(FILE_RENAME_INFO, { ReplaceIfExists: replace ? 1 : 0, FileNameLength: name.length });
  // With room for a terminating zero, which the length does not count.
  const request = Buffer.concat([header, name, Buffer.alloc(4)]);
  for (let attempt = 1; ; attempt += 1) {
    const renamed = kernel32().SetFileInformationByHandle(handle, FILE_RENAME, request, request.length);
    if (renamed !== 0) return;
    const error = kernel32().GetLastError();
    if (error !== ERROR_SHARING_VIOLATION || attempt === RENAME_ATTEMPTS) {
      throw win32FileFailure(error, final, 'given its name');
    }
    pause(RENAME_PAUSE_MS);
  }
}

/** A folder that stays where it is. */
interface HeldFolder {
  readonly path: string;
  release(): void;
}

/**
 * Opens a folder and does not share its deletion: Windows then refuses to rename it, remove it, or put a link in its place.
 * Links on the way to it are followed once, here, so that an account that may turn one of them cannot have one file
 * written in two places.
 */
function holdFolder(folder: string): HeldFolder {
  const handle = createFile(
    folder,
    FILE_ADD_FILE,
    SHARE_READ_WRITE,
    null,
    OPEN_EXISTING,
    FILE_FLAG_BACKUP_SEMANTICS,
  );
  return { path: finalPath(handle) ?? folder, release: () => ntdll().NtClose(handle) };
}

function createNew(file: string, protection: FileProtection): bigint {
  const create = (attributes: Uint8Array | null) =>
    createFile(file, GENERIC_WRITE | DELETE, SHARE_READ_WRITE, attributes, CREATE_NEW, FILE_ATTRIBUTE_NORMAL);
  return protection === 'Restricted' ? withRestrictedAttributes(create) : create(null);
}

function createIn(folder: string, protection: FileProtection): [temporaryPath: string, handle: bigint] {
  return underTemporaryName(folder, (file) => createNew(file, protection));
}

const deleteOnClose = (handle: bigint) =>
  kernel32().SetFileInformationByHandle(handle, FILE_DISPOSITION, Uint8Array.of(1), 1);

/** One handle for the whole life of the file, so that no other file is written to or removed in its place. */
function grow(file: string, protection: FileProtection): GrowingFile {
  const held = holdFolder(path.win32.dirname(file));
  let handle: bigint;
  try {
    handle = createNew(path.win32.join(held.path, path.win32.basename(file)), protection);
  } finally {
    held.release();
  }
  let ended = false;
  const end = () => {
    if (!ended) ntdll().NtClose(handle);
    ended = true;
  };
  return {
    append(bytes) {
      writeAll(handle, bytes, file);
      flush(handle, file);
    },
    close: end,
    remove() {
      if (!ended) deleteOnClose(handle);
      end();
    },
  };
}

/**
 * One handle from creation to the final name. It does not share deletion, so that an account that may write to the folder
 * cannot put another file (or a link) in its place while an elevated process works on it.
 */
function begin(folder: string, protection: FileProtection): PendingFile {
  const held = holdFolder(folder);
  let made: ReturnType<typeof createIn>;
  try {
    made = createIn(held.path, protection);
  } catch (thrown) {
    held.release();
    throw thrown;
  }
  const [temporaryPath, handle] = made;
  let ended = false;
  const end = () => {
    ended = true;
    ntdll().NtClose(handle);
    held.release();
  };
  return {
    temporaryPath,
    write: (bytes) => writeAll(handle, bytes, temporaryPath),
    flush: () => flush(handle, temporaryPath),
    commit(final, replace) {
      rename(handle, path.win32.join(held.path, path.win32.basename(final)), final, replace);
      try {
        // The new name has to survive a crash too.
        flush(handle, final);
        return undefined;
      } catch (thrown) {
        return `${final} has its name and is whole, but a crash of this system may still lose it: ${asFailure(thrown).message}`;
      } finally {
        end();
      }
    },
    discard() {
      if (ended) return;
      deleteOnClose(handle);
      end();
    },
  };
}

function hasNamedStreams(file: string): boolean {
  const root = Buffer.alloc(2 * 1024);
  if (kernel32().GetVolumePathNameW(win32Path(file), root, 1024) === 0) return false;
  const text = root.toString('utf16le');
  const flags = u32Cell();
  const volume = text.slice(0, text.indexOf('\0'));
  const ok = kernel32().GetVolumeInformationW(volume, null, 0, null, null, flags, null, 0);
  return ok !== 0 && ((flags[0] ?? 0) & FILE_NAMED_STREAMS) !== 0;
}

function attachStream(file: string, name: string, bytes: Uint8Array): boolean {
  // Asked, not tried: on a volume without streams the colon may end up in the name of an odd file.
  if (!hasNamedStreams(file)) return false;
  const stream = `${file}:${name}`;
  // Of the file itself, even if a link is in its place.
  const flags = FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT;
  const handle = createFile(stream, GENERIC_WRITE, 0, null, CREATE_ALWAYS, flags);
  try {
    writeAll(handle, bytes, stream);
    flush(handle, stream);
  } finally {
    ntdll().NtClose(handle);
  }
  return true;
}

/**
 * Files on Windows, where protection and a name that never replaces need more than Node offers.
 * @throws Failure NotWindows, UnsafeNativeLibrary
 */
export function createProtectedFiles(): FileStore {
  loadKoffi();
  requireProtectedFolder();
  return {
    requireFolder,
    begin,
    grow,
    makeFolder,
    sweep,
    freeBytes,
    attachStream,
  };
}
