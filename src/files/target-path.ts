import path from 'node:path';
import process from 'node:process';
import { Failure } from '../contract/failure.ts';
import { nameObjection, windowsObjection } from './file-name.ts';

/**
 * Paths of files to write. A path must name exactly the place where the file is going to be; any other is refused with
 * the reason: Windows takes some names for devices and silently shortens others.
 */

const invalid = (given: string, reason: string) =>
  new Failure('InvalidPath', `${given} ${reason}.`, { target: given });

/** `\\?\C:\…`, `\\?\UNC\…` and `\\?\Volume{…}\…` are folders with their names taken literally; the rest are devices. */
const LITERAL_PREFIX = /^\\\\\?\\(?:[a-z]:\\|UNC\\|Volume\{[0-9a-f-]+\}\\)/i;
const DEVICE_PREFIX = { win32: /^[\\/]{2}[.?](?:[\\/]|$)/, posix: /^\\\\[.?]\\/ };
const DRIVE = /^[a-z]:/i;

/** The names in a path of Windows, without the drive, and without steps up and down. */
function partsOf(given: string): string[] {
  const names = given.replace(LITERAL_PREFIX, '').replace(DRIVE, '');
  return names.split(/[\\/]/).filter((part) => !['', '.', '..'].includes(part));
}

function refuseDevices(given: string, platform: NodeJS.Platform): void {
  const prefix = platform === 'win32' ? DEVICE_PREFIX.win32 : DEVICE_PREFIX.posix;
  if (prefix.test(given) && !LITERAL_PREFIX.test(given)) {
    throw invalid(given, 'names a device, not a folder or a file');
  }
  if (platform !== 'win32') return;
  for (const part of partsOf(given)) {
    const objection = windowsObjection(part);
    if (objection !== undefined) throw invalid(given, `cannot be used: '${part}' ${objection}`);
  }
}

/**
 * The absolute path of a folder that files are to be written to.
 * @throws Failure InvalidPath
 */
export function targetFolder(given: string, platform: NodeJS.Platform = process.platform): string {
  refuseDevices(given, platform);
  return path.resolve(given);
}

/**
 * The absolute path of a file that is to be written. Its name must be good on every system, for files of ours travel.
 * @throws Failure InvalidPath
 */
export function targetFile(given: string, platform: NodeJS.Platform = process.platform): string {
  if (/[\\/]$/.test(given)) throw invalid(given, 'names a folder, not a file');
  refuseDevices(given, platform);
  // The last part by the rules of either system; a lone `C:x` is a file of a drive on Windows alone.
  const name = (platform === 'win32' ? given.replace(DRIVE, '') : given).split(/[\\/]/).at(-1) ?? '';
  const objection = ['.', '..'].includes(name) ? 'names a folder' : nameObjection(name);
  if (objection !== undefined) throw invalid(given, `cannot be used: '${name}' ${objection}`);
  return path.resolve(given);
}
