import { kernelImages } from '../../images/kernel-images.ts';
import { headerGlobals, KERNEL } from '../../kernel/globals.ts';
import { directoryTableBase } from '../../kernel/place-processes.ts';
import { below, seededRandom } from '../../seeded-random.ts';
import { bitmapDump, putMemoryRuns } from '../../synth/files/page-files.ts';
import { kernelMemory } from '../../synth/kernel-memory.ts';
import { contextRecord } from '../../synth/objects/context-record.ts';
import { PAGE_BYTES, physicalPages } from '../../synth/pages/physical-pages.ts';
import { type VirtualMemory, virtualMemory } from '../../synth/pages/virtual-memory.ts';
import { recordOver } from '../../synth/raw-record.ts';
import type { RunningWorld } from '../../world/running-world.ts';
import {
  placeGlobals,
  placeModules,
  placeProcesses,
  placeProcessors,
  writeUserPages,
} from './kernel-contents.ts';

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

/** DUMP_HEADER64.Attributes; the last two are reported and unproven. */
const ATTRIBUTE = { liveDump: 0x10, selective: 0x4000, belowEstimate: 0x8000 } as const;
/** The kernel's image is mapped by a large page, 2 MiB aligned, above all other frames: those of some 10,000 threads, or of a crowd. */
const KERNEL_IMAGE_FRAME = 0x80000;
const CROWD = 10_000;
const KERNEL_IMAGE_FRAME_OF_CROWD = 0x1000000;

const imageFrameOf = ({ processes }: RunningWorld) =>
  processes.reduce((sum, { threads }) => sum + threads.length, 0) > CROWD
    ? KERNEL_IMAGE_FRAME_OF_CROWD
    : KERNEL_IMAGE_FRAME;
/** Below are the frames that directory tables take by themselves. */
const FIRST_FRAME = 0x1000;

export function writeLiveDump(
  world: RunningWorld,
  order: LiveDumpOrder,
  content: LiveContent = WHOLE_KERNEL,
): Uint8Array {
  const system = world.processes.find(({ snapshot }) => snapshot.processId === 4);
  const root = system === undefined ? 0x1aa000 : directoryTableBase(system);
  const random = seededRandom(world.seed);
  const physical = physicalPages(
    FIRST_FRAME,
    (frame) => frame + 1 + (below(random, 8) === 0 ? below(random, 40) : 0),
  );
  const memory = kernelMemory();
  placeModules(memory, content.images);
  placeGlobals(memory, world);
  const running = placeProcesses(memory, world, content.idleStacks);
  const current = placeProcessors(memory, world, running, root);
  memory.finish();

  const mapped = virtualMemory(physical, root / PAGE_BYTES);
  mapped.mapLarge(kernelImages()[0]?.base ?? 0n, imageFrameOf(world));
  for (const [address, page] of memory.pages) mapped.write(address, page);
  if (content.idleStacks) trimIdleStacks(mapped, world);
  for (const process of world.processes) {
    const frame = directoryTableBase(process) / PAGE_BYTES;
    if (frame !== root / PAGE_BYTES) physical.page(frame).set(mapped.kernelHalf(), PAGE_BYTES / 2);
    if (content.userPages) writeUserPages(virtualMemory(physical, frame), process);
  }

  const file = bitmapDump(physical.frames, {
    machine: KERNEL.machine,
    windowsBuild: world.facts.windowsBuild,
    logicalProcessors: world.facts.logicalProcessors,
    directoryTableBase: root,
    globals: headerGlobals(),
    bugCheckCode: order.bugCheckCode,
    bugCheckParameters: order.bugCheckParameters,
    systemTime: world.now + world.age(),
    upTime: world.upTime,
    comment: world.name,
    attributes:
      ATTRIBUTE.liveDump |
      (content.isSelective ? ATTRIBUTE.selective : 0) |
      (content.idleStacks ? 0 : ATTRIBUTE.belowEstimate),
    ...(current === undefined
      ? {}
      : { context: { bytes: contextRecord(current), programCounter: current.rip } }),
  });
  // All memory in one run.
  let count = 0;
  for (const frame of physical.frames.keys()) count = Math.max(count, frame);
  putMemoryRuns(recordOver(file), [{ first: 1, count }]);
  return file;
}

/** Half of the idle workers' stacks have lost their lowest page to the standby list. */
function trimIdleStacks(memory: VirtualMemory, world: RunningWorld): void {
  for (const { threads } of world.processes) {
    for (const { activity, ordinal, snapshot } of threads) {
      if (activity.name !== 'idleWorker' || ordinal % 2 === 0) continue;
      if (snapshot.stackLimit !== undefined) memory.trim(snapshot.stackLimit);
    }
  }
}
