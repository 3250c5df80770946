import { NTSTATUS } from '../../../contract/ntstatus.ts';
import { processObjectAddress, threadObjectAddress } from '../../addresses.ts';
import { kernelVariable } from '../../images/code-place.ts';
import { kernelImages } from '../../images/kernel-images.ts';
import { DEBUGGER_DATA_BYTES, debuggerData } from '../../kernel/debugger-data.ts';
import { directoryTableBase, processObject } from '../../kernel/process-object.ts';
import { processorBlock, processorBlockAddress } from '../../kernel/processor-block.ts';
import { rawRecord } from '../../kernel/raw-record.ts';
import type { SimulatedProcess, SimulatedThread } from '../../world/model.ts';
import { listedProcesses, type RunningWorld } from '../../world/running-world.ts';
import {
  HEADER_BYTES,
  HEADER_CONTEXT,
  HEADER_EXCEPTION,
  writeHeader,
  writeHeaderContext,
} from '../dump-header.ts';
import { type CapturedThread, captureThread } from './captured-thread.ts';
import { storeDrivers, storeUnloadedDrivers } from './driver-list.ts';
import { type DumpBuffer, dumpBuffer } from './dump-buffer.ts';

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
}

const TRIAGE_BLOCK = HEADER_BYTES;
const TRIAGE_BLOCK_BYTES = 0x80;
const MM_INFORMATION_BYTES = 0x50;
const TRIAGE_DUMP_TYPE = 4;
const MINI_DUMP_FIELDS = 0xcff;
const LIVE_DUMP = 0x10;
/** TriageOptions: something did not fit (reported, unproven). */
const DATA_LEFT_OUT = 0x100;
const STATUS_TIMEOUT = 0x102;
const STATUS_ARRAY = 0xffffa391_00000000n;
/** 'TKSB', the mark behind the status array; reports disagree about it. */
const STATUS_MARK = 0x42534b54;

export function writeTriageDump(world: RunningWorld, order: TriageOrder): Uint8Array {
  const buffer = dumpBuffer(world.limits.bufferBytes);
  buffer.reserve(TRIAGE_BLOCK + TRIAGE_BLOCK_BYTES);
  const images = kernelImages();
  const drivers = storeDrivers(buffer, images);
  const unloaded = storeUnloadedDrivers(buffer);
  const memoryInformation = buffer.reserve(MM_INFORMATION_BYTES);
  const debuggerDataOffset = buffer.reserve(DEBUGGER_DATA_BYTES);
  if (memoryInformation !== undefined) buffer.record.u32(memoryInformation, 1);
  if (debuggerDataOffset !== undefined) {
    buffer.record.copy(debuggerDataOffset, debuggerData(world.limits.prcbBytes));
  }

  const [first] = order.targets;
  const owner = first?.process;
  const reachable = order.targets.find(({ thread }) => isReachable(world, thread));
  const prcbOffset = storeProcessors(buffer, world, owner, reachable?.thread);
  const processOffset = owner === undefined ? undefined : storeProcess(buffer, world, owner);
  const statuses = order.targets.map(() => NTSTATUS.STATUS_UNSUCCESSFUL as number);
  const statusOffset = storeStatuses(buffer, statuses);
  const threads = storeThreads(buffer, world, order, statuses);
  if (statusOffset !== undefined) {
    for (const [index, status] of statuses.entries()) buffer.record.u32(statusOffset + index * 4, status);
  }

  const { bytes, blocksOffset, blockCount } = buffer.finish();
  const { record } = buffer;
  writeHeader(record, {
    dumpType: TRIAGE_DUMP_TYPE,
    windowsBuild: world.facts.windowsBuild,
    logicalProcessors: world.facts.logicalProcessors,
    directoryTableBase: owner === undefined ? 0 : directoryTableBase(owner),
    bugCheckCode: order.bugCheckCode,
    bugCheckParameters: order.bugCheckParameters,
    fileBytes: bytes.length,
    systemTime: world.now + world.age(),
    upTime: world.upTime,
    comment: world.name,
    attributes: LIVE_DUMP,
    miniDumpFields: MINI_DUMP_FIELDS,
  });
  if (threads.first !== undefined) writeHeaderContext(record, threads.first.context, threads.first.run.rip);
  record
    .u32(TRIAGE_BLOCK + 0x04, bytes.length)
    .u32(TRIAGE_BLOCK + 0x08, bytes.length - 4)
    .u32(TRIAGE_BLOCK + 0x0c, HEADER_CONTEXT)
    .u32(TRIAGE_BLOCK + 0x10, HEADER_EXCEPTION)
    .u32(TRIAGE_BLOCK + 0x14, memoryInformation ?? 0)
    .u32(TRIAGE_BLOCK + 0x18, unloaded ?? 0)
    .u32(TRIAGE_BLOCK + 0x1c, prcbOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x20, processOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x24, threads.objectOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x28, threads.stackOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x2c, threads.first?.stacks[0]?.bytes.length ?? 0)
    .u32(TRIAGE_BLOCK + 0x30, drivers?.listOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x34, drivers === undefined ? 0 : images.length)
    .u32(TRIAGE_BLOCK + 0x38, drivers?.poolOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x3c, drivers?.poolBytes ?? 0)
    .u32(TRIAGE_BLOCK + 0x44, buffer.isFull ? DATA_LEFT_OUT : 0)
    .u64(TRIAGE_BLOCK + 0x48, threads.first?.stacks[0]?.address ?? 0n)
    .u32(TRIAGE_BLOCK + 0x70, debuggerDataOffset ?? 0)
    .u32(TRIAGE_BLOCK + 0x74, debuggerDataOffset === undefined ? 0 : DEBUGGER_DATA_BYTES)
    .u32(TRIAGE_BLOCK + 0x78, blocksOffset)
    .u32(TRIAGE_BLOCK + 0x7c, blockCount);
  // The header was written after the buffer had been cut to size.
  bytes.set(record.bytes.subarray(0, TRIAGE_BLOCK + TRIAGE_BLOCK_BYTES));
  return bytes;
}

/** The APC runs in every thread but those that are wedged or gone. */
function isReachable(world: RunningWorld, thread: SimulatedThread): boolean {
  return thread.fault !== 'wedged' && !world.hasExited(thread);
}

/** KiProcessorBlock and every KPRCB; the offset of the first KPRCB. */
function storeProcessors(
  buffer: DumpBuffer,
  world: RunningWorld,
  owner: SimulatedProcess | undefined,
  current: SimulatedThread | undefined,
): number | undefined {
  const { logicalProcessors } = world.facts;
  const pointers = rawRecord(logicalProcessors * 8);
  for (let number = 0; number < logicalProcessors; number++) {
    pointers.u64(number * 8, processorBlockAddress(number));
  }
  buffer.store([{ address: kernelVariable('KiProcessorBlock'), bytes: pointers.bytes }]);
  const idle = world.processes[0]?.threads ?? [];
  let firstOffset: number | undefined;
  for (let number = 0; number < logicalProcessors; number++) {
    const facts = {
      number,
      // The first thread becomes processor 0's; the others are made to have none.
      currentThread: number === 0 && current !== undefined ? threadObjectAddress(current.ordinal) : 0n,
      idleThread: threadObjectAddress(idle[number]?.ordinal ?? 0),
      directoryTableBase: owner === undefined ? 0 : directoryTableBase(owner),
    };
    const bytes = processorBlock(facts, world.limits.prcbBytes);
    const stored = buffer.store([{ address: processorBlockAddress(number), bytes }]);
    if (stored === undefined) break;
    firstOffset ??= stored[0];
  }
  return firstOffset;
}

function storeProcess(buffer: DumpBuffer, world: RunningWorld, owner: SimulatedProcess): number | undefined {
  const threads = owner.threads.filter((thread) => !world.hasExited(thread));
  const bytes = processObject(owner, threads, listedProcesses(world));
  return buffer.store([{ address: processObjectAddress(owner.ordinal), bytes }])?.[0];
}

function storeStatuses(buffer: DumpBuffer, statuses: readonly number[]): number | undefined {
  const array = rawRecord(statuses.length * 4 + 4);
  for (const [index, status] of statuses.entries()) array.u32(index * 4, status);
  array.u32(statuses.length * 4, STATUS_MARK);
  return buffer.store([{ address: STATUS_ARRAY, bytes: array.bytes }])?.[0];
}

interface StoredThreads {
  readonly first?: CapturedThread;
  readonly objectOffset?: number;
  readonly stackOffset?: number;
}

/** Thread after thread until the buffer is full; notes in `statuses` what became of each. */
function storeThreads(
  buffer: DumpBuffer,
  world: RunningWorld,
  order: TriageOrder,
  statuses: number[],
): StoredThreads {
  let stored: StoredThreads = {};
  for (const [index, { process, thread }] of order.targets.entries()) {
    if (!isReachable(world, thread)) {
      statuses[index] = thread.fault === 'wedged' ? STATUS_TIMEOUT : NTSTATUS.STATUS_THREAD_IS_TERMINATING;
      continue;
    }
    const listed = process.threads.filter((other) => !world.hasExited(other));
    const captured = captureThread(process, thread, listed, stored.first === undefined, world);
    const { object, stacks } = captured;
    const extras = captured.extras.filter(({ address }) => !buffer.holds(address));
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
  }
  return stored;
}
