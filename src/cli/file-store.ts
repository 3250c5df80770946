import process from 'node:process';
import type { FileStore } from '../files/port.ts';

/**
 * The file store of this computer; on Windows it brings the native library with it.
 * @throws Failure UnsafeNativeLibrary
 */
export async function openFileStore(): Promise<FileStore> {
  if (process.platform === 'win32') {
    const { createProtectedFiles } = await import('../machine/windows/storage/protected-files.ts');
    return createProtectedFiles();
  }
  const { posixFiles } = await import('../files/posix.ts');
  return posixFiles;
}
