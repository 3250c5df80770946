import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { requirePinned } from '../../machine/windows/library/pinned.ts';
import { buildWindowsExecutable } from '../executables.ts';
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
  requirePinned(path.join(bin, 'koffi.node'));
  const koffi = copy('koffi.node');
  // An executable for Linux has no signature.
  const linux = [copy('ktriage')];
  if (sign === undefined) return { windows: [copy('ktriage.exe'), koffi], linux };
  sign(koffi);
  const windows = path.join(folder, 'ktriage.exe');
  await buildWindowsExecutable(windows, koffi);
  sign(windows);
  return { windows: [windows, koffi], linux };
}
