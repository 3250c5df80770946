import { kernelImages } from '../../images/kernel-images.ts';
import { contextRecord } from '../../kernel/context-record.ts';
import { directoryTableBase } from '../../kernel/process-object.ts';
import { recordOver } from '../../kernel/raw-record.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { RunningWorld } from '../../world/running-world.ts';
import { HEADER_BYTES, writeHeader, writeHeaderContext } from '../dump-header.ts';
import {
  writeGlobals,
  writeModules,
  writeProcesses,
  writeProcessors,
  writeUserPages,
} from './kernel-contents.ts';
import { PAGE_BYTES, type PhysicalPages, physicalPages } from './physical-pages.ts';
import { virtualMemory } from './virtual-memory.ts';

/**
 * Writes what SysDbgGetLiveKernelDump (NtSystemDebugControl 37) puts into its file: a bitmap dump (type 6) of the
 * kernel's memory, with page tables. Layout: kdmp-parser and Ghidra read real files so; unproven against a real one.
 */
export interface LiveDumpOrder {
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
}

/** Which parts of memory the file holds. */
export interface LiveContent {
  /** The images of the kernel and its drivers. */
  readonly images: boolean;
  /** Stacks of threads that wait for work; left out where memory is short. */
  readonly idleStacks: boolean;
  /** Pages of user mode: the thread environment blocks. */
  readonly userPages: boolean;
  /** Marks the file as one of thread stacks alone. */
  readonly isSelective: boolean;
}

const WHOLE_KERNEL: LiveContent = {
  images: true,
  idleStacks: true,
  userPages: false,
  isSelective: false,
};

const BITMAP_KERNEL_DUMP = 6;
const BITMAP_BLOCK = HEADER_BYTES;
const BITMAP = BITMAP_BLOCK + 0x38;
/** DUMP_HEADER64.Attributes; the last two are reported and unproven. */
const ATTRIBUTE = { liveDump: 0x10, selective: 0x4000, belowEstimate: 0x8000 } as const;
/** The kernel's image is mapped by a large page, 2 MiB aligned, above all other frames. */
const KERNEL_IMAGE_FRAME = 0x80000;

export function writeLiveDump(
  world: RunningWorld,
  order: LiveDumpOrder,
  content: LiveContent = WHOLE_KERNEL,
): Uint8Array {
  const system = world.processes.find(({ snapshot }) => snapshot.processId === 4);
  const root = system === undefined ? 0x1aa000 : directoryTableBase(system);
  const physical = physicalPages(seededRandom(world.seed));
  const memory = virtualMemory(physical, root / PAGE_BYTES);
  memory.mapLarge(kernelImages()[0]?.base ?? 0n, KERNEL_IMAGE_FRAME);
  writeModules(memory, content.images);
  writeGlobals(memory, world);
  const running = writeProcesses(memory, world, content.idleStacks);
  const current = writeProcessors(memory, world, running, root);
  if (content.idleStacks) trimIdleStacks(memory, world);
  for (const process of world.processes) {
    const frame = directoryTableBase(process) / PAGE_BYTES;
    if (frame !== root / PAGE_BYTES) physical.page(frame).set(memory.kernelHalf(), PAGE_BYTES / 2);
    if (content.userPages) writeUserPages(virtualMemory(physical, frame), process);
  }

  const file = writeBitmapFile(physical);
  const record = recordOver(file);
  writeHeader(record, {
    dumpType: BITMAP_KERNEL_DUMP,
    windowsBuild: world.facts.windowsBuild,
    logicalProcessors: world.facts.logicalProcessors,
    directoryTableBase: root,
    bugCheckCode: order.bugCheckCode,
    bugCheckParameters: order.bugCheckParameters,
    fileBytes: file.length,
    systemTime: world.now + world.age(),
    upTime: world.upTime,
    comment: world.name,
    attributes:
      ATTRIBUTE.liveDump |
      (content.isSelective ? ATTRIBUTE.selective : 0) |
      (content.idleStacks ? 0 : ATTRIBUTE.belowEstimate),
    miniDumpFields: 0,
  });
  writeMemoryRuns(record, physical);
  if (current !== undefined) writeHeaderContext(record, contextRecord(current), current.rip);
  return file;
}

/** Where the pages of a written file begin. */
export function firstPageOffset(file: Uint8Array): number {
  return Number(new DataView(file.buffer, file.byteOffset).getBigUint64(BITMAP_BLOCK + 0x20, true));
}

/** PHYSICAL_MEMORY_DESCRIPTOR: all memory in one run. */
function writeMemoryRuns(record: ReturnType<typeof recordOver>, physical: PhysicalPages): void {
  const frames = Math.max(...physical.frames.keys());
  record.u32(0x88, 1).u32(0x8c, 0).u64(0x90, frames).u64(0x98, 1).u64(0xa0, frames);
}

/** Half of the idle workers' stacks have lost their lowest page to the standby list. */
function trimIdleStacks(memory: ReturnType<typeof virtualMemory>, world: RunningWorld): void {
  for (const { threads } of world.processes) {
    for (const { activity, ordinal, snapshot } of threads) {
      if (activity.name !== 'idleWorker' || ordinal % 2 === 0) continue;
      if (snapshot.stackLimit !== undefined) memory.trim(snapshot.stackLimit);
    }
  }
}

/** Bitmap block, bitmap, and the pages in the order of their frames; the header is left to the caller. */
function writeBitmapFile({ frames }: PhysicalPages): Uint8Array {
  const sorted = [...frames.keys()].sort((a, b) => a - b);
  const bits = (sorted.at(-1) ?? 0) + 1;
  const firstPage = Math.ceil((BITMAP + Math.ceil(bits / 8)) / PAGE_BYTES) * PAGE_BYTES;
  const file = new Uint8Array(firstPage + sorted.length * PAGE_BYTES);
  const record = recordOver(file)
    .latin1(BITMAP_BLOCK, 'SDMPDUMP')
    .u64(BITMAP_BLOCK + 0x20, firstPage)
    .u64(BITMAP_BLOCK + 0x28, sorted.length)
    .u64(BITMAP_BLOCK + 0x30, bits);
  for (const [index, frame] of sorted.entries()) {
    const at = BITMAP + (frame >>> 3);
    record.u8(at, (file[at] ?? 0) | (1 << (frame & 7)));
    file.set(frames.get(frame) ?? new Uint8Array(PAGE_BYTES), firstPage + index * PAGE_BYTES);
  }
  return file;
}
