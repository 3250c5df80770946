import { bytes, layout, u32, u64 } from '../../binary/layout.ts';

/** Structures of MSFZ, the compressed container. Source: microsoft/pdb-rs `docs/pdb/msfz.md`. */
export const MSFZ_HEADER = layout('MSFZ header', 0x50, {
  signature: bytes(0x00, 32),
  version: u64(0x20),
  directoryOffset: u64(0x28),
  chunkTableOffset: u64(0x30),
  streamCount: u32(0x38),
  directoryCompression: u32(0x3c),
  directoryPackedSize: u32(0x40),
  directorySize: u32(0x44),
  chunkCount: u32(0x48),
  chunkTableSize: u32(0x4c),
});
export const MSFZ_SIGNATURE = 'Microsoft MSFZ Container\r\n\x1aALD\0\0';
export const MSFZ_VERSION = 0n;

export const MSFZ_CHUNK = layout('MSFZ chunk', 0x14, {
  offset: u64(0x00),
  compression: u32(0x08),
  packedSize: u32(0x0c),
  size: u32(0x10),
});

/** One piece of a stream. A size of 0 ends the pieces of a stream; NIL_STREAM in its place means that there is no such stream. */
export const MSFZ_FRAGMENT = layout('MSFZ fragment', 0x0c, { size: u32(0x00), location: u64(0x04) });
export const FRAGMENT_SIZE_WIDTH = 4;
export const NIL_STREAM = 0xffff_ffff;

/** Parts of a location: in a chunk its number and an offset in what it holds, else an offset in the file. */
export const isInChunk = (location: bigint): boolean => location >> 63n === 1n;
export const chunkOf = (location: bigint): number => Number((location >> 32n) & 0x7fff_ffffn);
export const offsetInChunk = (location: bigint): number => Number(location & 0xffff_ffffn);
/** Undefined when bits are set that mean nothing in a location in the file. */
export const offsetInFile = (location: bigint): number | undefined =>
  location >> 48n === 0n ? Number(location) : undefined;
