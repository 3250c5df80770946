import {
  CONTROL_BLOCK_BYTES,
  DEVICE_BYTES,
  DRIVER_BYTES,
  FILE_BYTES,
  FILE_EVENT,
  FILE_LOCK,
  requestBytes,
  writeControlBlock,
  writeDevice,
  writeDriver,
  writeFile,
  writeRequest,
} from '../../../src/simulator/synth/objects/io-objects.ts';
import { REGION } from '../kernel-truth.ts';
import { DRIVERS, putText } from '../put-drivers.ts';
import type { PlannedThread, WaitKernel } from './wait-kernel.ts';
import type { PlannedRequest, Range } from './wait-truth.ts';

/** Requests with their devices and files. */
export interface PlannedDevice {
  readonly address: bigint;
  /** What a reader calls its driver. */
  readonly driver: string;
  readonly blocks: readonly Range[];
}

export interface PlannedFile {
  readonly address: bigint;
  readonly blocks: readonly Range[];
}

export interface FilePlan {
  readonly device: PlannedDevice;
  readonly name: string;
  readonly relatedFile?: bigint;
  /** The resource of the file's control block. */
  readonly lock?: bigint;
}

export interface RequestPlan {
  readonly thread: PlannedThread;
  readonly majorFunction: readonly [number: number, name: string];
  readonly device: PlannedDevice;
  readonly file: PlannedFile;
  /** What a person calls the file. */
  readonly shown: string;
  readonly drive?: string;
  readonly isMarkedPending?: boolean;
  /** Only the stack of the thread leads to it. */
  readonly isOffList?: boolean;
  readonly userEvent?: bigint;
}

const STACK_LOCATIONS = 3;
/** An address that no dump holds. */
const NOWHERE = 0xffffe08affffe000n;

/** A device of a driver; `name` is that of the driver object, absent where its text is not in the dump. */
export function planDevice(kernel: WaitKernel, name: string | undefined, image: number): PlannedDevice {
  const { memory } = kernel;
  const driver = memory.allocate(REGION.pool, DRIVER_BYTES);
  const address = memory.allocate(REGION.pool, DEVICE_BYTES);
  const loaded = DRIVERS[image];
  if (loaded === undefined) throw new RangeError(`there is no driver ${image}`);
  const text = name === undefined ? { bytes: 0x20, buffer: NOWHERE } : putText(memory, name);
  writeDriver(memory.at(driver), {
    device: address,
    image: { base: loaded.base, bytes: loaded.size },
    name: text,
  });
  writeDevice(memory.at(address), { driver });
  return {
    address,
    driver: name ?? loaded.path.slice(loaded.path.lastIndexOf('\\') + 1),
    blocks: [
      [address, DEVICE_BYTES],
      [driver, DRIVER_BYTES],
      ...(name === undefined ? [] : [[text.buffer, text.bytes] as const]),
    ],
  };
}

/** A FILE_OBJECT with the objects inside of it. */
export function planFile(kernel: WaitKernel, { device, name, relatedFile, lock }: FilePlan): PlannedFile {
  const { memory } = kernel;
  const address = memory.allocate(REGION.pool, FILE_BYTES);
  const text = putText(memory, name);
  const context = lock === undefined ? undefined : memory.allocate(REGION.pool, CONTROL_BLOCK_BYTES);
  if (context !== undefined && lock !== undefined) writeControlBlock(memory.at(context), { resource: lock });
  kernel.write((waitersOf) => {
    const [lockWaiters, eventWaiters] = [
      waitersOf(address + BigInt(FILE_LOCK)),
      waitersOf(address + BigInt(FILE_EVENT)),
    ];
    writeFile(memory.at(address), {
      device: device.address,
      name: text,
      isSynchronous: true,
      ...(relatedFile === undefined ? {} : { relatedFile }),
      ...(context === undefined ? {} : { context }),
      ...(lockWaiters && { lockWaiters }),
      ...(eventWaiters && { eventWaiters }),
    });
  });
  return {
    address,
    blocks: [[address, FILE_BYTES], [text.buffer, text.bytes], ...device.blocks],
  };
}

export function planRequest(kernel: WaitKernel, plan: RequestPlan): PlannedRequest {
  const { memory, build } = kernel;
  const { thread, device, file, majorFunction, isOffList = false, isMarkedPending = false } = plan;
  const address = memory.allocate(REGION.pool, requestBytes(STACK_LOCATIONS));
  const entry = address + 0x20n;
  const head = isOffList ? entry : thread.address + BigInt(build.thread.irpList);
  if (isOffList) thread.mention(address);
  else kernel.list(thread, entry);
  writeRequest(memory.at(address), address, {
    thread: thread.address,
    next: head,
    previous: head,
    originalFile: file.address,
    locations: [
      undefined,
      {
        majorFunction: majorFunction[0],
        device: device.address,
        file: file.address,
        isPending: isMarkedPending,
        completion: { routine: REGION.nt + 0x36b110n, context: device.address },
      },
      { majorFunction: majorFunction[0], device: device.address, file: file.address },
    ],
    currentLocation: 2,
    isFromUser: true,
    ...(plan.userEvent === undefined ? {} : { userEvent: plan.userEvent }),
  });
  return {
    address,
    thread: thread.name,
    majorFunction: majorFunction[1],
    driver: device.driver,
    file: plan.shown,
    isMarkedPending,
    isListed: !isOffList,
    blocks: [[address, requestBytes(STACK_LOCATIONS)], ...file.blocks, ...device.blocks],
    ...(plan.drive === undefined ? {} : { drive: plan.drive }),
  };
}
