import { processObjectAddress, threadObjectAddress } from '../../addresses.ts';
import { kernelVariable } from '../../images/code-place.ts';
import { kernelImages } from '../../images/kernel-images.ts';
import type { LoadedImage } from '../../images/loaded-images.ts';
import { sectionsOf } from '../../images/pe-writer.ts';
import { contextRecord } from '../../kernel/context-record.ts';
import { debuggerData } from '../../kernel/debugger-data.ts';
import { pendingIo } from '../../kernel/pending-io.ts';
import { PEB_ADDRESS, processObject, threadListHeads } from '../../kernel/process-object.ts';
import {
  processorBlock,
  processorBlockAddress,
  processorContextAddress,
} from '../../kernel/processor-block.ts';
import { rawRecord, recordOver } from '../../kernel/raw-record.ts';
import { threadListEntries, threadObject } from '../../kernel/thread-object.ts';
import type { CallChainRun } from '../../stacks/run-call-chain.ts';
import { threadStack } from '../../stacks/thread-stack.ts';
import type { SimulatedProcess, SimulatedThread } from '../../world/model.ts';
import { listedProcesses, type RunningWorld } from '../../world/running-world.ts';
import type { VirtualMemory } from './virtual-memory.ts';

/** Puts the kernel's data structures where a debugger looks for them. */

const RUNNING = 2;
const SWITCH_FRAME_BYTES = 0x40n;
const LOADER_ENTRIES = 0xffffa38e_80000000n;
const LOADER_ENTRY_SPACING = 0x200n;
const BUILD_LAB = '19041.1.amd64fre.vb_release.191206-1406';

/** Every image as the loader laid it out, if wanted, and PsLoadedModuleList (KLDR_DATA_TABLE_ENTRY, public symbols of 19041). */
export function writeModules(memory: VirtualMemory, withImages: boolean): void {
  const images = kernelImages();
  const head = kernelVariable('PsLoadedModuleList');
  const entryAt = (index: number) =>
    index < 0 || index >= images.length ? head : LOADER_ENTRIES + BigInt(index) * LOADER_ENTRY_SPACING;
  for (const [index, image] of images.entries()) {
    for (const { rva, bytes } of withImages ? sectionsOf(image.file) : []) {
      memory.write(image.base + BigInt(rva), bytes);
    }
    memory.write(entryAt(index), loaderEntry(image, entryAt(index), entryAt(index + 1), entryAt(index - 1)));
  }
  memory.write(head, rawRecord(16).links(0, entryAt(0), entryAt(images.length - 1)).bytes);
}

function loaderEntry(image: LoadedImage, address: bigint, next: bigint, previous: bigint): Uint8Array {
  const { path, file } = image.module;
  const name = 0x0a0;
  const baseName = name + (path.length - file.length) * 2;
  return rawRecord(name + path.length * 2 + 2)
    .links(0, next, previous)
    .u64(0x30, image.base)
    .u32(0x40, image.imageSize)
    .u16(0x48, path.length * 2)
    .u16(0x4a, path.length * 2 + 2)
    .u64(0x50, address + BigInt(name))
    .u16(0x58, file.length * 2)
    .u16(0x5a, file.length * 2 + 2)
    .u64(0x60, address + BigInt(baseName))
    .u32(0x78, image.checkSum)
    .u32(0x9c, image.timeDateStamp)
    .utf16(name, path).bytes;
}

/** Debugger data, process list, build string. */
export function writeGlobals(memory: VirtualMemory, world: RunningWorld): void {
  memory.write(kernelVariable('KdDebuggerDataBlock'), debuggerData(world.limits.prcbBytes));
  memory.write(kernelVariable('NtBuildLab'), rawRecord(0x80).latin1(0, BUILD_LAB).bytes);
  const listed = listedProcesses(world);
  const entryOf = (process: SimulatedProcess | undefined) =>
    process === undefined
      ? kernelVariable('PsActiveProcessHead')
      : processObjectAddress(process.ordinal) + 0x448n;
  memory.write(
    kernelVariable('PsActiveProcessHead'),
    rawRecord(16).links(0, entryOf(listed[0]), entryOf(listed.at(-1))).bytes,
  );
}

export interface RunningThread {
  readonly thread: SimulatedThread;
  readonly run: CallChainRun;
}

/** Processes and threads with their stacks; the running threads, those of real processes first. */
export function writeProcesses(
  memory: VirtualMemory,
  world: RunningWorld,
  withIdleStacks: boolean,
): readonly RunningThread[] {
  const running: RunningThread[] = [];
  for (const process of [...listedProcesses(world), ...world.processes.slice(0, 1)]) {
    const threads = process.threads.filter((thread) => !world.hasExited(thread));
    memory.write(
      processObjectAddress(process.ordinal),
      processObject(process, threads, listedProcesses(world)),
    );
    for (const [place, thread] of threads.entries()) {
      const run = writeThread(memory, world, process, thread, [threads[place - 1], threads[place + 1]]);
      if (withIdleStacks || thread.activity.name !== 'idleWorker') {
        for (const { limit, bytes } of run.segments) memory.write(limit, bytes);
      }
      if (thread.activity.state === RUNNING) running.push({ thread, run });
    }
  }
  return running;
}

function writeThread(
  memory: VirtualMemory,
  world: RunningWorld,
  process: SimulatedProcess,
  thread: SimulatedThread,
  [previous, next]: readonly [SimulatedThread | undefined, SimulatedThread | undefined],
): CallChainRun {
  const run = threadStack(thread, 'undisturbed', world.seed);
  const [current] = run.segments;
  const switchFrame = run.rsp - SWITCH_FRAME_BYTES;
  if (thread.activity.state !== RUNNING && current !== undefined) {
    recordOver(current.bytes)
      .u64(Number(switchFrame - current.limit) + 0x30, run.registers.rbp)
      .u64(Number(switchFrame - current.limit) + 0x38, run.rip);
  }
  const io = pendingIo(thread);
  for (const { address, bytes } of io?.blocks ?? []) memory.write(address, bytes);
  const heads = threadListHeads(process);
  memory.write(
    threadObjectAddress(thread.ordinal),
    threadObject(thread, {
      process,
      processAddress: processObjectAddress(process.ordinal),
      run,
      kernelStack: switchFrame,
      state: thread.activity.state,
      neighbours: {
        next: next === undefined ? heads : threadListEntries(next),
        previous: previous === undefined ? heads : threadListEntries(previous),
      },
      pendingIrps: io === undefined ? [] : [io.listEntry],
      upTime: world.upTime,
    }),
  );
  return run;
}

/** KiProcessorBlock and the processors with their contexts: running threads first, idle threads on the others. */
export function writeProcessors(
  memory: VirtualMemory,
  world: RunningWorld,
  running: readonly RunningThread[],
  directoryTableBase: number,
): CallChainRun | undefined {
  const { logicalProcessors } = world.facts;
  const idleThreads = world.processes[0]?.threads ?? [];
  const busy = running.filter(({ thread }) => !idleThreads.includes(thread));
  const pointers = rawRecord(logicalProcessors * 8);
  let first: CallChainRun | undefined;
  for (let number = 0; number < logicalProcessors; number++) {
    const idle = idleThreads[number];
    const current = busy[number] ?? running.find(({ thread }) => thread === idle);
    if (current === undefined || idle === undefined) continue;
    first ??= current.run;
    const address = processorBlockAddress(number);
    pointers.u64(number * 8, address);
    const facts = {
      number,
      currentThread: threadObjectAddress(current.thread.ordinal),
      idleThread: threadObjectAddress(idle.ordinal),
      directoryTableBase,
    };
    memory.write(address, processorBlock(facts, world.limits.prcbBytes));
    memory.write(processorContextAddress(number), contextRecord(current.run));
  }
  memory.write(kernelVariable('KiProcessorBlock'), pointers.bytes);
  return first;
}

/** The thread environment blocks of a process (TEB: TIB.Self, ClientId, Peb; winternl.h and public symbols). */
export function writeUserPages(memory: VirtualMemory, { snapshot, threads }: SimulatedProcess): void {
  for (const { snapshot: thread } of threads) {
    if (thread.tebAddress === undefined) continue;
    const block = rawRecord(0x1000)
      .u64(0x30, thread.tebAddress)
      .u64(0x40, snapshot.processId)
      .u64(0x48, thread.threadId)
      .u64(0x60, PEB_ADDRESS);
    memory.write(thread.tebAddress, block.bytes);
  }
}
