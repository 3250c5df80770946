import type { ErrorCode } from '../contract/error-table.ts';
import { Failure } from '../contract/failure.ts';

/** Sentences for codes that need no detail of the system call. */
const PLAIN_REASON: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'a file of this name is already there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
};

const CODE_BY_ERRNO: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'DestinationNotFound',
  ENOTDIR: 'DestinationNotAFolder',
  EACCES: 'DestinationNotWritable',
  EPERM: 'DestinationNotWritable',
  EROFS: 'DestinationNotWritable',
  EEXIST: 'FileExists',
  ENOSPC: 'DiskFull',
  EDQUOT: 'DiskFull',
};

/** What an error of Node's file functions means for a file that is being written. */
export function fileFailure(thrown: unknown, path: string, doing: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  return new Failure(
    CODE_BY_ERRNO[code] ?? 'WriteFailed',
    `${path} could not be ${doing}: ${PLAIN_REASON[code] ?? message}.`,
    {
      target: path,
      cause: thrown,
    },
  );
}
