import { closeSync, openSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../../contract/failure.ts';
import { NTSTATUS } from '../../../contract/ntstatus.ts';
import type { CaptureConditions, LiveCapture, LiveRequest } from '../../../machine/port.ts';
import { HEADER_BYTES } from '../../synth/files/dump-header.ts';
import { firstPageOffset } from '../../synth/files/page-files.ts';
import type { KernelBehaviour, LiveStep } from '../../world/behaviour.ts';
import type { RunningWorld } from '../../world/running-world.ts';
import {
  capturingEvents,
  endEvents,
  type LiveSizes,
  memoryPressureEvent,
  returnEvent,
  type SimulatedLiveEvent,
  sizingEvents,
  startEvent,
  writeStartEvent,
} from './live-events.ts';
import type { Traces } from './trace.ts';
import { type LiveContent, writeLiveDump } from './write-live-dump.ts';

/** What surrounds a live dump beside the world and the request. */
export interface LiveSurroundings {
  readonly conditions: CaptureConditions;
  readonly traces: Traces;
  readonly behaviour: KernelBehaviour;
}

/**
 * Threads of which the simulated kernel can write the stacks. It makes the file in memory, three times 31 KB a thread, where a real kernel
 * copies pages.
 */
const MOST_THREADS = 60_000;

/** @throws Failure CaptureOutOfMemory for a machine that is larger */
function requireRoom(world: RunningWorld): void {
  const threads = world.processes.reduce((sum, process) => sum + process.threads.length, 0);
  if (threads <= MOST_THREADS) return;
  throw new Failure(
    'CaptureOutOfMemory',
    `${world.name} has ${threads} threads. The simulated kernel writes live dumps of machines with at most ${MOST_THREADS}.`,
    { target: world.name },
  );
}

/** The kernel writes so much at a time, and looks at the cancel event in between. */
const CHUNK_BYTES = 0x200000;
const WINDOWS_11 = 22000;
const WINDOWS_11_22H2 = 22621;

const EXISTING_FOR_WRITING = 'r+';

/** The steps that begin with an event. */
const STEP_OF_EVENT: Readonly<Record<number, LiveStep>> = {
  108: 'sizing',
  151: 'capture',
  154: 'quiesce',
  156: 'copy',
};

/** GuardedHost of CrashControl\\ForceDumpsDisabled. */
const GUARDED_HOST = 0x10000000;

/** What the kernel refuses before it looks at anything else. */
function refusalOf(
  world: RunningWorld,
  conditions: CaptureConditions,
  request: LiveRequest,
): number | undefined {
  const { windowsBuild } = world.facts;
  if (conditions.inContainer) return NTSTATUS.STATUS_ACCESS_DENIED;
  if (conditions.fullLiveReportsMax === 0) return NTSTATUS.STATUS_CONTENT_BLOCKED;
  if (conditions.allowLiveDump === 0) return NTSTATUS.STATUS_NOT_SUPPORTED;
  if (((conditions.forceDumpsDisabled ?? 0) & GUARDED_HOST) !== 0) return NTSTATUS.STATUS_NOT_SUPPORTED;
  const addsPages = request.hypervisorPages === true || request.nonEssentialHypervisorPages === true;
  if (request.threadStacksOnly === true) {
    // Windows 10 does not know the longer control structure.
    if (windowsBuild < WINDOWS_11) return NTSTATUS.STATUS_INFO_LENGTH_MISMATCH;
    if (addsPages) return NTSTATUS.STATUS_INVALID_PARAMETER;
  }
  const wantsUserPages = request.userPages === true && conditions.kernelDebugging !== true;
  return wantsUserPages && windowsBuild < WINDOWS_11_22H2 ? NTSTATUS.STATUS_DEBUGGER_INACTIVE : undefined;
}

function openExisting(path: string): number {
  try {
    return openSync(path, EXISTING_FOR_WRITING);
  } catch (thrown) {
    const isMissing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(
      isMissing ? 'DestinationNotFound' : 'DestinationNotWritable',
      `${path} could not be opened for the kernel`,
      { target: path, cause: thrown },
    );
  }
}

/**
 * NtSystemDebugControl command 37 as the kernel plays it: sizes and copies first, then writes in chunks, the header
 * last. A file that was interrupted starts with zeros.
 * @throws Failure CaptureOutOfMemory, DestinationNotFound, DestinationNotWritable
 */
export function beginSimulatedLiveDump(
  world: RunningWorld,
  request: LiveRequest,
  { conditions, traces, behaviour }: LiveSurroundings,
): LiveCapture {
  const { timing = {}, captureStatus, beforeLiveStep, withoutLiveEvents } = behaviour;
  requireRoom(world);
  const descriptor = openExisting(request.path);
  const begin = world.now + world.age();
  const log = (events: readonly SimulatedLiveEvent[]) => {
    if (withoutLiveEvents === true) return;
    for (const event of events) traces.log(event, begin);
  };
  let cancelled = false;
  /** What ends the call before a step, if anything does. */
  const before = async (step: LiveStep) => beforeLiveStep?.(step);
  const beforeWriting = async (step: LiveStep) =>
    (await before(step)) ?? (cancelled ? NTSTATUS.STATUS_CANCELLED : undefined);

  /** Logs events one by one, with the steps that they begin. The cancel event is not looked at here. */
  async function play(events: readonly SimulatedLiveEvent[]): Promise<number | undefined> {
    for (const event of events) {
      const step = STEP_OF_EVENT[event.id];
      const status = step === undefined ? undefined : await before(step);
      if (status !== undefined) {
        log([returnEvent(status, Number(event.at))]);
        return status;
      }
      log([event]);
    }
    return undefined;
  }

  async function writeChunks(file: Uint8Array, sizes: LiveSizes): Promise<number> {
    const end = (ntStatus: number, written: number) => {
      log(endEvents(ntStatus, written, sizes));
      return ntStatus;
    };
    log([writeStartEvent()]);
    for (let at = HEADER_BYTES; at < file.length; at += CHUNK_BYTES) {
      const status = await beforeWriting('chunk');
      if (status !== undefined) return end(status, at - HEADER_BYTES);
      const length = Math.min(CHUNK_BYTES, file.length - at);
      try {
        writeSync(descriptor, file, at, length, at);
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
        return end(NTSTATUS.STATUS_DISK_FULL, at - HEADER_BYTES);
      }
      await delay(timing.perLiveChunkMs ?? 0);
    }
    const status = await beforeWriting('header');
    if (status !== undefined) return end(status, file.length - HEADER_BYTES);
    writeSync(descriptor, file, 0, HEADER_BYTES, 0);
    const whole = world.isShortOfMemory ? NTSTATUS.STATUS_MORE_ENTRIES : NTSTATUS.STATUS_SUCCESS;
    return end(whole, file.length);
  }

  async function run(): Promise<number> {
    // No event comes before the caller has the capture.
    await delay(0);
    const refused = captureStatus ?? refusalOf(world, conditions, request);
    log([startEvent()]);
    if (refused !== undefined) {
      log([returnEvent(refused, 300)]);
      return refused;
    }
    const file = writeLiveDump(world, request, contentOf(world, request));
    const sizes = sizesOf(file);
    const stopped = await play(sizingEvents(sizes));
    if (stopped !== undefined) return stopped;
    await delay((timing.livePreparationMs ?? 0) / 2);
    if (world.isShortOfMemory && request.abortIfMemoryPressure) {
      log([memoryPressureEvent(), returnEvent(NTSTATUS.STATUS_REQUEST_ABORTED, 2_027_500)]);
      return NTSTATUS.STATUS_REQUEST_ABORTED;
    }
    const interrupted = await play(capturingEvents(sizes));
    if (interrupted !== undefined) return interrupted;
    await delay((timing.livePreparationMs ?? 0) / 2);
    return writeChunks(file, sizes);
  }

  const finished = run()
    .finally(() => closeSync(descriptor))
    .then((ntStatus) => ({ ntStatus }));
  return {
    finished,
    cancel() {
      cancelled = true;
    },
  };
}

/** The kernel estimates more than it needs: by 6 % in the article's run. */
function sizesOf(file: Uint8Array): LiveSizes {
  const header = firstPageOffset(file);
  const estimated = Math.ceil((file.length - header) / 0.94 / 0x1000) * 0x1000;
  return { estimated, allocated: estimated + 0x1000, header };
}

function contentOf(world: RunningWorld, request: LiveRequest): LiveContent {
  return {
    images: request.threadStacksOnly !== true,
    idleStacks: !world.isShortOfMemory,
    userPages: request.userPages === true,
    isSelective: request.threadStacksOnly === true,
  };
}
