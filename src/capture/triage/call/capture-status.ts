import type { ErrorCode } from '../../../contract/error-table.ts';
import { Failure } from '../../../contract/failure.ts';
import { NTSTATUS, ntStatusName, OTHER_SHORTAGES } from '../../../contract/ntstatus.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly advice?: string;
  /** Another call may still succeed; after any other status it would end the same way. */
  readonly passes?: boolean;
}

/**
 * The meaning of a status of NtSystemDebugControl command 29. The meanings are reported by third parties and
 * unproven on Windows by us; an unknown one is passed on as it is.
 */
const MEANINGS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [
    NTSTATUS.STATUS_NOT_IMPLEMENTED,
    {
      code: 'CaptureNotSupported',
      sentence: 'This system has no triage dumps, or the caller is not a 64-bit process.',
    },
  ],
  [
    NTSTATUS.STATUS_INVALID_INFO_CLASS,
    { code: 'CaptureNotSupported', sentence: 'This Windows does not know the triage dump command.' },
  ],
  [
    NTSTATUS.STATUS_DEBUGGER_INACTIVE,
    {
      code: 'CaptureNotSupported',
      sentence: 'This Windows serves the triage dump command only with kernel debugging on.',
      advice:
        'Take a live dump, which needs no kernel debugging; or turn kernel debugging on (bcdedit /debug on) and restart Windows.',
    },
  ],
  [
    NTSTATUS.STATUS_ACCESS_DENIED,
    {
      code: 'CaptureDenied',
      sentence:
        'Windows denied the capture, although every thread was opened with full access: a container, a policy or security software forbids it.',
      advice:
        'Capture on the host of the container; {command:readiness} shows whether this is one, and which policies are set.',
    },
  ],
  [
    NTSTATUS.STATUS_PRIVILEGE_NOT_HELD,
    { code: 'PrivilegeNotHeld', sentence: 'SeDebugPrivilege was not enabled when the kernel looked.' },
  ],
  [
    NTSTATUS.STATUS_INFO_LENGTH_MISMATCH,
    {
      code: 'CaptureNotSupported',
      sentence: 'This Windows expects another form of the request.',
      advice: 'Please report the Windows build: the structure has changed there.',
    },
  ],
  [
    NTSTATUS.STATUS_INVALID_PARAMETER,
    {
      code: 'CaptureFailed',
      sentence: 'The kernel found a parameter of the request invalid.',
      advice: 'Please report the Windows build: the rules of the call have changed there.',
    },
  ],
  [
    NTSTATUS.STATUS_NO_MEMORY,
    { code: 'CaptureOutOfMemory', sentence: 'The kernel had no memory for its buffer.', passes: true },
  ],
  [
    NTSTATUS.STATUS_INSUFFICIENT_RESOURCES,
    {
      code: 'CaptureOutOfMemory',
      sentence: 'The kernel had not enough resources for the capture.',
      passes: true,
    },
  ],
  ...OTHER_SHORTAGES.map((ntStatus): [number, Meaning] => [
    ntStatus,
    {
      code: 'CaptureOutOfMemory',
      sentence: 'The kernel had no memory, or no quota of it, for the capture.',
      passes: true,
    },
  ]),
  [
    NTSTATUS.STATUS_THREAD_IS_TERMINATING,
    {
      code: 'CaptureFailed',
      sentence:
        'The kernel gave the call up because a thread is being ended: one of the request, or the caller itself.',
      advice: 'List the threads again and capture those that are left.',
      passes: true,
    },
  ],
]);

/** A failed capture call as a Failure that names its target. */
export function captureFailure(ntStatus: number, target: string): Failure {
  const meaning = MEANINGS.get(ntStatus >>> 0);
  if (meaning === undefined) {
    const message = `The capture of ${target} ended with ${ntStatusName(ntStatus)}.`;
    return new Failure('CaptureFailed', message, { target, ntStatus });
  }
  const { code, sentence, advice } = meaning;
  return new Failure(code, `${sentence} (${target})`, {
    target,
    ntStatus,
    ...(advice === undefined ? {} : { advice }),
  });
}

/** Failures that have no status of the capture call: the next call may do better. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'CaptureUnverified',
  'ThreadAddressUnavailable',
  'EnumerationFailed',
]);

/**
 * Whether another call may still succeed after one that ended like this: the answer cannot be believed, the threads of just this
 * batch have no address, or the status passes. A status of no known meaning may pass.
 */
export function mayPass({ code, facts: { ntStatus } }: Failure): boolean {
  if (PASSING.has(code)) return true;
  if (ntStatus === undefined) return false;
  const meaning = MEANINGS.get(ntStatus >>> 0);
  return meaning === undefined || meaning.passes === true;
}
