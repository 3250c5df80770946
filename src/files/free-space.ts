import { statfsSync } from 'node:fs';

/** Bytes that the caller may still write to the volume of the folder; undefined where the system does not report it. */
export function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
