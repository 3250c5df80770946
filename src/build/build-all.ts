import { chmodSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildExecutables } from './executables.ts';
import { buildModule } from './module.ts';
import { root } from './tools.ts';

/** Everything in bin that the module needs beside it, on either system. */
const MODULE_FILES = ['ktriage', 'ktriage.exe', 'koffi.node'];

/**
 * Folders and files that nobody else may write to, whatever the caller's umask: the executable refuses to load native code from
 * other places when it runs elevated, and under Wine these permissions are what it sees.
 */
function protectFromOthers(bin: string): void {
  process.umask(0o022);
  chmodSync(bin, 0o755);
}

/** Brings everything that is built up to date; what has not changed costs about a second. */
export async function buildAll(): Promise<void> {
  const bin = path.join(root, 'bin');
  protectFromOthers(bin);
  await buildExecutables();
  buildModule(
    bin,
    MODULE_FILES.map((name) => path.join(bin, name)),
  );
}
