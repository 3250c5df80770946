import { kernel32 } from './kernel32.ts';

/** Longer than any path that NTFS has (32,767 characters). */
const LONGEST_PATH = 0x8000;

/**
 * Where an open file or folder is when every link on the way has been followed, with the prefix `\\?\`; undefined on
 * volumes that do not give it.
 */
export function finalPath(handle: bigint): string | undefined {
  const buffer = Buffer.alloc(2 * LONGEST_PATH);
  const length = kernel32().GetFinalPathNameByHandleW(handle, buffer, LONGEST_PATH, 0);
  return length === 0 || length >= LONGEST_PATH ? undefined : buffer.toString('utf16le', 0, 2 * length);
}
