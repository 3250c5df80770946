import process from 'node:process';
import { advapi32 } from '../../../../src/machine/windows/calls/advapi32.ts';
import { systemLibrary } from '../../../../src/machine/windows/calls/foreign.ts';
import { decodeSecurityDescriptor } from '../../../../src/machine/windows/rights/security-descriptor.ts';
import { userSid } from '../../../../src/machine/windows/rights/token.ts';
import { print } from './print.ts';

/** security.ts SDDL…: each descriptor as Windows builds it, decoded by us. */
const kernel32 = systemLibrary('kernel32.dll', { RtlMoveMemory: ['u64', 'pointer', 'pointer', 'u64'] });

print({
  user: userSid(),
  decoded: process.argv.slice(2).map((sddl) => {
    const cell = new BigUint64Array(1);
    const size = Uint32Array.of(0);
    const ok = advapi32().ConvertStringSecurityDescriptorToSecurityDescriptorW(sddl, 1, cell, size);
    if (ok === 0) return null;
    const bytes = new Uint8Array(size[0] ?? 0);
    kernel32().RtlMoveMemory(bytes, cell[0] ?? 0n, BigInt(bytes.length));
    return decodeSecurityDescriptor(bytes);
  }),
});
