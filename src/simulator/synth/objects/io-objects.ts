import { countedString } from '../kernel-memory.ts';
import { type FieldWriter, type Pointer, type Structure, within } from '../raw-record.ts';
import { type ListEnds, writeEvent, writeListHead } from './dispatcher.ts';

/** The objects of the I/O manager (wdm.h). No build of 64-bit Windows has changed their layouts. */

export const DEVICE_BYTES = 0x150;
export const DRIVER_BYTES = 0x150;
export const FILE_BYTES = 0xd8;
const IRP_HEAD_BYTES = 0xd0;
const LOCATION_BYTES = 0x48;

const TYPE = { device: 3, driver: 4, file: 5, irp: 6 } as const;

/** Text that is elsewhere. */
export interface TextPlace {
  /** Bytes of the text in UTF-16. */
  readonly bytes: number;
  readonly buffer: Pointer;
}

export interface DeviceFacts {
  readonly driver: Pointer;
  /** The request that it works on (DEVICE_OBJECT.CurrentIrp). */
  readonly currentIrp?: Pointer;
  /** What its driver keeps about it, behind the object. */
  readonly extension?: { readonly address: Pointer; readonly bytes: number };
}

/** DEVICE_OBJECT */
export function writeDevice(record: FieldWriter, { driver, currentIrp, extension }: DeviceFacts): void {
  record
    .u16(0, TYPE.device)
    .u16(2, DEVICE_BYTES + (extension?.bytes ?? 0))
    .u64(8, driver)
    .u64(0x20, currentIrp ?? 0n)
    .u64(0x40, extension?.address ?? 0n);
}

export interface DriverFacts {
  readonly device?: Pointer;
  /** Where its image is loaded. */
  readonly image?: { readonly base: Pointer; readonly bytes: number };
  readonly name: TextPlace;
}

/** DRIVER_OBJECT */
export function writeDriver(record: FieldWriter, { device, image, name }: DriverFacts): void {
  record
    .u16(0, TYPE.driver)
    .u16(2, DRIVER_BYTES)
    .u64(8, device ?? 0n)
    .u64(0x18, image?.base ?? 0n)
    .u32(0x20, image?.bytes ?? 0);
  countedString(record, 0x38, name.bytes, name.buffer);
}

export interface FileFacts {
  readonly device: Pointer;
  readonly name: TextPlace;
  /** The file system's control block, which begins with FSRTL_COMMON_FCB_HEADER. */
  readonly context?: Pointer;
  /** The file that this name is relative to. */
  readonly relatedFile?: Pointer;
  /** Opened for synchronous I/O, so that one request at a time is on its way. */
  readonly isSynchronous?: boolean;
  /** Blocks of threads that wait for FILE_OBJECT.Lock, and for Event, the end of a request. */
  readonly lockWaiters?: ListEnds;
  readonly eventWaiters?: ListEnds;
}

/** Objects inside of a FILE_OBJECT that threads wait for. */
export const FILE_LOCK = 0x80;
export const FILE_EVENT = 0x98;

const FILE_SYNCHRONOUS_IO = 2;

/** FILE_OBJECT */
export function writeFile(record: Structure, facts: FileFacts): void {
  record
    .u16(0, TYPE.file)
    .u16(2, FILE_BYTES)
    .u64(8, facts.device)
    .u64(0x18, facts.context ?? 0n)
    .u64(0x40, facts.relatedFile ?? 0n)
    .u32(0x50, facts.isSynchronous === true ? FILE_SYNCHRONOUS_IO : 0)
    .u32(0x70, facts.lockWaiters === undefined ? 0 : 1)
    .u32(0x74, facts.isSynchronous === true ? 1 : 0);
  countedString(record, 0x58, facts.name.bytes, facts.name.buffer);
  writeEvent(within(record, FILE_LOCK), facts.lockWaiters);
  writeEvent(within(record, FILE_EVENT), facts.eventWaiters, true);
  writeListHead(record, 0xc0, undefined);
}

export const CONTROL_BLOCK_BYTES = 0x60;

/** FSRTL_COMMON_FCB_HEADER (ntifs.h), with which the control block of every file system begins. */
export function writeControlBlock(
  record: FieldWriter,
  { resource, pagingResource }: { readonly resource: Pointer; readonly pagingResource?: Pointer },
): void {
  record
    .u16(0, CONTROL_BLOCK_NODE_TYPE)
    .u16(2, CONTROL_BLOCK_BYTES)
    .u64(8, resource)
    .u64(0x10, pagingResource ?? 0n);
}

/** A number of the file system's own: that of the redirector's file control blocks. */
const CONTROL_BLOCK_NODE_TYPE = 0xeb02;

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
  readonly isCancelled?: boolean;
  readonly isFromUser?: boolean;
  /** What is signalled when it is done (IRP.UserEvent). */
  readonly userEvent?: Pointer;
}

export interface LocationFacts {
  readonly majorFunction: number;
  readonly minorFunction?: number;
  readonly device: Pointer;
  readonly file?: Pointer;
  /** Its driver has marked the request pending. */
  readonly isPending?: boolean;
  /** IO_STACK_LOCATION.Control as a whole; it follows from the other facts when absent. */
  readonly control?: number;
  /** Of the driver above, called when this one is done. */
  readonly completion?: { readonly routine: Pointer; readonly context: Pointer };
}

const PENDING = 0x01;
/** Invoke the completion routine on cancel, success and error. */
const INVOKE = 0xe0;

function controlOf({ isPending, completion }: LocationFacts): number {
  return (isPending === true ? PENDING : 0) | (completion === undefined ? 0 : INVOKE);
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
    .u8(0x40, facts.isFromUser === true ? 1 : 0)
    .u8(0x43, currentLocation)
    .u8(0x44, facts.isCancelled === true ? 1 : 0)
    .u64(0x50, facts.userEvent ?? 0n)
    .u64(0x98, facts.thread)
    .u64(0xb8, address + BigInt(placeOf(currentLocation)))
    .u64(0xc0, facts.originalFile ?? 0n);
  for (const [index, location] of locations.entries()) {
    if (location === undefined) continue;
    const at = placeOf(index + 1);
    record
      .u8(at, location.majorFunction)
      .u8(at + 1, location.minorFunction ?? 0)
      .u8(at + 3, location.control ?? controlOf(location))
      .u64(at + 0x28, location.device)
      .u64(at + 0x30, location.file ?? 0n)
      .u64(at + 0x38, location.completion?.routine ?? 0n)
      .u64(at + 0x40, location.completion?.context ?? 0n);
  }
}
