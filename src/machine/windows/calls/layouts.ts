import { bytes, i32, layout, u8, u16, u32, u64 } from '../../../binary/layout.ts';

/**
 * Structures that cross the boundary to 64-bit Windows, x64 and ARM64 alike. A test compares every offset and size with what a
 * C compiler makes of the declarations.
 */

/** ntdef.h */
export const UNICODE_STRING = layout('UNICODE_STRING', 16, {
  Length: u16(0),
  MaximumLength: u16(2),
  Buffer: u64(8),
});

/** ntdef.h */
export const OBJECT_ATTRIBUTES = layout('OBJECT_ATTRIBUTES', 48, {
  Length: u32(0),
  RootDirectory: u64(8),
  ObjectName: u64(16),
  Attributes: u32(24),
  SecurityDescriptor: u64(32),
  SecurityQualityOfService: u64(40),
});

/** ntdef.h */
export const CLIENT_ID = layout('CLIENT_ID', 16, { UniqueProcess: u64(0), UniqueThread: u64(8) });

/** phnt ntexapi.h; MS-TSTS 2.2.2.16.1. The thread records follow at once. */
export const SYSTEM_PROCESS_INFORMATION = layout('SYSTEM_PROCESS_INFORMATION', 256, {
  NextEntryOffset: u32(0),
  NumberOfThreads: u32(4),
  CreateTime: u64(32),
  UserTime: u64(40),
  KernelTime: u64(48),
  ImageNameLength: u16(56),
  ImageNameBuffer: u64(64),
  BasePriority: i32(72),
  UniqueProcessId: u64(80),
  InheritedFromUniqueProcessId: u64(88),
  HandleCount: u32(96),
  SessionId: u32(100),
  WorkingSetSize: u64(144),
  PrivatePageCount: u64(200),
});

/** phnt ntexapi.h; the first 80 bytes are SYSTEM_THREAD_INFORMATION, MS-TSTS 2.2.2.16.2. */
export const SYSTEM_EXTENDED_THREAD_INFORMATION = layout('SYSTEM_EXTENDED_THREAD_INFORMATION', 136, {
  KernelTime: u64(0),
  UserTime: u64(8),
  CreateTime: u64(16),
  WaitTime: u32(24),
  StartAddress: u64(32),
  UniqueProcess: u64(40),
  UniqueThread: u64(48),
  Priority: i32(56),
  BasePriority: i32(60),
  ContextSwitches: u32(64),
  ThreadState: u32(68),
  WaitReason: u32(72),
  StackBase: u64(80),
  StackLimit: u64(88),
  Win32StartAddress: u64(96),
  TebBase: u64(104),
});

/** phnt ntexapi.h: what precedes the entries. */
export const SYSTEM_HANDLE_INFORMATION_EX = layout('SYSTEM_HANDLE_INFORMATION_EX', 16, {
  NumberOfHandles: u64(0),
});

/** phnt ntexapi.h */
export const SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX = layout('SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX', 40, {
  Object: u64(0),
  UniqueProcessId: u64(8),
  HandleValue: u64(16),
  GrantedAccess: u32(24),
  ObjectTypeIndex: u16(30),
});

/** phnt ntldr.h: one entry of class 77. */
export const RTL_PROCESS_MODULE_INFORMATION_EX = layout('RTL_PROCESS_MODULE_INFORMATION_EX', 320, {
  NextOffset: u16(0),
  ImageBase: u64(24),
  ImageSize: u32(32),
  LoadOrderIndex: u16(40),
  OffsetToFileName: u16(46),
  FullPathName: bytes(48, 256),
  ImageChecksum: u32(304),
  TimeDateStamp: u32(308),
});

/** phnt ntexapi.h, and ntdbg.h of the NDK: the input of NtSystemDebugControl command 29. */
export const SYSDBG_TRIAGE_DUMP = layout('SYSDBG_TRIAGE_DUMP', 56, {
  Flags: u32(0),
  BugCheckCode: u32(4),
  BugCheckParam1: u64(8),
  BugCheckParam2: u64(16),
  BugCheckParam3: u64(24),
  BugCheckParam4: u64(32),
  ProcessHandles: u32(40),
  ThreadHandles: u32(44),
  Handles: u64(48),
});

/**
 * phnt ntexapi.h: the input of NtSystemDebugControl command 37. Version 1 ends before SelectiveControl and is 64 bytes
 * long; version 2 came with Windows 11.
 */
export const SYSDBG_LIVEDUMP_CONTROL = layout('SYSDBG_LIVEDUMP_CONTROL', 72, {
  Version: u32(0),
  BugCheckCode: u32(4),
  BugCheckParam1: u64(8),
  BugCheckParam2: u64(16),
  BugCheckParam3: u64(24),
  BugCheckParam4: u64(32),
  DumpFileHandle: u64(40),
  CancelEventHandle: u64(48),
  Flags: u32(56),
  AddPagesControl: u32(60),
  SelectiveControl: u64(64),
});

/** phnt ntexapi.h */
export const SYSDBG_LIVEDUMP_SELECTIVE_CONTROL = layout('SYSDBG_LIVEDUMP_SELECTIVE_CONTROL', 48, {
  Version: u32(0),
  Size: u32(4),
  Flags: u64(8),
});

/** winnt.h, with one privilege. */
export const TOKEN_PRIVILEGES = layout('TOKEN_PRIVILEGES', 16, {
  PrivilegeCount: u32(0),
  LuidLowPart: u32(4),
  LuidHighPart: i32(8),
  Attributes: u32(12),
});

/** tlhelp32.h */
export const THREADENTRY32 = layout('THREADENTRY32', 28, {
  dwSize: u32(0),
  th32ThreadID: u32(8),
  th32OwnerProcessID: u32(12),
});

/** tlhelp32.h */
export const MODULEENTRY32W = layout('MODULEENTRY32W', 1080, {
  dwSize: u32(0),
  modBaseAddr: u64(24),
  modBaseSize: u32(32),
  szModule: bytes(48, 512),
  szExePath: bytes(560, 520),
});

/** winbase.h */
export const FILE_STANDARD_INFO = layout('FILE_STANDARD_INFO', 24, {
  AllocationSize: u64(0),
  EndOfFile: u64(8),
  NumberOfLinks: u32(16),
});

/** winnt.h: the beginning of every TEB. */
export const NT_TIB = layout('NT_TIB', 56, { StackBase: u64(8), StackLimit: u64(16) });

/** winnt.h, for x64. It has to be at a multiple of 16. */
export const CONTEXT = layout('CONTEXT', 1232, {
  ContextFlags: u32(0x30),
  Rax: u64(0x78),
  Rcx: u64(0x80),
  Rdx: u64(0x88),
  Rbx: u64(0x90),
  Rsp: u64(0x98),
  Rbp: u64(0xa0),
  Rsi: u64(0xa8),
  Rdi: u64(0xb0),
  R8: u64(0xb8),
  R9: u64(0xc0),
  R10: u64(0xc8),
  R11: u64(0xd0),
  R12: u64(0xd8),
  R13: u64(0xe0),
  R14: u64(0xe8),
  R15: u64(0xf0),
  Rip: u64(0xf8),
});

/** winnt.h */
export const OSVERSIONINFOW = layout('OSVERSIONINFOW', 276, {
  dwOSVersionInfoSize: u32(0),
  dwMajorVersion: u32(4),
  dwMinorVersion: u32(8),
  dwBuildNumber: u32(12),
});

/** sysinfoapi.h */
export const MEMORYSTATUSEX = layout('MEMORYSTATUSEX', 64, {
  dwLength: u32(0),
  ullTotalPhys: u64(8),
  ullAvailPhys: u64(16),
});

/** psapi.h; sizes are in pages. */
export const PERFORMANCE_INFORMATION = layout('PERFORMANCE_INFORMATION', 104, {
  cb: u32(0),
  KernelTotal: u64(56),
  PageSize: u64(80),
});

/** phnt ntpsapi.h: thread class 0. */
export const THREAD_BASIC_INFORMATION = layout('THREAD_BASIC_INFORMATION', 48, {
  ExitStatus: u32(0),
  TebBaseAddress: u64(8),
  UniqueProcess: u64(16),
  UniqueThread: u64(24),
});

/** phnt ntpsapi.h: thread class 1 and process class 4. */
export const KERNEL_USER_TIMES = layout('KERNEL_USER_TIMES', 32, {
  CreateTime: u64(0),
  ExitTime: u64(8),
  KernelTime: u64(16),
  UserTime: u64(24),
});

/** phnt ntpsapi.h: thread class 21, with the wait time that Windows 8 added. */
export const THREAD_LAST_SYSCALL_INFORMATION = layout('THREAD_LAST_SYSCALL_INFORMATION', 24, {
  FirstArgument: u64(0),
  SystemCallNumber: u16(8),
  WaitTime: u64(16),
});

/** minwinbase.h */
export const SECURITY_ATTRIBUTES = layout('SECURITY_ATTRIBUTES', 24, {
  nLength: u32(0),
  lpSecurityDescriptor: u64(8),
  bInheritHandle: u32(16),
});

/** winbase.h */
export const FILE_BASIC_INFO = layout('FILE_BASIC_INFO', 40, { FileAttributes: u32(32) });

/** winbase.h: what precedes the name. */
export const FILE_RENAME_INFO = layout('FILE_RENAME_INFO', 20, {
  ReplaceIfExists: u8(0),
  RootDirectory: u64(8),
  FileNameLength: u32(16),
});

/** winnt.h: TOKEN_USER without the SID that it points to. */
export const TOKEN_USER = layout('TOKEN_USER', 16, { Sid: u64(0), Attributes: u32(8) });

/** winnt.h; MS-DTYP 2.4.6: offsets are from the start of the descriptor. */
export const SECURITY_DESCRIPTOR_RELATIVE = layout('SECURITY_DESCRIPTOR_RELATIVE', 20, {
  Revision: u8(0),
  Control: u16(2),
  Owner: u32(4),
  Group: u32(8),
  Sacl: u32(12),
  Dacl: u32(16),
});

/** winnt.h; MS-DTYP 2.4.5 */
export const ACL = layout('ACL', 8, { AclRevision: u8(0), AclSize: u16(2), AceCount: u16(4) });

/** winnt.h; MS-DTYP 2.4.4.2: every kind of entry that allows begins so, and all but object entries go on with the SID. */
export const ACCESS_ALLOWED_ACE = layout('ACCESS_ALLOWED_ACE', 12, {
  AceType: u8(0),
  AceFlags: u8(1),
  AceSize: u16(2),
  Mask: u32(4),
  SidStart: u32(8),
});

/** winnt.h; MS-DTYP 2.4.4.3: each of the two GUIDs is there when its flag is set, and the SID follows the last. */
export const ACCESS_ALLOWED_OBJECT_ACE = layout('ACCESS_ALLOWED_OBJECT_ACE', 48, {
  Flags: u32(8),
  ObjectType: bytes(12, 16),
  InheritedObjectType: bytes(28, 16),
});

/** winnt.h; MS-DTYP 2.4.2.2, without the sub-authorities that follow. */
export const SID = layout('SID', 8, {
  Revision: u8(0),
  SubAuthorityCount: u8(1),
  IdentifierAuthority: bytes(2, 6),
});

/** evntrace.h, without the room for names behind it. */
export const EVENT_TRACE_PROPERTIES = layout('EVENT_TRACE_PROPERTIES', 120, {
  WnodeBufferSize: u32(0),
  ClientContext: u32(40),
  Flags: u32(44),
  BufferSize: u32(48),
  MinimumBuffers: u32(52),
  MaximumBuffers: u32(56),
  LogFileMode: u32(64),
  FlushTimer: u32(68),
  EventsLost: u32(88),
  RealTimeBuffersLost: u32(100),
  LoggerNameOffset: u32(116),
});

/** evntrace.h */
export const EVENT_TRACE_LOGFILEW = layout('EVENT_TRACE_LOGFILEW', 448, {
  LoggerName: u64(8),
  ProcessTraceMode: u32(28),
  EventRecordCallback: u64(424),
});

/** evntcons.h: EVENT_RECORD with the fields of its EVENT_HEADER and EVENT_DESCRIPTOR. */
export const EVENT_RECORD = layout('EVENT_RECORD', 112, {
  ThreadId: u32(8),
  ProcessId: u32(12),
  TimeStamp: u64(16),
  ProviderId: bytes(24, 16),
  Id: u16(40),
  Version: u8(42),
  UserDataLength: u16(86),
  UserData: u64(96),
});

/** winsvc.h */
export const SERVICE_STATUS_PROCESS = layout('SERVICE_STATUS_PROCESS', 36, {
  dwCurrentState: u32(4),
  dwProcessId: u32(28),
});
