import { formatAddress } from '../binary/address.ts';
import { bytesSource } from '../binary/byte-source.ts';
import { captureInMemory } from '../capture/triage/capture-in-memory.ts';
import { Failure } from '../contract/failure.ts';
import type { CaptureManifest, StacksRequest } from '../contract/generated/types.ts';
import type { Output } from '../contract/output.ts';
import { namedState } from '../contract/thread-state.ts';
import type { Dump } from '../dump/dump.ts';
import { openDump } from '../dump/open-dump.ts';
import { type FoundThread, readKernelObjects } from '../kernel/kernel-objects.ts';
import type { KernelProcess } from '../kernel/read-process.ts';
import type { KernelThread } from '../kernel/read-thread.ts';
import { threadHints } from '../kernel/thread-hints.ts';
import type { Machine } from '../machine/port.ts';
import { manifestFinder, manifestThreads } from '../manifest/manifest-file.ts';
import { eachDump } from './each-dump.ts';

/** State and wait reason of a thread as somebody saw it before the capture hid them. */
export interface ThreadStateAtCapture {
  readonly state?: string;
  readonly waitReason?: string;
}

/** What reading may use of the world. */
export interface ReadingContext {
  readonly output: Output;
  /** Fires when the caller cancels. */
  readonly signal: AbortSignal;
  /** @throws Failure UnknownMachine, NotWindows, UnsafeNativeLibrary */
  machine(name: string | undefined): Promise<Machine>;
}

/** A dump, in a file or in memory, whose stacks are wanted. */
export interface StackSource {
  readonly dump: Dump;
  /** Absent for live threads. */
  readonly path?: string;
  readonly manifest: CaptureManifest | undefined;
  readonly threads: readonly FoundThread[];
  readonly processes: ReadonlyMap<bigint, KernelProcess>;
  standing(thread: KernelThread): ThreadStateAtCapture | undefined;
}

const byAddress = (processes: readonly KernelProcess[]) =>
  new Map<bigint, KernelProcess>(processes.map((process) => [process.address, process]));

function chosen({ threadIds, objectAddresses }: StacksRequest): (thread: FoundThread) => boolean {
  const ids = threadIds && new Set(threadIds);
  const addresses = objectAddresses && new Set(objectAddresses);
  return ({ threadId, address }) =>
    (ids === undefined || (threadId !== undefined && ids.has(threadId))) &&
    (addresses === undefined || addresses.has(formatAddress(address)));
}

/** Calls `action` for each dump file of the request; a bad file is reported and does not hide the others. */
export async function eachDumpFile(
  request: StacksRequest,
  { output }: ReadingContext,
  action: (source: StackSource) => Promise<void>,
): Promise<void> {
  const manifests = manifestFinder((message, target) => output.warning(message, target));
  const wanted = chosen(request);
  await eachDump(request.paths ?? [], output, async (dump, path) => {
    const manifest = manifests.of(path);
    const known = manifestThreads(manifest);
    const { threads, processes } = readKernelObjects(dump, threadHints(manifest));
    await action({
      dump,
      path,
      manifest,
      threads: threads.filter(wanted),
      processes: byAddress(processes),
      standing: ({ address }) => known.get(formatAddress(address)),
    });
  });
}

/** Calls `action` for each temporary dump of the request's live threads, which are the only threads it gives. */
export async function eachLiveDump(
  request: StacksRequest,
  { output, signal, machine }: ReadingContext,
  action: (source: StackSource) => Promise<void>,
): Promise<void> {
  const captures = captureInMemory(await machine(request.machine), request.threads ?? [], signal);
  for await (const event of captures) {
    if ('failure' in event) {
      output.error(event.failure);
      continue;
    }
    const { bytes, captured } = event.dump;
    const dump = openDump(bytesSource(bytes, 'the capture'));
    const standings = new Map(captured.map(({ target, address }) => [address, namedState(target.thread)]));
    const { threads, processes } = readKernelObjects(dump, { threads: [...standings.keys()] });
    await action({
      dump,
      manifest: undefined,
      threads: threads.filter(({ address }) => standings.has(address)),
      processes: byAddress(processes),
      standing: ({ address }) => standings.get(address),
    });
  }
}

/** @throws Failure InvalidRequest when the request names neither dumps nor threads */
export function requireSource({ paths, threads }: StacksRequest): void {
  if (paths !== undefined || threads !== undefined) return;
  throw new Failure('InvalidRequest', 'stacks needs dump files, or live threads.', { target: 'paths' });
}
