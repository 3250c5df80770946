import type { ErrorCode } from '../../../contract/error-table.ts';
import { Failure } from '../../../contract/failure.ts';

/** winerror.h. */
const CODE_BY_ERROR: Readonly<Record<number, ErrorCode>> = {
  2: 'DestinationNotFound',
  3: 'DestinationNotFound',
  5: 'DestinationNotWritable',
  19: 'DestinationNotWritable',
  39: 'DiskFull',
  80: 'FileExists',
  112: 'DiskFull',
  183: 'FileExists',
  267: 'DestinationNotAFolder',
  1295: 'DiskFull',
};

const NAME_BY_ERROR: Readonly<Record<number, string>> = {
  2: 'ERROR_FILE_NOT_FOUND',
  3: 'ERROR_PATH_NOT_FOUND',
  5: 'ERROR_ACCESS_DENIED',
  19: 'ERROR_WRITE_PROTECT',
  32: 'ERROR_SHARING_VIOLATION',
  39: 'ERROR_HANDLE_DISK_FULL',
  80: 'ERROR_FILE_EXISTS',
  112: 'ERROR_DISK_FULL',
  123: 'ERROR_INVALID_NAME',
  183: 'ERROR_ALREADY_EXISTS',
  267: 'ERROR_DIRECTORY',
  1295: 'ERROR_DISK_QUOTA_EXCEEDED',
};

/** What a Win32 error means for a file that is being written. */
export function win32FileFailure(error: number, file: string, doing: string): Failure {
  const name = NAME_BY_ERROR[error] ?? `Windows error ${error}`;
  return new Failure(CODE_BY_ERROR[error] ?? 'WriteFailed', `${file} could not be ${doing}: ${name}`, {
    target: file,
  });
}
