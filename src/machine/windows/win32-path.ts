import path from 'node:path';

/** The longest path that Win32 takes without the `\\?\` prefix, with room for what file functions append. */
const PLAIN_PATH_LENGTH = 248;

/** A path as file functions of Windows take it, whatever its length. */
export function win32Path(file: string): string {
  const absolute = path.win32.resolve(file);
  return absolute.length < PLAIN_PATH_LENGTH ? absolute : path.win32.toNamespacedPath(absolute);
}
