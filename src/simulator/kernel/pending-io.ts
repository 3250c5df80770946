import { threadObjectAddress } from '../addresses.ts';
import type { SimulatedThread } from '../world/model.ts';
import type { MemoryBlock } from './memory-block.ts';
import { rawRecord } from './raw-record.ts';

/** A request that a thread has sent and that has not come back: IRP, FILE_OBJECT, device and driver (wdm.h). */
export interface PendingIo {
  /** IRP.ThreadListEntry, the place in the thread's list. */
  readonly listEntry: bigint;
  readonly blocks: readonly MemoryBlock[];
}

const POOL = 0xffffa390_80000000n;
const SPACING = 0x800n;
const STACK_LOCATIONS = 8;
const IRP_BYTES = 0xd0 + STACK_LOCATIONS * 0x48;
/** The system service of NtReadFile. */
const READ_FILE = 0x06;
const MAJOR_CREATE = 0;
const MAJOR_READ = 3;
const DEVICES = 0xffffa390_40000000n;
/** The drivers that hold requests in the scenarios: the redirector of shares, and the local file system. */
const DRIVER_NAMES = ['\\FileSystem\\mrxsmb', '\\FileSystem\\Ntfs'] as const;

/** DEVICE_OBJECT, DRIVER_OBJECT and the driver's name; all requests to one driver share them. */
function deviceBlocks(driver: number): MemoryBlock[] {
  const device = DEVICES + BigInt(driver) * SPACING;
  const object = device + 0x200n;
  const name = device + 0x400n;
  const text = DRIVER_NAMES[driver] ?? '';
  const length = text.length * 2;
  return [
    { address: device, bytes: rawRecord(0x150).u16(0, 3).u16(2, 0x150).u64(8, object).bytes },
    {
      address: object,
      bytes: rawRecord(0x150)
        .u16(0, 4)
        .u16(2, 0x150)
        .u64(8, device)
        .u16(0x38, length)
        .u16(0x3a, length + 2)
        .u64(0x40, name).bytes,
    },
    { address: name, bytes: rawRecord(length + 2).utf16(0, text).bytes },
  ];
}

/** Nothing when the thread's activity has no request on its way. */
export function pendingIo(thread: SimulatedThread): PendingIo | undefined {
  const { pendingFile, systemCall } = thread.activity;
  if (pendingFile === undefined) return undefined;
  const isRead = systemCall === READ_FILE;
  const devices = deviceBlocks(isRead ? 1 : 0);
  const [device] = devices;
  const irp = POOL + BigInt(thread.ordinal) * SPACING;
  const file = irp + 0x400n;
  const name = irp + 0x600n;
  const listHead = threadObjectAddress(thread.ordinal) + 0x4b0n;
  const current = 0xd0 + (STACK_LOCATIONS - 1) * 0x48;
  const irpBytes = rawRecord(IRP_BYTES)
    .u16(0, 6)
    .u16(2, IRP_BYTES)
    .links(0x20, listHead, listHead)
    .u8(0x42, STACK_LOCATIONS)
    .u8(0x43, STACK_LOCATIONS)
    .u64(0x98, threadObjectAddress(thread.ordinal))
    .u64(0xb8, irp + BigInt(current))
    .u64(0xc0, file)
    .u8(current, isRead ? MAJOR_READ : MAJOR_CREATE)
    .u64(current + 0x28, device?.address ?? 0n)
    .u64(current + 0x30, file).bytes;
  const length = pendingFile.length * 2;
  const fileBytes = rawRecord(0xd8)
    .u16(0, 5)
    .u16(2, 0xd8)
    .u16(0x58, length)
    .u16(0x5a, length + 2)
    .u64(8, device?.address ?? 0n)
    .u64(0x60, name).bytes;
  const nameBytes = rawRecord(length + 2).utf16(0, pendingFile).bytes;
  return {
    listEntry: irp + 0x20n,
    blocks: [
      { address: irp, bytes: irpBytes },
      { address: file, bytes: fileBytes },
      { address: name, bytes: nameBytes },
      ...devices,
    ],
  };
}
