import { closeSync, openSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../../contract/failure.ts';
import { NTSTATUS } from '../../../contract/ntstatus.ts';
import type { LiveCapture, LiveRequest } from '../../port.ts';
import type { KernelBehaviour } from '../behaviour.ts';
import { HEADER_BYTES } from '../dump-header.ts';
import type { RunningWorld } from '../running-world.ts';
import { type LiveContent, writeLiveDump } from './write-live-dump.ts';

/** The kernel writes so much at a time, and looks at the cancel event in between. */
const CHUNK_BYTES = 0x200000;
const WINDOWS_11 = 22000;
const WINDOWS_11_22H2 = 22621;

const EXISTING_FOR_WRITING = 'r+';

/** What the kernel refuses before it looks at anything else. */
function refusalOf(world: RunningWorld, request: LiveRequest): number | undefined {
  const { windowsBuild } = world.facts;
  const addsPages = request.hypervisorPages === true || request.nonEssentialHypervisorPages === true;
  if (request.threadStacksOnly === true) {
    // Windows 10 does not know the longer control structure.
    if (windowsBuild < WINDOWS_11) return NTSTATUS.STATUS_INFO_LENGTH_MISMATCH;
    if (addsPages) return NTSTATUS.STATUS_INVALID_PARAMETER;
  }
  if (request.userPages === true && windowsBuild < WINDOWS_11_22H2) return NTSTATUS.STATUS_DEBUGGER_INACTIVE;
  if (world.isShortOfMemory && request.abortIfMemoryPressure) return NTSTATUS.STATUS_REQUEST_ABORTED;
  return undefined;
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
 * @throws Failure DestinationNotFound, DestinationNotWritable
 */
export function beginSimulatedLiveDump(
  world: RunningWorld,
  request: LiveRequest,
  { timing = {}, captureStatus }: KernelBehaviour,
): LiveCapture {
  const descriptor = openExisting(request.path);
  let cancelled = false;

  async function writeChunks(file: Uint8Array): Promise<number> {
    for (let at = HEADER_BYTES; at < file.length; at += CHUNK_BYTES) {
      if (cancelled) return NTSTATUS.STATUS_CANCELLED;
      writeSync(descriptor, file, at, Math.min(CHUNK_BYTES, file.length - at), at);
      await delay(timing.perLiveChunkMs ?? 0);
    }
    if (cancelled) return NTSTATUS.STATUS_CANCELLED;
    writeSync(descriptor, file, 0, HEADER_BYTES, 0);
    return world.isShortOfMemory ? NTSTATUS.STATUS_MORE_ENTRIES : NTSTATUS.STATUS_SUCCESS;
  }

  async function run(): Promise<number> {
    const refused = captureStatus ?? refusalOf(world, request);
    if (refused !== undefined) return refused;
    await delay(timing.livePreparationMs ?? 0);
    return writeChunks(writeLiveDump(world, request, contentOf(world, request)));
  }

  const finished = run()
    .catch((thrown: unknown) => {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOSPC') return NTSTATUS.STATUS_DISK_FULL;
      throw thrown;
    })
    .finally(() => closeSync(descriptor))
    .then((ntStatus) => ({ ntStatus }));
  return {
    finished,
    cancel() {
      cancelled = true;
    },
  };
}

function contentOf(world: RunningWorld, request: LiveRequest): LiveContent {
  return {
    images: request.threadStacksOnly !== true,
    idleStacks: !world.isShortOfMemory,
    userPages: request.userPages === true,
    isSelective: request.threadStacksOnly === true,
  };
}
