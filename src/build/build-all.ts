import path from 'node:path';
import { buildExecutables } from './executables.ts';
import { buildModule } from './module.ts';
import { root } from './tools.ts';

/** Everything in bin that the module needs beside it, on either system. */
const MODULE_FILES = ['ktriage', 'ktriage.exe', 'koffi.node'];

/** Brings everything that is built up to date; what has not changed costs about a second. */
export async function buildAll(): Promise<void> {
  await buildExecutables();
  const bin = path.join(root, 'bin');
  buildModule(
    bin,
    MODULE_FILES.map((name) => path.join(bin, name)),
  );
}
