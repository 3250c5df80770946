import type { ErrorCode } from '../contract/error-table.ts';
import { Failure } from '../contract/failure.ts';

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
  return new Failure(CODE_BY_ERRNO[code] ?? 'WriteFailed', `${path} could not be ${doing}: ${message}`, {
    target: path,
    cause: thrown,
  });
}
