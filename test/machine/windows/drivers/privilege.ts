import process from 'node:process';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';
import { debugPrivilegeIsEnabled, type PrivilegeState, setDebugPrivilege } from './token-state.ts';

/** privilege.ts enabled|disabled|removed: SeDebugPrivilege before, during and after sessions that find it so. */
setDebugPrivilege(process.argv[2] as PrivilegeState);
const machine = createWindowsMachine();
const states: Record<string, boolean> = { before: debugPrivilegeIsEnabled() };
machine.processes();
states['afterEnumeration'] = debugPrivilegeIsEnabled();
const first = outcome(() => machine.openSession('capture'));
if ('failed' in first) {
  print({ ...states, first });
} else {
  states['inFirst'] = debugPrivilegeIsEnabled();
  const second = machine.openSession('query');
  first.close();
  states['inSecond'] = debugPrivilegeIsEnabled();
  second.close();
  second.close();
  states['after'] = debugPrivilegeIsEnabled();
  print(states);
}
