import { statSync } from 'node:fs';
import { Failure } from '../../contract/failure.ts';
import { targetFile } from '../../files/target-path.ts';
import { isThere } from '../../files/write-verified.ts';

function invalid(target: string, reason: string, advice?: string): Failure {
  return new Failure('InvalidPath', `${target} ${reason}`, {
    target,
    ...(advice === undefined ? {} : { advice }),
  });
}

/** `\\?\C:\…` is a path like any other; `\\?\UNC\…` and `\\server\…` are not on this machine. */
const LOCAL_PREFIX = /^\\\\\?\\(?!UNC\\)/i;
const SHARE_PREFIX = /^[\\/]{2}/;

/**
 * The absolute path of a dump that is to be written, with everything refused that is no file on a local volume. The disk is
 * not looked at.
 * @param force lets the path be on a share
 * @throws Failure InvalidPath
 */
export function liveDestination(given: string, force: boolean): string {
  const absolute = targetFile(given);
  if (SHARE_PREFIX.test(given) && !LOCAL_PREFIX.test(given) && !force) {
    throw invalid(
      given,
      'lies on a network share: what the network redirector is stuck in may be what the dump is to show.',
      'Write to a local disk and copy the file afterwards; {option:force} writes to the share all the same.',
    );
  }
  return absolute;
}

function isFolder(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // Something is there that this account may not look at.
    return false;
  }
}

/**
 * Refuses a path where something is already. Another program may take the name at any time, so this is asked again after
 * each wait.
 * @param force lets a file be there, never a folder
 * @throws Failure InvalidPath, FileExists; DestinationNotWritable, WriteFailed where the system cannot look
 */
export function refuseTaken(absolute: string, force: boolean): void {
  if (!isThere(absolute)) return;
  if (isFolder(absolute)) throw invalid(absolute, 'is a folder, not a file.');
  if (!force) throw new Failure('FileExists', `${absolute} is already there.`, { target: absolute });
}
