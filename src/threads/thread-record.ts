import { formatAddress, type VirtualAddress } from '../binary/address.ts';
import type { Thread } from '../contract/generated/types.ts';
import { namedState, STATE_WAITING } from '../contract/thread-state.ts';
import { isoFromFileTime, millisecondsFromUnits } from '../contract/time.ts';
import type { ProcessSnapshot, ThreadDetails, ThreadSnapshot } from '../machine/port.ts';

/** Where a record comes from. */
export interface ListingOrigin {
  readonly machine: string;
  readonly simulated: boolean;
  readonly computerName: string;
}

/** What opening the thread gave. */
export interface ThreadAccess {
  readonly access: 'Full' | 'Query' | 'Limited' | 'Denied' | 'Exited' | 'NotTried';
  readonly objectAddress?: VirtualAddress | undefined;
  readonly details?: ThreadDetails;
}

function addSnapshot(record: Thread, thread: ThreadSnapshot): void {
  Object.assign(record, namedState(thread));
  if (thread.state === STATE_WAITING && thread.waitTimeMs !== undefined) {
    record.waitTimeMs = thread.waitTimeMs;
  }
  const created = isoFromFileTime(thread.createTime);
  if (created !== undefined) record.createTime = created;
  for (const name of [
    'startAddress',
    'win32StartAddress',
    'tebAddress',
    'stackBase',
    'stackLimit',
  ] as const) {
    const address = thread[name];
    if (address !== undefined) record[name] = formatAddress(address);
  }
}

function addAccess(record: Thread, { access, objectAddress, details = {} }: ThreadAccess): void {
  record.access = access;
  if (objectAddress !== undefined) record.objectAddress = formatAddress(objectAddress);
  if (details.description !== undefined) record.name = details.description;
  if (details.suspendCount !== undefined) record.suspendCount = details.suspendCount;
  if (details.ioPending !== undefined) record.ioPending = details.ioPending;
  if (details.lastSystemCall !== undefined) {
    const { number, firstArgument } = details.lastSystemCall;
    record.lastSystemCall = { number, firstArgument: formatAddress(firstArgument) };
  }
}

/**
 * The contract's record of one thread. Nothing is made up: what the source did not give is not there. Properties are
 * set one by one, not spread from parts, because a server lists 100,000 threads and shared shapes halve its time.
 */
export function threadRecord(
  origin: ListingOrigin,
  process: ProcessSnapshot,
  ordinal: number,
  thread: ThreadSnapshot,
  access: ThreadAccess,
): Thread {
  const record: Thread = {
    machine: origin.machine,
    simulated: origin.simulated,
    computerName: origin.computerName,
    processId: process.processId,
    processName: process.name,
    sessionId: process.sessionId,
    processCreateTimeRaw: process.createTime.toString(),
    threadId: thread.threadId,
    ordinal,
    createTimeRaw: thread.createTime.toString(),
    priority: thread.priority,
    basePriority: thread.basePriority,
    contextSwitches: thread.contextSwitches,
    kernelTimeMs: millisecondsFromUnits(thread.kernelTime),
    userTimeMs: millisecondsFromUnits(thread.userTime),
  };
  const processCreated = isoFromFileTime(process.createTime);
  if (processCreated !== undefined) record.processCreateTime = processCreated;
  addSnapshot(record, thread);
  addAccess(record, access);
  return record;
}
