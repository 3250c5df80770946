import { threadObjectAddress } from '../addresses.ts';
import type { SimulatedThread } from '../model.ts';
import { rawRecord } from './raw-record.ts';

/** A request that a thread has sent and that has not come back: IRP, FILE_OBJECT and its name (wdm.h). */
export interface PendingIo {
  /** IRP.ThreadListEntry, the place in the thread's list. */
  readonly listEntry: bigint;
  readonly blocks: ReadonlyArray<{ readonly address: bigint; readonly bytes: Uint8Array }>;
}

const POOL = 0xffffa390_80000000n;
const SPACING = 0x800n;
const STACK_LOCATIONS = 8;
const IRP_BYTES = 0xd0 + STACK_LOCATIONS * 0x48;
const MAJOR_CREATE = 0;
const MAJOR_READ = 3;

/** Nothing when the thread's activity has no request on its way. */
export function pendingIo(thread: SimulatedThread): PendingIo | undefined {
  const { pendingFile, systemCall } = thread.activity;
  if (pendingFile === undefined) return undefined;
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
    .u8(current, systemCall === 0x06 ? MAJOR_READ : MAJOR_CREATE)
    .u64(current + 0x30, file).bytes;
  const length = pendingFile.length * 2;
  const fileBytes = rawRecord(0xd8)
    .u16(0, 5)
    .u16(2, 0xd8)
    .u16(0x58, length)
    .u16(0x5a, length + 2)
    .u64(0x60, name).bytes;
  const nameBytes = rawRecord(length + 2).utf16(0, pendingFile).bytes;
  return {
    listEntry: irp + 0x20n,
    blocks: [
      { address: irp, bytes: irpBytes },
      { address: file, bytes: fileBytes },
      { address: name, bytes: nameBytes },
    ],
  };
}
