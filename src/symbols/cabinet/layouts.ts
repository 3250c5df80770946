import { bytes, layout, u8, u16, u32 } from '../../binary/layout.ts';

/** Structures of a cabinet file. Source: "Microsoft Cabinet Format" (MS-CAB). */

export const CFHEADER = layout('CFHEADER', 0x24, {
  signature: bytes(0x00, 4),
  cabinetSize: u32(0x08),
  filesOffset: u32(0x10),
  versionMajor: u8(0x19),
  folderCount: u16(0x1a),
  fileCount: u16(0x1c),
  flags: u16(0x1e),
});

/** Follows CFHEADER when CABINET_FLAGS.reserve is set: bytes that an application keeps in each structure. */
export const CFHEADER_RESERVE = layout('CFHEADER reserve', 0x04, {
  headerBytes: u16(0x00),
  folderBytes: u8(0x02),
  dataBytes: u8(0x03),
});

export const CABINET_FLAGS = { previous: 0x1, next: 0x2, reserve: 0x4 } as const;

export const CFFOLDER = layout('CFFOLDER', 0x08, {
  dataOffset: u32(0x00),
  blockCount: u16(0x04),
  compression: u16(0x06),
});

/** A name ending in NUL follows. */
export const CFFILE = layout('CFFILE', 0x10, {
  size: u32(0x00),
  folderPosition: u32(0x04),
  folder: u16(0x08),
});

export const CFDATA = layout('CFDATA', 0x08, {
  checksum: u32(0x00),
  compressedSize: u16(0x04),
  size: u16(0x06),
});

/** The low four bits of CFFOLDER.compression. */
export const COMPRESSION = { none: 0, mszip: 1, quantum: 2, lzx: 3 } as const;
