import { requestAddress, requestFileAddress, threadObjectAddress } from '../addresses.ts';
import { imageNamed } from '../images/loaded-images.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import {
  DEVICE_BYTES,
  DRIVER_BYTES,
  FILE_BYTES,
  FILE_EVENT,
  type LocationFacts,
  requestBytes,
  writeDevice,
  writeDriver,
  writeFile,
  writeRequest,
} from '../synth/objects/io-objects.ts';
import { type Activity, DRIVER_NAMES, type DriverName } from '../world/activity.ts';
import type { SimulatedThread } from '../world/model.ts';
import { LOCKS } from '../world/waits.ts';
import { KERNEL } from './globals.ts';
import { controlBlockAddress } from './place-locks.ts';
import type { WaitScene } from './wait-scene.ts';

/** Requests that threads have sent and that have not come back. */

const DEVICE_SPACING = 0x800n;
/** The file's name, behind the request and its file. */
const NAME_PLACE = 0x600n;
const STACK_LOCATIONS = 8;
const MAJOR_CREATE = 0;
const DEVICES = 0xffffa390_40000000n;
const DRIVERS = Object.keys(DRIVER_NAMES) as DriverName[];
/** The drivers that a request passes, the first one called first: the last one has it. */
const PATHS = {
  share: ['fltmgr', 'mup', 'mrxsmb'],
  serverAnswer: ['fltmgr', 'mup', 'mrxsmb', 'mrxsmb20'],
  local: ['fltmgr', 'Ntfs'],
} as const satisfies Record<string, readonly DriverName[]>;

/** IRP.ThreadListEntry of the thread's request, its place in the thread's list; undefined when it has none. */
export function requestListEntry({ activity, ordinal }: SimulatedThread): bigint | undefined {
  return activity.pendingFile !== undefined && isListed(activity) ? listEntryOf(ordinal) : undefined;
}

const isListed = ({ pendingOffList, isOnNoList }: Activity) =>
  pendingOffList === undefined && isOnNoList !== true;

function listEntryOf(ordinal: number): bigint {
  return requestAddress(ordinal) + 0x20n;
}

function deviceAddress(driver: DriverName): bigint {
  return DEVICES + BigInt(DRIVERS.indexOf(driver)) * DEVICE_SPACING;
}

/** Device, driver and the driver's name; all requests to one driver share them. */
function placeDevice(memory: KernelMemory, driver: DriverName): void {
  const label = `device of ${driver}`;
  if (memory.has(label)) return;
  const address = deviceAddress(driver);
  const text = DRIVER_NAMES[driver];
  const image = imageNamed(driver);
  const [object, name] = [address + 0x200n, address + 0x400n];
  writeDevice(memory.place(label, address, DEVICE_BYTES), { driver: object });
  writeDriver(memory.place(`driver ${driver}`, object, DRIVER_BYTES), {
    device: address,
    image: { base: image.base, bytes: image.imageSize },
    name: { bytes: text.length * 2, buffer: name },
  });
  memory.place(`name of driver ${driver}`, name, text.length * 2 + 2).utf16(0, text);
}

function pathOf({ activity }: SimulatedThread): readonly DriverName[] {
  if (activity.pendingAt === 'Ntfs') return PATHS.local;
  return activity.pendingAt === 'mrxsmb20' ? PATHS.serverAnswer : PATHS.share;
}

/** The control block of a file that is open: that of the lock which the thread holds on it. */
function contextOf({ activity }: SimulatedThread): bigint | undefined {
  const held = activity.holds?.find(({ lock }) => LOCKS[lock] === activity.pendingFile);
  return held && controlBlockAddress(held.lock);
}

/** Locations that were never used, then those of the path, the driver called last first. */
function locationsOf(thread: SimulatedThread): readonly (LocationFacts | undefined)[] {
  const { activity } = thread;
  const path = pathOf(thread);
  const used = path.map((driver, index): LocationFacts => {
    const above = path[index - 1];
    return {
      majorFunction: activity.pendingFunction ?? MAJOR_CREATE,
      device: deviceAddress(driver),
      file: requestFileAddress(thread.ordinal),
      isPending: driver === activity.pendingAt,
      ...(above === undefined
        ? {}
        : {
            completion: {
              routine: imageNamed(above).base + COMPLETION_RVA,
              context: deviceAddress(above),
            },
          }),
    };
  });
  const unused = Array.from({ length: STACK_LOCATIONS - used.length }, () => undefined);
  return [...unused, ...used.toReversed()];
}

/** Where the code of an image begins. */
const COMPLETION_RVA = 0x1000n;

/** The thread's request with its file and devices, if its activity has one on its way. */
export function placeRequest(memory: KernelMemory, scene: WaitScene, thread: SimulatedThread): void {
  const { pendingFile } = thread.activity;
  if (pendingFile === undefined) return;
  const path = pathOf(thread);
  const request = requestAddress(thread.ordinal);
  const file = requestFileAddress(thread.ordinal);
  const name = request + NAME_PLACE;
  const listHead = isListed(thread.activity)
    ? threadObjectAddress(thread.ordinal) + BigInt(KERNEL.thread.irpList)
    : listEntryOf(thread.ordinal);
  const irp = memory.place(`irp of ${thread.ordinal}`, request, requestBytes(STACK_LOCATIONS));
  writeRequest(irp, request, {
    thread: threadObjectAddress(thread.ordinal),
    next: listHead,
    previous: listHead,
    originalFile: file,
    locations: locationsOf(thread),
    currentLocation: STACK_LOCATIONS + 1 - path.length,
    isFromUser: true,
    ...(thread.activity.isCancelled && { isCancelled: true }),
  });
  const context = contextOf(thread);
  const eventWaiters = scene.waitersOf(file + BigInt(FILE_EVENT));
  writeFile(memory.place(`file of ${thread.ordinal}`, file, FILE_BYTES), {
    device: deviceAddress(path.includes('mup') ? 'mup' : 'Ntfs'),
    name: { bytes: pendingFile.length * 2, buffer: name },
    isSynchronous: true,
    ...(context === undefined ? {} : { context }),
    ...(eventWaiters === undefined ? {} : { eventWaiters }),
  });
  memory.place(`name of file of ${thread.ordinal}`, name, pendingFile.length * 2 + 2).utf16(0, pendingFile);
  for (const driver of path) placeDevice(memory, driver);
}
