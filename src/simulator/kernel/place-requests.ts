import { threadObjectAddress } from '../addresses.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import {
  DEVICE_BYTES,
  DRIVER_BYTES,
  FILE_BYTES,
  requestBytes,
  writeDevice,
  writeDriver,
  writeFile,
  writeRequest,
} from '../synth/objects/io-objects.ts';
import type { SimulatedThread } from '../world/model.ts';
import { KERNEL } from './globals.ts';

/** Requests that threads have sent and that have not come back. */

const POOL = 0xffffa390_80000000n;
const SPACING = 0x800n;
const STACK_LOCATIONS = 8;
/** The system service of NtReadFile. */
const READ_FILE = 0x06;
const MAJOR_CREATE = 0;
const MAJOR_READ = 3;
const DEVICES = 0xffffa390_40000000n;
/** The drivers that hold requests in the scenarios: the redirector of shares, and the local file system. */
const DRIVER_NAMES = ['\\FileSystem\\mrxsmb', '\\FileSystem\\Ntfs'] as const;

/** IRP.ThreadListEntry of the thread's request, its place in the thread's list; undefined when it has none. */
export function requestListEntry(thread: SimulatedThread): bigint | undefined {
  return thread.activity.pendingFile === undefined ? undefined : requestAddress(thread) + 0x20n;
}

function requestAddress({ ordinal }: SimulatedThread): bigint {
  return POOL + BigInt(ordinal) * SPACING;
}

/** Device, driver and the driver's name; all requests to one driver share them. */
function placeDevice(memory: KernelMemory, driver: number): bigint {
  const address = DEVICES + BigInt(driver) * SPACING;
  const label = `device ${driver}`;
  if (memory.has(label)) return address;
  const text = DRIVER_NAMES[driver] ?? '';
  const [object, name] = [address + 0x200n, address + 0x400n];
  writeDevice(memory.place(label, address, DEVICE_BYTES), { driver: object });
  writeDriver(memory.place(`driver ${driver}`, object, DRIVER_BYTES), {
    device: address,
    name: { bytes: text.length * 2, buffer: name },
  });
  memory.place(`name of driver ${driver}`, name, text.length * 2 + 2).utf16(0, text);
  return address;
}

/** The thread's request with its file and device, if its activity has one on its way. */
export function placeRequest(memory: KernelMemory, thread: SimulatedThread): void {
  const { pendingFile, systemCall } = thread.activity;
  if (pendingFile === undefined) return;
  const isRead = systemCall === READ_FILE;
  const driver = isRead ? 1 : 0;
  const device = DEVICES + BigInt(driver) * SPACING;
  const request = requestAddress(thread);
  const [file, name] = [request + 0x400n, request + 0x600n];
  const listHead = threadObjectAddress(thread.ordinal) + BigInt(KERNEL.thread.irpList);
  const locations = Array.from({ length: STACK_LOCATIONS - 1 }, () => undefined);
  const irp = memory.place(`irp of ${thread.ordinal}`, request, requestBytes(STACK_LOCATIONS));
  writeRequest(irp, request, {
    thread: threadObjectAddress(thread.ordinal),
    next: listHead,
    previous: listHead,
    originalFile: file,
    locations: [...locations, { majorFunction: isRead ? MAJOR_READ : MAJOR_CREATE, device, file }],
    currentLocation: STACK_LOCATIONS,
  });
  writeFile(memory.place(`file of ${thread.ordinal}`, file, FILE_BYTES), {
    device,
    name: { bytes: pendingFile.length * 2, buffer: name },
  });
  memory.place(`name of file of ${thread.ordinal}`, name, pendingFile.length * 2 + 2).utf16(0, pendingFile);
  placeDevice(memory, driver);
}
