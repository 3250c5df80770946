import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess, NTSTATUS, ntStatusName } from '../../../contract/ntstatus.ts';
import { addressOf } from './foreign.ts';
import { ntdll } from './ntdll.ts';
import { u32Cell } from './request.ts';

/** SYSTEM_INFORMATION_CLASS (phnt ntexapi.h). */
export const SYSTEM_CLASS = {
  extendedProcess: 57,
  extendedHandle: 64,
  moduleEx: 77,
} as const;

/** What the kernel wrote, and where it lay when it did: pointers inside point there. */
export interface SystemInformation {
  readonly bytes: Uint8Array;
  readonly address: bigint;
}

/** No answer of a healthy system comes near; a longer one would be a defect, not a reason to take all memory. */
const LARGEST_ANSWER = 1 << 30;
/** Processes and handles come and go between the answer "this long" and the next call. */
const HEADROOM = 1.25;

/**
 * What `decode` makes of one snapshot.
 * @throws Failure EnumerationFailed, also when the answer contradicts itself
 */
export function decodeSystemInformation<T>(infoClass: number, decode: (answer: SystemInformation) => T): T {
  const answer = querySystemInformation(infoClass);
  try {
    return decode(answer);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'LayoutOutOfBounds') throw thrown;
    const message = `Windows answered NtQuerySystemInformation(${infoClass}) with a list that contradicts itself: ${thrown.message}`;
    throw new Failure('EnumerationFailed', message, { cause: thrown });
  }
}

const lastLength = new Map<number, number>();

/**
 * One snapshot of an information class, with a buffer that grows until the answer fits.
 * @throws Failure EnumerationFailed
 */
function querySystemInformation(infoClass: number): SystemInformation {
  let size = lastLength.get(infoClass) ?? 256 * 1024;
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(size);
    const returned = u32Cell();
    const status = ntdll().NtQuerySystemInformation(infoClass, buffer, size, returned);
    const length = returned[0] ?? 0;
    if (isNtSuccess(status)) {
      lastLength.set(infoClass, size);
      return { bytes: buffer.subarray(0, Math.min(length, size)), address: addressOf(buffer) };
    }
    const grown = Math.ceil(Math.max(length, size) * HEADROOM);
    if (status !== NTSTATUS.STATUS_INFO_LENGTH_MISMATCH || grown > LARGEST_ANSWER) {
      throw new Failure(
        'EnumerationFailed',
        `NtQuerySystemInformation(${infoClass}) ended with ${ntStatusName(status)}`,
        { ntStatus: status },
      );
    }
    size = grown;
  }
}
