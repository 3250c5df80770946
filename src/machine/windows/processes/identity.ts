import { isNtSuccess } from '../../../contract/ntstatus.ts';
import type { ThreadIdentity, ThreadRefusal } from '../../port.ts';
import { ntdll } from '../calls/ntdll.ts';
import {
  createTimeOfProcess,
  openProcessHandle,
  PROCESS_QUERY_LIMITED_INFORMATION,
} from '../calls/open-object.ts';
import { hasExited, threadCreateTime, threadOwner } from './details.ts';

function processCreateTime(processId: number): bigint | undefined {
  const opened = openProcessHandle(processId, PROCESS_QUERY_LIMITED_INFORMATION);
  if (!isNtSuccess(opened.status)) return undefined;
  try {
    return createTimeOfProcess(opened.handle);
  } finally {
    ntdll().NtClose(opened.handle);
  }
}

/**
 * The reason why the object behind a handle is not the requested thread. Ids are reused, so the facts of the request must be
 * true of the opened thread.
 */
export function objection(thread: ThreadIdentity, handle: bigint): ThreadRefusal | undefined {
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
