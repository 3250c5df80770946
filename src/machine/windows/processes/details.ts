import { view } from '../../../binary/layout.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import type { ThreadDetails } from '../../port.ts';
import {
  KERNEL_USER_TIMES,
  THREAD_BASIC_INFORMATION,
  THREAD_LAST_SYSCALL_INFORMATION,
  UNICODE_STRING,
} from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { u32Cell } from '../calls/request.ts';

/** THREADINFOCLASS (phnt ntpsapi.h). */
const THREAD_CLASS = {
  basic: 0,
  times: 1,
  isIoPending: 16,
  isTerminated: 20,
  lastSystemCall: 21,
  suspendCount: 35,
  name: 38,
} as const;

const STATUS_PENDING = 0x103;
/** SetThreadDescription takes what a UNICODE_STRING can count: 65,535 bytes. */
const LARGEST_NAME = UNICODE_STRING.size + 0x10000;

/** The answer to one class, or undefined when this Windows or the rights of the handle do not give it. */
function query(thread: bigint, infoClass: number, size: number): Uint8Array | undefined {
  const buffer = new Uint8Array(size);
  const status = ntdll().NtQueryInformationThread(thread, infoClass, buffer, size, u32Cell());
  return isNtSuccess(status) ? buffer : undefined;
}

function queryU32(thread: bigint, infoClass: number): number | undefined {
  const answer = query(thread, infoClass, 4);
  return answer && new DataView(answer.buffer).getUint32(0, true);
}

/** When the thread was created; needs no more than THREAD_QUERY_LIMITED_INFORMATION. */
export function threadCreateTime(thread: bigint): bigint | undefined {
  const times = query(thread, THREAD_CLASS.times, KERNEL_USER_TIMES.size);
  return times && view(KERNEL_USER_TIMES, times).get('CreateTime');
}

/** The process that the thread belongs to. */
export function threadOwner(thread: bigint): number | undefined {
  const basic = query(thread, THREAD_CLASS.basic, THREAD_BASIC_INFORMATION.size);
  return basic && Number(view(THREAD_BASIC_INFORMATION, basic).get('UniqueProcess'));
}

/** Where its thread environment block is in its process. */
export function threadTeb(thread: bigint): bigint | undefined {
  const basic = query(thread, THREAD_CLASS.basic, THREAD_BASIC_INFORMATION.size);
  return basic && view(THREAD_BASIC_INFORMATION, basic).get('TebBaseAddress');
}

/** A thread object outlives its thread while a handle to it is open. */
export function hasExited(thread: bigint): boolean {
  const terminated = queryU32(thread, THREAD_CLASS.isTerminated);
  if (terminated !== undefined) return terminated !== 0;
  const basic = query(thread, THREAD_CLASS.basic, THREAD_BASIC_INFORMATION.size);
  return basic !== undefined && view(THREAD_BASIC_INFORMATION, basic).get('ExitStatus') !== STATUS_PENDING;
}

function description(thread: bigint): string | undefined {
  // Most names fit into the first guess; the answer shows when one does not, but not reliably how long it is.
  const answer = query(thread, THREAD_CLASS.name, 512) ?? query(thread, THREAD_CLASS.name, LARGEST_NAME);
  if (answer === undefined) return undefined;
  const length = view(UNICODE_STRING, answer).get('Length');
  // The text follows the counted string in the same buffer.
  return Buffer.from(answer.subarray(UNICODE_STRING.size, UNICODE_STRING.size + length)).toString('utf16le');
}

function lastSystemCall(thread: bigint): ThreadDetails['lastSystemCall'] {
  const answer = query(thread, THREAD_CLASS.lastSystemCall, THREAD_LAST_SYSCALL_INFORMATION.size);
  if (answer === undefined) return undefined;
  const fields = view(THREAD_LAST_SYSCALL_INFORMATION, answer);
  return { number: fields.get('SystemCallNumber'), firstArgument: fields.get('FirstArgument') };
}

/** Everything that a handle gives beyond the snapshot; what is refused or unknown is absent. */
export function threadDetails(thread: bigint): ThreadDetails {
  const name = description(thread);
  const suspendCount = queryU32(thread, THREAD_CLASS.suspendCount);
  const ioPending = queryU32(thread, THREAD_CLASS.isIoPending);
  const systemCall = lastSystemCall(thread);
  return {
    ...(name === undefined || name === '' ? {} : { description: name }),
    ...(suspendCount === undefined ? {} : { suspendCount }),
    ...(ioPending === undefined ? {} : { ioPending: ioPending !== 0 }),
    ...(systemCall === undefined ? {} : { lastSystemCall: systemCall }),
  };
}
