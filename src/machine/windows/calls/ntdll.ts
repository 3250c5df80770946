import { systemLibrary } from './foreign.ts';

/** Native API (ntddk, phnt ntexapi.h, ntpsapi.h, ntobapi.h). Preferred where there is a choice: its status is the result itself. */
export const ntdll = systemLibrary('ntdll.dll', {
  NtClose: ['status', 'handle'],
  /** thread, access mask, object attributes, client id */
  NtOpenThread: ['status', 'pointer', 'u32', 'pointer', 'pointer'],
  NtOpenProcess: ['status', 'pointer', 'u32', 'pointer', 'pointer'],
  /** class, buffer, its length, returned length */
  NtQuerySystemInformation: ['status', 'u32', 'pointer', 'u32', 'pointer'],
  /** handle, class, buffer, its length, returned length */
  NtQueryInformationThread: ['status', 'handle', 'u32', 'pointer', 'u32', 'pointer'],
  NtQueryInformationProcess: ['status', 'handle', 'u32', 'pointer', 'u32', 'pointer'],
  /** command, input and its length, output and its length, returned length */
  NtSystemDebugControl: ['status', 'u32', 'pointer', 'u32', 'pointer', 'u32', 'pointer'],
  NtOpenProcessToken: ['status', 'handle', 'u32', 'pointer'],
  /** token, class, buffer, its length, returned length */
  NtQueryInformationToken: ['status', 'handle', 'u32', 'pointer', 'u32', 'pointer'],
  /** token, disable all, new state, length of previous, previous, returned length */
  NtAdjustPrivilegesToken: ['status', 'handle', 'bool', 'pointer', 'u32', 'pointer', 'pointer'],
  /** thread, previous suspend count */
  NtSuspendThread: ['status', 'handle', 'pointer'],
  NtResumeThread: ['status', 'handle', 'pointer'],
  /** thread, CONTEXT */
  NtGetContextThread: ['status', 'handle', 'pointer'],
  /** process, address, buffer, length, bytes read */
  NtReadVirtualMemory: ['status', 'handle', 'u64', 'pointer', 'u64', 'pointer'],
  RtlGetVersion: ['status', 'pointer'],
});
