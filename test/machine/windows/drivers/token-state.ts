import { systemLibrary } from '../../../../src/machine/windows/calls/foreign.ts';

/**
 * How SeDebugPrivilege and the handle table of this process stand, looked at by functions of advapi32 and
 * kernel32 that the machine itself does not use.
 */
const advapi32 = systemLibrary('advapi32.dll', {
  OpenProcessToken: ['bool', 'handle', 'u32', 'pointer'],
  AdjustTokenPrivileges: ['bool', 'handle', 'bool', 'pointer', 'u32', 'pointer', 'pointer'],
  PrivilegeCheck: ['bool', 'handle', 'pointer', 'pointer'],
});
const kernel32 = systemLibrary('kernel32.dll', { GetProcessHandleCount: ['bool', 'handle', 'pointer'] });

const ATTRIBUTES = { disabled: 0, enabled: 0x2, removed: 0x4 } as const;
export type PrivilegeState = keyof typeof ATTRIBUTES;

let opened: bigint | undefined;

function token(): bigint {
  if (opened === undefined) {
    const cell = new BigUint64Array(1);
    advapi32().OpenProcessToken(-1n, 0x8 | 0x20, cell);
    opened = cell[0] ?? 0n;
  }
  return opened;
}

/** TOKEN_PRIVILEGES with one entry: count, LUID, attributes. */
export function setDebugPrivilege(state: PrivilegeState): void {
  const privileges = Buffer.alloc(16);
  privileges.writeUInt32LE(1, 0);
  privileges.writeUInt32LE(20, 4);
  privileges.writeUInt32LE(ATTRIBUTES[state], 12);
  advapi32().AdjustTokenPrivileges(token(), 0, privileges, 16, null, null);
}

/** PRIVILEGE_SET: count, control (all necessary), then the privilege. */
export function debugPrivilegeIsEnabled(): boolean {
  const set = Buffer.alloc(20);
  set.writeUInt32LE(1, 0);
  set.writeUInt32LE(1, 4);
  set.writeUInt32LE(20, 8);
  const answer = Uint32Array.of(0);
  advapi32().PrivilegeCheck(token(), set, answer);
  return answer[0] !== 0;
}

export function handleCount(): number {
  const count = Uint32Array.of(0);
  kernel32().GetProcessHandleCount(-1n, count);
  return count[0] ?? 0;
}
