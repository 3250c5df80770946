import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { safeFileName } from '../file-name.ts';

function invalid(target: string, reason: string, advice?: string): Failure {
  return new Failure('InvalidPath', `${target} ${reason}`, {
    target,
    ...(advice === undefined ? {} : { advice }),
  });
}

/** `\\?\C:\…` is a path like any other; `\\?\UNC\…` and `\\server\…` are not on this machine, `\\.\…` is no file. */
const LOCAL_PREFIX = /^\\\\\?\\[a-z]:\\/i;
const DEVICE_PREFIX = /^(?:\\\\\.\\|\\\\\?\\(?!UNC\\))/i;
const SHARE_PREFIX = /^\\\\/;

/**
 * The absolute path of a dump that is to be written, with everything refused that is not a new file on a local volume.
 * @param force lets the path be a share or an existing file
 * @throws Failure InvalidPath, FileExists
 */
export function liveDestination(given: string, force: boolean): string {
  if (/[\\/]$/.test(given)) throw invalid(given, 'names a folder, not a file.');
  if (!LOCAL_PREFIX.test(given)) {
    if (DEVICE_PREFIX.test(given)) throw invalid(given, 'names a device, not a file.');
    if (SHARE_PREFIX.test(given) && !force) {
      throw invalid(
        given,
        'lies on a network share: what the network redirector is stuck in may be what the dump is to show.',
        'Write to a local disk and copy the file afterwards; -Force writes to the share all the same.',
      );
    }
  }
  const name = path.win32.basename(path.basename(given));
  if (safeFileName(name) !== name) {
    throw invalid(given, 'has a file name that Windows does not take or gives to a device.');
  }
  const absolute = path.resolve(given);
  if (existsSync(absolute)) {
    if (statSync(absolute).isDirectory()) throw invalid(absolute, 'is a folder, not a file.');
    if (!force) throw new Failure('FileExists', `${absolute} is already there.`, { target: absolute });
  }
  return absolute;
}
