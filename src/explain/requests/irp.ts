import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { Mutable } from '../../binary/mutable.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import { asObject, hasObjectType } from '../../kernel/guards.ts';
import { IO_TYPE, PENDING_RETURNED } from '../../kernel/layouts/io.ts';
import { type IoLayouts, ioLayouts } from '../../kernel/layouts/io-layouts.ts';
import { derived, fromMemory } from '../evidence.ts';
import type { PendingRequest, RequestHolder, RequestLocation } from '../model.ts';
import { type KernelView, threadReference } from '../view.ts';
import { driverOfDevice } from './drivers.ts';
import { fileReference } from './files.ts';
import { isMajorFunction, majorFunctionName, minorFunctionName } from './functions.ts';

/** The fields of a request, apart from how it was found. */
export type RequestBody = Omit<PendingRequest, 'foundBy' | 'foundThrough'>;

/** Drivers on top of each other; StackCount is a signed byte in wdm.h. */
const MOST_LOCATIONS = 127;

/** The header of an IRP that a driver has now; undefined for a completed or unused one and for anything else. */
export function readIrpHeader(
  { memory, io = ioLayouts(undefined) }: Pick<KernelView, 'memory'> & Partial<Pick<KernelView, 'io'>>,
  address: VirtualAddress,
) {
  const irp = tryReadFields(memory, address, io.irp);
  if (irp === undefined) return undefined;
  if (irp.Type !== IO_TYPE.irp || irp.StackCount === 0 || irp.StackCount > MOST_LOCATIONS) return undefined;
  if (irp.Size < io.irp.size + io.location.size * irp.StackCount) return undefined;
  // A completed or unused one is above its last location.
  if (irp.CurrentLocation === 0 || irp.CurrentLocation > irp.StackCount) return undefined;
  return irp.CurrentStackLocation === locationAt(io, address, irp.CurrentLocation) ? irp : undefined;
}

export type IrpHeader = NonNullable<ReturnType<typeof readIrpHeader>>;

/** Where the location with this number is: 1 follows the IRP. */
function locationAt(io: IoLayouts, irp: VirtualAddress, number: number): VirtualAddress {
  return addressAt(irp, io.irp.size + io.location.size * (number - 1));
}

function readLocation(
  view: KernelView,
  irp: VirtualAddress,
  number: number,
  current: number,
): RequestLocation | undefined {
  const fields = tryReadFields(view.memory, locationAt(view.io, irp, number), view.io.location);
  if (fields === undefined) return undefined;
  if (!isMajorFunction(fields.MajorFunction)) return undefined;
  const device = asObject(fields.DeviceObject);
  const driver = device && driverOfDevice(view, device);
  const file = asObject(fields.FileObject);
  const minorFunction = minorFunctionName(fields.MajorFunction, fields.MinorFunction);
  const routine = fields.CompletionRoutine === 0n ? undefined : virtualAddress(fields.CompletionRoutine);
  const routineName = routine === undefined ? undefined : view.images.nameOf(routine);
  // Assigned one by one: to copy an object for each of them takes as long as to read the location.
  const location: Mutable<RequestLocation> = {
    number,
    isCurrent: number === current,
    majorFunction: majorFunctionName(fields.MajorFunction),
    flags: fields.Flags,
    control: fields.Control,
  };
  if (minorFunction !== undefined) location.minorFunction = minorFunction;
  if (device !== undefined) location.device = device;
  if (driver !== undefined) location.driver = driver;
  if (file !== undefined) location.file = file;
  if (routine !== undefined) location.completionRoutine = routine;
  if (routineName !== undefined) location.completionRoutineName = routineName;
  return location;
}

function holderOf({ device, driver, control }: RequestLocation): RequestHolder {
  const markedPending = (control & PENDING_RETURNED) !== 0;
  const basis = markedPending
    ? 'current location, marked pending by its driver'
    : 'current location of the request';
  return {
    ...(driver && { driver }),
    ...(device && { device }),
    markedPending,
    evidence: driver?.evidence.class === 'Derived' ? derived(basis) : fromMemory(basis),
  };
}

/** Tail.Overlay.Thread, unless the memory there is something else. */
function threadOf({ memory, threads }: KernelView, irp: IrpHeader): VirtualAddress | undefined {
  const thread = asObject(irp.Thread);
  if (thread === undefined || threads.has(thread)) return thread;
  return hasObjectType(memory, thread, 'thread') === false ? undefined : thread;
}

/** The whole request at `address`, or undefined when none is pending there. */
export function readRequest(view: KernelView, address: VirtualAddress): RequestBody | undefined {
  const irp = readIrpHeader(view, address);
  if (irp === undefined) return undefined;
  const current = irp.CurrentLocation;
  const used = irp.StackCount - current + 1;
  const locations: RequestLocation[] = [];
  // Locations below the current one belong to drivers that have not been called yet, and hold nothing.
  for (let number = irp.StackCount; number >= current; number--) {
    const location = readLocation(view, address, number, current);
    if (location) locations.push(location);
  }
  const last = locations.at(-1);
  const now = last?.isCurrent ? last : undefined;
  const file = asObject(irp.OriginalFileObject) ?? now?.file;
  const thread = threadOf(view, irp);
  const userEvent =
    asObject(irp.UserEvent) ?? (irp.UserEvent === 0n ? undefined : virtualAddress(irp.UserEvent));
  return {
    address,
    ...(thread && { thread: threadReference(view, thread) }),
    ...(now && { majorFunction: now.majorFunction }),
    ...(now?.minorFunction !== undefined && { minorFunction: now.minorFunction }),
    locations,
    currentLocation: current,
    stackCount: irp.StackCount,
    ...(now && { holder: holderOf(now) }),
    ...(file && { file: fileReference(view, file) }),
    cancelled: irp.Cancel !== 0,
    requestorMode: irp.RequestorMode === 0 ? 'Kernel' : 'User',
    ...(userEvent !== undefined && { userEvent }),
    evidence: fromMemory('the request'),
    ...(locations.length < used && {
      incomplete: `${used - locations.length} of its ${used} stack locations are not in the dump`,
    }),
  };
}
