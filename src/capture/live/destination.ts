import { lstatSync, statSync } from 'node:fs';
import { Failure } from '../../contract/failure.ts';
import { targetFile } from '../../files/target-path.ts';

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

/**
 * Refuses a path where something is already. Another program may take the name at any time, so this is asked again after
 * each wait.
 * @param force lets a file be there, never a folder
 * @throws Failure InvalidPath, FileExists
 */
export function refuseTaken(absolute: string, force: boolean): void {
  // A link counts as a file that is there, wherever it leads.
  if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) return;
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw invalid(absolute, 'is a folder, not a file.');
  }
  if (!force) throw new Failure('FileExists', `${absolute} is already there.`, { target: absolute });
}
