import { readdirSync } from 'node:fs';
import process from 'node:process';
import { Failure } from '../../src/contract/failure.ts';
import { posixFiles } from '../../src/files/posix.ts';

/** fill-disk.ts FOLDER: writes 1 MiB to a folder that has no room for it, and reports the result. */
const folder = process.argv[2] ?? '';
const file = posixFiles.begin(folder, 'Restricted');
let code = 'none';
try {
  file.write(new Uint8Array(1 << 20));
  file.flush();
} catch (thrown) {
  code = thrown instanceof Failure ? thrown.code : String(thrown);
} finally {
  file.discard();
}
console.log(JSON.stringify({ code, left: readdirSync(folder) }));
