import { type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { type View, view } from '../../binary/layout.ts';
import { Failure } from '../../contract/failure.ts';
import type { ProcessSnapshot, ThreadSnapshot } from '../port.ts';
import { SYSTEM_EXTENDED_THREAD_INFORMATION, SYSTEM_PROCESS_INFORMATION } from './layouts.ts';
import type { SystemInformation } from './system-information.ts';
import type { WaitClock } from './wait-clock.ts';

/** KTHREAD_STATE Waiting (phnt ntkeapi.h): the wait reason of any other state is that of an earlier wait. */
const STATE_WAITING = 5;
/** The kernel gives process 0 no image name; this is what .NET and Get-Process call it. */
const IDLE_PROCESS_NAME = 'Idle';

/** Windows writes zero for an address that it does not tell. */
export function knownAddress(value: bigint): VirtualAddress | undefined {
  return value === 0n ? undefined : virtualAddress(value);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function decodeThread(answer: SystemInformation, offset: number, clock: WaitClock): ThreadSnapshot {
  const thread = view(SYSTEM_EXTENDED_THREAD_INFORMATION, answer.bytes, offset);
  const state = thread.get('ThreadState');
  return {
    threadId: Number(thread.get('UniqueThread')),
    createTime: thread.get('CreateTime'),
    state,
    ...optional('waitReason', state === STATE_WAITING ? thread.get('WaitReason') : undefined),
    ...optional('waitTimeMs', clock(thread.get('WaitTime'))),
    priority: thread.get('Priority'),
    basePriority: thread.get('BasePriority'),
    contextSwitches: thread.get('ContextSwitches'),
    kernelTime: thread.get('KernelTime'),
    userTime: thread.get('UserTime'),
    ...optional('startAddress', knownAddress(thread.get('StartAddress'))),
    ...optional('win32StartAddress', knownAddress(thread.get('Win32StartAddress'))),
    ...optional('tebAddress', knownAddress(thread.get('TebBase'))),
    ...optional('stackBase', knownAddress(thread.get('StackBase'))),
    ...optional('stackLimit', knownAddress(thread.get('StackLimit'))),
  };
}

/** UNICODE_STRING whose buffer lies inside of the answer. */
function textInside(answer: SystemInformation, pointer: bigint, length: number): string {
  const offset = Number(pointer - answer.address);
  if (pointer === 0n || offset < 0 || offset + length > answer.bytes.length) return '';
  return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset + offset, length).toString('utf16le');
}

interface ProcessRecord {
  readonly process: View<typeof SYSTEM_PROCESS_INFORMATION.fields>;
  /** Where its thread records lie. */
  readonly threads: readonly number[];
}

/** @throws Failure EnumerationFailed, LayoutOutOfBounds when the records contradict the length of the answer */
function* processRecords(answer: SystemInformation): Generator<ProcessRecord> {
  let offset = 0;
  for (;;) {
    const process = view(SYSTEM_PROCESS_INFORMATION, answer.bytes, offset);
    const count = process.get('NumberOfThreads');
    const first = offset + SYSTEM_PROCESS_INFORMATION.size;
    if (first + count * SYSTEM_EXTENDED_THREAD_INFORMATION.size > answer.bytes.length) {
      const message = `Windows listed ${count} threads beyond the end of its own answer`;
      throw new Failure('EnumerationFailed', message, { offset, field: 'NumberOfThreads' });
    }
    const size = SYSTEM_EXTENDED_THREAD_INFORMATION.size;
    yield { process, threads: Array.from({ length: count }, (_, index) => first + index * size) };
    const next = process.get('NextEntryOffset');
    if (next === 0) return;
    // An entry holds at least itself, so the walk always advances and ends.
    offset += Math.max(next, SYSTEM_PROCESS_INFORMATION.size);
  }
}

/** The WaitTime fields of all threads as the kernel gave them, by thread id. */
export function rawWaitTimes(answer: SystemInformation): Map<number, number> {
  const times = new Map<number, number>();
  for (const { threads } of processRecords(answer)) {
    for (const offset of threads) {
      const thread = view(SYSTEM_EXTENDED_THREAD_INFORMATION, answer.bytes, offset);
      times.set(Number(thread.get('UniqueThread')), thread.get('WaitTime'));
    }
  }
  return times;
}

/**
 * Decodes the answer to SystemExtendedProcessInformation (class 57): processes and, in each, threads in the order of the
 * kernel's lists.
 * @throws Failure EnumerationFailed, LayoutOutOfBounds when the records contradict the length of the answer
 */
export function decodeProcesses(answer: SystemInformation, clock: WaitClock): ProcessSnapshot[] {
  return Array.from(processRecords(answer), ({ process, threads }) => {
    const processId = Number(process.get('UniqueProcessId'));
    const name = textInside(answer, process.get('ImageNameBuffer'), process.get('ImageNameLength'));
    return {
      processId,
      parentProcessId: Number(process.get('InheritedFromUniqueProcessId')),
      name: name === '' && processId === 0 ? IDLE_PROCESS_NAME : name,
      sessionId: process.get('SessionId'),
      createTime: process.get('CreateTime'),
      handleCount: process.get('HandleCount'),
      workingSetBytes: Number(process.get('WorkingSetSize')),
      privateBytes: Number(process.get('PrivatePageCount')),
      threads: threads.map((offset) => decodeThread(answer, offset, clock)),
    };
  });
}
