import { countedString } from '../kernel-memory.ts';
import type { FieldWriter, Pointer } from '../raw-record.ts';

/** The objects of the I/O manager (wdm.h), whose layouts no build of 64-bit Windows has changed. */

export const DEVICE_BYTES = 0x150;
export const DRIVER_BYTES = 0x150;
export const FILE_BYTES = 0xd8;
const IRP_HEAD_BYTES = 0xd0;
const LOCATION_BYTES = 0x48;

const TYPE = { device: 3, driver: 4, file: 5, irp: 6 } as const;

/** Text that lies elsewhere. */
export interface TextPlace {
  /** Bytes of the text in UTF-16. */
  readonly bytes: number;
  readonly buffer: Pointer;
}

export interface DeviceFacts {
  readonly driver: Pointer;
}

/** DEVICE_OBJECT */
export function writeDevice(record: FieldWriter, { driver }: DeviceFacts): void {
  record.u16(0, TYPE.device).u16(2, DEVICE_BYTES).u64(8, driver);
}

export interface DriverFacts {
  readonly device?: Pointer;
  readonly name: TextPlace;
}

/** DRIVER_OBJECT */
export function writeDriver(record: FieldWriter, { device, name }: DriverFacts): void {
  record
    .u16(0, TYPE.driver)
    .u16(2, DRIVER_BYTES)
    .u64(8, device ?? 0n);
  countedString(record, 0x38, name.bytes, name.buffer);
}

export interface FileFacts {
  readonly device: Pointer;
  readonly name: TextPlace;
}

/** FILE_OBJECT */
export function writeFile(record: FieldWriter, { device, name }: FileFacts): void {
  record.u16(0, TYPE.file).u16(2, FILE_BYTES).u64(8, device);
  countedString(record, 0x58, name.bytes, name.buffer);
}

export interface RequestFacts {
  readonly thread: Pointer;
  /** Links of IRP.ThreadListEntry. */
  readonly next: Pointer;
  readonly previous: Pointer;
  /** IRP.Tail.Overlay.OriginalFileObject. */
  readonly originalFile?: Pointer;
  /** As many as stack locations, the one called last first. */
  readonly locations: readonly (LocationFacts | undefined)[];
  /** Counted from 1. */
  readonly currentLocation: number;
}

export interface LocationFacts {
  readonly majorFunction: number;
  readonly device: Pointer;
  readonly file?: Pointer;
}

/** Bytes of an IRP with its stack locations. */
export function requestBytes(locations: number): number {
  return IRP_HEAD_BYTES + locations * LOCATION_BYTES;
}

/** IRP with its IO_STACK_LOCATIONs; `address` is its own. */
export function writeRequest(record: FieldWriter, address: bigint, facts: RequestFacts): void {
  const { locations, currentLocation } = facts;
  const placeOf = (number: number) => IRP_HEAD_BYTES + (number - 1) * LOCATION_BYTES;
  record
    .u16(0, TYPE.irp)
    .u16(2, requestBytes(locations.length))
    .links(0x20, facts.next, facts.previous)
    .u8(0x42, locations.length)
    .u8(0x43, currentLocation)
    .u64(0x98, facts.thread)
    .u64(0xb8, address + BigInt(placeOf(currentLocation)))
    .u64(0xc0, facts.originalFile ?? 0n);
  for (const [index, location] of locations.entries()) {
    if (location === undefined) continue;
    const at = placeOf(index + 1);
    record
      .u8(at, location.majorFunction)
      .u64(at + 0x28, location.device)
      .u64(at + 0x30, location.file ?? 0n);
  }
}
