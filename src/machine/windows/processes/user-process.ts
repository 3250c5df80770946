import process from 'node:process';
import type { VirtualAddress } from '../../../binary/address.ts';
import { isNtSuccess, NTSTATUS } from '../../../contract/ntstatus.ts';
import type { ProcessIdentity, ThreadRefusal, UserProcess } from '../../port.ts';
import { ntdll } from '../calls/ntdll.ts';
import {
  createTimeOfProcess,
  openProcessHandle,
  PROCESS_QUERY_INFORMATION,
  PROCESS_QUERY_LIMITED_INFORMATION,
  PROCESS_VM_READ,
} from '../calls/open-object.ts';
import { u64Cell } from '../calls/request.ts';
import { holdDebugPrivilege } from '../rights/privilege.ts';
import { userModules } from './user-modules.ts';
import { copyUserStack } from './user-stack.ts';

const ACCESS = PROCESS_VM_READ | PROCESS_QUERY_INFORMATION | PROCESS_QUERY_LIMITED_INFORMATION;
/** No structure that a stack walk reads is longer. */
const LONGEST_READ = 1 << 20;

function readMemory(handle: bigint, address: VirtualAddress, length: number): Uint8Array | undefined {
  if (length < 0 || length > LONGEST_READ) return undefined;
  const bytes = new Uint8Array(length);
  const read = u64Cell();
  const status = ntdll().NtReadVirtualMemory(handle, address, bytes, BigInt(length), read);
  return isNtSuccess(status) && read[0] === BigInt(length) ? bytes : undefined;
}

/** Opens a process for reading; SeDebugPrivilege is held as long as it is open, where it can be had. */
export function openUserProcess({ processId, createTime }: ProcessIdentity): UserProcess | ThreadRefusal {
  // A thread of our own may hold the lock that we need next, and would hold it suspended.
  if (processId === process.pid) return { refused: 'denied' };
  const privilege = holdDebugPrivilege();
  const { status, handle } = openProcessHandle(processId, ACCESS);
  if (!isNtSuccess(status)) {
    privilege.release();
    const refused = status === NTSTATUS.STATUS_ACCESS_DENIED ? 'denied' : 'exited';
    return { refused, ntStatus: status };
  }
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    ntdll().NtClose(handle);
    privilege.release();
  };
  if (createTime !== undefined && createTimeOfProcess(handle) !== createTime) {
    close();
    return { refused: 'replaced' };
  }
  return {
    modules: userModules(processId),
    read: (address, length) => readMemory(handle, address, length),
    copyStack: (threadId, created) =>
      copyUserStack(handle, {
        processId,
        threadId,
        ...(created === undefined ? {} : { createTime: created }),
      }),
    close,
  };
}
