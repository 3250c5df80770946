import { bytes, layout, u16, u32, u64 } from '../../binary/layout.ts';

/** File offset of TRIAGE_DUMP64: right after the header. */
export const TRIAGE_BLOCK_OFFSET = 0x2000;

/** The last four bytes of a complete triage dump, `TRGD` in the file: written last, so it proves completeness. */
export const TRIAGE_VALID = 0x44475254;

/** TRIAGE_DUMP64 of mindumpdef.h. All offsets are file offsets. Confirmed on dumps of builds 19041 and 22000. */
export const TRIAGE_DUMP64 = layout('TRIAGE_DUMP64', 0x80, {
  ServicePackBuild: u32(0x0),
  SizeOfDump: u32(0x4),
  ValidOffset: u32(0x8),
  ContextOffset: u32(0xc),
  ExceptionOffset: u32(0x10),
  MmOffset: u32(0x14),
  UnloadedDriversOffset: u32(0x18),
  PrcbOffset: u32(0x1c),
  ProcessOffset: u32(0x20),
  ThreadOffset: u32(0x24),
  CallStackOffset: u32(0x28),
  SizeOfCallStack: u32(0x2c),
  DriverListOffset: u32(0x30),
  DriverCount: u32(0x34),
  StringPoolOffset: u32(0x38),
  StringPoolSize: u32(0x3c),
  BrokenDriverOffset: u32(0x40),
  TriageOptions: u32(0x44),
  TopOfStack: u64(0x48),
  DataPageAddress: u64(0x60),
  DataPageOffset: u32(0x68),
  DataPageSize: u32(0x6c),
  DebuggerDataOffset: u32(0x70),
  DebuggerDataSize: u32(0x74),
  DataBlocksOffset: u32(0x78),
  DataBlocksCount: u32(0x7c),
});

/** TRIAGE_DATA_BLOCK of mindumpdef.h. */
export const TRIAGE_DATA_BLOCK = layout('TRIAGE_DATA_BLOCK', 0x10, {
  Address: u64(0x0),
  Offset: u32(0x8),
  Size: u32(0xc),
});

/**
 * DUMP_DRIVER_ENTRY64 of mindumpdef.h: the file offset of the name and a loader entry at +8, of which the kernel
 * stores these fields and zeros (measured on both triage dumps; the values equal those of the symbol store).
 */
export const DUMP_DRIVER_ENTRY64 = layout('DUMP_DRIVER_ENTRY64', 0x90, {
  DriverNameOffset: u32(0x0),
  DllBase: u64(0x38),
  EntryPoint: u64(0x40),
  SizeOfImage: u32(0x48),
  CheckSum: u32(0x80),
  TimeDateStamp: u32(0x88),
});

/** DUMP_UNLOADED_DRIVERS64 of mindumpdef.h; a u64 count is before the first. */
export const DUMP_UNLOADED_DRIVERS64 = layout('DUMP_UNLOADED_DRIVERS64', 0x38, {
  NameLength: u16(0x0),
  NameMaximumLength: u16(0x2),
  NameBuffer: u64(0x8),
  DriverName: bytes(0x10, 24),
  StartAddress: u64(0x28),
  EndAddress: u64(0x30),
});

/** DUMP_STRING of mindumpdef.h: a count of UTF-16 units, then the text. */
export const DUMP_STRING = layout('DUMP_STRING', 0x4, { Length: u32(0x0) });

/** Every bit of TriageOptions set: what the bug check writer leaves there (measured on both triage dumps). */
export const TRIAGE_OPTIONS_BUG_CHECK = 0xffffffff;
/** TriageOptions bit that reports name as "something did not fit"; not confirmed on a dump of command 29. */
export const TRIAGE_OPTIONS_OVERFLOWED = 0x100;

/**
 * Endings that reports give for the data block with one NTSTATUS per requested thread. They disagree on the marker,
 * so either is taken, and nothing depends on the block being there.
 */
export const THREAD_STATUS_MARKERS: readonly number[] = [0x42534b54, 0x42534354];
