import type { LiveCapture, LiveRequest, LiveScope } from '../../port.ts';
import { type Allocation, allocate } from '../calls/foreign.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { SYSDBG_LIVEDUMP_CONTROL, SYSDBG_LIVEDUMP_SELECTIVE_CONTROL } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build } from '../calls/request.ts';
import { win32FileFailure } from '../calls/win32-file-failure.ts';
import { win32Path } from '../calls/win32-path.ts';

/** SYSDBG_COMMAND SysDbgGetLiveKernelDump (phnt ntexapi.h). */
const SYSDBG_GET_LIVE_KERNEL_DUMP = 37;

/** Versions of the control structure and their lengths. The kernel takes no other length. */
const VERSION_1 = { version: 1, size: 64 } as const;
const VERSION_2 = { version: 2, size: SYSDBG_LIVEDUMP_CONTROL.size } as const;

/**
 * SYSDBG_LIVEDUMP_CONTROL_FLAGS (phnt). Bits 0 and 1, dump storage stack and compression, are left out: every build that
 * third parties have read drops them silently on this way.
 */
const FLAG = { userPages: 1 << 2, abortIfMemoryPressure: 1 << 3, selective: 1 << 4 } as const;
/** SYSDBG_LIVEDUMP_CONTROL_ADDPAGES (phnt). */
const ADD = { hypervisor: 1 << 0, nonEssentialHypervisor: 1 << 1 } as const;
/** SYSDBG_LIVEDUMP_SELECTIVE_CONTROL_FLAGS (phnt). */
const SELECT = { threadKernelStacks: 1n } as const;
const SELECTIVE_VERSION = 1;

const GENERIC_WRITE = 0x40000000;
const SHARE_ALL = 0x7;
const OPEN_EXISTING = 3;
/** Opens the file itself, even if a link is in its place; without FILE_FLAG_OVERLAPPED, which the kernel refuses. */
const FILE_FLAG_OPEN_REPARSE_POINT = 0x00200000;
const INVALID_HANDLE = -1n;

const bit = (wanted: boolean | undefined, value: number) => (wanted === true ? value : 0);

function pages(scope: LiveScope): number {
  return (
    bit(scope.hypervisorPages, ADD.hypervisor) |
    bit(scope.nonEssentialHypervisorPages, ADD.nonEssentialHypervisor)
  );
}

function flags(request: LiveRequest): number {
  return (
    bit(request.userPages, FLAG.userPages) |
    bit(request.abortIfMemoryPressure, FLAG.abortIfMemoryPressure) |
    bit(request.threadStacksOnly, FLAG.selective)
  );
}

/** A synchronous handle, which is what the kernel writes through. */
function openForKernel(path: string): bigint {
  const handle = kernel32().CreateFileW(
    win32Path(path),
    GENERIC_WRITE,
    SHARE_ALL,
    null,
    OPEN_EXISTING,
    FILE_FLAG_OPEN_REPARSE_POINT,
    0n,
  );
  if (handle === INVALID_HANDLE)
    throw win32FileFailure(kernel32().GetLastError(), path, 'opened for the kernel');
  return handle;
}

/** What the kernel is given beside the options of the caller. */
export interface LiveHandles {
  readonly file: bigint;
  readonly cancelEvent: bigint;
  /** The address of the request, because one part of it points to another. */
  readonly address: bigint;
}

export interface LiveControl {
  /** The control structure, and the selective one behind it. */
  readonly bytes: Uint8Array;
  /** The length to announce. */
  readonly length: number;
}

/** The request of command 37. */
export function liveControl(request: LiveRequest, { file, cancelEvent, address }: LiveHandles): LiveControl {
  const selective = request.threadStacksOnly === true;
  // Version 2 only where it is needed: Windows 10 does not know it.
  const { version, size } = selective ? VERSION_2 : VERSION_1;
  const [first, second, third, fourth] = request.bugCheckParameters;
  const control = build(SYSDBG_LIVEDUMP_CONTROL, {
    Version: version,
    BugCheckCode: request.bugCheckCode,
    BugCheckParam1: first,
    BugCheckParam2: second,
    BugCheckParam3: third,
    BugCheckParam4: fourth,
    DumpFileHandle: file,
    CancelEventHandle: cancelEvent,
    Flags: flags(request),
    AddPagesControl: pages(request),
    SelectiveControl: selective ? address + BigInt(SYSDBG_LIVEDUMP_CONTROL.size) : 0n,
  });
  const selection = build(SYSDBG_LIVEDUMP_SELECTIVE_CONTROL, {
    Version: SELECTIVE_VERSION,
    Size: SYSDBG_LIVEDUMP_SELECTIVE_CONTROL.size,
    Flags: SELECT.threadKernelStacks,
  });
  return { bytes: Buffer.concat(selective ? [control, selection] : [control]), length: size };
}

async function callKernel(input: Allocation, length: number): Promise<{ ntStatus: number }> {
  const { inBackground } = ntdll().NtSystemDebugControl;
  return { ntStatus: await inBackground(SYSDBG_GET_LIVE_KERNEL_DUMP, input.address, length, null, 0, null) };
}

/** @throws Failure when the file cannot be opened for writing */
export function beginLiveDump(request: LiveRequest): LiveCapture {
  const file = openForKernel(request.path);
  const cancelEvent = kernel32().CreateEventW(null, 1, 0, null);
  const input = allocate(SYSDBG_LIVEDUMP_CONTROL.size + SYSDBG_LIVEDUMP_SELECTIVE_CONTROL.size);
  const { bytes, length } = liveControl(request, { file, cancelEvent, address: input.address });
  input.bytes.set(bytes);
  let over = false;
  const giveBack = () => {
    over = true;
    ntdll().NtClose(file);
    ntdll().NtClose(cancelEvent);
    input.free();
  };
  return {
    finished: callKernel(input, length).finally(giveBack),
    cancel() {
      // A synchronous call on this thread: libuv's pool may be busy with the dump itself.
      if (!over) kernel32().SetEvent(cancelEvent);
    },
  };
}
