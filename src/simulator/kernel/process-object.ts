import { processObjectAddress } from '../addresses.ts';
import { kernelVariable } from '../images/code-place.ts';
import type { SimulatedProcess, SimulatedThread } from '../world/model.ts';
import { rawRecord } from './raw-record.ts';
import { type ListNeighbour, threadListEntries } from './thread-object.ts';

/** EPROCESS of x64 build 19041; offsets from the public symbols of that build. */
export const EPROCESS_BYTES = 0xa40;

/** Every process has its environment block at the same place of its own memory. */
export const PEB_ADDRESS = 0x83_7eff_0000n;

/** The heads of a process's two thread lists (KPROCESS and EPROCESS). */
export function threadListHeads(process: SimulatedProcess): ListNeighbour {
  const address = processObjectAddress(process.ordinal);
  return { kernel: address + 0x30n, executive: address + 0x5e0n };
}

/** Cr3 of a process: a page of its own. */
export function directoryTableBase(process: SimulatedProcess): number {
  return 0x1aa000 + process.ordinal * 0x1000;
}

/** `listed` is the kernel's process list in order, `threads` those of the process that have not exited. */
export function processObject(
  process: SimulatedProcess,
  threads: readonly SimulatedThread[],
  listed: readonly SimulatedProcess[],
): Uint8Array {
  const { snapshot, ordinal } = process;
  const heads = threadListHeads(process);
  const [first, last] = [threads[0], threads.at(-1)].map((thread) =>
    thread === undefined ? heads : threadListEntries(thread),
  );
  const place = listed.indexOf(process);
  const entryOf = (neighbour: SimulatedProcess | undefined) =>
    neighbour === undefined
      ? kernelVariable('PsActiveProcessHead')
      : processObjectAddress(neighbour.ordinal) + 0x448n;
  return rawRecord(EPROCESS_BYTES)
    .u8(0, 3)
    .u8(2, 0x438 / 4)
    .links(8, processObjectAddress(ordinal) + 8n, processObjectAddress(ordinal) + 8n)
    .u64(0x28, directoryTableBase(process))
    .links(0x30, (first ?? heads).kernel, (last ?? heads).kernel)
    .u64(0x440, snapshot.processId)
    .links(0x448, entryOf(listed[place + 1]), entryOf(listed[place - 1]))
    .u64(0x468, snapshot.createTime)
    .u64(0x540, snapshot.parentProcessId)
    .u64(0x550, snapshot.processId > 4 ? PEB_ADDRESS : 0n)
    .latin1(0x5a8, snapshot.name.slice(0, 14))
    .links(0x5e0, (first ?? heads).executive, (last ?? heads).executive)
    .u32(0x5f0, threads.length).bytes;
}
