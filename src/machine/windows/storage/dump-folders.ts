import path from 'node:path';
import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import type { FileProtection } from '../../../files/port.ts';
import type { DumpFolders, FolderAccess } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { finalPath } from '../calls/final-path.ts';
import { memoryAt } from '../calls/foreign.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { FILE_BASIC_INFO, SECURITY_DESCRIPTOR_RELATIVE } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { u32Cell } from '../calls/request.ts';
import { win32FileFailure } from '../calls/win32-file-failure.ts';
import { win32Path } from '../calls/win32-path.ts';
import { systemAccounts } from '../rights/folder-trust.ts';
import { withSecurityAttributes, withSecurityDescriptor } from '../rights/sddl.ts';
import { type AccessControl, decodeSecurityDescriptor } from '../rights/security-descriptor.ts';

/** Access, sharing, disposition and flags of CreateFileW (winnt.h, fileapi.h). */
const READ_CONTROL = 0x20000;
const WRITE_DAC = 0x40000;
const WRITE_OWNER = 0x80000;
const FILE_READ_ATTRIBUTES = 0x80;
/** Deletion, and with it a new name, is not shared: the folder cannot be exchanged while it is open. */
const SHARE_READ_WRITE = 0x1 | 0x2;
const OPEN_EXISTING = 3;
const OPEN_THE_FOLDER_ITSELF = 0x02000000 | 0x00200000;
const INVALID_HANDLE = -1n;

/** FILE_INFO_BY_HANDLE_CLASS (minwinbase.h) and attributes (winnt.h). */
const FILE_BASIC = 0;
const ATTRIBUTE_DIRECTORY = 0x10;
const ATTRIBUTE_REPARSE_POINT = 0x400;

/** winerror.h */
const ERROR_FILE_NOT_FOUND = 2;
const ERROR_PATH_NOT_FOUND = 3;
/** ACCESS_DENIED; INVALID_OWNER and PRIVILEGE_NOT_HELD when the owner may not be set. */
const NOT_ALLOWED: readonly number[] = [5, 1307, 1314];

/** accctrl.h, and the parts of a descriptor (winnt.h). */
const SE_FILE_OBJECT = 1;
const OWNER = 0x1;
const DACL = 0x4;
const PROTECTED_DACL = 0x80000000;
const UNPROTECTED_DACL = 0x20000000;
const LARGEST_DESCRIPTOR = 0x10000;

/** Placeholders for the owner of what is made in the folder (MS-DTYP 2.4.2.4): CREATOR OWNER, OWNER RIGHTS. */
const OWNERS_OF_CHILDREN: readonly string[] = ['S-1-3-0', 'S-1-3-4'];

/** What each access is made of: a descriptor, and the parts of it that are set. */
const MAKING: Readonly<Record<FileProtection, { readonly sddl: string; readonly parts: number }>> = {
  // With the owner: the owner of a folder can take every right to it.
  Restricted: {
    sddl: 'O:BAD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)',
    parts: OWNER | DACL | PROTECTED_DACL,
  },
  // No entry of its own; Windows adds those of the folder around it.
  Inherit: { sddl: 'D:', parts: DACL | UNPROTECTED_DACL },
};

/** The protection of a folder for dumps, from its security descriptor. `system` are the accounts that own the machine anyway. */
export function folderAccess(control: AccessControl, system: ReadonlySet<string>): FolderAccess {
  const { owner, allowed, isProtected } = control;
  if (!isProtected) return 'Inherit';
  if (allowed === undefined || owner === undefined || !system.has(owner)) return 'Custom';
  const isStranger = (sid: string) => !system.has(sid) && !OWNERS_OF_CHILDREN.includes(sid);
  return allowed.some(({ sid }) => isStranger(sid)) ? 'Custom' : 'Restricted';
}

function refusal(error: number, folder: string, doing: string): Failure {
  if (!NOT_ALLOWED.includes(error)) return win32FileFailure(error, folder, doing);
  return new Failure('NotElevated', `${folder} could not be ${doing}: access is denied.`, {
    target: folder,
    advice: 'Start the console with "Run as administrator"; DSC needs that too.',
  });
}

/**
 * Why what was opened is no folder of its own in the place that its path names; undefined where it is one. Short names and
 * drives made by SUBST are refused with links: their target can be named itself.
 */
export function folderProblem(
  folder: string,
  attributes: number,
  real: string | undefined,
): string | undefined {
  if ((attributes & ATTRIBUTE_DIRECTORY) === 0) return 'is not a folder';
  if ((attributes & ATTRIBUTE_REPARSE_POINT) !== 0) return 'is a link or a mount point';
  const plain = real?.replace(/^\\\\\?\\(?!UNC\\)/, '');
  if (plain === undefined) return 'is on a volume that does not give the target of its path';
  const isThere = plain.toLowerCase() === path.win32.resolve(folder).toLowerCase();
  return isThere ? undefined : `leads to ${plain}`;
}

/** @throws Failure DestinationNotAFolder */
function requireNotRedirected(handle: bigint, folder: string): void {
  const information = new Uint8Array(FILE_BASIC_INFO.size);
  const { GetFileInformationByHandleEx, GetLastError } = kernel32();
  if (GetFileInformationByHandleEx(handle, FILE_BASIC, information, information.length) === 0) {
    throw refusal(GetLastError(), folder, 'looked at');
  }
  const attributes = view(FILE_BASIC_INFO, information).get('FileAttributes');
  const problem = folderProblem(folder, attributes, finalPath(handle));
  if (problem === undefined) return;
  throw new Failure('DestinationNotAFolder', `${folder} ${problem}.`, {
    target: folder,
    advice: 'Name a folder that is no link and is not reached through one.',
  });
}

/** Runs `use` with a folder that cannot be exchanged meanwhile; undefined where there is none. */
function withFolder<T>(folder: string, access: number, use: (handle: bigint) => T): T | undefined {
  const { CreateFileW, GetLastError } = kernel32();
  const rights = FILE_READ_ATTRIBUTES | access;
  const handle = CreateFileW(
    win32Path(folder),
    rights,
    SHARE_READ_WRITE,
    null,
    OPEN_EXISTING,
    OPEN_THE_FOLDER_ITSELF,
    0n,
  );
  if (handle === INVALID_HANDLE) {
    const error = GetLastError();
    if (error === ERROR_FILE_NOT_FOUND || error === ERROR_PATH_NOT_FOUND) return undefined;
    throw refusal(error, folder, 'opened');
  }
  try {
    requireNotRedirected(handle, folder);
    return use(handle);
  } finally {
    ntdll().NtClose(handle);
  }
}

const missing = (folder: string) =>
  new Failure('DestinationNotFound', `${folder} does not exist.`, { target: folder });

function accessControlOf(handle: bigint, folder: string): AccessControl {
  const descriptor = new Uint8Array(LARGEST_DESCRIPTOR);
  const { GetKernelObjectSecurity } = advapi32();
  if (GetKernelObjectSecurity(handle, OWNER | DACL, descriptor, descriptor.length, u32Cell()) === 0) {
    throw refusal(kernel32().GetLastError(), folder, 'looked at');
  }
  return decodeSecurityDescriptor(descriptor);
}

function setAccess(folder: string, access: FileProtection): void {
  const { sddl, parts } = MAKING[access];
  const done = withFolder(folder, READ_CONTROL | WRITE_DAC | WRITE_OWNER, (handle) =>
    withSecurityDescriptor(sddl, (address, length) => {
      const descriptor = view(SECURITY_DESCRIPTOR_RELATIVE, memoryAt(address, length));
      const owner = descriptor.get('Owner');
      const error = advapi32().SetSecurityInfo(
        handle,
        SE_FILE_OBJECT,
        parts,
        owner === 0 ? 0n : address + BigInt(owner),
        0n,
        address + BigInt(descriptor.get('Dacl')),
        0n,
      );
      if (error !== 0) throw refusal(error, folder, 'given other permissions');
      return true;
    }),
  );
  if (done === undefined) throw missing(folder);
}

function create(folder: string, access: FileProtection): void {
  const parent = path.win32.dirname(folder);
  const make = (attributes: Uint8Array | null) => {
    if (kernel32().CreateDirectoryW(win32Path(folder), attributes) !== 0) return;
    throw refusal(kernel32().GetLastError(), folder, 'made');
  };
  // Held while the folder is made in it, so that the path leads to the same place at the end as at the beginning.
  const done = withFolder(parent, 0, () => {
    if (access === 'Restricted') withSecurityAttributes(MAKING.Restricted.sddl, make);
    else make(null);
    return true;
  });
  if (done === undefined) throw missing(parent);
}

/** Folders for dumps on this computer. */
export const dumpFolders: DumpFolders = {
  accessTo: (folder) =>
    withFolder(folder, READ_CONTROL, (handle) =>
      folderAccess(accessControlOf(handle, folder), systemAccounts()),
    ),
  create,
  setAccess,
};
