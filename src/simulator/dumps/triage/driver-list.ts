import type { LoadedImage } from '../../images/loaded-images.ts';
import type { DumpBuffer } from './dump-buffer.ts';

const ENTRY_BYTES = 0x90;
const STRING_ALIGNMENT = 8;

const aligned = (value: number) => Math.ceil(value / STRING_ALIGNMENT) * STRING_ALIGNMENT;

export interface DriverListPlace {
  readonly listOffset: number;
  readonly poolOffset: number;
  readonly poolBytes: number;
}

/** The loaded modules (shortened KLDR_DATA_TABLE_ENTRY) and the pool of their names. Undefined when out of room. */
export function storeDrivers(
  buffer: DumpBuffer,
  images: readonly LoadedImage[],
): DriverListPlace | undefined {
  const stringBytes = images.map(({ module }) => aligned(4 + module.path.length * 2 + 2));
  const poolBytes = stringBytes.reduce((sum, bytes) => sum + bytes, 0);
  const listOffset = buffer.reserve(images.length * ENTRY_BYTES);
  const poolOffset = buffer.reserve(poolBytes);
  if (listOffset === undefined || poolOffset === undefined) return undefined;
  let name = poolOffset;
  for (const [index, image] of images.entries()) {
    const entry = listOffset + index * ENTRY_BYTES;
    const loaderEntry = entry + 8;
    buffer.record
      .u32(entry, name)
      .u64(loaderEntry + 0x30, image.base)
      .u32(loaderEntry + 0x40, image.imageSize)
      .u32(loaderEntry + 0x78, image.checkSum)
      .u32(loaderEntry + 0x80, image.timeDateStamp)
      .u32(name, image.module.path.length)
      .utf16(name + 4, image.module.path);
    name += stringBytes[index] ?? 0;
  }
  return { listOffset, poolOffset, poolBytes };
}

interface UnloadedDriver {
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
}

const UNLOADED: readonly UnloadedDriver[] = [
  { name: 'dump_dumpfve.sys', start: 0xfffff804_a1000000n, end: 0xfffff804_a101d000n },
  { name: 'hwpolicy.sys', start: 0xfffff804_a1200000n, end: 0xfffff804_a120b000n },
];

/** Drivers that were unloaded: a count, then 56 bytes each with the first twelve characters of the name. */
export function storeUnloadedDrivers(buffer: DumpBuffer): number | undefined {
  const offset = buffer.reserve(8 + UNLOADED.length * 56);
  if (offset === undefined) return undefined;
  buffer.record.u64(offset, UNLOADED.length);
  for (const [index, { name, start, end }] of UNLOADED.entries()) {
    const entry = offset + 8 + index * 56;
    const bytes = Math.min(12, name.length) * 2;
    buffer.record
      .u16(entry, bytes)
      .u16(entry + 2, bytes)
      .utf16(entry + 0x10, name.slice(0, 12))
      .u64(entry + 0x28, start)
      .u64(entry + 0x30, end);
  }
  return offset;
}
