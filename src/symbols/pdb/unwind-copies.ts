import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';

/**
 * Before the bytes of each copy. Layout: measured on PDBs of Windows 10 drivers, where the copies equal the image
 * byte for byte; microsoft-pdb calls it DbgRvaVaBlob (`PDB/include/dbi.h`).
 */
const COPY_HEADER = layout('DbgRvaVaBlob', 0x20, {
  version: u32(0x00),
  headerSize: u32(0x04),
  dataSize: u32(0x08),
  rva: u32(0x0c),
});
const VERSION = 1;

/** A part of the image that the PDB holds a copy of. */
export interface ImageCopy {
  /** Where the first byte is in the image. */
  readonly rva: number;
  readonly bytes: Uint8Array;
}

/** @throws Failure SymbolsUnreadable */
export function readImageCopy(stream: ByteSource): ImageCopy {
  if (stream.size < COPY_HEADER.size) throw damaged(stream, 'its copy of unwind data has no header');
  const { version, headerSize, dataSize, rva } = view(COPY_HEADER, stream.read(0, COPY_HEADER.size)).all();
  if (version !== VERSION || headerSize < COPY_HEADER.size || headerSize + dataSize > stream.size) {
    throw damaged(stream, 'its copy of unwind data has an unknown header', 0, 'version');
  }
  return { rva, bytes: stream.read(headerSize, dataSize) };
}
