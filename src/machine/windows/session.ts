import process from 'node:process';
import { view } from '../../binary/layout.ts';
import { Failure } from '../../contract/failure.ts';
import { isNtSuccess, NTSTATUS } from '../../contract/ntstatus.ts';
import type { MachineSession, OpenThread, SessionPurpose, ThreadIdentity, ThreadRefusal } from '../port.ts';
import { hasExited, threadCreateTime, threadDetails, threadOwner } from './details.ts';
import { decodeHandleObjects } from './handles.ts';
import { CLIENT_ID, KERNEL_USER_TIMES, OBJECT_ATTRIBUTES } from './layouts.ts';
import { beginLiveDump } from './live.ts';
import { ntdll } from './ntdll.ts';
import { holdDebugPrivilege, requireDebugPrivilege } from './privilege.ts';
import { build, u32Cell, u64Cell } from './request.ts';
import { querySystemInformation, SYSTEM_CLASS } from './system-information.ts';
import { writeTriageDump } from './triage.ts';

/** Access rights to threads and processes (winnt.h). */
const THREAD_ALL_ACCESS = 0x1fffff;
const THREAD_GET_CONTEXT = 0x8;
const THREAD_QUERY_INFORMATION = 0x40;
const THREAD_QUERY_LIMITED_INFORMATION = 0x800;
const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;

interface Access {
  readonly mask: number;
  readonly access: OpenThread['access'];
}

/** The kernel captures only through handles with all rights. */
const FULL: Access = { mask: THREAD_ALL_ACCESS, access: 'Full' };

/** What each purpose asks for, one after the other until one is granted. Protected threads grant the last alone. */
const ACCESS: Record<SessionPurpose, readonly Access[]> = {
  capture: [FULL],
  query: [
    FULL,
    {
      mask: THREAD_QUERY_INFORMATION | THREAD_QUERY_LIMITED_INFORMATION | THREAD_GET_CONTEXT,
      access: 'Limited',
    },
    { mask: THREAD_QUERY_LIMITED_INFORMATION, access: 'Limited' },
  ],
};

/** PROCESSINFOCLASS ProcessTimes (phnt ntpsapi.h). */
const PROCESS_TIMES = 4;

interface LiveThread extends OpenThread {
  readonly handle: bigint;
}

function attributes(): Uint8Array {
  return build(OBJECT_ATTRIBUTES, { Length: OBJECT_ATTRIBUTES.size });
}

function processCreateTime(processId: number): bigint | undefined {
  const cell = u64Cell();
  const client = build(CLIENT_ID, { UniqueProcess: processId });
  const opened = ntdll().NtOpenProcess(cell, PROCESS_QUERY_LIMITED_INFORMATION, attributes(), client);
  if (!isNtSuccess(opened)) return undefined;
  const times = new Uint8Array(KERNEL_USER_TIMES.size);
  const handle = cell[0] ?? 0n;
  const status = ntdll().NtQueryInformationProcess(handle, PROCESS_TIMES, times, times.length, u32Cell());
  ntdll().NtClose(handle);
  return isNtSuccess(status) ? view(KERNEL_USER_TIMES, times).get('CreateTime') : undefined;
}

/** Ids are reused: what was said of a thread must be true of the object behind the handle. */
function objection(thread: ThreadIdentity, handle: bigint): ThreadRefusal | undefined {
  if (hasExited(handle)) return { refused: 'exited' };
  if (threadOwner(handle) !== thread.processId) return { refused: 'replaced' };
  if (thread.createTime !== undefined && threadCreateTime(handle) !== thread.createTime) {
    return { refused: 'replaced' };
  }
  // The open thread keeps its process, and so the process id, from being reused while we look.
  if (
    thread.processCreateTime !== undefined &&
    processCreateTime(thread.processId) !== thread.processCreateTime
  ) {
    return { refused: 'replaced' };
  }
  return undefined;
}

function openThread(
  thread: ThreadIdentity,
  choices: readonly Access[],
): Omit<LiveThread, 'identity'> | ThreadRefusal {
  const client = build(CLIENT_ID, { UniqueProcess: thread.processId, UniqueThread: thread.threadId });
  let status: number = NTSTATUS.STATUS_ACCESS_DENIED;
  for (const { mask, access } of choices) {
    const cell = u64Cell();
    status = ntdll().NtOpenThread(cell, mask, attributes(), client);
    if (isNtSuccess(status)) return { handle: cell[0] ?? 0n, access };
    if (status !== NTSTATUS.STATUS_ACCESS_DENIED) return { refused: 'exited', ntStatus: status };
  }
  return { refused: 'denied', ntStatus: status };
}

/** @throws Failure NotElevated, PrivilegeNotHeld when `purpose` is 'capture' and the caller may not */
export function openSession(purpose: SessionPurpose): MachineSession {
  // Also for a look: since Windows 11 24H2 kernel addresses are shown only to holders.
  const privilege = purpose === 'capture' ? requireDebugPrivilege() : holdDebugPrivilege();
  const open = new Set<LiveThread>();
  let capturing = 0;
  let closed = false;
  /** Handles and the privilege stay as long as the kernel may look at them. */
  const whileCapturing = async <T>(answer: Promise<T>): Promise<T> => {
    capturing += 1;
    try {
      return await answer;
    } finally {
      capturing -= 1;
      if (closed && capturing === 0) giveBack();
    }
  };

  const live = (thread: OpenThread): LiveThread => {
    if (open.has(thread as LiveThread)) return thread as LiveThread;
    throw new Failure('Internal', 'A thread was used that is not open in this session');
  };
  const giveBack = () => {
    for (const thread of open) ntdll().NtClose(thread.handle);
    open.clear();
    privilege.release();
  };

  return {
    open(identity) {
      if (closed) throw new Failure('Internal', 'A session was used after it was closed');
      const opened = openThread(identity, ACCESS[purpose]);
      if ('refused' in opened) return opened;
      const refusal = objection(identity, opened.handle);
      if (refusal !== undefined) {
        ntdll().NtClose(opened.handle);
        return refusal;
      }
      const thread: LiveThread = { identity, ...opened };
      open.add(thread);
      return thread;
    },
    details: (thread) => threadDetails(live(thread).handle),
    objectAddresses(threads) {
      const answer = querySystemInformation(SYSTEM_CLASS.extendedHandle);
      const objects = decodeHandleObjects(answer, process.pid);
      return new Map(
        threads.flatMap((thread) => {
          const address = objects.get(live(thread).handle);
          return address === undefined ? [] : [[thread, address] as const];
        }),
      );
    },
    async captureTriage(request) {
      const handles = request.threads.map((thread) => live(thread).handle);
      return whileCapturing(writeTriageDump(handles, request.bugCheckCode, request.bugCheckParameters));
    },
    captureLive(request) {
      const capture = beginLiveDump(request);
      return { ...capture, finished: whileCapturing(capture.finished) };
    },
    release(thread) {
      const { handle } = live(thread);
      open.delete(thread as LiveThread);
      ntdll().NtClose(handle);
    },
    close() {
      if (closed) return;
      closed = true;
      if (capturing === 0) giveBack();
    },
  };
}
