import { kernelVariable } from '../images/code-place.ts';
import { kernelImages } from '../images/kernel-images.ts';
import { EPROCESS_BYTES } from './process-object.ts';
import { rawRecord } from './raw-record.ts';
import { ETHREAD_BYTES } from './thread-object.ts';

/** KDDEBUGGER_DATA64 (wdbgexts.h) with the offsets of x64 build 19041. */
export const DEBUGGER_DATA_BYTES = 0x380;

export function debuggerData(prcbBytes: number): Uint8Array {
  const address = kernelVariable('KdDebuggerDataBlock');
  return rawRecord(DEBUGGER_DATA_BYTES)
    .links(0, address, address)
    .latin1(0x10, 'KDBG')
    .u32(0x14, DEBUGGER_DATA_BYTES)
    .u64(0x18, kernelImages()[0]?.base ?? 0n)
    .u16(0x36, 1)
    .u64(0x48, kernelVariable('PsLoadedModuleList'))
    .u64(0x50, kernelVariable('PsActiveProcessHead'))
    .u64(0x58, kernelVariable('PspCidTable'))
    .u64(0x88, kernelVariable('KiBugCheckData'))
    .u64(0xc0, kernelVariable('MmPfnDatabase'))
    .u64(0x208, kernelVariable('NtBuildLab'))
    .u64(0x218, kernelVariable('KiProcessorBlock'))
    .u64(0x220, kernelVariable('MmUnloadedDrivers'))
    .u16(0x298, 0x218) // KTHREAD.NextProcessor
    .u16(0x29a, 0xf0) // KTHREAD.Teb
    .u16(0x29c, 0x58) // KTHREAD.KernelStack
    .u16(0x29e, 0x28) // KTHREAD.InitialStack
    .u16(0x2a0, 0xb8) // KTHREAD.ApcState.Process
    .u16(0x2a2, 0x184) // KTHREAD.State
    .u16(0x2a8, EPROCESS_BYTES)
    .u16(0x2aa, 0x550) // EPROCESS.Peb
    .u16(0x2ac, 0x540) // EPROCESS.InheritedFromUniqueProcessId
    .u16(0x2ae, 0x28) // KPROCESS.DirectoryTableBase
    .u16(0x2b0, prcbBytes)
    .u16(0x2b4, 8) // KPRCB.CurrentThread
    .u16(0x2bc, 0x1f0) // KPRCB.ProcessorState.ContextFrame
    .u16(0x2be, 0x24) // KPRCB.Number
    .u16(0x2c0, ETHREAD_BYTES)
    .u16(0x338, 0x85c0) // KPRCB.Context
    .u32(0x340, 0x30) // KTHREAD.StackLimit
    .u32(0x344, 0x38) // KTHREAD.StackBase
    .u32(0x348, 0x208) // KTHREAD.QueueListEntry
    .u32(0x34c, 0x4b0) // ETHREAD.IrpList
    .u16(0x350, 0x18) // KPRCB.IdleThread
    .u16(0x35c, 0x283) // KTHREAD.WaitReason
    .u64(0x360, 0xffffba00_00000000n).bytes; // PTE_BASE
}
