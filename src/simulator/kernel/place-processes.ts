import { processObjectAddress, threadObjectAddress } from '../addresses.ts';
import { kernelVariable } from '../images/code-place.ts';
import type { KernelMemory } from '../synth/kernel-memory.ts';
import { threadListHeads, writeProcess } from '../synth/objects/process-object.ts';
import { type ThreadListEntries, threadListEntries } from '../synth/objects/thread-object.ts';
import { TERMINATED } from '../world/activity.ts';
import type { SimulatedProcess, SimulatedThread } from '../world/model.ts';
import { listedProcesses, type RunningWorld } from '../world/running-world.ts';
import { KERNEL } from './globals.ts';
import type { WaitScene } from './wait-scene.ts';

/** Every process has its environment block at the same place of its own memory. */
export const PEB_ADDRESS = 0x83_7eff_0000n;

/** Cr3 of a process: a page of its own. */
export function directoryTableBase(process: SimulatedProcess): number {
  return 0x1aa000 + process.ordinal * 0x1000;
}

/** The threads of a process that have not exited, in the order of its lists. */
export function listedThreads(world: RunningWorld, process: SimulatedProcess): readonly SimulatedThread[] {
  return process.threads.filter((thread) => !world.hasExited(thread));
}

/** Where a thread hangs in the lists of its process; the heads of the lists for no thread. */
export function listPlace(process: SimulatedProcess, thread: SimulatedThread | undefined): ThreadListEntries {
  return thread === undefined
    ? threadListHeads(KERNEL, processObjectAddress(process.ordinal))
    : threadListEntries(KERNEL, threadObjectAddress(thread.ordinal));
}

/** ActiveProcessLinks of a process; the head of the list for no process. */
export function processListEntry(process: SimulatedProcess | undefined): bigint {
  return process === undefined
    ? kernelVariable('PsActiveProcessHead')
    : processObjectAddress(process.ordinal) + BigInt(KERNEL.process.links);
}

/** The threads of a process that had ended before the world began. */
export const endedThreads = ({ hasEnded, threads }: SimulatedProcess): readonly SimulatedThread[] =>
  hasEnded ? threads.filter(({ activity }) => activity.state === TERMINATED) : [];

/** The EPROCESS, with the links to its neighbours and its threads, and to those that wait for its end, where a scene has them. */
export function placeProcess(
  memory: KernelMemory,
  world: RunningWorld,
  process: SimulatedProcess,
  scene?: WaitScene,
): void {
  const { snapshot, ordinal } = process;
  const threads = listedThreads(world, process);
  const listed = listedProcesses(world);
  const place = listed.indexOf(process);
  const waiters = scene?.waitersOf(processObjectAddress(ordinal));
  const object = memory.place(`process ${ordinal}`, processObjectAddress(ordinal), KERNEL.process.size);
  writeProcess(object, KERNEL, {
    processId: snapshot.processId,
    parentProcessId: snapshot.parentProcessId,
    name: snapshot.name,
    createTime: snapshot.createTime,
    directoryTableBase: directoryTableBase(process),
    threadCount: threads.length,
    threads: { first: listPlace(process, threads[0]), last: listPlace(process, threads.at(-1)) },
    neighbours: {
      next: processListEntry(listed[place + 1]),
      previous: processListEntry(listed[place - 1]),
    },
    ...(snapshot.processId > 4 ? { peb: PEB_ADDRESS } : {}),
    ...(waiters && { waiters }),
  });
}
