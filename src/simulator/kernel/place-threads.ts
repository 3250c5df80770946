import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { processObjectAddress, threadObjectAddress } from '../addresses.ts';
import type { CallChainRun } from '../stacks/run-call-chain.ts';
import { threadStack } from '../stacks/thread-stack.ts';
import type { KernelMemory, PlacedObject } from '../synth/kernel-memory.ts';
import { writeThread } from '../synth/objects/thread-object.ts';
import type { SimulatedProcess, SimulatedThread } from '../world/model.ts';
import type { RunningWorld } from '../world/running-world.ts';
import { KERNEL } from './globals.ts';
import { listedThreads, listPlace } from './place-processes.ts';
import { placeRequest, requestListEntry } from './place-requests.ts';
import { placeLocals, placeLockWait, waitFacts } from './place-waits.ts';
import type { WaitScene } from './wait-scene.ts';

/** How a thread is found. */
export interface ThreadMoment {
  /** `captured` while the capture's APC runs in it, `undisturbed` as a live dump finds it. */
  readonly moment: 'captured' | 'undisturbed';
  readonly state: number;
  /** Has a switch frame below its stack pointer, as a thread has that a processor left. */
  readonly isSwitchedOut: boolean;
  /** False for a thread with a stack that no dump of the moment holds. */
  readonly isStackStored?: boolean;
}

/** What a thread is seen together with. */
export interface Surroundings {
  readonly world: RunningWorld;
  readonly scene: WaitScene;
}

export interface PlacedThread {
  readonly object: PlacedObject;
  readonly stacks: readonly PlacedObject[];
  readonly run: CallChainRun;
}

const TICK = 156_250n;
const PROCESSORS = 8;
/** A switch frame: RBP at +0x30 and the return address at +0x38. */
const SWITCH_FRAME_BYTES = 0x40;

/** Where KTHREAD.KernelStack of a thread points that a processor left. */
function switchFrameOf({ rsp }: CallChainRun): VirtualAddress {
  return addressAt(rsp, -SWITCH_FRAME_BYTES);
}

/** ETHREAD and stack segments of a thread. */
export function placeThread(
  memory: KernelMemory,
  { world, scene }: Surroundings,
  process: SimulatedProcess,
  thread: SimulatedThread,
  { moment, state, isSwitchedOut, isStackStored = true }: ThreadMoment,
): PlacedThread {
  const { snapshot, activity, ordinal } = thread;
  const run = threadStack(thread, moment, world.seed);
  const address = threadObjectAddress(ordinal);
  const object = memory.place(`thread ${ordinal}`, address, KERNEL.thread.size);
  const [current] = run.segments;
  const waited = (BigInt(snapshot.waitTimeMs ?? 0) * 10_000n) / TICK;
  const request = requestListEntry(thread);
  const listed = listedThreads(world, process);
  const place = listed.indexOf(thread);
  writeThread(object, KERNEL, {
    threadId: snapshot.threadId,
    processId: process.snapshot.processId,
    process: processObjectAddress(process.ordinal),
    stackBase: current?.base ?? 0n,
    stackLimit: current?.limit ?? 0n,
    initialStack: run.initialStack,
    kernelStack: switchFrameOf(run),
    state,
    waitReason: activity.waitReason,
    waitTime: Number(world.upTime / TICK - waited),
    priority: snapshot.priority,
    basePriority: snapshot.basePriority,
    nextProcessor: ordinal % PROCESSORS,
    contextSwitches: snapshot.contextSwitches,
    createTime: snapshot.createTime,
    startAddress: snapshot.startAddress ?? 0n,
    win32StartAddress: snapshot.win32StartAddress ?? 0n,
    neighbours: {
      next: listPlace(process, listed[place + 1]),
      previous: listPlace(process, listed[place - 1]),
    },
    ...(run.trapFrame === undefined ? {} : { trapFrame: run.trapFrame }),
    ...(activity.systemCall === undefined
      ? {}
      : { systemCall: { number: activity.systemCall, firstArgument: 0x200 + ordinal * 4 } }),
    ...(snapshot.tebAddress === undefined ? {} : { teb: snapshot.tebAddress }),
    ...(request === undefined ? {} : { irps: { first: request, last: request } }),
    ...waitFacts(scene, world, process, thread, moment === 'undisturbed'),
  });
  if (!isStackStored) return { object, stacks: [], run };
  const stacks = run.segments.map(({ limit, bytes }, index) =>
    memory.place(`stack ${ordinal}.${index}`, limit, bytes.length).copy(0, bytes),
  );
  if (isSwitchedOut) {
    memory.at(switchFrameOf(run)).u64(0x30, run.registers.rbp).u64(0x38, run.rip);
  }
  placeLockWait(memory, scene, thread, moment === 'undisturbed');
  placeLocals(memory, process, thread);
  return { object, stacks, run };
}

/** The requests of a thread, with what they lead to. */
export function placeThreadObjects(memory: KernelMemory, scene: WaitScene, thread: SimulatedThread): void {
  placeRequest(memory, scene, thread);
}
