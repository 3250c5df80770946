import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { view } from '../binary/layout.ts';
import { walkList } from '../dump/kernel-lists/walk-list.ts';
import { type Memory, tryRead } from '../dump/memory/memory.ts';
import { asObject } from './guards.ts';
import { IO_TYPE_IRP, MAJOR_FUNCTIONS } from './layouts/io.ts';
import type { IoLayouts } from './layouts/io-layouts.ts';
import { readNameOf } from './unicode-string.ts';

/** An I/O request that a thread has outstanding. What the dump does not hold is absent. */
export interface PendingIrp {
  readonly address: VirtualAddress;
  /** `IRP_MJ_READ` and so on, of the driver that has it now. */
  readonly majorFunction?: string;
  readonly device?: VirtualAddress;
  /** `\Driver\…` or `\FileSystem\…` */
  readonly driverName?: string;
  readonly file?: VirtualAddress;
  /** The name relative to its volume, as the file object has it. */
  readonly fileName?: string;
  readonly cancelled: boolean;
}

/** A thread with more outstanding requests than this is a broken list. */
const MOST_IRPS = 100;
function readName(memory: Memory, object: VirtualAddress | undefined, offset: number): string | undefined {
  const name = object && readNameOf(memory, object, offset);
  return name?.isCut === false ? name.text : undefined;
}

function driverOf(
  memory: Memory,
  io: IoLayouts,
  device: VirtualAddress | undefined,
): VirtualAddress | undefined {
  const bytes = device && tryRead(memory, device, io.device.size);
  return bytes && asObject(view(io.device, bytes).get('DriverObject'));
}

function readIrp(
  memory: Memory,
  io: IoLayouts,
  address: VirtualAddress,
  thread: VirtualAddress,
): PendingIrp | undefined {
  const bytes = tryRead(memory, address, io.irp.size);
  if (!bytes) return { address, cancelled: false };
  const irp = view(io.irp, bytes);
  if (irp.get('Type') !== IO_TYPE_IRP || irp.get('Thread') !== thread) return undefined;
  const cancelled = irp.get('Cancel') !== 0;
  const location = tryRead(memory, virtualAddress(irp.get('CurrentStackLocation')), io.location.size);
  if (!location) return { address, cancelled };
  const current = view(io.location, location);
  const major = current.get('MajorFunction');
  const device = asObject(current.get('DeviceObject'));
  const file = asObject(current.get('FileObject'));
  const driverName = readName(memory, driverOf(memory, io, device), io.driver.fields.NameLength.offset);
  const fileName = readName(memory, file, io.file.fields.NameLength.offset);
  return {
    address,
    majorFunction: MAJOR_FUNCTIONS[major] ?? `IRP_MJ_0x${major.toString(16)}`,
    ...(device && { device }),
    ...(driverName && { driverName }),
    ...(file && { file }),
    ...(fileName && { fileName }),
    cancelled,
  };
}

/** The requests on the IrpList of a thread. The list is followed as far as the dump holds it. */
export function readPendingIrps(
  memory: Memory,
  io: IoLayouts,
  thread: VirtualAddress,
  listHead: VirtualAddress,
): readonly PendingIrp[] {
  const { entries } = walkList(memory, listHead, MOST_IRPS);
  return entries
    .map((entry) => readIrp(memory, io, addressAt(entry, -io.irp.fields.ThreadListEntry.offset), thread))
    .filter((irp) => irp !== undefined);
}
