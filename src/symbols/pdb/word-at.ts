import type { ByteSource } from '../../binary/byte-source.ts';
import { dataViewOf } from '../../binary/data-view.ts';

/** A little-endian 32-bit word of a stream. */
export function wordAt(stream: ByteSource, offset: number): number {
  return dataViewOf(stream.read(offset, 4)).getUint32(0, true);
}
