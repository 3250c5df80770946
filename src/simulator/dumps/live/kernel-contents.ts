import { threadObjectAddress } from '../../addresses.ts';
import { kernelVariable } from '../../images/code-place.ts';
import { kernelImages } from '../../images/kernel-images.ts';
import type { SimulatedImage } from '../../images/loaded-images.ts';
import { debuggerData } from '../../kernel/globals.ts';
import { placeLocks } from '../../kernel/place-locks.ts';
import {
  endedThreads,
  listedThreads,
  PEB_ADDRESS,
  placeProcess,
  processListEntry,
} from '../../kernel/place-processes.ts';
import {
  placeProcessor,
  placeProcessorTable,
  processorContextAddress,
} from '../../kernel/place-processors.ts';
import { placeQueues } from '../../kernel/place-queues.ts';
import { placeThread, placeThreadObjects } from '../../kernel/place-threads.ts';
import { placeAwaitedObjects } from '../../kernel/place-waits.ts';
import { waitScene } from '../../kernel/wait-scene.ts';
import type { CallChainRun } from '../../stacks/run-call-chain.ts';
import { sectionsOf } from '../../synth/images/pe-writer.ts';
import type { KernelMemory } from '../../synth/kernel-memory.ts';
import { contextRecord } from '../../synth/objects/context-record.ts';
import { LOADER_ENTRY_BYTES, writeLoaderEntry } from '../../synth/objects/loader-entry.ts';
import type { VirtualMemory } from '../../synth/pages/virtual-memory.ts';
import { rawRecord } from '../../synth/raw-record.ts';
import type { SimulatedProcess, SimulatedThread } from '../../world/model.ts';
import { listedProcesses, type RunningWorld } from '../../world/running-world.ts';

/** Puts the kernel's data structures where a debugger looks for them. */

const RUNNING = 2;
const LOADER_ENTRIES = 0xffffa38e_80000000n;
const LOADER_ENTRY_SPACING = 0x200n;
const BUILD_LAB = '19041.1.amd64fre.vb_release.191206-1406';

/** Every image as the loader laid it out, if wanted, and PsLoadedModuleList. */
export function placeModules(memory: KernelMemory, withImages: boolean): void {
  const images = kernelImages();
  const head = kernelVariable('PsLoadedModuleList');
  const entryAt = (index: number) => LOADER_ENTRIES + BigInt(index) * LOADER_ENTRY_SPACING;
  for (const [index, image] of images.entries()) {
    for (const { rva, bytes } of withImages ? sectionsOf(image.file) : []) {
      memory.write(image.base + BigInt(rva), bytes);
    }
    placeLoaderEntry(memory, image, entryAt(index));
  }
  memory.link(
    head,
    images.map((_, index) => entryAt(index)),
  );
}

function placeLoaderEntry(memory: KernelMemory, image: SimulatedImage, address: bigint): void {
  const { path, file } = image.module;
  const text = address + BigInt(LOADER_ENTRY_BYTES);
  const entry = memory.place(`module ${file}`, address, LOADER_ENTRY_BYTES + path.length * 2 + 2);
  writeLoaderEntry(entry, {
    base: image.base,
    size: image.imageSize,
    checkSum: image.checkSum,
    timeDateStamp: image.timeDateStamp,
    path: { bytes: path.length * 2, buffer: text },
    file: { bytes: file.length * 2, buffer: text + BigInt((path.length - file.length) * 2) },
  });
  entry.utf16(LOADER_ENTRY_BYTES, path);
}

/** Debugger data, process list, build string. */
export function placeGlobals(memory: KernelMemory, world: RunningWorld): void {
  memory.write(kernelVariable('KdDebuggerDataBlock'), debuggerData(world.limits.prcbBytes));
  memory.write(kernelVariable('NtBuildLab'), rawRecord(0x80).latin1(0, BUILD_LAB).bytes);
  const listed = listedProcesses(world);
  memory
    .at(kernelVariable('PsActiveProcessHead'))
    .links(0, processListEntry(listed[0]), processListEntry(listed.at(-1)));
}

export interface RunningThread {
  readonly thread: SimulatedThread;
  readonly run: CallChainRun;
}

/** Processes and threads with their stacks; the running threads, those of real processes first. */
export function placeProcesses(
  memory: KernelMemory,
  world: RunningWorld,
  withIdleStacks: boolean,
): readonly RunningThread[] {
  const running: RunningThread[] = [];
  const processes = [...listedProcesses(world), ...world.processes.slice(0, 1)];
  const scene = waitScene(
    processes.flatMap((process) => listedThreads(world, process).map((thread) => ({ process, thread }))),
    world,
  );
  for (const process of processes) {
    placeProcess(memory, world, process, scene);
    for (const thread of endedThreads(process)) {
      const { state } = thread.activity;
      const moment = { moment: 'undisturbed', state, isSwitchedOut: false, isStackStored: false } as const;
      placeThread(memory, { world, scene }, process, thread, moment);
      placeThreadObjects(memory, scene, thread);
    }
    for (const thread of listedThreads(world, process)) {
      const isRunning = thread.activity.state === RUNNING;
      const { run } = placeThread(memory, { world, scene }, process, thread, {
        moment: 'undisturbed',
        state: thread.activity.state,
        isSwitchedOut: !isRunning,
        isStackStored: withIdleStacks || thread.activity.name !== 'idleWorker',
      });
      placeThreadObjects(memory, scene, thread);
      placeAwaitedObjects(memory, scene, world, process, thread);
      if (isRunning) running.push({ thread, run });
    }
  }
  placeLocks(memory, scene);
  placeQueues(memory, scene, world);
  return running;
}

/** KiProcessorBlock and the processors with their contexts: running threads first, idle threads on the others. */
export function placeProcessors(
  memory: KernelMemory,
  world: RunningWorld,
  running: readonly RunningThread[],
  directoryTableBase: number,
): CallChainRun | undefined {
  const idleThreads = world.processes[0]?.threads ?? [];
  const busy = running.filter(({ thread }) => !idleThreads.includes(thread));
  let first: CallChainRun | undefined;
  for (let number = 0; number < world.facts.logicalProcessors; number++) {
    const idle = idleThreads[number];
    const current = busy[number] ?? running.find(({ thread }) => thread === idle);
    if (current === undefined || idle === undefined) continue;
    first ??= current.run;
    placeProcessor(memory, world, {
      number,
      currentThread: threadObjectAddress(current.thread.ordinal),
      idleThread: threadObjectAddress(idle.ordinal),
      directoryTableBase,
    });
    memory.write(processorContextAddress(number), contextRecord(current.run));
  }
  placeProcessorTable(memory, world);
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
