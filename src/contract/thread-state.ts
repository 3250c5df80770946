/**
 * Names of KTHREAD_STATE and KWAIT_REASON. Numbers: phnt ntkeapi.h. States are spelled as .NET's ThreadState does where
 * it has the state (`Wait`, not `Waiting`), because users compare with what Get-Process shows.
 */

const STATE_NAMES = [
  'Initialized',
  'Ready',
  'Running',
  'Standby',
  'Terminated',
  'Wait',
  'Transition',
  'DeferredReady',
  'GateWait',
  'WaitingForProcessInSwap',
] as const;

const WAIT_REASON_NAMES = [
  'Executive',
  'FreePage',
  'PageIn',
  'PoolAllocation',
  'DelayExecution',
  'Suspended',
  'UserRequest',
  'WrExecutive',
  'WrFreePage',
  'WrPageIn',
  'WrPoolAllocation',
  'WrDelayExecution',
  'WrSuspended',
  'WrUserRequest',
  'WrEventPair',
  'WrQueue',
  'WrLpcReceive',
  'WrLpcReply',
  'WrVirtualMemory',
  'WrPageOut',
  'WrRendezvous',
  'WrKeyedEvent',
  'WrTerminated',
  'WrProcessInSwap',
  'WrCpuRateControl',
  'WrCalloutStack',
  'WrKernel',
  'WrResource',
  'WrPushLock',
  'WrMutex',
  'WrQuantumEnd',
  'WrDispatchInt',
  'WrPreempted',
  'WrYieldExecution',
  'WrFastMutex',
  'WrGuardedMutex',
  'WrRundown',
  'WrAlertByThreadId',
  'WrDeferredPreempt',
  'WrPhysicalFault',
  'WrIoRing',
  'WrMdlCache',
  'WrRcu',
] as const;

/** KTHREAD_STATE Waiting: the only state in which a wait reason means something. */
export const STATE_WAITING = 5;

/** The names that a filter may use, for completion and for messages. */
export const THREAD_STATES: readonly string[] = STATE_NAMES;
export const WAIT_REASONS: readonly string[] = WAIT_REASON_NAMES;

/** A state's name; a number that this table does not know yet becomes `State<n>`. */
export function threadStateName(state: number): string {
  return STATE_NAMES[state] ?? `State${state}`;
}

/** A wait reason's name; an unknown number becomes `WaitReason<n>`. */
export function waitReasonName(reason: number): string {
  return WAIT_REASON_NAMES[reason] ?? `WaitReason${reason}`;
}

/** What a record shows of KTHREAD_STATE and KWAIT_REASON: a reason belongs to a waiting thread alone. */
export function namedState(thread: {
  readonly state?: number | undefined;
  readonly waitReason?: number | undefined;
}): { readonly state?: string; readonly waitReason?: string } {
  const { state, waitReason } = thread;
  if (state === undefined) return {};
  const named = { state: threadStateName(state) };
  return state === STATE_WAITING && waitReason !== undefined
    ? { ...named, waitReason: waitReasonName(waitReason) }
    : named;
}
