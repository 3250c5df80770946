import type { DebuggerData } from '../../dump/debugger-data.ts';
import {
  type FieldPlan,
  type LayoutInputs,
  type LayoutSource,
  placeFields,
} from '../../kernel/layouts/layout-source.ts';

/**
 * Fields of KTHREAD and ETHREAD about waits. Rules count from fields of the debugger data; they held in triage dumps of
 * x64 19041 and ARM64 22000 and in public structure listings up to 24H2. Every reader guards the value that it takes.
 */

type Rule = (data: DebuggerData) => number | undefined;

const after =
  (
    field: 'OffsetKThreadApcProcess' | 'OffsetKThreadTeb' | 'OffsetKThreadNextProcessor',
    distance: number,
  ): Rule =>
  (data) => {
    const base = data.known(field);
    return base === undefined ? undefined : base + distance;
  };

const afterWaitReason =
  (distance: number): Rule =>
  (data) => {
    const base = data.known('OffsetKThreadWaitReason');
    return base === undefined ? undefined : base + distance;
  };

const afterIrpList =
  (distance: number): Rule =>
  (data) => {
    const base = data.known('OffsetEThreadIrpList');
    return base === undefined ? undefined : base + distance;
  };

const WAIT_BLOCK = 0x88;
/** KTHREAD keeps State in the tail of the second wait block; where it is elsewhere, the rules for the tails do not hold. */
const STATE_IN_WAIT_BLOCKS = 0x44;

const inWaitBlocks =
  (distance: number): Rule =>
  (data) => {
    const blocks = after('OffsetKThreadApcProcess', WAIT_BLOCK)(data);
    const state = data.known('OffsetKThreadState');
    return blocks !== undefined && state === blocks + STATE_IN_WAIT_BLOCKS ? blocks + distance : undefined;
  };

const PLANS = {
  WaitBlockList: {
    structure: '_KTHREAD',
    member: 'WaitBlockList',
    rule: after('OffsetKThreadApcProcess', 0x18),
  },
  WaitBlock: {
    structure: '_KTHREAD',
    member: 'WaitBlock',
    rule: after('OffsetKThreadApcProcess', WAIT_BLOCK),
  },
  /** In the tail of the first wait block: `WaitBlockFill4[20]` of public headers from 8.1 on. */
  ContextSwitches: { structure: '_KTHREAD', member: 'ContextSwitches', rule: inWaitBlocks(0x14) },
  WaitBlockCount: {
    structure: '_KTHREAD',
    member: 'WaitBlockCount',
    rule: after('OffsetKThreadNextProcessor', 0x33),
  },
  Queue: { structure: '_KTHREAD', member: 'Queue', rule: after('OffsetKThreadApcProcess', 0x30) },
  Timer: { structure: '_KTHREAD', member: 'Timer', rule: after('OffsetKThreadTeb', 0x10) },
  State: { structure: '_KTHREAD', member: 'State', debuggerData: 'OffsetKThreadState' },
  WaitReason: { structure: '_KTHREAD', member: 'WaitReason', debuggerData: 'OffsetKThreadWaitReason' },
  WaitMode: { structure: '_KTHREAD', member: 'WaitMode', rule: inWaitBlocks(0x47) },
  KernelApcDisable: { structure: '_KTHREAD', member: 'KernelApcDisable', rule: inWaitBlocks(0xa4) },
  Priority: { structure: '_KTHREAD', member: 'Priority', rule: after('OffsetKThreadApcProcess', 0x0b) },
  SuspendCount: { structure: '_KTHREAD', member: 'SuspendCount', rule: afterWaitReason(0x1) },
  SuspendEvent: { structure: '_KTHREAD', member: 'SuspendEvent', rule: afterWaitReason(0x5d) },
  MutantListHead: { structure: '_KTHREAD', member: 'MutantListHead', rule: afterWaitReason(0x85) },
  IrpList: { structure: '_ETHREAD', member: 'IrpList', debuggerData: 'OffsetEThreadIrpList' },
  TopLevelIrp: { structure: '_ETHREAD', member: 'TopLevelIrp', rule: afterIrpList(0x10) },
  Cid: { structure: '_ETHREAD', member: 'Cid', rule: afterIrpList(-0x38) },
  AlpcWaitSemaphore: { structure: '_ETHREAD', member: 'AlpcWaitSemaphore', rule: afterIrpList(-0x28) },
  AlpcMessage: { structure: '_ETHREAD', member: 'AlpcMessage', rule: afterIrpList(0x80) },
} as const satisfies Record<string, FieldPlan>;

export type ThreadField = keyof typeof PLANS;

/** Offsets of the fields in the threads of one dump, and where each comes from. */
export interface ThreadFields {
  offset(field: ThreadField): number | undefined;
  source(field: ThreadField): LayoutSource | undefined;
}

/** Places every field once for a dump. */
export function threadFields(inputs: LayoutInputs): ThreadFields {
  const placed = placeFields(PLANS, inputs);
  return {
    offset: (field) => placed[field]?.offset,
    source: (field) => placed[field]?.source,
  };
}
