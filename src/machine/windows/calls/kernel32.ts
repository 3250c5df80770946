import { systemLibrary } from './foreign.ts';

/** Win32 base API (processthreadsapi.h, tlhelp32.h, sysinfoapi.h, fileapi.h). */
export const kernel32 = systemLibrary('kernel32.dll', {
  GetLastError: ['u32'],
  GetCurrentThreadId: ['u32'],
  GetTickCount64: ['u64'],
  /** Since Windows 8. FILETIME (out) */
  GetSystemTimePreciseAsFileTime: ['bool', 'pointer'],
  GlobalMemoryStatusEx: ['bool', 'pointer'],
  /** PERFORMANCE_INFORMATION, its size */
  K32GetPerformanceInfo: ['bool', 'pointer', 'u32'],
  /** adjustment, increment of a tick, whether adjusting is disabled */
  GetSystemTimeAdjustment: ['bool', 'pointer', 'pointer', 'pointer'],
  CreateToolhelp32Snapshot: ['handle', 'u32', 'u32'],
  Thread32First: ['bool', 'handle', 'pointer'],
  Thread32Next: ['bool', 'handle', 'pointer'],
  Module32FirstW: ['bool', 'handle', 'pointer'],
  Module32NextW: ['bool', 'handle', 'pointer'],
  GetActiveProcessorCount: ['u32', 'u32'],
  GetSystemWindowsDirectoryW: ['u32', 'pointer', 'u32'],
  GetSystemDirectoryW: ['u32', 'pointer', 'u32'],
  /** process, machine of the process, machine of the system */
  IsWow64Process2: ['bool', 'handle', 'pointer', 'pointer'],
  LocalFree: ['u64', 'u64'],
  /** path, access, share mode, security attributes, disposition, flags, template */
  CreateFileW: ['handle', 'text', 'u32', 'u32', 'pointer', 'u32', 'u32', 'handle'],
  /** path, SECURITY_ATTRIBUTES or null */
  CreateDirectoryW: ['bool', 'text', 'pointer'],
  /** file, FILE_INFO_BY_HANDLE_CLASS, information, its size */
  GetFileInformationByHandleEx: ['bool', 'handle', 'u32', 'pointer', 'u32'],
  /** file, buffer, its length in characters, how the volume is named */
  GetFinalPathNameByHandleW: ['u32', 'handle', 'pointer', 'u32', 'u32'],
  /** file, bytes, their number, number written, overlapped */
  WriteFile: ['bool', 'handle', 'pointer', 'u32', 'pointer', 'pointer'],
  /** file, buffer, its length, number read, overlapped */
  ReadFile: ['bool', 'handle', 'pointer', 'u32', 'pointer', 'pointer'],
  GetFileType: ['u32', 'handle'],
  FlushFileBuffers: ['bool', 'handle'],
  /** security, manual reset, initial state, name */
  CreateEventW: ['handle', 'pointer', 'bool', 'bool', 'text'],
  /** access, whether inherited, name */
  OpenEventW: ['handle', 'u32', 'bool', 'text'],
  SetEvent: ['bool', 'handle'],
  /** file, FILE_INFO_BY_HANDLE_CLASS, information, its size */
  SetFileInformationByHandle: ['bool', 'handle', 'u32', 'pointer', 'u32'],
  /** path, buffer, its length in characters */
  GetVolumePathNameW: ['bool', 'text', 'pointer', 'u32'],
  /** root, name and its length, serial number, longest component, flags, file system name and its length */
  GetVolumeInformationW: [
    'bool',
    'text',
    'pointer',
    'u32',
    'pointer',
    'pointer',
    'pointer',
    'pointer',
    'u32',
  ],
});
