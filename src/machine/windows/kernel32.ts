import { systemLibrary } from './foreign.ts';

/** Win32 base API (processthreadsapi.h, tlhelp32.h, sysinfoapi.h). */
export const kernel32 = systemLibrary('kernel32.dll', {
  GetLastError: ['u32'],
  CreateToolhelp32Snapshot: ['handle', 'u32', 'u32'],
  Thread32First: ['bool', 'handle', 'pointer'],
  Thread32Next: ['bool', 'handle', 'pointer'],
  GetActiveProcessorCount: ['u32', 'u32'],
  GetSystemWindowsDirectoryW: ['u32', 'pointer', 'u32'],
  GetSystemDirectoryW: ['u32', 'pointer', 'u32'],
  /** process, machine of the process, machine of the system */
  IsWow64Process2: ['bool', 'handle', 'pointer', 'pointer'],
  LocalFree: ['u64', 'u64'],
});
