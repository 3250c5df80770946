import { bytes, i64, layout, u8, u32, u64 } from '../../binary/layout.ts';

/** Bytes before the first type-specific structure of a 64-bit dump. */
export const DUMP_HEADER_SIZE = 0x2000;

/** The file starts with these eight characters; `PAGEDUMP` marks a 32-bit dump. */
export const SIGNATURE_64 = 'PAGEDU64';
export const SIGNATURE_32 = 'PAGEDUMP';

/**
 * DUMP_HEADER64 of mindumpdef.h (Windows SDK). Confirmed field by field on real triage dumps of builds 19041 and
 * 22000. The kernel fills the header with the text `PAGE` first; see `isUnset`.
 */
export const DUMP_HEADER64 = layout('DUMP_HEADER64', DUMP_HEADER_SIZE, {
  Signature: u32(0x0),
  ValidDump: u32(0x4),
  MajorVersion: u32(0x8),
  MinorVersion: u32(0xc),
  DirectoryTableBase: u64(0x10),
  PfnDataBase: u64(0x18),
  PsLoadedModuleList: u64(0x20),
  PsActiveProcessHead: u64(0x28),
  MachineImageType: u32(0x30),
  NumberProcessors: u32(0x34),
  BugCheckCode: u32(0x38),
  BugCheckParameter1: u64(0x40),
  BugCheckParameter2: u64(0x48),
  BugCheckParameter3: u64(0x50),
  BugCheckParameter4: u64(0x58),
  VersionUser: bytes(0x60, 32),
  KdDebuggerDataBlock: u64(0x80),
  PhysicalMemoryBlock: bytes(0x88, 700),
  ContextRecord: bytes(0x348, 3000),
  Exception: bytes(0xf00, 0x98),
  DumpType: u32(0xf98),
  RequiredDumpSpace: i64(0xfa0),
  SystemTime: u64(0xfa8),
  Comment: bytes(0xfb0, 128),
  SystemUpTime: u64(0x1030),
  MiniDumpFields: u32(0x1038),
  SecondaryDataState: u32(0x103c),
  ProductType: u32(0x1040),
  SuiteMask: u32(0x1044),
  WriterStatus: u32(0x1048),
  KdSecondaryVersion: u8(0x104d),
  Attributes: u32(0x1050),
  BootId: u32(0x1054),
});

/** PHYSICAL_MEMORY_DESCRIPTOR64 of mindumpdef.h, at DUMP_HEADER64.PhysicalMemoryBlock; runs follow. */
export const PHYSICAL_MEMORY_DESCRIPTOR64 = layout('PHYSICAL_MEMORY_DESCRIPTOR64', 0x10, {
  NumberOfRuns: u32(0x0),
  NumberOfPages: u64(0x8),
});

/** PHYSICAL_MEMORY_RUN64 of mindumpdef.h: page frame number and pages. */
export const PHYSICAL_MEMORY_RUN64 = layout('PHYSICAL_MEMORY_RUN64', 0x10, {
  BasePage: u64(0x0),
  PageCount: u64(0x8),
});

/** EXCEPTION_RECORD64 of winnt.h, at DUMP_HEADER64.Exception. */
export const EXCEPTION_RECORD64 = layout('EXCEPTION_RECORD64', 0x98, {
  ExceptionCode: u32(0x0),
  ExceptionFlags: u32(0x4),
  ExceptionRecord: u64(0x8),
  ExceptionAddress: u64(0x10),
  NumberParameters: u32(0x18),
});

/**
 * DUMP_FILE_ATTRIBUTES of mindumpdef.h. The bits from 11 on are not in that file. 12 carries the name that WinDbg prints.
 * The names of the others are this project's: 11 is reported of machines with virtualization-based security, 14 of selective
 * live dumps; 17 appears in dumps of Windows 11, where WinDbg prints no name for it.
 */
export const DUMP_ATTRIBUTES = {
  HiberCrash: 1 << 0,
  DumpDevicePowerOff: 1 << 1,
  InsufficientDumpfileSize: 1 << 2,
  KernelGeneratedTriageDump: 1 << 3,
  LiveDumpGeneratedDump: 1 << 4,
  DumpIsGeneratedOffline: 1 << 5,
  FilterDumpFile: 1 << 6,
  EarlyBootCrash: 1 << 7,
  EncryptedDumpData: 1 << 8,
  DecryptedDump: 1 << 9,
  VirtualizationBasedSecurity: 1 << 11,
  DiagDataWrittenToHeader: 1 << 12,
  SelectiveLiveDump: 1 << 14,
  UnknownOfWindows11: 1 << 17,
} as const;

export type DumpAttribute = keyof typeof DUMP_ATTRIBUTES;

/** IMAGE_FILE_MACHINE_* of winnt.h. */
export const MACHINE = { x64: 0x8664, arm64: 0xaa64 } as const;
