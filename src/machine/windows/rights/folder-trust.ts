import path from 'node:path';
import process from 'node:process';
import { Failure } from '../../../contract/failure.ts';
import type { NativeLibrary } from '../../port.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { libraryPlace } from '../calls/load-koffi.ts';
import { u32Cell } from '../calls/request.ts';
import { type AccessControl, decodeSecurityDescriptor } from './security-descriptor.ts';
import { isElevated } from './token.ts';

/** Parts of a descriptor to read (winnt.h): OWNER_SECURITY_INFORMATION and DACL_SECURITY_INFORMATION. */
export const OWNER_AND_DACL = 0x1 | 0x4;
const LARGEST_DESCRIPTOR = 0x10000;

/**
 * Rights to change what an elevated process loads from a folder or file (winnt.h): write or add a file, append
 * or add a folder, delete a child, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_WRITE, GENERIC_ALL.
 */
const REPLACING = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x40000000 | 0x10000000;

/** Accounts that are the system: SYSTEM, Administrators, TrustedInstaller (MS-DTYP 2.4.2.4). */
export const SYSTEM_ACCOUNTS: readonly string[] = [
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
];

/** Accounts that could change the object: its owner, which can always change its permissions, and those with a right to. */
export function writersOf({ owner, allowed }: AccessControl): string[] {
  if (allowed === undefined) return ['everyone, because it has no access control list'];
  const entries = allowed.filter(({ mask, inheritOnly }) => !inheritOnly && (mask & REPLACING) !== 0);
  return [...new Set([...(owner === undefined ? [] : [owner]), ...entries.map(({ sid }) => sid)])];
}

/** Writers that are neither the system nor allowed to change the system's own folder. */
export function untrustedWriters(access: AccessControl, system: AccessControl): string[] {
  // An account that may write to System32 owns the machine already; a check adds nothing against it.
  const trusted = new Set([...SYSTEM_ACCOUNTS, ...writersOf(system)]);
  return writersOf(access).filter((sid) => !trusted.has(sid));
}

const ADVICE =
  'Install the module for all users, or keep ktriage.exe in a folder of Program Files. Files that were moved there keep their old permissions: `icacls <folder> /reset /T` lets them take those of Program Files.';

function accessControlOf(file: string): AccessControl {
  const descriptor = new Uint8Array(LARGEST_DESCRIPTOR);
  const ok = advapi32().GetFileSecurityW(file, OWNER_AND_DACL, descriptor, descriptor.length, u32Cell());
  if (ok === 0) {
    const error = kernel32().GetLastError();
    const message = `The permissions of ${file} cannot be read (Windows error ${error})`;
    throw new Failure('UnsafeNativeLibrary', message, { target: file });
  }
  return decodeSecurityDescriptor(descriptor);
}

/** Accounts that own this machine anyway: the system itself, and those that may write to its folder. */
export function systemAccounts(): ReadonlySet<string> {
  return new Set([...SYSTEM_ACCOUNTS, ...writersOf(accessControlOf(systemFolder()))]);
}

function systemFolder(): string {
  const buffer = Buffer.alloc(2 * 260);
  const length = kernel32().GetSystemDirectoryW(buffer, 260);
  return buffer.toString('utf16le', 0, 2 * length);
}

interface OpenPlace {
  readonly place: string;
  readonly untrustedWriters: readonly string[];
}

/** The first of the places that code is loaded from to which an account without administrator rights may write. */
function openPlace(): OpenPlace | undefined {
  const system = accessControlOf(systemFolder());
  const { folders, file } = libraryPlace();
  const places = new Set([path.dirname(process.execPath), process.execPath, ...folders, file]);
  for (const place of places) {
    const found = untrustedWriters(accessControlOf(place), system);
    if (found.length > 0) return { place, untrustedWriters: found };
  }
  return undefined;
}

/**
 * The native library with the accounts that could replace it, whether this process is elevated or not.
 * @throws Failure UnsafeNativeLibrary when the permissions cannot be read
 */
export function nativeLibrary(): NativeLibrary {
  const found = openPlace();
  return { path: found?.place ?? libraryPlace().file, untrustedWriters: found?.untrustedWriters ?? [] };
}

let checked = false;

/**
 * Refuses to go on, elevated, from a folder to which an account without administrator rights may write. Folders further
 * up are not checked: an account that can replace this whole folder replaces this executable too, and this check never runs.
 * @throws Failure UnsafeNativeLibrary with the accounts that may write
 */
export function requireProtectedFolder(): void {
  if (checked || !isElevated()) return;
  const { name, file } = libraryPlace();
  if (name === 'CurrentUser') {
    const message = `${file} is a place of one account, so an elevated process must not use it`;
    throw new Failure('UnsafeNativeLibrary', message, { target: file, advice: ADVICE });
  }
  const found = openPlace();
  if (found !== undefined) {
    const { place, untrustedWriters: accounts } = found;
    const message = `${place} can be changed by ${accounts.join(', ')}, so an elevated process must not load code from there`;
    throw new Failure('UnsafeNativeLibrary', message, { target: place, advice: ADVICE });
  }
  checked = true;
}
