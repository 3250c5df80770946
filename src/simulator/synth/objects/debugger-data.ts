import type { KernelBuild } from '../builds.ts';
import type { FieldWriter, Pointer } from '../raw-record.ts';

/** Where a kernel keeps its global variables; a plan names those that it has. */
export interface KernelGlobals {
  readonly kernelBase: Pointer;
  readonly moduleList: Pointer;
  readonly processList: Pointer;
  readonly processorBlock: Pointer;
  readonly unloadedDrivers: Pointer;
  /** Where the count of unloaded drivers is. */
  readonly lastUnloadedDriver?: Pointer;
  readonly timeIncrement?: Pointer;
  readonly idTable?: Pointer;
  readonly bugCheckData?: Pointer;
  /** ExpSystemResourcesList */
  readonly resourceList?: Pointer;
  readonly pageFrameDatabase?: Pointer;
  readonly buildLab?: Pointer;
  /** The base of the page table entries (PTE_BASE). */
  readonly pageTables?: Pointer;
}

/** KDDEBUGGER_DATA64 (wdbgexts.h) of a build, at `address`; `processorBytes` where KPRCB has another size. */
export function writeDebuggerData(
  record: FieldWriter,
  build: KernelBuild,
  globals: KernelGlobals,
  { address, processorBytes }: { readonly address: bigint; readonly processorBytes?: number },
): void {
  const { thread, process, processor, debuggerDataSize } = build;
  record
    .links(0, address, address)
    .latin1(0x10, 'KDBG')
    .u32(0x14, debuggerDataSize)
    .u64(0x18, globals.kernelBase)
    .u16(0x36, 1)
    .u64(0x48, globals.moduleList)
    .u64(0x50, globals.processList)
    .u64(0x58, globals.idTable ?? 0n)
    .u64(0x60, globals.resourceList ?? 0n)
    .u64(0x78, globals.timeIncrement ?? 0n)
    .u64(0x88, globals.bugCheckData ?? 0n)
    .u64(0xc0, globals.pageFrameDatabase ?? 0n)
    .u64(0x208, globals.buildLab ?? 0n)
    .u64(0x218, globals.processorBlock)
    .u64(0x220, globals.unloadedDrivers)
    .u64(0x228, globals.lastUnloadedDriver ?? 0n)
    .u16(0x298, thread.nextProcessor)
    .u16(0x29a, thread.teb)
    .u16(0x29c, thread.kernelStack)
    .u16(0x29e, thread.initialStack)
    .u16(0x2a0, thread.apcProcess)
    .u16(0x2a2, thread.state)
    .u16(0x2a8, process.size)
    .u16(0x2aa, process.peb)
    .u16(0x2ac, process.parent)
    .u16(0x2ae, process.directoryTableBase)
    .u16(0x2b0, processorBytes ?? processor.size)
    .u16(0x2b4, processor.currentThread)
    .u16(0x2bc, processor.stateContext)
    .u16(0x2be, processor.number)
    .u16(0x2c0, thread.size)
    .u16(0x338, processor.context)
    .u32(0x340, thread.stackLimit)
    .u32(0x344, thread.stackBase)
    .u32(0x348, thread.queueListEntry)
    .u32(0x34c, thread.irpList)
    .u16(0x350, processor.idleThread)
    .u16(0x35c, thread.waitReason)
    .u64(0x360, globals.pageTables ?? 0n);
}
