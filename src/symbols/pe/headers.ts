import { bytes, layout, u16, u32, u64 } from '../../binary/layout.ts';

/** The structures of winnt.h and the "PE Format" specification that a 64-bit image is described by. */

export const DOS_HEADER = layout('IMAGE_DOS_HEADER', 0x40, {
  e_magic: u16(0x00),
  e_lfanew: u32(0x3c),
});
/** `MZ` */
export const DOS_SIGNATURE = 0x5a4d;

/** Signature, IMAGE_FILE_HEADER and the fixed part of IMAGE_OPTIONAL_HEADER64. */
export const NT_HEADERS64 = layout('IMAGE_NT_HEADERS64', 0x88, {
  Signature: u32(0x00),
  Machine: u16(0x04),
  NumberOfSections: u16(0x06),
  TimeDateStamp: u32(0x08),
  SizeOfOptionalHeader: u16(0x14),
  Characteristics: u16(0x16),
  Magic: u16(0x18),
  AddressOfEntryPoint: u32(0x28),
  ImageBase: u64(0x30),
  SectionAlignment: u32(0x38),
  FileAlignment: u32(0x3c),
  SizeOfImage: u32(0x50),
  SizeOfHeaders: u32(0x54),
  CheckSum: u32(0x58),
  NumberOfRvaAndSizes: u32(0x84),
});
/** `PE\0\0` */
export const NT_SIGNATURE = 0x0000_4550;
/** IMAGE_NT_OPTIONAL_HDR64_MAGIC */
export const OPTIONAL_HEADER64_MAGIC = 0x20b;
/** Where SizeOfOptionalHeader counts from. */
export const OPTIONAL_HEADER_OFFSET = 0x18;

export const DATA_DIRECTORY = layout('IMAGE_DATA_DIRECTORY', 8, {
  VirtualAddress: u32(0),
  Size: u32(4),
});

/** IMAGE_DIRECTORY_ENTRY_* */
export const DIRECTORY_INDEX = { export: 0, resource: 2, exception: 3, debug: 6 } as const;
export type DirectoryName = keyof typeof DIRECTORY_INDEX;

export const SECTION_HEADER = layout('IMAGE_SECTION_HEADER', 0x28, {
  Name: bytes(0x00, 8),
  VirtualSize: u32(0x08),
  VirtualAddress: u32(0x0c),
  SizeOfRawData: u32(0x10),
  PointerToRawData: u32(0x14),
  Characteristics: u32(0x24),
});
/** IMAGE_SCN_MEM_EXECUTE */
export const SECTION_EXECUTABLE = 0x2000_0000;

/** Winnt.h: a directory, then its entries; the high bit of an entry's offset marks another directory. */
export const RESOURCE_DIRECTORY = layout('IMAGE_RESOURCE_DIRECTORY', 0x10, {
  NumberOfNamedEntries: u16(0x0c),
  NumberOfIdEntries: u16(0x0e),
});
export const RESOURCE_ENTRY = layout('IMAGE_RESOURCE_DIRECTORY_ENTRY', 0x08, {
  Name: u32(0x00),
  OffsetToData: u32(0x04),
});
export const RESOURCE_DATA = layout('IMAGE_RESOURCE_DATA_ENTRY', 0x10, {
  OffsetToData: u32(0x00),
  Size: u32(0x04),
});
/** Verrsrc.h, inside of the resource VS_VERSION_INFO. */
export const FIXED_FILE_INFO = layout('VS_FIXEDFILEINFO', 0x34, {
  dwSignature: u32(0x00),
  dwFileVersionMS: u32(0x08),
  dwFileVersionLS: u32(0x0c),
});

export const EXPORT_DIRECTORY = layout('IMAGE_EXPORT_DIRECTORY', 0x28, {
  Name: u32(0x0c),
  Base: u32(0x10),
  NumberOfFunctions: u32(0x14),
  NumberOfNames: u32(0x18),
  AddressOfFunctions: u32(0x1c),
  AddressOfNames: u32(0x20),
  AddressOfNameOrdinals: u32(0x24),
});

export const DEBUG_DIRECTORY = layout('IMAGE_DEBUG_DIRECTORY', 0x1c, {
  Type: u32(0x0c),
  SizeOfData: u32(0x10),
  AddressOfRawData: u32(0x14),
  PointerToRawData: u32(0x18),
});
/** IMAGE_DEBUG_TYPE_CODEVIEW */
export const DEBUG_TYPE_CODEVIEW = 2;

/** CodeView record of a PDB 7.0; the zero-terminated UTF-8 name follows. Source: microsoft-pdb `PDB/dbi/locator.h`. */
export const RSDS = layout('RSDSI', 0x18, {
  signature: u32(0x00),
  guid: bytes(0x04, 0x10),
  age: u32(0x14),
});
/** `RSDS` */
export const RSDS_SIGNATURE = 0x5344_5352;

/** IMAGE_FILE_MACHINE_* of the processors that run 64-bit Windows. */
export const MACHINES = { 34404: 'x64', 43620: 'arm64' } as const;
export type ImageMachine = (typeof MACHINES)[keyof typeof MACHINES];

export function machineOf(value: number): ImageMachine | undefined {
  return (MACHINES as Readonly<Record<number, ImageMachine>>)[value];
}
