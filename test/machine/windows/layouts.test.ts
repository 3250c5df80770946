import { describe, expect, it } from 'vitest';
import type { Field, Layout } from '../../../src/binary/layout.ts';
import * as layouts from '../../../src/machine/windows/calls/layouts.ts';
import { describeWith } from '../../support/equipment.ts';
import { measureLayouts } from '../../support/measured-layouts.ts';

/**
 * mingw's own headers where they declare a structure; else declarations written for this test from the member lists of
 * public documentation (phnt ntexapi.h, ntpsapi.h, ntldr.h; MS-TSTS 2.2.2.16).
 */
const DECLARATIONS = `
#include <windows.h>
#include <winternl.h>
#include <tlhelp32.h>
#include <psapi.h>
#define INITGUID
#include <wmistr.h>
#include <evntrace.h>
#include <evntcons.h>

typedef struct {
  ULONG NextEntryOffset;
  ULONG NumberOfThreads;
  LARGE_INTEGER WorkingSetPrivateSize;
  ULONG HardFaultCount;
  ULONG NumberOfThreadsHighWatermark;
  ULONGLONG CycleTime;
  LARGE_INTEGER CreateTime, UserTime, KernelTime;
  UNICODE_STRING ImageName;
  LONG BasePriority;
  HANDLE UniqueProcessId, InheritedFromUniqueProcessId;
  ULONG HandleCount, SessionId;
  ULONG_PTR UniqueProcessKey;
  SIZE_T PeakVirtualSize, VirtualSize;
  ULONG PageFaultCount;
  SIZE_T PeakWorkingSetSize, WorkingSetSize;
  SIZE_T QuotaPeakPagedPoolUsage, QuotaPagedPoolUsage, QuotaPeakNonPagedPoolUsage, QuotaNonPagedPoolUsage;
  SIZE_T PagefileUsage, PeakPagefileUsage, PrivatePageCount;
  LARGE_INTEGER ReadOperationCount, WriteOperationCount, OtherOperationCount;
  LARGE_INTEGER ReadTransferCount, WriteTransferCount, OtherTransferCount;
} KT_PROCESS;

typedef struct {
  LARGE_INTEGER KernelTime, UserTime, CreateTime;
  ULONG WaitTime;
  PVOID StartAddress;
  CLIENT_ID ClientId;
  LONG Priority, BasePriority;
  ULONG ContextSwitches, ThreadState;
  ULONG WaitReason;
} KT_THREAD;

typedef struct {
  KT_THREAD ThreadInfo;
  PVOID StackBase, StackLimit, Win32StartAddress, TebBase;
  ULONG_PTR Reserved[3];
} KT_EXTENDED_THREAD;

typedef struct {
  PVOID Object;
  ULONG_PTR UniqueProcessId, HandleValue;
  ULONG GrantedAccess;
  USHORT CreatorBackTraceIndex, ObjectTypeIndex;
  ULONG HandleAttributes, Reserved;
} KT_HANDLE;

typedef struct { ULONG_PTR NumberOfHandles, Reserved; } KT_HANDLES;

typedef struct {
  HANDLE Section;
  PVOID MappedBase, ImageBase;
  ULONG ImageSize, Flags;
  USHORT LoadOrderIndex, InitOrderIndex, LoadCount, OffsetToFileName;
  UCHAR FullPathName[256];
} KT_MODULE;

typedef struct {
  USHORT NextOffset;
  KT_MODULE BaseInfo;
  ULONG ImageChecksum, TimeDateStamp;
  PVOID DefaultBase;
} KT_MODULE_EX;

typedef struct {
  ULONG Flags, BugCheckCode;
  ULONG_PTR BugCheckParam1, BugCheckParam2, BugCheckParam3, BugCheckParam4;
  ULONG ProcessHandles, ThreadHandles;
  PHANDLE Handles;
} KT_TRIAGE;

typedef struct {
  ULONG Version, BugCheckCode;
  ULONG_PTR BugCheckParam1, BugCheckParam2, BugCheckParam3, BugCheckParam4;
  HANDLE DumpFileHandle, CancelEventHandle;
  ULONG Flags, AddPagesControl;
  PVOID SelectiveControl;
} KT_LIVE;

typedef struct {
  ULONG Version, Size;
  ULONGLONG Flags, Reserved[4];
} KT_SELECTIVE;

typedef struct {
  LONG ExitStatus;
  PVOID TebBaseAddress;
  CLIENT_ID ClientId;
  ULONG_PTR AffinityMask;
  LONG Priority, BasePriority;
} KT_THREAD_BASIC;

typedef struct { LARGE_INTEGER CreateTime, ExitTime, KernelTime, UserTime; } KT_TIMES;
typedef struct { PVOID FirstArgument; USHORT SystemCallNumber; ULONG64 WaitTime; } KT_LAST_SYSCALL;
`;

interface Counterpart {
  readonly table: Layout<Record<string, Field>>;
  /** The C path of a field whose name differs. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Bytes that the C structure has beyond the table: the beginning of a variable part, or padding. */
  readonly beyond?: number;
}

const client = (prefix = '') => ({
  UniqueProcess: `${prefix}ClientId.UniqueProcess`,
  UniqueThread: `${prefix}ClientId.UniqueThread`,
});
const thread = [
  'KernelTime',
  'UserTime',
  'CreateTime',
  'WaitTime',
  'StartAddress',
  'Priority',
  'BasePriority',
];
const threadTail = ['ContextSwitches', 'ThreadState', 'WaitReason'];

const COUNTERPARTS: Readonly<Record<string, Counterpart>> = {
  UNICODE_STRING: { table: layouts.UNICODE_STRING },
  OBJECT_ATTRIBUTES: { table: layouts.OBJECT_ATTRIBUTES },
  CLIENT_ID: { table: layouts.CLIENT_ID },
  KT_PROCESS: {
    table: layouts.SYSTEM_PROCESS_INFORMATION,
    paths: { ImageNameLength: 'ImageName.Length', ImageNameBuffer: 'ImageName.Buffer' },
  },
  KT_EXTENDED_THREAD: {
    table: layouts.SYSTEM_EXTENDED_THREAD_INFORMATION,
    paths: {
      ...Object.fromEntries([...thread, ...threadTail].map((name) => [name, `ThreadInfo.${name}`])),
      ...client('ThreadInfo.'),
    },
  },
  KT_HANDLES: { table: layouts.SYSTEM_HANDLE_INFORMATION_EX },
  KT_HANDLE: { table: layouts.SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX },
  KT_MODULE_EX: {
    table: layouts.RTL_PROCESS_MODULE_INFORMATION_EX,
    paths: Object.fromEntries(
      ['ImageBase', 'ImageSize', 'LoadOrderIndex', 'OffsetToFileName', 'FullPathName'].map((name) => [
        name,
        `BaseInfo.${name}`,
      ]),
    ),
  },
  KT_TRIAGE: { table: layouts.SYSDBG_TRIAGE_DUMP },
  KT_LIVE: { table: layouts.SYSDBG_LIVEDUMP_CONTROL },
  KT_SELECTIVE: { table: layouts.SYSDBG_LIVEDUMP_SELECTIVE_CONTROL },
  TOKEN_PRIVILEGES: {
    table: layouts.TOKEN_PRIVILEGES,
    paths: {
      LuidLowPart: 'Privileges[0].Luid.LowPart',
      LuidHighPart: 'Privileges[0].Luid.HighPart',
      Attributes: 'Privileges[0].Attributes',
    },
  },
  THREADENTRY32: { table: layouts.THREADENTRY32 },
  EVENT_TRACE_PROPERTIES: {
    table: layouts.EVENT_TRACE_PROPERTIES,
    paths: {
      WnodeBufferSize: 'Wnode.BufferSize',
      ClientContext: 'Wnode.ClientContext',
      Flags: 'Wnode.Flags',
    },
  },
  EVENT_TRACE_LOGFILEW: { table: layouts.EVENT_TRACE_LOGFILEW },
  EVENT_RECORD: {
    table: layouts.EVENT_RECORD,
    paths: {
      ...Object.fromEntries(
        ['ThreadId', 'ProcessId', 'TimeStamp', 'ProviderId'].map((name) => [name, `EventHeader.${name}`]),
      ),
      Id: 'EventHeader.EventDescriptor.Id',
      Version: 'EventHeader.EventDescriptor.Version',
    },
  },
  PERFORMANCE_INFORMATION: { table: layouts.PERFORMANCE_INFORMATION },
  MEMORYSTATUSEX: { table: layouts.MEMORYSTATUSEX },
  MODULEENTRY32W: { table: layouts.MODULEENTRY32W },
  NT_TIB: { table: layouts.NT_TIB },
  FILE_STANDARD_INFO: { table: layouts.FILE_STANDARD_INFO },
  CONTEXT: { table: layouts.CONTEXT },
  OSVERSIONINFOW: { table: layouts.OSVERSIONINFOW },
  KT_THREAD_BASIC: { table: layouts.THREAD_BASIC_INFORMATION, paths: client() },
  KT_TIMES: { table: layouts.KERNEL_USER_TIMES },
  KT_LAST_SYSCALL: { table: layouts.THREAD_LAST_SYSCALL_INFORMATION },
  SECURITY_ATTRIBUTES: { table: layouts.SECURITY_ATTRIBUTES },
  FILE_BASIC_INFO: { table: layouts.FILE_BASIC_INFO },
  FILE_RENAME_INFO: { table: layouts.FILE_RENAME_INFO, beyond: 4 },
  TOKEN_USER: { table: layouts.TOKEN_USER, paths: { Sid: 'User.Sid', Attributes: 'User.Attributes' } },
  SECURITY_DESCRIPTOR_RELATIVE: { table: layouts.SECURITY_DESCRIPTOR_RELATIVE },
  ACL: { table: layouts.ACL },
  ACCESS_ALLOWED_ACE: {
    table: layouts.ACCESS_ALLOWED_ACE,
    paths: {
      AceType: 'Header.AceType',
      AceFlags: 'Header.AceFlags',
      AceSize: 'Header.AceSize',
    },
  },
  ACCESS_ALLOWED_OBJECT_ACE: { table: layouts.ACCESS_ALLOWED_OBJECT_ACE },
  SID: { table: layouts.SID, beyond: 4 },
  SERVICE_STATUS_PROCESS: { table: layouts.SERVICE_STATUS_PROCESS },
};

const pathOf = ({ paths }: Counterpart, field: string) => paths?.[field] ?? field;

describe('the tables of structures', () => {
  it('the tables of structures are all compared', () => {
    const compared = new Set(Object.values(COUNTERPARTS).map(({ table }) => table));
    const missed = Object.entries(layouts).filter(([, table]) => !compared.has(table));
    expect(missed.map(([name]) => name)).toEqual([]);
  });
});

describeWith(['wine', 'mingw'], 'the tables of structures, measured', () => {
  it('the tables of structures, measured are what a C compiler makes of the declarations', async () => {
    const wanted = Object.entries(COUNTERPARTS).map(
      ([name, counterpart]) =>
        [name, Object.keys(counterpart.table.fields).map((field) => pathOf(counterpart, field))] as const,
    );
    const measured = await measureLayouts(DECLARATIONS, Object.fromEntries(wanted));
    for (const [name, counterpart] of Object.entries(COUNTERPARTS)) {
      const { table, beyond = 0 } = counterpart;
      const ours = Object.entries(table.fields).map(([field, { offset, width }]) => [
        pathOf(counterpart, field),
        { offset, size: width },
      ]);
      expect({ name, size: table.size + beyond, fields: Object.fromEntries(ours) }).toEqual({
        name,
        ...measured[name],
      });
    }
  });
});
