import { statSync } from 'node:fs';
import path from 'node:path';
import type { ErrorCode } from '../contract/error-table.ts';
import { asFailure, Failure } from '../contract/failure.ts';
import { ownerOfTemporaryName } from './temporary-name.ts';

/** What a file that is written answers when its folder is removed under it. */
const MAY_COME_FROM_A_MISSING_FOLDER: ReadonlySet<ErrorCode> = new Set([
  'DestinationNotFound',
  'DestinationNotAFolder',
  'DestinationNotWritable',
  'FileNotFound',
  'FileUnreadable',
  'WriteFailed',
  'CaptureUnverified',
]);

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/**
 * A failure while a file was written, in terms of the file that the caller asked for: its temporary name is not the
 * caller's concern, and a folder that was removed meanwhile is the cause of whatever followed from that.
 */
export function failureOfFile(thrown: unknown, file: string): Failure {
  const failure = asFailure(thrown);
  const folder = path.dirname(file);
  if (MAY_COME_FROM_A_MISSING_FOLDER.has(failure.code) && !isFolder(folder)) {
    return new Failure(
      'DestinationNotFound',
      `${folder} was removed while ${path.basename(file)} was written.`,
      {
        target: folder,
        cause: failure,
      },
    );
  }
  const { target } = failure.facts;
  if (target === undefined || ownerOfTemporaryName(path.basename(target)) === undefined) return failure;
  const message = failure.message.replaceAll(target, file);
  return new Failure(failure.code, message, { ...failure.facts, target: file });
}
