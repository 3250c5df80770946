import path from 'node:path';

/**
 * A path as file functions of Windows take it, whatever its length, and to the letter, as Node's own functions do: without
 * this prefix Windows cuts dots and spaces off and takes some names for devices.
 */
export function win32Path(file: string): string {
  return path.win32.toNamespacedPath(path.win32.resolve(file));
}
