/** NTSTATUS values that the capture and enumeration calls answer with. Names and values: ntstatus.h of the Windows SDK. */
export const NTSTATUS = {
  STATUS_SUCCESS: 0x00000000,
  STATUS_TIMEOUT: 0x00000102,
  STATUS_MORE_ENTRIES: 0x00000105,
  STATUS_UNSUCCESSFUL: 0xc0000001,
  STATUS_NOT_IMPLEMENTED: 0xc0000002,
  STATUS_INVALID_INFO_CLASS: 0xc0000003,
  STATUS_INFO_LENGTH_MISMATCH: 0xc0000004,
  STATUS_ACCESS_VIOLATION: 0xc0000005,
  STATUS_PAGEFILE_QUOTA: 0xc0000007,
  STATUS_INVALID_HANDLE: 0xc0000008,
  STATUS_INVALID_CID: 0xc000000b,
  STATUS_INVALID_PARAMETER: 0xc000000d,
  STATUS_NO_MEMORY: 0xc0000017,
  STATUS_ACCESS_DENIED: 0xc0000022,
  STATUS_BUFFER_TOO_SMALL: 0xc0000023,
  STATUS_OBJECT_TYPE_MISMATCH: 0xc0000024,
  STATUS_QUOTA_EXCEEDED: 0xc0000044,
  STATUS_THREAD_IS_TERMINATING: 0xc000004b,
  STATUS_PRIVILEGE_NOT_HELD: 0xc0000061,
  STATUS_DISK_FULL: 0xc000007f,
  STATUS_INSUFFICIENT_RESOURCES: 0xc000009a,
  STATUS_WORKING_SET_QUOTA: 0xc00000a1,
  STATUS_NOT_SUPPORTED: 0xc00000bb,
  STATUS_CANCELLED: 0xc0000120,
  STATUS_COMMITMENT_LIMIT: 0xc000012d,
  STATUS_RETRY: 0xc000022d,
  STATUS_REQUEST_ABORTED: 0xc0000240,
  STATUS_DEBUGGER_INACTIVE: 0xc0000354,
  STATUS_OPERATION_IN_PROGRESS: 0xc0000476,
  STATUS_SYSTEM_NEEDS_REMEDIATION: 0xc000047e,
  STATUS_CONTENT_BLOCKED: 0xc0000804,
} as const;

/**
 * What a kernel call may answer where memory, its quota, or the page file is used up, besides NO_MEMORY and
 * INSUFFICIENT_RESOURCES (ntstatus.h).
 */
export const OTHER_SHORTAGES = [
  NTSTATUS.STATUS_PAGEFILE_QUOTA,
  NTSTATUS.STATUS_QUOTA_EXCEEDED,
  NTSTATUS.STATUS_WORKING_SET_QUOTA,
  NTSTATUS.STATUS_COMMITMENT_LIMIT,
] as const;

const NAME_BY_VALUE = new Map<number, string>(Object.entries(NTSTATUS).map(([name, value]) => [value, name]));

/** `0xC0000022`: eight upper-case hex digits, the way Windows tools print a status. */
export function ntStatusHex(status: number): string {
  return `0x${(status >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** The SDK's name of a status, else its hex form. */
export function ntStatusName(status: number): string {
  return NAME_BY_VALUE.get(status >>> 0) ?? ntStatusHex(status);
}

/** NT_SUCCESS of ntdef.h: severity success or informational. 0x00000105 is a success that means "partial". */
export function isNtSuccess(status: number): boolean {
  return status >>> 0 < 0x80000000;
}
