import { formatAddress } from '../../binary/address.ts';
import type { StackGroup as StackGroupRecord, StacksRequest } from '../../contract/generated/types.ts';
import type { GroupBy, StackGroup } from '../../stack/group.ts';
import { formatFrame } from '../../stack/named-frame.ts';
import { groupWaits, type StackWait } from './stack-wait.ts';

export type StackGroupMember = StackGroupRecord['threads'][number];

/** A thread of a group, and its wait where that is known. */
export interface GroupedThread {
  readonly member: StackGroupMember;
  readonly wait?: StackWait;
}

/** Frames that count when a request groups by the innermost ones without a number. */
const USUAL_TOP = 5;

/** What a request groups by; undefined when it wants stacks. */
export function groupByOf({ groupBy, topFrames = USUAL_TOP }: StacksRequest): GroupBy | undefined {
  switch (groupBy) {
    case 'Symbol':
      return { kind: 'symbol' };
    case 'Address':
      return { kind: 'address' };
    case 'Module':
      return { kind: 'module' };
    case 'Top':
      return { kind: 'top', frames: topFrames };
    default:
      return undefined;
  }
}

/** The contract's record of a group. */
export function stackGroupRecord(group: StackGroup<GroupedThread>, simulated: boolean): StackGroupRecord {
  const waits = group.members.flatMap(({ wait }) => wait ?? []);
  return {
    count: group.members.length,
    ...(simulated ? { simulated } : {}),
    ...groupWaits(
      group.members.length,
      waits,
      group.frames.map((frame) => ({ ...frame, isGuess: frame.foundBy === 'scan' })),
    ),
    threads: group.members.map(({ member }) => member),
    // A stack without frames has a reason.
    stack: group.frames.length === 0 ? [group.key] : group.frames.map(formatFrame),
  };
}

/** How a group names one of its threads. */
export function memberOf(
  path: string | undefined,
  thread: { readonly processId?: number; readonly threadId?: number; readonly address: bigint },
  processName: string | undefined,
): StackGroupMember {
  const { processId, threadId, address } = thread;
  return {
    ...(path === undefined ? {} : { path }),
    ...(processId === undefined ? {} : { processId }),
    ...(processName === undefined ? {} : { processName }),
    ...(threadId === undefined ? {} : { threadId }),
    objectAddress: formatAddress(address),
  };
}
