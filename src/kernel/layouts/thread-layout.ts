import type { DebuggerData } from '../../dump/debugger-data.ts';
import { type IoLayouts, ioLayouts } from './io-layouts.ts';
import { type FieldPlan, type LayoutInputs, type PlacedMember, placeFields } from './layout-source.ts';

/** Offsets inside ETHREAD, each from the most trusted source that has it. */
export interface ThreadLayout {
  /** Bytes of ETHREAD. */
  readonly size: number;
  readonly initialStack: number;
  readonly kernelStack: number;
  readonly stackLimit: number;
  readonly stackBase: number;
  readonly state: number;
  /** KTHREAD.ApcState.Process: the process that the thread is attached to. */
  readonly apcProcess: number;
  readonly teb: number;
  readonly waitReason: number | undefined;
  readonly irpList: number | undefined;
  /** KTHREAD.Process, the owner. */
  readonly process: number;
  readonly waitBlocks: number;
  readonly waitTime: number | undefined;
  readonly priority: number;
  readonly basePriority: number;
  /** KTHREAD.PreviousMode, which by rule is before BasePriority; undefined where the types place BasePriority without it. */
  readonly previousMode: number | undefined;
  readonly cid: number | undefined;
  readonly startAddress: number | undefined;
  readonly win32StartAddress: number | undefined;
  /** KTHREAD.ThreadListEntry; by no rule, so undefined without types. */
  readonly threadListEntry: number | undefined;
  /** The structures that its list of requests leads to. */
  readonly io: IoLayouts;
  /** Where each of these fields is, and which source gives it. */
  readonly placed: ThreadPlaces;
}

export type ThreadPlaces = { readonly [K in keyof typeof PLANS]?: PlacedMember };

const after =
  (
    field: 'OffsetKThreadApcProcess' | 'OffsetKThreadNextProcessor' | 'OffsetEThreadIrpList',
    distance: number,
  ) =>
  (data: DebuggerData): number | undefined => {
    const base = data.known(field);
    return base === undefined ? undefined : base + distance;
  };

const WAIT_BLOCK_AFTER_APC_PROCESS = 0x88;
/** KWAIT_BLOCK is 0x30 bytes of which the last ones are free; KTHREAD keeps fields of its own there. */
const STATE_IN_WAIT_BLOCKS = 0x44;
const WAIT_TIME_IN_WAIT_BLOCKS = 0x74;

/** In the tail of the third wait block. Guard: State is in the tail of the second. */
function waitTimeByRule(data: DebuggerData): number | undefined {
  const waitBlocks = after('OffsetKThreadApcProcess', WAIT_BLOCK_AFTER_APC_PROCESS)(data);
  return waitBlocks !== undefined && data.known('OffsetKThreadState') === waitBlocks + STATE_IN_WAIT_BLOCKS
    ? waitBlocks + WAIT_TIME_IN_WAIT_BLOCKS
    : undefined;
}

/**
 * How each field is found. Rules held in the public structure listings of the builds named beside them; each value has a guard
 * where it is read, and one that fails its guard is left out.
 */
const PLANS = {
  initialStack: { structure: '_KTHREAD', member: 'InitialStack', debuggerData: 'OffsetKThreadInitialStack' },
  kernelStack: { structure: '_KTHREAD', member: 'KernelStack', debuggerData: 'OffsetKThreadKernelStack' },
  stackLimit: { structure: '_KTHREAD', member: 'StackLimit', debuggerData: 'OffsetKThreadStackLimit' },
  stackBase: { structure: '_KTHREAD', member: 'StackBase', debuggerData: 'OffsetKThreadStackBase' },
  state: { structure: '_KTHREAD', member: 'State', debuggerData: 'OffsetKThreadState' },
  apcProcess: { structure: '_KTHREAD', member: 'ApcState.Process', debuggerData: 'OffsetKThreadApcProcess' },
  teb: { structure: '_KTHREAD', member: 'Teb', debuggerData: 'OffsetKThreadTeb' },
  waitReason: { structure: '_KTHREAD', member: 'WaitReason', debuggerData: 'OffsetKThreadWaitReason' },
  irpList: { structure: '_ETHREAD', member: 'IrpList', debuggerData: 'OffsetEThreadIrpList' },
  /** Triage dumps of builds 19041 and 22000. */
  process: { structure: '_KTHREAD', member: 'Process', rule: after('OffsetKThreadNextProcessor', 0x08) },
  /** Windows 8 and later. */
  waitBlocks: {
    structure: '_KTHREAD',
    member: 'WaitBlock',
    rule: after('OffsetKThreadApcProcess', WAIT_BLOCK_AFTER_APC_PROCESS),
  },
  waitTime: { structure: '_KTHREAD', member: 'WaitTime', rule: waitTimeByRule },
  /** In the tail of the APC state. Guard: 0 to 31. */
  priority: { structure: '_KTHREAD', member: 'Priority', rule: after('OffsetKThreadApcProcess', 0x0b) },
  /** Build 19041. Guard: 0 to 31, and PreviousMode before it. */
  basePriority: {
    structure: '_KTHREAD',
    member: 'BasePriority',
    rule: after('OffsetKThreadNextProcessor', 0x1b),
  },
  previousMode: {
    structure: '_KTHREAD',
    member: 'PreviousMode',
    rule: after('OffsetKThreadNextProcessor', 0x1a),
  },
  /** Windows 7 to 11 24H2. Guard: ids are multiples of 4 below 2^24. */
  cid: { structure: '_ETHREAD', member: 'Cid', rule: after('OffsetEThreadIrpList', -0x38) },
  /** Windows 7 to 11 24H2. */
  startAddress: { structure: '_ETHREAD', member: 'StartAddress', rule: after('OffsetEThreadIrpList', -0x60) },
  /** Windows 8.1 to 11 24H2. */
  win32StartAddress: {
    structure: '_ETHREAD',
    member: 'Win32StartAddress',
    rule: after('OffsetEThreadIrpList', 0x20),
  },
  threadListEntry: { structure: '_KTHREAD', member: 'ThreadListEntry' },
} as const satisfies Record<string, FieldPlan>;

/**
 * The layout of threads in a dump; undefined when neither its debugger data nor the types place the stack: the debugger data of
 * Windows before 8 does not.
 */
export function threadLayout(inputs: LayoutInputs): ThreadLayout | undefined {
  const placed: ThreadPlaces = placeFields(PLANS, inputs);
  const size = inputs.debuggerData?.known('SizeEThread') ?? inputs.types?.sizeOf('_ETHREAD');
  const { initialStack, kernelStack, stackLimit, stackBase, state, apcProcess, teb } = placed;
  const { process, waitBlocks, priority, basePriority, previousMode } = placed;
  if (!size || !initialStack || !kernelStack || !stackLimit || !stackBase) return undefined;
  if (!state || !apcProcess || !teb || !process || !waitBlocks || !priority || !basePriority)
    return undefined;
  // Pointers are aligned in every build; other offsets are damage, and searches count on it.
  if ([initialStack, kernelStack, stackLimit, stackBase].some(({ offset }) => offset % 8 !== 0))
    return undefined;
  return {
    size,
    initialStack: initialStack.offset,
    kernelStack: kernelStack.offset,
    stackLimit: stackLimit.offset,
    stackBase: stackBase.offset,
    state: state.offset,
    apcProcess: apcProcess.offset,
    teb: teb.offset,
    waitReason: placed.waitReason?.offset,
    irpList: placed.irpList?.offset,
    process: process.offset,
    waitBlocks: waitBlocks.offset,
    waitTime: placed.waitTime?.offset,
    priority: priority.offset,
    basePriority: basePriority.offset,
    // The rule for PreviousMode is a distance from BasePriority by rule, so it guards that place alone.
    previousMode: basePriority.source === previousMode?.source ? previousMode.offset : undefined,
    cid: placed.cid?.offset,
    startAddress: placed.startAddress?.offset,
    win32StartAddress: placed.win32StartAddress?.offset,
    threadListEntry: placed.threadListEntry?.offset,
    io: ioLayouts(inputs.types),
    placed,
  };
}
