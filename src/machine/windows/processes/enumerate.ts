import { type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { type View, view } from '../../../binary/layout.ts';
import type { Mutable } from '../../../binary/mutable.ts';
import { Failure } from '../../../contract/failure.ts';
import { STATE_WAITING } from '../../../contract/thread-state.ts';
import type { ProcessHead, ProcessSnapshot, ThreadSnapshot } from '../../port.ts';
import { SYSTEM_EXTENDED_THREAD_INFORMATION, SYSTEM_PROCESS_INFORMATION } from '../calls/layouts.ts';
import type { SystemInformation } from '../calls/system-information.ts';
import type { WaitClock } from './wait-clock.ts';

/** The kernel gives process 0 no image name; this is what .NET and Get-Process call it. */
const IDLE_PROCESS_NAME = 'Idle';

/** Windows writes zero for an address that it hides. */
export function knownAddress(value: bigint): VirtualAddress | undefined {
  return value === 0n ? undefined : virtualAddress(value);
}

/** The fields that may be absent; spreading would cost more than all the rest of the record. */
function addKnown(snapshot: Mutable<ThreadSnapshot>, key: AddressField, value: bigint): void {
  if (value !== 0n) snapshot[key] = virtualAddress(value);
}

type AddressField = 'startAddress' | 'win32StartAddress' | 'tebAddress' | 'stackBase' | 'stackLimit';

const ADDRESSES: readonly { readonly name: AddressField; readonly offset: number }[] = (
  [
    ['startAddress', 'StartAddress'],
    ['win32StartAddress', 'Win32StartAddress'],
    ['tebAddress', 'TebBase'],
    ['stackBase', 'StackBase'],
    ['stackLimit', 'StackLimit'],
  ] as const
).map(([name, field]) => ({ name, offset: SYSTEM_EXTENDED_THREAD_INFORMATION.fields[field].offset }));

const { fields: T } = SYSTEM_EXTENDED_THREAD_INFORMATION;

/**
 * The record at `base`, which is inside of the answer. It reads by the offsets of the table and not through a view: there may be 100,000
 * threads, and a watch reads 5,000 each second.
 */
function decodeThread(data: DataView, base: number, clock: WaitClock): ThreadSnapshot {
  const state = data.getUint32(base + T.ThreadState.offset, true);
  const snapshot: Mutable<ThreadSnapshot> = {
    threadId: Number(data.getBigUint64(base + T.UniqueThread.offset, true)),
    createTime: data.getBigUint64(base + T.CreateTime.offset, true),
    state,
    priority: data.getInt32(base + T.Priority.offset, true),
    basePriority: data.getInt32(base + T.BasePriority.offset, true),
    contextSwitches: data.getUint32(base + T.ContextSwitches.offset, true),
    kernelTime: data.getBigUint64(base + T.KernelTime.offset, true),
    userTime: data.getBigUint64(base + T.UserTime.offset, true),
  };
  if (state === STATE_WAITING) snapshot.waitReason = data.getUint32(base + T.WaitReason.offset, true);
  const waitTimeMs = clock(data.getUint32(base + T.WaitTime.offset, true));
  if (waitTimeMs !== undefined) snapshot.waitTimeMs = waitTimeMs;
  for (const field of ADDRESSES) addKnown(snapshot, field.name, data.getBigUint64(base + field.offset, true));
  return snapshot;
}

/** UNICODE_STRING with its buffer inside of the answer. */
function textInside(answer: SystemInformation, pointer: bigint, length: number): string {
  const offset = Number(pointer - answer.address);
  if (pointer === 0n || offset < 0 || offset + length > answer.bytes.length) return '';
  return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset + offset, length).toString('utf16le');
}

interface ProcessRecord {
  readonly process: View<typeof SYSTEM_PROCESS_INFORMATION.fields>;
  readonly threadCount: number;
  /** Where thread record `index` of the process is. */
  threadAt(index: number): number;
}

/** @throws Failure EnumerationFailed, LayoutOutOfBounds when the records contradict the length of the answer */
function* processRecords(answer: SystemInformation): Generator<ProcessRecord> {
  const { size } = SYSTEM_EXTENDED_THREAD_INFORMATION;
  let offset = 0;
  for (;;) {
    const process = view(SYSTEM_PROCESS_INFORMATION, answer.bytes, offset);
    const threadCount = process.get('NumberOfThreads');
    const first = offset + SYSTEM_PROCESS_INFORMATION.size;
    if (first + threadCount * size > answer.bytes.length) {
      const message = `Windows listed ${threadCount} threads beyond the end of its own answer`;
      throw new Failure('EnumerationFailed', message, { offset, field: 'NumberOfThreads' });
    }
    yield { process, threadCount, threadAt: (index) => first + index * size };
    const next = process.get('NextEntryOffset');
    if (next === 0) return;
    // An entry holds at least itself, so the walk always advances and ends.
    offset += Math.max(next, SYSTEM_PROCESS_INFORMATION.size);
  }
}

/** What the kernel put into WaitTime: for one thread, and whether it put anything there for any. */
export function rawWaitTimes(
  answer: SystemInformation,
  asker: { readonly processId: number; readonly threadId: number },
): { readonly own: number | undefined; readonly told: boolean } {
  let own: number | undefined;
  let told = false;
  for (const { process, threadCount, threadAt } of processRecords(answer)) {
    const isAsker = Number(process.get('UniqueProcessId')) === asker.processId;
    for (let index = 0; index < threadCount && (isAsker || !told); index += 1) {
      const thread = view(SYSTEM_EXTENDED_THREAD_INFORMATION, answer.bytes, threadAt(index));
      const waitTime = thread.get('WaitTime');
      told ||= waitTime !== 0;
      if (isAsker && Number(thread.get('UniqueThread')) === asker.threadId) own = waitTime;
    }
  }
  return { own, told };
}

/**
 * Decodes the answer to SystemExtendedProcessInformation (class 57): processes and, in each, threads in the order of the
 * kernel's lists. A process whose threads are not wanted comes without.
 * @throws Failure EnumerationFailed, LayoutOutOfBounds when the records contradict the length of the answer
 */
export function decodeProcesses(
  answer: SystemInformation,
  clock: WaitClock,
  withThreads: (process: ProcessHead) => boolean = () => true,
): ProcessSnapshot[] {
  const data = new DataView(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length);
  return Array.from(processRecords(answer), ({ process, threadCount, threadAt }) => {
    const processId = Number(process.get('UniqueProcessId'));
    const text = textInside(answer, process.get('ImageNameBuffer'), process.get('ImageNameLength'));
    const name = text === '' && processId === 0 ? IDLE_PROCESS_NAME : text;
    const createTime = process.get('CreateTime');
    const length = withThreads({ processId, name, createTime }) ? threadCount : 0;
    return {
      processId,
      parentProcessId: Number(process.get('InheritedFromUniqueProcessId')),
      name,
      sessionId: process.get('SessionId'),
      createTime,
      handleCount: process.get('HandleCount'),
      workingSetBytes: Number(process.get('WorkingSetSize')),
      privateBytes: Number(process.get('PrivatePageCount')),
      threads: Array.from({ length }, (_, index) => decodeThread(data, threadAt(index), clock)),
    };
  });
}
