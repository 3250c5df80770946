import { layout, u8, u16, u32, u64 } from '../../binary/layout.ts';

/** `KDBG`, the OwnerTag of the kernel's debugger data block. */
export const DEBUGGER_DATA_TAG = 0x4742444b;

/**
 * KDDEBUGGER_DATA64 of wdbgexts.h (Windows SDK): the kernel's description of its own build, in offsets. The structure
 * grows with releases (0x340 in Windows 7, 0x380 in builds 19041 and 22000), so a field is read only when it is
 * inside the size that the block itself states.
 */
export const KDDEBUGGER_DATA64 = layout('KDDEBUGGER_DATA64', 0x3a8, {
  OwnerTag: u32(0x10),
  Size: u32(0x14),
  KernBase: u64(0x18),
  PsLoadedModuleList: u64(0x48),
  PsActiveProcessHead: u64(0x50),
  PspCidTable: u64(0x58),
  /** Of 19041 the head can be walked (19 neighbours in a triage dump); public copies of the structure agree. */
  ExpSystemResourcesList: u64(0x60),
  KeTimeIncrement: u64(0x78),
  MmUnloadedDrivers: u64(0x220),
  NtBuildLab: u64(0x208),
  KiProcessorBlock: u64(0x218),
  MmLastUnloadedDriver: u64(0x228),
  MmPhysicalMemoryBlock: u64(0x270),
  OffsetKThreadNextProcessor: u16(0x298),
  OffsetKThreadTeb: u16(0x29a),
  OffsetKThreadKernelStack: u16(0x29c),
  OffsetKThreadInitialStack: u16(0x29e),
  OffsetKThreadApcProcess: u16(0x2a0),
  OffsetKThreadState: u16(0x2a2),
  SizeEProcess: u16(0x2a8),
  OffsetEprocessPeb: u16(0x2aa),
  OffsetEprocessParentCID: u16(0x2ac),
  OffsetEprocessDirectoryTableBase: u16(0x2ae),
  SizePrcb: u16(0x2b0),
  OffsetPrcbCurrentThread: u16(0x2b4),
  OffsetPrcbProcStateContext: u16(0x2bc),
  OffsetPrcbNumber: u16(0x2be),
  SizeEThread: u16(0x2c0),
  L1tfHighPhysicalBitIndex: u8(0x2c2),
  L1tfSwizzleBitIndex: u8(0x2c3),
  OffsetPrcbProcStateSpecialReg: u16(0x2f2),
  OffsetPrcbContext: u16(0x338),
  OffsetKThreadStackLimit: u32(0x340),
  OffsetKThreadStackBase: u32(0x344),
  OffsetKThreadQueueListEntry: u32(0x348),
  OffsetEThreadIrpList: u32(0x34c),
  OffsetPrcbIdleThread: u16(0x350),
  OffsetKThreadWaitReason: u16(0x35c),
  PteBase: u64(0x360),
  RetpolineStubFunctionTable: u64(0x368),
  OffsetKThreadShadowStackLimit: u32(0x380),
  OffsetKThreadShadowStackBase: u32(0x384),
  ShadowStackEnabled: u64(0x388),
  PointerAuthMask: u64(0x390),
  PointerIgnoreBits: u64(0x3a0),
});

/** The size of the oldest block that has every offset needed to find threads. */
export const SMALLEST_DEBUGGER_DATA = 0x2c2;
