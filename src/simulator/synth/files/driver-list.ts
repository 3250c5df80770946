import type { TriageBuffer } from './triage-buffer.ts';

/** Loaded and unloaded drivers as a triage dump lists them. */

export interface ListedDriver {
  readonly path: string;
  readonly base: bigint;
  readonly entryPoint?: bigint;
  readonly size: number;
  readonly checkSum: number;
  readonly timeDateStamp: number;
}

export interface UnloadedDriverPlan {
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
}

export interface DriverListPlace {
  readonly listOffset: number;
  readonly count: number;
  readonly poolOffset: number;
  readonly poolBytes: number;
}

const ENTRY_BYTES = 0x90;
const STRING_ALIGNMENT = 8;
const UNLOADED_ENTRY_BYTES = 0x38;
const UNLOADED_NAME_CHARACTERS = 12;

const aligned = (value: number) => Math.ceil(value / STRING_ALIGNMENT) * STRING_ALIGNMENT;

/** The loaded modules (shortened KLDR_DATA_TABLE_ENTRY) and the pool of their names. Undefined when out of room. */
export function storeDrivers(
  buffer: TriageBuffer,
  drivers: readonly ListedDriver[],
): DriverListPlace | undefined {
  const stringBytes = drivers.map(({ path }) => aligned(4 + path.length * 2 + 2));
  const poolBytes = stringBytes.reduce((sum, bytes) => sum + bytes, 0);
  const listOffset = buffer.reserve(drivers.length * ENTRY_BYTES);
  const poolOffset = buffer.reserve(poolBytes);
  if (listOffset === undefined || poolOffset === undefined) return undefined;
  let name = poolOffset;
  for (const [index, driver] of drivers.entries()) {
    const entry = listOffset + index * ENTRY_BYTES;
    const loaderEntry = entry + 8;
    buffer.record
      .u32(entry, name)
      .u64(loaderEntry + 0x30, driver.base)
      .u64(loaderEntry + 0x38, driver.entryPoint ?? 0n)
      .u32(loaderEntry + 0x40, driver.size)
      .u32(loaderEntry + 0x78, driver.checkSum)
      .u32(loaderEntry + 0x80, driver.timeDateStamp)
      .u32(name, driver.path.length)
      .utf16(name + 4, driver.path);
    name += stringBytes[index] ?? 0;
  }
  return { listOffset, count: drivers.length, poolOffset, poolBytes };
}

/** Drivers that were unloaded: a count, then an entry each with the first twelve characters of the name. */
export function storeUnloadedDrivers(
  buffer: TriageBuffer,
  drivers: readonly UnloadedDriverPlan[],
): number | undefined {
  const offset = buffer.reserve(8 + drivers.length * UNLOADED_ENTRY_BYTES);
  if (offset === undefined) return undefined;
  buffer.record.u64(offset, drivers.length);
  for (const [index, { name, start, end }] of drivers.entries()) {
    const entry = offset + 8 + index * UNLOADED_ENTRY_BYTES;
    const bytes = Math.min(UNLOADED_NAME_CHARACTERS, name.length) * 2;
    buffer.record
      .u16(entry, bytes)
      .u16(entry + 2, bytes)
      .utf16(entry + 0x10, name.slice(0, UNLOADED_NAME_CHARACTERS))
      .u64(entry + 0x28, start)
      .u64(entry + 0x30, end);
  }
  return offset;
}
