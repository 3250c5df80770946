import { layout, u32, u64 } from '../../binary/layout.ts';

/** File offset of the block that lists which physical pages follow: right after the header. */
export const PAGE_BLOCK_OFFSET = 0x2000;

const fourLetters = (text: string) =>
  Array.from(text).reduceRight((value, letter) => value * 256 + letter.charCodeAt(0), 0);

/** First words of a bitmap block, in old and new summary dumps alike. */
export const BITMAP_SIGNATURES: readonly number[] = [fourLetters('SDMP'), fourLetters('FDMP')];
export const VALID_DUMP = fourLetters('DUMP');
export const RANGE_SIGNATURE = fourLetters('RDMP');

/**
 * The bitmap block of dump types 5 and 6 (Windows 8 and later). Not in the SDK; public readers (kdmp-parser,
 * volatility, rekall) agree on it. The bitmap follows: bit n of byte n/8 is page frame n.
 */
export const BITMAP_BLOCK = layout('BITMAP_DUMP64', 0x38, {
  Signature: u32(0x0),
  ValidDump: u32(0x4),
  DumpOptions: u32(0x8),
  FirstPage: u64(0x20),
  PagesPresent: u64(0x28),
  Bits: u64(0x30),
});

/** SUMMARY_DUMP64 of mindumpdef.h: type 2, up to Windows 7. Its RTL_BITMAP starts at 0x18, the bits at 0x28. */
export const SUMMARY_DUMP64 = layout('SUMMARY_DUMP64', 0x28, {
  Signature: u32(0x0),
  ValidDump: u32(0x4),
  DumpOptions: u32(0x8),
  HeaderSize: u32(0xc),
  BitmapSize: u32(0x10),
  Pages: u32(0x14),
});

/**
 * The range block of dump types 8, 9 and 10, which WinDbg writes since about 2022. Not in the SDK; as kdmp-parser
 * reads it, which has the two counts in type 10 alone. PFN_RANGE entries follow.
 */
export const RANGE_BLOCK = layout('RANGE_DUMP64', 0x30, {
  Marker: u32(0x0),
  Signature: u32(0x4),
  ValidDump: u32(0x8),
  MetadataSize: u64(0x10),
  FirstPage: u64(0x18),
  /** Microsoft's debugger engine reads no page of any of the three types without it. */
  NumberOfRanges: u32(0x20),
  /** 0 where the writer did not count; the engine reads such files. */
  TotalPages: u64(0x28),
});

export const PFN_RANGE = layout('PFN_RANGE', 0x10, { Pfn: u64(0x0), Count: u64(0x8) });
