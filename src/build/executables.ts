import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Bundle, bundle } from './bundle.ts';
import { foreignPackage } from './foreign-package.ts';
import { makeExecutables } from './pkg-sea/make-executables.ts';
import { nodeHash, TARGETS, WINDOWS, type WindowsTarget } from './pkg-sea/targets.ts';
import { cache, root } from './tools.ts';

/** Holds what the executables in bin were built from. */
export const executablesStamp = path.join(cache, 'executables.sha256');

/** The native library of a target: beside the executable for the module, and inside for an executable that is alone. */
export async function nativeLibrary({ library }: WindowsTarget): Promise<string> {
  return path.join(await foreignPackage(library.package), library.file);
}

/** Changes with everything that goes into the executables. */
function inputsHash({ main, parts }: Bundle): string {
  const hash = createHash('sha256').update(TARGETS.map(nodeHash).join()).update(Object.keys(parts).join());
  const packager = path.join(import.meta.dirname, 'pkg-sea');
  const builders = [
    import.meta.filename,
    ...readdirSync(packager)
      .sort()
      .map((name) => path.join(packager, name)),
  ];
  const files = [main, ...Object.values(parts), path.join(root, 'package-lock.json'), ...builders];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function isCurrent(stamp: string, hash: string): boolean {
  const outputs = [...TARGETS.map(({ output }) => output), 'koffi.node'].map((name) =>
    path.join(root, 'bin', name),
  );
  return (
    outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

/**
 * Builds bin/ktriage (linux-x64) and bin/ktriage.exe (win-x64, with koffi.node beside it) from one bundle, unless they are
 * what this bundle gives already.
 */
export async function buildExecutables(): Promise<void> {
  const program = await bundle();
  const stamp = executablesStamp;
  const hash = inputsHash(program);
  if (isCurrent(stamp, hash)) return;
  rmSync(stamp, { force: true });
  const library = await nativeLibrary(WINDOWS);
  await makeExecutables(
    program,
    TARGETS.map((target) => ({
      target,
      output: path.join(root, 'bin', target.output),
      library: target.platform === 'win' ? library : undefined,
    })),
  );
  copyFileSync(library, path.join(root, 'bin', 'koffi.node'));
  writeFileSync(stamp, hash);
}

/**
 * Builds a ktriage.exe for one of the two processors of Windows. Everything else is as in `buildExecutables`.
 * @param signedLibrary another koffi.node that it carries and accepts: the same after it was signed
 */
export async function buildWindowsExecutable(
  target: WindowsTarget,
  output: string,
  signedLibrary?: string,
): Promise<void> {
  const folder = mkdtempSync(path.join(cache, 'bundle-'));
  try {
    const library = signedLibrary ?? (await nativeLibrary(target));
    const hash = signedLibrary && createHash('sha256').update(readFileSync(signedLibrary)).digest('hex');
    await makeExecutables(await bundle(folder, hash), [{ target, output, library }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
