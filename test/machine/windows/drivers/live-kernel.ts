import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { createProtectedFiles } from '../../../../src/machine/windows/storage/protected-files.ts';
import { print } from './print.ts';

/** live-kernel.ts FOLDER full|stacks|cancel: a live dump into a protected file that gets its name afterwards. */
const [folder = '', wish = ''] = process.argv.slice(2);
const files = createProtectedFiles();
const machine = createWindowsMachine();
const session = machine.openSession('capture');
const pending = files.begin(folder, 'Restricted');
const capture = session.captureLive({
  path: pending.temporaryPath,
  threadStacksOnly: wish === 'stacks',
  bugCheckCode: 0x161,
  bugCheckParameters: [0x73n, 2n, 3n, 4n],
  abortIfMemoryPressure: true,
});
session.close();

const sizes = new Set<number>();
const watch = setInterval(() => {
  const { size } = statSync(pending.temporaryPath);
  sizes.add(size);
  if (wish === 'cancel' && size > 0) capture.cancel();
}, 20);
const { ntStatus } = await capture.finished;
clearInterval(watch);
if (ntStatus === 0) {
  pending.flush();
  pending.commit(path.join(folder, 'live.dmp'), false);
} else {
  pending.discard();
}
print({ ntStatus, sizesSeen: sizes.size, left: readdirSync(folder) });
