import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PINNED_KOFFI, requirePinned } from '../../machine/windows/library/pinned.ts';
import { buildWindowsExecutable, nativeLibrary } from '../executables.ts';
import { WINDOWS, WINDOWS_ARM64 } from '../pkg-sea/targets.ts';
import type { Signer } from './sign.ts';

/** The files of `bin` that are published, by the system that they are for. */
export interface StagedExecutables {
  /** ktriage.exe and the library that the module has beside it. */
  readonly windows: readonly string[];
  readonly linux: readonly string[];
}

/**
 * Copies what `bin` holds for the module's bin folder into `folder`, and signs the copies where that is asked for.
 * @throws Failure UnsafeNativeLibrary where koffi.node is not the file that npm delivers
 */
export async function stageExecutables(
  bin: string,
  folder: string,
  sign: Signer | undefined,
): Promise<StagedExecutables> {
  mkdirSync(folder, { recursive: true });
  const copy = (name: string) => {
    const file = path.join(folder, name);
    copyFileSync(path.join(bin, name), file);
    return file;
  };
  // A signature claims that these bytes are ours: none goes on a library that came from elsewhere.
  requirePinned(path.join(bin, 'koffi.node'), PINNED_KOFFI.sha256.x64);
  const koffi = copy('koffi.node');
  // An executable for Linux has no signature.
  const linux = [copy('ktriage')];
  if (sign === undefined) return { windows: [copy('ktriage.exe'), koffi], linux };
  sign(koffi);
  const windows = path.join(folder, 'ktriage.exe');
  await buildWindowsExecutable(WINDOWS, windows, koffi);
  sign(windows);
  return { windows: [windows, koffi], linux };
}

/**
 * Builds ktriage.exe for Windows on ARM64 into `folder`, with its library beside it, and signs both where that is asked for.
 * @throws Failure UnsafeNativeLibrary where the library is not the file that npm delivers
 */
export async function stageArm64(folder: string, sign: Signer | undefined): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const koffi = path.join(folder, 'koffi.node');
  copyFileSync(await nativeLibrary(WINDOWS_ARM64), koffi);
  requirePinned(koffi, PINNED_KOFFI.sha256.arm64);
  sign?.(koffi);
  const executable = path.join(folder, 'ktriage.exe');
  await buildWindowsExecutable(WINDOWS_ARM64, executable, sign && koffi);
  sign?.(executable);
  return [executable, koffi];
}
