import { NTSTATUS } from '../../../contract/ntstatus.ts';
import { threadObjectAddress } from '../../addresses.ts';
import { kernelImages } from '../../images/kernel-images.ts';
import { debuggerData, headerGlobals, KERNEL } from '../../kernel/globals.ts';
import { lockLabel, placeLoneLock } from '../../kernel/place-locks.ts';
import { directoryTableBase, listedThreads, placeProcess } from '../../kernel/place-processes.ts';
import { placeProcessor, placeProcessorTable } from '../../kernel/place-processors.ts';
import { type WaitScene, waitScene } from '../../kernel/wait-scene.ts';
import {
  storeDrivers,
  storeUnloadedDrivers,
  type UnloadedDriverPlan,
} from '../../synth/files/driver-list.ts';
import { HEADER_BYTES, writeHeader } from '../../synth/files/dump-header.ts';
import {
  DATA_LEFT_OUT,
  MINI_DUMP_FIELDS,
  TRIAGE_BLOCK_BYTES,
  TRIAGE_DUMP_TYPE,
  writeTriageBlock,
} from '../../synth/files/triage-block.ts';
import { type TriageBuffer, triageBuffer } from '../../synth/files/triage-buffer.ts';
import { type KernelMemory, kernelMemory } from '../../synth/kernel-memory.ts';
import { rawRecord } from '../../synth/raw-record.ts';
import type { SimulatedProcess, SimulatedThread } from '../../world/model.ts';
import type { RunningWorld } from '../../world/running-world.ts';
import { type CapturedThread, captureThread } from './captured-thread.ts';

/**
 * Writes what SysDbgGetTriageDump (NtSystemDebugControl 29) returns: a triage dump (TRIAGE_DUMP64) with the threads
 * that fit, success either way. Layout of the common parts: measured on a triage dump of build 19041. What is special
 * to this call (whole objects, order, edited copies, status array) is reported by third parties and unproven.
 */
export interface TriageOrder {
  readonly targets: ReadonlyArray<{ readonly process: SimulatedProcess; readonly thread: SimulatedThread }>;
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
  /** The thread that no longer fits stays in the file without its stack, instead of not at all. */
  readonly keepsPartialThread: boolean;
  /** The file holds the locks that its threads wait for. */
  readonly storesLocks: boolean;
}

const MM_INFORMATION_BYTES = 0x50;
const LIVE_DUMP = 0x10;
const STATUS_TIMEOUT = 0x102;
const STATUS_ARRAY = 0xffffa391_00000000n;
/** 'TKSB', the mark behind the status array; reports disagree about it. */
const STATUS_MARK = 0x42534b54;

const UNLOADED: readonly UnloadedDriverPlan[] = [
  { name: 'dump_dumpfve.sys', start: 0xfffff804_a1000000n, end: 0xfffff804_a101d000n },
  { name: 'hwpolicy.sys', start: 0xfffff804_a1200000n, end: 0xfffff804_a120b000n },
];

export function writeTriageDump(world: RunningWorld, order: TriageOrder): Uint8Array {
  const buffer = triageBuffer(world.limits.bufferBytes);
  const memory = kernelMemory();
  buffer.reserve(HEADER_BYTES + TRIAGE_BLOCK_BYTES);
  const drivers = storeDrivers(buffer, listedDrivers());
  const unloadedDrivers = storeUnloadedDrivers(buffer, UNLOADED);
  const memoryInformation = buffer.reserve(MM_INFORMATION_BYTES);
  const debuggerDataOffset = buffer.reserve(KERNEL.debuggerDataSize);
  if (memoryInformation !== undefined) buffer.record.u32(memoryInformation, 1);
  if (debuggerDataOffset !== undefined) {
    buffer.record.copy(debuggerDataOffset, debuggerData(world.limits.prcbBytes));
  }

  const [first] = order.targets;
  const owner = first?.process;
  const reachable = order.targets.find(({ thread }) => isReachable(world, thread));
  const processor = storeProcessors(buffer, memory, world, owner, reachable?.thread);
  const process = owner === undefined ? undefined : storeProcess(buffer, memory, world, owner);
  const statuses = order.targets.map(() => NTSTATUS.STATUS_UNSUCCESSFUL as number);
  const statusOffset = storeStatuses(buffer, statuses);
  const threads = storeThreads(buffer, memory, world, order, statuses);
  if (statusOffset !== undefined) {
    for (const [index, status] of statuses.entries()) buffer.record.u32(statusOffset + index * 4, status);
  }

  const { bytes, blocksOffset, blockCount } = buffer.finish();
  const { record } = buffer;
  writeHeader(record, {
    dumpType: TRIAGE_DUMP_TYPE,
    machine: KERNEL.machine,
    windowsBuild: world.facts.windowsBuild,
    logicalProcessors: world.facts.logicalProcessors,
    directoryTableBase: owner === undefined ? 0 : directoryTableBase(owner),
    globals: headerGlobals(),
    bugCheckCode: order.bugCheckCode,
    bugCheckParameters: order.bugCheckParameters,
    fileBytes: bytes.length,
    systemTime: world.now + world.age(),
    upTime: world.upTime,
    comment: world.name,
    attributes: LIVE_DUMP,
    miniDumpFields: MINI_DUMP_FIELDS,
    ...(threads.first === undefined
      ? {}
      : { context: { bytes: threads.first.context, programCounter: threads.first.run.rip } }),
  });
  const [stack] = threads.first?.stacks ?? [];
  writeTriageBlock(record, {
    fileBytes: bytes.length,
    memoryInformation,
    unloadedDrivers,
    processor,
    process,
    thread: threads.objectOffset,
    stack: stack && { address: stack.address, offset: threads.stackOffset ?? 0, bytes: stack.bytes.length },
    drivers,
    debuggerData:
      debuggerDataOffset === undefined
        ? undefined
        : { offset: debuggerDataOffset, bytes: KERNEL.debuggerDataSize },
    blocksOffset,
    blockCount,
    options: buffer.isFull ? DATA_LEFT_OUT : 0,
  });
  // The header was written after the buffer had been cut to size.
  bytes.set(record.bytes.subarray(0, HEADER_BYTES + TRIAGE_BLOCK_BYTES));
  return bytes;
}

function listedDrivers() {
  return kernelImages().map(({ module, base, imageSize, checkSum, timeDateStamp }) => ({
    path: module.path,
    base,
    size: imageSize,
    checkSum,
    timeDateStamp,
  }));
}

/** The APC runs in every thread but those that are wedged, in rundown or gone. */
function isReachable(world: RunningWorld, thread: SimulatedThread): boolean {
  return thread.fault !== 'wedged' && thread.fault !== 'rundown' && !world.hasExited(thread);
}

/** KiProcessorBlock and every KPRCB; the offset of the first KPRCB. */
function storeProcessors(
  buffer: TriageBuffer,
  memory: KernelMemory,
  world: RunningWorld,
  owner: SimulatedProcess | undefined,
  current: SimulatedThread | undefined,
): number | undefined {
  placeProcessorTable(memory, world);
  storePlaced(buffer, memory);
  const idle = world.processes[0]?.threads ?? [];
  let firstOffset: number | undefined;
  for (let number = 0; number < world.facts.logicalProcessors; number++) {
    placeProcessor(memory, world, {
      number,
      // The first thread becomes processor 0's; the others are made to have none.
      currentThread: number === 0 && current !== undefined ? threadObjectAddress(current.ordinal) : 0n,
      idleThread: threadObjectAddress(idle[number]?.ordinal ?? 0),
      directoryTableBase: owner === undefined ? 0 : directoryTableBase(owner),
    });
    const offset = storePlaced(buffer, memory);
    if (offset === undefined) break;
    firstOffset ??= offset;
  }
  return firstOffset;
}

function storeProcess(
  buffer: TriageBuffer,
  memory: KernelMemory,
  world: RunningWorld,
  owner: SimulatedProcess,
): number | undefined {
  placeProcess(memory, world, owner);
  return storePlaced(buffer, memory);
}

/** Stores the object that was placed last. */
function storePlaced(buffer: TriageBuffer, memory: KernelMemory): number | undefined {
  const object = memory.objects.at(-1);
  return object && buffer.store([memory.block(object)])?.[0];
}

function storeStatuses(buffer: TriageBuffer, statuses: readonly number[]): number | undefined {
  const array = rawRecord(statuses.length * 4 + 4);
  for (const [index, status] of statuses.entries()) array.u32(index * 4, status);
  array.u32(statuses.length * 4, STATUS_MARK);
  return buffer.store([{ address: STATUS_ARRAY, bytes: array.bytes }])?.[0];
}

/** The lock that a thread waits for, once for all of its waiters. */
function storeAwaitedLock(
  buffer: TriageBuffer,
  memory: KernelMemory,
  scene: WaitScene,
  { activity }: SimulatedThread,
): void {
  const plan = activity.waitsFor;
  if (plan?.for !== 'lock' || memory.has(lockLabel(plan.lock))) return;
  const placed = memory.objects.length;
  placeLoneLock(memory, scene, plan.lock);
  buffer.store(memory.objects.slice(placed).map(memory.block));
}

interface StoredThreads {
  readonly first?: CapturedThread;
  readonly objectOffset?: number;
  readonly stackOffset?: number;
}

/** Thread after thread until the buffer is full; notes in `statuses` what became of each. */
function storeThreads(
  buffer: TriageBuffer,
  memory: KernelMemory,
  world: RunningWorld,
  order: TriageOrder,
  statuses: number[],
): StoredThreads {
  const scene = waitScene(
    [...new Set(order.targets.map(({ process }) => process))].flatMap((process) =>
      listedThreads(world, process).map((thread) => ({ process, thread })),
    ),
    world,
  );
  let stored: StoredThreads = {};
  for (const [index, { process, thread }] of order.targets.entries()) {
    if (!isReachable(world, thread)) {
      statuses[index] = thread.fault === 'wedged' ? STATUS_TIMEOUT : NTSTATUS.STATUS_THREAD_IS_TERMINATING;
      continue;
    }
    const captured = captureThread(memory, { world, scene }, process, thread, stored.first === undefined);
    const { object, stacks, extras } = captured;
    // Piece by piece, what comes before the one that does not fit stays in the file.
    if (order.keepsPartialThread && !buffer.fits([object, ...stacks, ...extras])) buffer.store([object]);
    const offsets = buffer.store([object, ...stacks, ...extras]);
    if (offsets === undefined) {
      statuses[index] = NTSTATUS.STATUS_INSUFFICIENT_RESOURCES;
      break;
    }
    statuses[index] = NTSTATUS.STATUS_SUCCESS;
    const [objectOffset = 0, stackOffset = 0] = offsets;
    if (stored.first === undefined) stored = { first: captured, objectOffset, stackOffset };
    if (order.storesLocks) storeAwaitedLock(buffer, memory, scene, thread);
  }
  return stored;
}
