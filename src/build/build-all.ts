import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildExecutables, executablesStamp } from './executables.ts';
import { buildDscModule, buildModule, dscModuleSource, moduleSource } from './module.ts';
import { cache, root } from './tools.ts';

/** Everything in bin that the module needs beside it, on either system. */
const MODULE_FILES = ['ktriage', 'ktriage.exe', 'koffi.node'];

/**
 * Folders and files that no other account may write to, whatever the caller's umask: the executable refuses to load native code from
 * other places when it runs elevated, and under Wine these permissions are what it sees.
 */
function protectFromOthers(bin: string): void {
  process.umask(0o022);
  chmodSync(bin, 0o755);
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** Changes with everything that goes into the module. */
function moduleHash(): string {
  const builder = (name: string) => path.join(import.meta.dirname, name);
  const sources = [moduleSource, dscModuleSource, path.join(root, 'docs'), builder('help')].flatMap(
    filesBelow,
  );
  const builders = ['module.ts', 'dsc-manifest.ts'].map(builder);
  const hash = createHash('sha256');
  for (const file of [...sources, ...builders, path.join(root, 'package.json'), executablesStamp]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Brings everything that is built up to date; what has not changed costs about a second and is not touched, because
 * tests may be running from it.
 */
export async function buildAll(): Promise<void> {
  const bin = path.join(root, 'bin');
  protectFromOthers(bin);
  await buildExecutables();
  const stamp = path.join(cache, 'module.sha256');
  const hash = moduleHash();
  const built = path.join(bin, 'KernelTriage', 'KernelTriage.psd1');
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  buildModule(
    bin,
    MODULE_FILES.map((name) => path.join(bin, name)),
  );
  buildDscModule(bin);
  writeFileSync(stamp, hash);
}
