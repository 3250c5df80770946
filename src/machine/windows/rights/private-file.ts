import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { FILE_STANDARD_INFO } from '../calls/layouts.ts';
import { loadKoffi } from '../calls/load-koffi.ts';
import { ntdll } from '../calls/ntdll.ts';
import { u32Cell } from '../calls/request.ts';
import { win32Path } from '../calls/win32-path.ts';
import { OWNER_AND_DACL, requireProtectedFolder, SYSTEM_ACCOUNTS } from './folder-trust.ts';
import { type AccessControl, decodeSecurityDescriptor } from './security-descriptor.ts';
import { userSid } from './token.ts';

/** CreateFileW and GetFileType (winnt.h, fileapi.h). */
const GENERIC_READ = 0x80000000;
const SHARE_READ = 0x1;
const OPEN_EXISTING = 3;
const FILE_ATTRIBUTE_NORMAL = 0x80;
const INVALID_HANDLE = -1n;
const FILE_TYPE_DISK = 1;
/** FILE_INFO_BY_HANDLE_CLASS (minwinbase.h). */
const FILE_STANDARD = 1;
const LARGEST_DESCRIPTOR = 0x10000;

/** Rights to read a file, or to take that right (winnt.h): FILE_READ_DATA, WRITE_DAC, WRITE_OWNER, GENERIC_READ, GENERIC_ALL. */
const READING = 0x1 | 0x40000 | 0x80000 | 0x80000000 | 0x10000000;
/** OWNER RIGHTS, which means the owner of the object (MS-DTYP 2.4.2.4). */
const OWNER_RIGHTS = 'S-1-3-4';

/** Accounts beside `user` and the system that can read the object, or give themselves the right to: its owner can. */
export function foreignReaders({ owner, allowed }: AccessControl, user: string): string[] {
  if (allowed === undefined) return ['everyone, because it has no access control list'];
  const trusted = new Set([...SYSTEM_ACCOUNTS, user, OWNER_RIGHTS]);
  const entries = allowed.filter(({ mask, inheritOnly }) => !inheritOnly && (mask & READING) !== 0);
  const readers = [...(owner === undefined ? [] : [owner]), ...entries.map(({ sid }) => sid)];
  return [...new Set(readers)].filter((sid) => !trusted.has(sid));
}

function failure(code: 'FileNotFound' | 'FileUnreadable', file: string, reason: string): Failure {
  return new Failure(code, `${file} with logins cannot be read: ${reason}`, { target: file });
}

function lastError(file: string): Failure {
  const error = kernel32().GetLastError();
  return error === 2 || error === 3
    ? failure('FileNotFound', file, 'it does not exist')
    : failure('FileUnreadable', file, `Windows error ${error}`);
}

function requirePrivate(handle: bigint, file: string): void {
  const descriptor = new Uint8Array(LARGEST_DESCRIPTOR);
  const ok = advapi32().GetKernelObjectSecurity(
    handle,
    OWNER_AND_DACL,
    descriptor,
    descriptor.length,
    u32Cell(),
  );
  if (ok === 0) throw lastError(file);
  const others = foreignReaders(decodeSecurityDescriptor(descriptor), userSid());
  if (others.length === 0) return;
  throw new Failure('InvalidRequest', `${file} holds logins and can be read by ${others.join(', ')}`, {
    target: file,
    advice: `Let your account alone read it: icacls "${file}" /inheritance:r /grant:r "%USERNAME%:F".`,
  });
}

function sizeOf(handle: bigint, file: string, largest: number): number {
  if (kernel32().GetFileType(handle) !== FILE_TYPE_DISK)
    throw failure('FileUnreadable', file, 'it is not a file');
  const facts = new Uint8Array(FILE_STANDARD_INFO.size);
  if (kernel32().GetFileInformationByHandleEx(handle, FILE_STANDARD, facts, facts.length) === 0)
    throw lastError(file);
  const size = view(FILE_STANDARD_INFO, facts).get('EndOfFile');
  if (size > BigInt(largest)) throw failure('FileUnreadable', file, `it is larger than ${largest} bytes`);
  return Number(size);
}

function read(handle: bigint, file: string, largest: number): Uint8Array {
  const bytes = new Uint8Array(sizeOf(handle, file, largest));
  const count = u32Cell();
  if (kernel32().ReadFile(handle, bytes, bytes.length, count, null) === 0) throw lastError(file);
  return bytes.subarray(0, count[0]);
}

/**
 * A reader of files that no account but the user's and the system's can read. The rights and the bytes are those of one handle, and no
 * other program can write to the file meanwhile.
 * @throws Failure NotWindows, UnsafeNativeLibrary
 */
export function privateFileReader(): (file: string, largest: number) => Uint8Array {
  loadKoffi();
  requireProtectedFolder();
  return (file, largest) => {
    const handle = kernel32().CreateFileW(
      win32Path(file),
      GENERIC_READ,
      SHARE_READ,
      null,
      OPEN_EXISTING,
      FILE_ATTRIBUTE_NORMAL,
      0n,
    );
    if (handle === INVALID_HANDLE) throw lastError(file);
    try {
      requirePrivate(handle, file);
      return read(handle, file, largest);
    } finally {
      ntdll().NtClose(handle);
    }
  };
}
