import process from 'node:process';
import { systemLibrary } from '../../../../src/machine/windows/foreign.ts';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';

/**
 * privilege.ts enabled|disabled|removed: how SeDebugPrivilege stands before, during and after sessions, when the
 * process begins with it in that state. Looked at by PrivilegeCheck and changed by AdjustTokenPrivileges of
 * advapi32, which the machine itself does not use.
 */
const advapi32 = systemLibrary('advapi32.dll', {
  OpenProcessToken: ['bool', 'handle', 'u32', 'pointer'],
  AdjustTokenPrivileges: ['bool', 'handle', 'bool', 'pointer', 'u32', 'pointer', 'pointer'],
  PrivilegeCheck: ['bool', 'handle', 'pointer', 'pointer'],
});
const START: Readonly<Record<string, number>> = { disabled: 0, enabled: 0x2, removed: 0x4 };

const cell = new BigUint64Array(1);
advapi32().OpenProcessToken(-1n, 0x8 | 0x20, cell);
const token = cell[0] ?? 0n;

function start(attributes: number): void {
  const state = Buffer.alloc(16);
  state.writeUInt32LE(1, 0);
  state.writeUInt32LE(20, 4);
  state.writeUInt32LE(attributes, 12);
  advapi32().AdjustTokenPrivileges(token, 0, state, 16, null, null);
}

/** PRIVILEGE_SET: count, control (all necessary), then the privilege. */
function enabled(): boolean {
  const set = Buffer.alloc(20);
  set.writeUInt32LE(1, 0);
  set.writeUInt32LE(1, 4);
  set.writeUInt32LE(20, 8);
  const answer = Uint32Array.of(0);
  advapi32().PrivilegeCheck(token, set, answer);
  return answer[0] !== 0;
}

start(START[process.argv[2] ?? ''] ?? 0);
const machine = createWindowsMachine();
const states: Record<string, boolean> = { before: enabled() };
machine.processes();
states['afterEnumeration'] = enabled();
const first = outcome(() => machine.openSession('capture'));
if ('failed' in first) {
  print({ ...states, first });
} else {
  states['inFirst'] = enabled();
  const second = machine.openSession('query');
  first.close();
  states['inSecond'] = enabled();
  second.close();
  second.close();
  states['after'] = enabled();
  print(states);
}
