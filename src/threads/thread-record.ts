import type { VirtualAddress } from '../binary/address.ts';
import type { Thread } from '../contract/generated/types.ts';
import { columnsFor } from '../contract/rows/columns.ts';
import { rowLayout } from '../contract/rows/row-layout.ts';
import { STATE_WAITING, threadStateName, waitReasonName } from '../contract/thread-state.ts';
import { unixFromFileTime } from '../contract/time.ts';
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

/** A thread of a listing, with everything that its record is made of. */
export interface ListedThread {
  readonly origin: ListingOrigin;
  readonly process: ProcessSnapshot;
  /** Place in the kernel's list of the process. */
  readonly ordinal: number;
  readonly thread: ThreadSnapshot;
  readonly access: ThreadAccess;
  /** Place in the order of the Tool Help library, where that was asked for. */
  readonly toolHelpOrdinal: number | undefined;
}

type SystemCall = NonNullable<ThreadDetails['lastSystemCall']>;

const call = columnsFor<NonNullable<Thread['lastSystemCall']>, SystemCall>();
const { column, few, nested, shared } = columnsFor<Thread, ListedThread>();

const isWaiting = ({ state }: ThreadSnapshot) => state === STATE_WAITING;

/** The contract's record of one thread. Nothing is made up: what the source did not give is not there. */
export const THREAD_ROW = rowLayout<'Thread', ListedThread>('Thread', [
  // A snapshot of a process belongs to one machine.
  shared(
    ({ process }) => process,
    [
      column('machine', 'text', ({ origin }) => origin.machine),
      column('simulated', 'boolean', ({ origin }) => origin.simulated),
      column('computerName', 'text', ({ origin }) => origin.computerName),
      column('processId', 'number', ({ process }) => process.processId),
      column('processName', 'text', ({ process }) => process.name),
      column('sessionId', 'number', ({ process }) => process.sessionId),
      column('processCreateTimeRaw', 'digits', ({ process }) => process.createTime),
    ],
  ),
  column('threadId', 'number', ({ thread }) => thread.threadId),
  column('ordinal', 'number', ({ ordinal }) => ordinal),
  column('createTimeRaw', 'digits', ({ thread }) => thread.createTime),
  few('priority', 'number', ({ thread }) => thread.priority),
  few('basePriority', 'number', ({ thread }) => thread.basePriority),
  column('contextSwitches', 'number', ({ thread }) => thread.contextSwitches),
  column('kernelTimeMs', 'milliseconds', ({ thread }) => thread.kernelTime),
  column('userTimeMs', 'milliseconds', ({ thread }) => thread.userTime),
  shared(
    ({ process }) => process,
    [column('processCreateTime', 'time', ({ process }) => unixFromFileTime(process.createTime))],
  ),
  few('state', 'text', ({ thread: { state } }) => (state === undefined ? undefined : threadStateName(state))),
  few('waitReason', 'text', ({ thread }) =>
    isWaiting(thread) && thread.waitReason !== undefined ? waitReasonName(thread.waitReason) : undefined,
  ),
  column('waitTimeMs', 'number', ({ thread }) => (isWaiting(thread) ? thread.waitTimeMs : undefined)),
  column('createTime', 'time', ({ thread }) => unixFromFileTime(thread.createTime)),
  column('startAddress', 'address', ({ thread }) => thread.startAddress),
  column('win32StartAddress', 'address', ({ thread }) => thread.win32StartAddress),
  column('tebAddress', 'address', ({ thread }) => thread.tebAddress),
  column('stackBase', 'address', ({ thread }) => thread.stackBase),
  column('stackLimit', 'address', ({ thread }) => thread.stackLimit),
  few('access', 'text', ({ access }) => access.access),
  column('objectAddress', 'address', ({ access }) => access.objectAddress),
  column('name', 'text', ({ access }) => access.details?.description),
  few('suspendCount', 'number', ({ access }) => access.details?.suspendCount),
  few('ioPending', 'boolean', ({ access }) => access.details?.ioPending),
  nested(
    'lastSystemCall',
    [
      call.column('number', 'number', (of) => of.number),
      call.column('firstArgument', 'address', (of) => of.firstArgument),
    ],
    ({ access }) => access.details?.lastSystemCall,
  ),
  column('toolHelpOrdinal', 'number', ({ toolHelpOrdinal }) => toolHelpOrdinal),
]);
