/*
 * The Native API as the stand-in needs it. Declarations after the public headers of the System Informer project (phnt:
 * ntexapi.h, ntpsapi.h, ntldr.h) and mindumpdef.h; written for this test equipment and shared with no reader.
 */
#pragma once
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <winternl.h>
#include <stdint.h>

#define STATUS_OK 0x00000000u
#define STATUS_TIMED_OUT 0x00000102u
#define STATUS_PARTIAL_CAPTURE 0x00000105u
#define STATUS_FAILED 0xc0000001u
#define STATUS_BAD_CLASS 0xc0000003u
#define STATUS_LENGTH_MISMATCH 0xc0000004u
#define STATUS_FAULTING_POINTER 0xc0000005u
#define STATUS_BAD_HANDLE 0xc0000008u
#define STATUS_NO_SUCH_CLIENT 0xc000000bu
#define STATUS_BAD_PARAMETER 0xc000000du
#define STATUS_DENIED 0xc0000022u
#define STATUS_SMALL_BUFFER 0xc0000023u
#define STATUS_WRONG_TYPE 0xc0000024u
#define STATUS_TERMINATING 0xc000004bu
#define STATUS_FULL_DISK 0xc000007fu
#define STATUS_NO_ACCESS 0xc0000022u
#define STATUS_NO_ROOM 0xc000009au
#define STATUS_CANCELLED_BY_CALLER 0xc0000120u
#define STATUS_NO_DEBUGGER 0xc0000354u

#define ALL_THREAD_ACCESS 0x1fffffu

/* SYSTEM_INFORMATION_CLASS */
#define CLASS_PROCESSES 5
#define CLASS_KERNEL_DEBUGGER 35
#define CLASS_EXTENDED_PROCESSES 57
#define CLASS_EXTENDED_HANDLES 64
#define CLASS_MODULES_EX 77

typedef struct {
    ULONG NextEntryOffset;
    ULONG NumberOfThreads;
    LARGE_INTEGER WorkingSetPrivateSize;
    ULONG HardFaultCount;
    ULONG NumberOfThreadsHighWatermark;
    ULONGLONG CycleTime;
    LARGE_INTEGER CreateTime;
    LARGE_INTEGER UserTime;
    LARGE_INTEGER KernelTime;
    UNICODE_STRING ImageName;
    LONG BasePriority;
    HANDLE UniqueProcessId;
    HANDLE InheritedFromUniqueProcessId;
    ULONG HandleCount;
    ULONG SessionId;
    ULONG_PTR UniqueProcessKey;
    SIZE_T PeakVirtualSize, VirtualSize;
    ULONG PageFaultCount;
    SIZE_T PeakWorkingSetSize, WorkingSetSize;
    SIZE_T QuotaPeakPagedPoolUsage, QuotaPagedPoolUsage, QuotaPeakNonPagedPoolUsage, QuotaNonPagedPoolUsage;
    SIZE_T PagefileUsage, PeakPagefileUsage, PrivatePageCount;
    LARGE_INTEGER IoCounters[6];
} NT_PROCESS;

typedef struct {
    LARGE_INTEGER KernelTime, UserTime, CreateTime;
    ULONG WaitTime;
    PVOID StartAddress;
    HANDLE Process, Thread;
    LONG Priority, BasePriority;
    ULONG ContextSwitches;
    ULONG ThreadState;
    ULONG WaitReason;
} NT_THREAD;

typedef struct {
    NT_THREAD Thread;
    PVOID StackBase, StackLimit, Win32StartAddress, TebBase;
    ULONG_PTR Reserved[3];
} NT_EXTENDED_THREAD;

typedef struct {
    PVOID Object;
    ULONG_PTR UniqueProcessId;
    ULONG_PTR HandleValue;
    ULONG GrantedAccess;
    USHORT CreatorBackTraceIndex;
    USHORT ObjectTypeIndex;
    ULONG HandleAttributes;
    ULONG Reserved;
} NT_HANDLE;

typedef struct {
    ULONG_PTR NumberOfHandles;
    ULONG_PTR Reserved;
    NT_HANDLE Handles[1];
} NT_HANDLES;

typedef struct {
    USHORT NextOffset;
    HANDLE Section;
    PVOID MappedBase, ImageBase;
    ULONG ImageSize, Flags;
    USHORT LoadOrderIndex, InitOrderIndex, LoadCount, OffsetToFileName;
    UCHAR FullPathName[256];
    ULONG ImageChecksum, TimeDateStamp;
    PVOID DefaultBase;
} NT_MODULE;

typedef struct {
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR BugCheckParameters[4];
    ULONG ProcessHandles;
    ULONG ThreadHandles;
    HANDLE *Handles;
} NT_TRIAGE_DUMP;

typedef struct {
    ULONG Version;
    ULONG BugCheckCode;
    ULONG_PTR BugCheckParameters[4];
    HANDLE DumpFileHandle, CancelEventHandle;
    ULONG Flags;
    ULONG AddPagesControl;
    void *SelectiveControl; /* version 2 */
} NT_LIVE_DUMP;

typedef struct {
    ULONG Version, Size;
    ULONGLONG Flags;
    ULONGLONG Reserved[4];
} NT_LIVE_DUMP_SELECTION;

_Static_assert(sizeof(NT_PROCESS) == 256, "SYSTEM_PROCESS_INFORMATION");
_Static_assert(sizeof(NT_THREAD) == 80, "SYSTEM_THREAD_INFORMATION");
_Static_assert(sizeof(NT_EXTENDED_THREAD) == 136, "SYSTEM_EXTENDED_THREAD_INFORMATION");
_Static_assert(sizeof(NT_HANDLE) == 40, "SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX");
_Static_assert(sizeof(NT_MODULE) == 320, "RTL_PROCESS_MODULE_INFORMATION_EX");
_Static_assert(sizeof(NT_TRIAGE_DUMP) == 56, "SYSDBG_TRIAGE_DUMP");
_Static_assert(sizeof(NT_LIVE_DUMP) == 72, "SYSDBG_LIVEDUMP_CONTROL");
_Static_assert(sizeof(NT_LIVE_DUMP_SELECTION) == 48, "SYSDBG_LIVEDUMP_SELECTIVE_CONTROL");
