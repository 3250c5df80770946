import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { createProtectedFiles } from '../../../../src/machine/windows/storage/protected-files.ts';
import { outcome, print } from './print.ts';

/** Writes a file into a folder, and waits before its last steps until the test has exchanged the folder. */
const [folder = '', signal = ''] = process.argv.slice(2);
const file = createProtectedFiles().begin(folder, 'Restricted');
file.write(Buffer.from('the memory of the kernel'));
for (let waited = 0; !existsSync(signal) && waited < 20_000; waited += 20) await delay(20);
const readBack = outcome(() => readFileSync(file.temporaryPath, 'utf8'));
const committed = outcome(() => {
  file.commit(path.join(folder, 'a.dmp'), true);
  return 'done';
});
print({ readBack, committed });
