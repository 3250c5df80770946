import type { ErrorCode } from '../../contract/error-table.ts';
import { Failure } from '../../contract/failure.ts';
import { NTSTATUS, ntStatusName, OTHER_SHORTAGES } from '../../contract/ntstatus.ts';

/**
 * The meaning of a status of NtSystemDebugControl command 37. The meanings are reported by third parties and
 * unproven on Windows by us; an unknown one is passed on as it is.
 */
interface Meaning {
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly advice?: string;
}

const REPORT = 'Please report the Windows build: the rules of the call have changed there.';

const MEANINGS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [
    NTSTATUS.STATUS_INFO_LENGTH_MISMATCH,
    {
      code: 'CaptureNotSupported',
      sentence: 'This Windows expects another form of the request.',
      advice: REPORT,
    },
  ],
  [
    NTSTATUS.STATUS_INVALID_INFO_CLASS,
    {
      code: 'CaptureNotSupported',
      sentence: 'This Windows does not know the live dump command; Windows 8.1 was the first.',
    },
  ],
  [
    NTSTATUS.STATUS_NOT_IMPLEMENTED,
    {
      code: 'CaptureNotSupported',
      sentence: 'This system has no live dumps, or the caller is not a 64-bit process.',
    },
  ],
  [
    NTSTATUS.STATUS_ACCESS_DENIED,
    {
      code: 'CaptureDenied',
      sentence: 'Windows denied the dump: SeDebugPrivilege was not enabled, or this is a container.',
      advice: 'Run as administrator outside of any container; security software may interfere too.',
    },
  ],
  [
    NTSTATUS.STATUS_PRIVILEGE_NOT_HELD,
    { code: 'PrivilegeNotHeld', sentence: 'SeDebugPrivilege was not enabled when the kernel looked.' },
  ],
  [
    NTSTATUS.STATUS_INVALID_PARAMETER,
    {
      code: 'CaptureFailed',
      sentence: 'The kernel found a parameter of the request invalid.',
      advice: REPORT,
    },
  ],
  [
    NTSTATUS.STATUS_INVALID_HANDLE,
    {
      code: 'CaptureFailed',
      sentence: 'The kernel did not accept the handle of the file or of the cancel event.',
      advice: REPORT,
    },
  ],
  [
    NTSTATUS.STATUS_OBJECT_TYPE_MISMATCH,
    {
      code: 'CaptureFailed',
      sentence: 'The kernel did not accept the kind of a handle.',
      advice: REPORT,
    },
  ],
  [
    NTSTATUS.STATUS_DEBUGGER_INACTIVE,
    {
      code: 'OptionNotSupported',
      sentence: 'Pages of processes are given only where kernel debugging is on, before Windows 11 22H2.',
      advice:
        'Leave {option:include-user-memory} out, or turn kernel debugging on (bcdedit /debug on) and reboot.',
    },
  ],
  [
    NTSTATUS.STATUS_CONTENT_BLOCKED,
    {
      code: 'LiveDumpDisabled',
      sentence: 'FullLiveReportsMax is 0: live dumps are turned off on this machine.',
      advice:
        'Set FullLiveReportsMax under HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl\\FullLiveKernelReports to 1 or more.',
    },
  ],
  [
    NTSTATUS.STATUS_NOT_SUPPORTED,
    {
      code: 'LiveDumpDisabled',
      sentence: 'A policy forbids live dumps (MemoryDump/AllowLiveDump), or this is a guarded host.',
    },
  ],
  [NTSTATUS.STATUS_RETRY, { code: 'CaptureBusy', sentence: 'Windows is taking another live dump.' }],
  [
    NTSTATUS.STATUS_REQUEST_ABORTED,
    { code: 'MemoryPressure', sentence: 'Memory became short, and the dump was given up as asked.' },
  ],
  [
    NTSTATUS.STATUS_INSUFFICIENT_RESOURCES,
    { code: 'CaptureOutOfMemory', sentence: 'There was not enough free memory for the copy.' },
  ],
  [
    NTSTATUS.STATUS_NO_MEMORY,
    { code: 'CaptureOutOfMemory', sentence: 'There was not enough free memory for the copy.' },
  ],
  ...OTHER_SHORTAGES.map((ntStatus): [number, Meaning] => [
    ntStatus,
    { code: 'CaptureOutOfMemory', sentence: 'There was no memory, or no quota of it, for the copy.' },
  ]),
  [
    NTSTATUS.STATUS_OPERATION_IN_PROGRESS,
    { code: 'QuiesceTimedOut', sentence: 'The processors could not be brought to rest in time.' },
  ],
  [NTSTATUS.STATUS_CANCELLED, { code: 'Cancelled', sentence: 'The dump was cancelled.' }],
  [
    NTSTATUS.STATUS_THREAD_IS_TERMINATING,
    {
      code: 'CaptureFailed',
      sentence: 'The kernel gave the dump up because the thread that asked for it is being ended.',
      advice: 'Take the dump again, and let the process that takes it run to its end.',
    },
  ],
  [NTSTATUS.STATUS_DISK_FULL, { code: 'DiskFull', sentence: 'The volume became full.' }],
]);

/** Advice for codes whose advice in the table is about triage dumps, or about results that were kept. */
const LIVE_ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  CaptureOutOfMemory:
    'Try again when memory is free, or use {option:scope} ThreadStacks (Windows 11 and later).',
  Cancelled: 'The incomplete file was removed.',
};

/** Where no pages of processes were asked for, the status is about the command itself. */
const NEEDS_DEBUGGING: Meaning = {
  code: 'OptionNotSupported',
  sentence: 'This Windows serves the live dump command only with kernel debugging on.',
  advice: 'Turn kernel debugging on (bcdedit /debug on) and restart Windows.',
};

/**
 * A failed live dump as a Failure.
 * @param userPages whether pages of processes were asked for
 */
export function liveFailure(ntStatus: number, target: string, userPages = false): Failure {
  const isDebugging = ntStatus >>> 0 === NTSTATUS.STATUS_DEBUGGER_INACTIVE;
  const meaning = isDebugging && !userPages ? NEEDS_DEBUGGING : MEANINGS.get(ntStatus >>> 0);
  if (meaning === undefined) {
    const message = `The live dump ended with ${ntStatusName(ntStatus)}.`;
    return new Failure('CaptureFailed', message, { target, ntStatus });
  }
  const advice = meaning.advice ?? LIVE_ADVICE[meaning.code];
  return new Failure(meaning.code, meaning.sentence, {
    target,
    ntStatus,
    ...(advice === undefined ? {} : { advice }),
  });
}
