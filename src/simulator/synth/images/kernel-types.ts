import { type KernelBuild, WAIT_BLOCK_BYTES } from '../builds.ts';
import type { MemberContent, StructureContent, TypeContent } from './pdb-types-writer.ts';

/**
 * The structures of a build as its PDB describes them, as far as the writers fill them. Names are those of Microsoft's public
 * symbols, offsets those of `KernelBuild`.
 */

const pointer = (structure: string): TypeContent => ({ pointer: { structure } });
const structure = (name: string): TypeContent => ({ structure: name });
const bits = (position: number, length: number): TypeContent => ({ bits: 'u32', position, length });
const ANY_POINTER: TypeContent = { pointer: 'void' };
const LIST: TypeContent = structure('_LIST_ENTRY');

const member = (offset: number, name: string, type: TypeContent): MemberContent => ({ offset, name, type });

const BYTES: Readonly<Record<string, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  _LIST_ENTRY: 16,
};

/** A structure that ends behind its last member, or at `size` where that is later. */
function content(
  name: string,
  size: number,
  members: readonly MemberContent[],
  isUnion = false,
): StructureContent {
  const end = ({ offset, type }: MemberContent) =>
    offset +
    (typeof type === 'string' ? (BYTES[type] ?? 8) : 'structure' in type ? (BYTES[type.structure] ?? 8) : 8);
  const sorted = [...members].sort((a, b) => a.offset - b.offset);
  return { name, size: Math.max(size, ...members.map(end)), members: sorted, ...(isUnion && { isUnion }) };
}

function threadTypes({ thread: at }: KernelBuild): StructureContent[] {
  const blocks: TypeContent = { array: structure('_KWAIT_BLOCK'), count: 4, elementSize: WAIT_BLOCK_BYTES };
  return [
    content('_KAPC_STATE', 0x30, [
      member(0, 'ApcListHead', { array: LIST, count: 2, elementSize: 16 }),
      member(at.apcProcess - at.apcLists, 'Process', pointer('_KPROCESS')),
    ]),
    content('_KWAIT_BLOCK', WAIT_BLOCK_BYTES, [
      member(0, 'WaitListEntry', LIST),
      member(0x10, 'WaitType', 'u8'),
      member(0x11, 'BlockState', 'u8'),
      member(0x12, 'WaitKey', 'u16'),
      member(0x18, 'Thread', pointer('_KTHREAD')),
      member(0x20, 'Object', ANY_POINTER),
    ]),
    content('_KTHREAD', at.schedulerSize, [
      member(0, 'Header', structure('_DISPATCHER_HEADER')),
      member(at.initialStack, 'InitialStack', ANY_POINTER),
      member(at.stackLimit, 'StackLimit', ANY_POINTER),
      member(at.stackBase, 'StackBase', ANY_POINTER),
      member(at.kernelStack, 'KernelStack', ANY_POINTER),
      member(at.systemCallNumber, 'SystemCallNumber', 'u32'),
      member(at.firstArgument, 'FirstArgument', ANY_POINTER),
      member(at.trapFrame, 'TrapFrame', pointer('_KTRAP_FRAME')),
      member(at.apcLists, 'ApcState', structure('_KAPC_STATE')),
      member(at.priority, 'Priority', 'i8'),
      member(at.waitBlockList, 'WaitBlockList', pointer('_KWAIT_BLOCK')),
      member(at.teb, 'Teb', ANY_POINTER),
      member(at.waitBlocks, 'WaitBlock', blocks),
      member(at.contextSwitches, 'ContextSwitches', 'u32'),
      member(at.state, 'State', 'u8'),
      member(at.waitMode, 'WaitMode', 'i8'),
      member(at.waitTime, 'WaitTime', 'u32'),
      member(at.queueListEntry, 'QueueListEntry', LIST),
      member(at.nextProcessor, 'NextProcessorNumber', bits(0, 31)),
      member(at.nextProcessor, 'SharedReadyQueue', bits(31, 1)),
      member(at.process, 'Process', pointer('_KPROCESS')),
      member(at.previousMode, 'PreviousMode', 'i8'),
      member(at.basePriority, 'BasePriority', 'i8'),
      member(at.waitReason, 'WaitReason', 'u8'),
      member(at.threadListEntry, 'ThreadListEntry', LIST),
    ]),
    content('_ETHREAD', at.size, [
      member(0, 'Tcb', structure('_KTHREAD')),
      member(at.createTime, 'CreateTime', structure('_LARGE_INTEGER')),
      member(at.startAddress, 'StartAddress', ANY_POINTER),
      member(at.cid, 'Cid', structure('_CLIENT_ID')),
      member(at.irpList, 'IrpList', LIST),
      member(at.win32StartAddress, 'Win32StartAddress', ANY_POINTER),
      member(at.executiveListEntry, 'ThreadListEntry', LIST),
    ]),
  ];
}

function processTypes({ process: at }: KernelBuild): StructureContent[] {
  return [
    content('_KPROCESS', at.schedulerSize, [
      member(0, 'Header', structure('_DISPATCHER_HEADER')),
      member(at.directoryTableBase, 'DirectoryTableBase', 'u64'),
      member(at.threadListHead, 'ThreadListHead', LIST),
    ]),
    content('_EPROCESS', at.size, [
      member(0, 'Pcb', structure('_KPROCESS')),
      member(at.id, 'UniqueProcessId', ANY_POINTER),
      member(at.links, 'ActiveProcessLinks', LIST),
      member(at.createTime, 'CreateTime', structure('_LARGE_INTEGER')),
      member(at.parent, 'InheritedFromUniqueProcessId', ANY_POINTER),
      member(at.peb, 'Peb', pointer('_PEB')),
      member(at.name, 'ImageFileName', { array: 'u8', count: 15, elementSize: 1 }),
      member(at.executiveListHead, 'ThreadListHead', LIST),
      member(at.activeThreads, 'ActiveThreads', 'u32'),
    ]),
  ];
}

/** Structures that no build changes: wdm.h. */
const COMMON: readonly StructureContent[] = [
  content('_LIST_ENTRY', 16, [
    member(0, 'Flink', pointer('_LIST_ENTRY')),
    member(8, 'Blink', pointer('_LIST_ENTRY')),
  ]),
  content(
    '_LARGE_INTEGER',
    8,
    [member(0, 'LowPart', 'u32'), member(4, 'HighPart', 'i32'), member(0, 'QuadPart', 'i64')],
    true,
  ),
  content('_UNICODE_STRING', 16, [
    member(0, 'Length', 'u16'),
    member(2, 'MaximumLength', 'u16'),
    member(8, 'Buffer', { pointer: 'wchar' }),
  ]),
  content('_CLIENT_ID', 16, [
    member(0, 'UniqueProcess', ANY_POINTER),
    member(8, 'UniqueThread', ANY_POINTER),
  ]),
  content('_DISPATCHER_HEADER', 0x18, [
    member(0, 'Lock', 'i32'),
    member(0, 'Type', 'u8'),
    member(1, 'Signalling', 'u8'),
    member(2, 'Size', 'u8'),
    member(3, 'Reserved1', 'u8'),
    member(4, 'SignalState', 'i32'),
    member(8, 'WaitListHead', LIST),
  ]),
  content('_DEVICE_OBJECT', 0x150, [
    member(0, 'Type', 'i16'),
    member(2, 'Size', 'u16'),
    member(8, 'DriverObject', pointer('_DRIVER_OBJECT')),
  ]),
  content('_DRIVER_OBJECT', 0x150, [
    member(0, 'Type', 'i16'),
    member(2, 'Size', 'i16'),
    member(8, 'DeviceObject', pointer('_DEVICE_OBJECT')),
    member(0x38, 'DriverName', structure('_UNICODE_STRING')),
  ]),
  content('_FILE_OBJECT', 0xd8, [
    member(0, 'Type', 'i16'),
    member(2, 'Size', 'i16'),
    member(8, 'DeviceObject', pointer('_DEVICE_OBJECT')),
    member(0x58, 'FileName', structure('_UNICODE_STRING')),
  ]),
  content('_IRP', 0xd0, [
    member(0, 'Type', 'i16'),
    member(2, 'Size', 'u16'),
    member(0x20, 'ThreadListEntry', LIST),
    member(0x42, 'StackCount', 'i8'),
    member(0x43, 'CurrentLocation', 'i8'),
    member(0x44, 'Cancel', 'u8'),
  ]),
];

/** The types of a kernel's PDB. */
export function kernelTypeRecords(build: KernelBuild): StructureContent[] {
  const { processor: at } = build;
  return [
    ...COMMON,
    ...threadTypes(build),
    ...processTypes(build),
    content('_KPRCB', at.size, [
      member(at.currentThread, 'CurrentThread', pointer('_KTHREAD')),
      member(at.idleThread, 'IdleThread', pointer('_KTHREAD')),
      member(at.number, 'Number', 'u32'),
      member(at.context, 'Context', pointer('_CONTEXT')),
    ]),
  ];
}
