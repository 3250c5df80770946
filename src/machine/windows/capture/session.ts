import process from 'node:process';
import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess, NTSTATUS } from '../../../contract/ntstatus.ts';
import type {
  MachineSession,
  OpenThread,
  SessionPurpose,
  ThreadIdentity,
  ThreadRefusal,
} from '../../port.ts';
import { decodeHandleObjects } from '../calls/handles.ts';
import { ntdll } from '../calls/ntdll.ts';
import {
  openThreadHandle,
  THREAD_ALL_ACCESS,
  THREAD_GET_CONTEXT,
  THREAD_QUERY_INFORMATION,
  THREAD_QUERY_LIMITED_INFORMATION,
} from '../calls/open-object.ts';
import { decodeSystemInformation, SYSTEM_CLASS } from '../calls/system-information.ts';
import { hasExited, threadDetails } from '../processes/details.ts';
import { objection } from '../processes/identity.ts';
import { holdDebugPrivilege, requireDebugPrivilege } from '../rights/privilege.ts';
import { markCapture } from './capture-mark.ts';
import { beginLiveDump } from './live.ts';
import { captureTriageDump } from './triage.ts';

interface Access {
  readonly mask: number;
  readonly access: OpenThread['access'];
}

/** The kernel captures only through handles with all rights. */
const FULL: Access = { mask: THREAD_ALL_ACCESS, access: 'Full' };

/**
 * What each purpose asks for, one after the other until one is granted. A look never asks for more than it uses: security
 * software takes full access to foreign threads for an attack. Protected threads grant the last alone.
 */
const ACCESS: Record<SessionPurpose, readonly Access[]> = {
  capture: [FULL],
  query: [
    {
      mask: THREAD_QUERY_INFORMATION | THREAD_QUERY_LIMITED_INFORMATION | THREAD_GET_CONTEXT,
      access: 'Query',
    },
    { mask: THREAD_QUERY_LIMITED_INFORMATION, access: 'Limited' },
  ],
};

interface LiveThread extends OpenThread {
  readonly handle: bigint;
}

function openThread(
  thread: ThreadIdentity,
  choices: readonly Access[],
): Omit<LiveThread, 'identity'> | ThreadRefusal {
  let status: number = NTSTATUS.STATUS_ACCESS_DENIED;
  for (const { mask, access } of choices) {
    const opened = openThreadHandle(thread.processId, thread.threadId, mask);
    status = opened.status;
    if (isNtSuccess(status)) return { handle: opened.handle, access };
    if (status !== NTSTATUS.STATUS_ACCESS_DENIED) return { refused: 'exited', ntStatus: status };
  }
  return { refused: 'denied', ntStatus: status };
}

/** @throws Failure NotElevated, PrivilegeNotHeld when `purpose` is 'capture' and the caller may not */
export function openSession(purpose: SessionPurpose): MachineSession {
  // Also for a look: since Windows 11 24H2 kernel addresses are shown only to holders.
  const privilege = purpose === 'capture' ? requireDebugPrivilege() : holdDebugPrivilege();
  const removeMark = purpose === 'capture' ? markCapture() : () => undefined;
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

  const requireOpen = () => {
    if (closed) throw new Failure('Internal', 'A session was used after it was closed');
  };
  const live = (thread: OpenThread): LiveThread => {
    if (open.has(thread as LiveThread)) return thread as LiveThread;
    throw new Failure('Internal', 'A thread was used that is not open in this session');
  };
  const giveBack = () => {
    for (const thread of open) ntdll().NtClose(thread.handle);
    open.clear();
    removeMark();
    privilege.release();
  };

  return {
    open(identity) {
      requireOpen();
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
    hasTerminated: (thread) => hasExited(live(thread).handle),
    objectAddresses(threads) {
      const objects = decodeSystemInformation(SYSTEM_CLASS.extendedHandle, (answer) =>
        decodeHandleObjects(answer, process.pid),
      );
      return new Map(
        threads.flatMap((thread) => {
          const address = objects.get(live(thread).handle);
          return address === undefined ? [] : [[thread, address] as const];
        }),
      );
    },
    async captureTriage(request) {
      requireOpen();
      const handles = request.threads.map((thread) => live(thread).handle);
      return whileCapturing(captureTriageDump(handles, request.bugCheckCode, request.bugCheckParameters));
    },
    captureLive(request) {
      requireOpen();
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
