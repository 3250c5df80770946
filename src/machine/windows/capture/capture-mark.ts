import { advapi32 } from '../calls/advapi32.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { ntdll } from '../calls/ntdll.ts';
import { u32Cell } from '../calls/request.ts';
import { OWNER_AND_DACL, SYSTEM_ACCOUNTS } from '../rights/folder-trust.ts';
import { withSecurityAttributes } from '../rights/sddl.ts';
import { decodeSecurityDescriptor } from '../rights/security-descriptor.ts';

/**
 * A named event that exists while a process captures, whatever folder it writes into. The kernel removes the name with its last handle, so
 * a killed capture leaves no mark.
 */
const NAME = 'Global\\KernelTriage-Capture';
/** Owned by Administrators, who alone may open it beside SYSTEM. */
const SDDL = 'O:BAD:P(A;;GA;;;BA)(A;;GA;;;SY)';
/** winnt.h */
const READ_CONTROL = 0x20000;
const LARGEST_DESCRIPTOR = 0x10000;

/**
 * Marks that this process captures. A mark that cannot be made stops no capture: it is for others to see.
 * @returns what removes the mark; may be called twice
 */
export function markCapture(): () => void {
  let handle = withSecurityAttributes(SDDL, (attributes) => kernel32().CreateEventW(attributes, 1, 0, NAME));
  return () => {
    if (handle !== 0n) ntdll().NtClose(handle);
    handle = 0n;
  };
}

/**
 * Whether a process captures now, this one included. A name that an account without administrator rights has made is no mark:
 * any account may make one.
 */
export function isCaptureMarked(): boolean {
  const handle = kernel32().OpenEventW(READ_CONTROL, 0, NAME);
  if (handle === 0n) return false;
  try {
    const descriptor = new Uint8Array(LARGEST_DESCRIPTOR);
    const { GetKernelObjectSecurity } = advapi32();
    const ok = GetKernelObjectSecurity(handle, OWNER_AND_DACL, descriptor, descriptor.length, u32Cell());
    const { owner } = ok === 0 ? {} : decodeSecurityDescriptor(descriptor);
    return owner !== undefined && SYSTEM_ACCOUNTS.includes(owner);
  } finally {
    ntdll().NtClose(handle);
  }
}
