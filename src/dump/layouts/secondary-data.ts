import { bytes, layout, u32 } from '../../binary/layout.ts';

/** DUMP_BLOB_FILE_HEADER of mindumpdef.h: follows the primary data of a dump. */
export const DUMP_BLOB_FILE_HEADER = layout('DUMP_BLOB_FILE_HEADER', 0x10, {
  Signature: bytes(0x0, 8),
  HeaderSize: u32(0x8),
  BuildNumber: u32(0xc),
});

/** `DumpBlob` as the two words of DUMP_BLOB_FILE_HEADER.Signature. */
export const DUMP_BLOB_SIGNATURE = 'DumpBlob';

/** DUMP_BLOB_HEADER of mindumpdef.h: before each blob's padding and data. */
export const DUMP_BLOB_HEADER = layout('DUMP_BLOB_HEADER', 0x20, {
  HeaderSize: u32(0x0),
  Tag: bytes(0x4, 16),
  DataSize: u32(0x14),
  PrePad: u32(0x18),
  PostPad: u32(0x1c),
});
