import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';
import { debugPrivilegeIsEnabled, handleCount, setDebugPrivilege } from './token-state.ts';

/** Live dumps where the kernel knows none: what is answered and what is left behind. */
const folder = mkdtempSync('C:\\ktriage-test-');
const file = path.join(folder, 'live.dmp');
writeFileSync(file, '');
setDebugPrivilege('disabled');
const machine = createWindowsMachine();
const wishes = {
  bugCheckCode: 0x161,
  bugCheckParameters: [1n, 2n, 3n, 4n],
  abortIfMemoryPressure: true,
} as const;

async function take(threadStacksOnly: boolean) {
  const session = machine.openSession('capture');
  const capture = session.captureLive({ ...wishes, path: file, threadStacksOnly });
  // Closed while the kernel may still look: the privilege has to stay until it has answered.
  session.close();
  const privilegeWhileCapturing = debugPrivilegeIsEnabled();
  const { ntStatus } = await capture.finished;
  capture.cancel();
  return { ntStatus, privilegeWhileCapturing };
}

await take(false);
const before = handleCount();
const answers = [await take(false), await take(true)];
for (let round = 0; round < 20; round += 1) await take(false);
const handlesGained = handleCount() - before;
const session = machine.openSession('capture');
const missing = outcome(() => session.captureLive({ ...wishes, path: path.join(folder, 'none.dmp') }));
session.close();
const { size } = statSync(file);
rmSync(folder, { recursive: true });
print({
  answers: answers.map(({ ntStatus }) => ntStatus),
  missing: 'failed' in missing ? missing.failed : 'begun',
  size,
  handlesGained,
  privilegeWhileCapturing: answers.every((each) => each.privilegeWhileCapturing),
  privilegeAfter: debugPrivilegeIsEnabled(),
});
