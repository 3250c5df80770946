import { layout, u16, u32, u64 } from '../../binary/layout.ts';

/** LIST_ENTRY64 of winnt.h. */
export const LIST_ENTRY64 = layout('LIST_ENTRY64', 0x10, { Flink: u64(0x0), Blink: u64(0x8) });

/**
 * KLDR_DATA_TABLE_ENTRY, an entry of PsLoadedModuleList: public symbols of nt. The names are UNICODE_STRINGs, spelled
 * out here. TimeDateStamp came with Windows 8.1; the header of the image has it as well.
 */
export const KLDR_DATA_TABLE_ENTRY = layout('KLDR_DATA_TABLE_ENTRY', 0xa0, {
  Flink: u64(0x0),
  Blink: u64(0x8),
  DllBase: u64(0x30),
  EntryPoint: u64(0x38),
  SizeOfImage: u32(0x40),
  FullDllNameLength: u16(0x48),
  FullDllNameBuffer: u64(0x50),
  BaseDllNameLength: u16(0x58),
  BaseDllNameBuffer: u64(0x60),
  CheckSum: u32(0x78),
  TimeDateStamp: u32(0x9c),
});

/** IMAGE_DOS_HEADER of winnt.h, as far as it leads on. */
export const IMAGE_DOS_HEADER = layout('IMAGE_DOS_HEADER', 0x40, { e_magic: u16(0x0), e_lfanew: u32(0x3c) });

/** IMAGE_NT_HEADERS64 of winnt.h, as far as it identifies an image. */
export const IMAGE_NT_HEADERS64 = layout('IMAGE_NT_HEADERS64', 0x5c, {
  Signature: u32(0x0),
  TimeDateStamp: u32(0x8),
  CheckSum: u32(0x58),
});

/** An entry of the array behind MmUnloadedDrivers: public symbols of nt (MM_UNLOADED_DRIVER). */
export const MM_UNLOADED_DRIVER = layout('MM_UNLOADED_DRIVER', 0x28, {
  NameLength: u16(0x0),
  NameBuffer: u64(0x8),
  StartAddress: u64(0x10),
  EndAddress: u64(0x18),
  CurrentTime: u64(0x20),
});

/** Entries of that array, MI_UNLOADED_DRIVERS in the debugger's documentation. */
export const MM_UNLOADED_DRIVERS = 50;
