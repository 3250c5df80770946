import { view } from '../../../binary/layout.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import { CLIENT_ID, KERNEL_USER_TIMES, OBJECT_ATTRIBUTES } from './layouts.ts';
import { ntdll } from './ntdll.ts';
import { build, u32Cell, u64Cell } from './request.ts';

/** Access rights to threads and processes (winnt.h). */
export const THREAD_ALL_ACCESS = 0x1fffff;
export const THREAD_SUSPEND_RESUME = 0x2;
export const THREAD_GET_CONTEXT = 0x8;
export const THREAD_QUERY_INFORMATION = 0x40;
export const THREAD_QUERY_LIMITED_INFORMATION = 0x800;
export const PROCESS_VM_READ = 0x10;
export const PROCESS_QUERY_INFORMATION = 0x400;
export const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;

/** PROCESSINFOCLASS ProcessTimes (phnt ntpsapi.h). */
const PROCESS_TIMES = 4;

/** A handle that is valid when the status is a success. */
export interface Opened {
  readonly status: number;
  readonly handle: bigint;
}

const attributes = () => build(OBJECT_ATTRIBUTES, { Length: OBJECT_ATTRIBUTES.size });

export function openThreadHandle(processId: number, threadId: number, access: number): Opened {
  const cell = u64Cell();
  const client = build(CLIENT_ID, { UniqueProcess: processId, UniqueThread: threadId });
  const status = ntdll().NtOpenThread(cell, access, attributes(), client);
  return { status, handle: cell[0] ?? 0n };
}

export function openProcessHandle(processId: number, access: number): Opened {
  const cell = u64Cell();
  const client = build(CLIENT_ID, { UniqueProcess: processId });
  const status = ntdll().NtOpenProcess(cell, access, attributes(), client);
  return { status, handle: cell[0] ?? 0n };
}

/** When the process was created; needs PROCESS_QUERY_LIMITED_INFORMATION. */
export function createTimeOfProcess(process: bigint): bigint | undefined {
  const times = new Uint8Array(KERNEL_USER_TIMES.size);
  const status = ntdll().NtQueryInformationProcess(process, PROCESS_TIMES, times, times.length, u32Cell());
  return isNtSuccess(status) ? view(KERNEL_USER_TIMES, times).get('CreateTime') : undefined;
}
