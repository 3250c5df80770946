import { formatAddress, type VirtualAddress } from '../../binary/address.ts';
import { bytesSource } from '../../binary/byte-source.ts';
import { once } from '../../binary/once.ts';
import { captureInMemory } from '../../capture/triage/capture-in-memory.ts';
import { addressedThreads } from '../../capture/triage/threads/threads-at.ts';
import { Failure } from '../../contract/failure.ts';
import type { ThreadReference } from '../../contract/generated/types.ts';
import { namedState } from '../../contract/thread-state.ts';
import { openDump } from '../../dump/open-dump.ts';
import type { FoundThread } from '../../kernel/kernel-objects.ts';
import type { KernelProcess } from '../../kernel/read-process.ts';
import type { KernelThread } from '../../kernel/read-thread.ts';
import type { Machine, ThreadSnapshot } from '../../machine/port.ts';
import { type ManifestIdentity, manifestIdentities, manifestThreads } from '../../manifest/manifest-file.ts';
import type { ReadingContext } from './context.ts';
import { eachDump } from './each-dump.ts';
import type { TypesOf } from './kernel-types.ts';
import { type OpenedDump, type OpenedDumpFile, openedCapture } from './opened-dump.ts';
import { inTurns } from './turns.ts';

/** State and wait reason of a thread before the capture, which changes both in its copy of the thread object. */
export interface ThreadStateAtCapture {
  readonly state?: string;
  readonly waitReason?: string;
  readonly waitTimeMs?: number;
  readonly contextSwitches?: number;
  /** Exact, as decimal digits. */
  readonly createTimeRaw?: string;
}

/** A dump to read the stacks of, in a file or in memory. */
export interface StackSource {
  readonly opened: OpenedDump;
  /** Absent for live threads. */
  readonly path?: string;
  readonly threads: readonly FoundThread[];
  readonly processes: ReadonlyMap<bigint, KernelProcess>;
  stateAtCapture(thread: KernelThread): ThreadStateAtCapture | undefined;
  /** The identity of a thread that the dump does not contain. */
  identityOf(address: VirtualAddress): ManifestIdentity | undefined;
}

/** The threads that a request selects: of dump files, or of the live machine. */
export interface SourceRequest {
  readonly paths?: readonly string[];
  readonly threads?: readonly ThreadReference[];
  readonly threadIds?: readonly number[];
  readonly objectAddresses?: readonly string[];
  readonly machine?: string;
}

const byAddress = (processes: readonly KernelProcess[]) =>
  new Map<bigint, KernelProcess>(processes.map((process) => [process.address, process]));

/** @param missing gets smaller by each id of a request that a chosen thread has */
function chosen(
  { threadIds, objectAddresses }: SourceRequest,
  missing: Set<number>,
): (thread: FoundThread) => boolean {
  const ids = threadIds && new Set(threadIds);
  const addresses = objectAddresses && new Set(objectAddresses);
  return ({ threadId, address }) => {
    const isChosen =
      (ids === undefined || (threadId !== undefined && ids.has(threadId))) &&
      (addresses === undefined || addresses.has(formatAddress(address)));
    if (isChosen && threadId !== undefined) missing.delete(threadId);
    return isChosen;
  };
}

/** Begins a dump whose threads are read while others are still looked for; undefined for one that is read when all are there. */
export type EarlyReader = (
  opened: OpenedDump,
) => ((source: StackSource, thread: FoundThread) => Promise<void>) | undefined;

/**
 * Calls `action` for each dump file of the request; a bad file is reported and does not hide the others. An id of a thread that no file
 * has is reported at the end.
 * @param early is given threads before `action` is given all of them, these included
 */
export async function eachDumpFile(
  request: SourceRequest,
  context: ReadingContext,
  action: (source: StackSource) => Promise<void>,
  typesOf?: TypesOf,
  early: EarlyReader = () => undefined,
): Promise<void> {
  const missing = new Set(request.threadIds);
  const wanted = chosen(request, missing);
  async function read(opened: OpenedDumpFile): Promise<void> {
    const known = manifestThreads(opened.manifest());
    const identities = once(() => manifestIdentities(opened.manifest()));
    const source = (
      threads: readonly FoundThread[],
      processes: ReadonlyMap<bigint, KernelProcess>,
    ): StackSource => ({
      opened,
      path: opened.path,
      threads,
      processes,
      stateAtCapture: ({ address }) => known.get(formatAddress(address)),
      identityOf: (address) => identities().get(formatAddress(address)),
    });
    const soFar = new Map<bigint, KernelProcess>();
    const begun = early(opened);
    const first = source([], soFar);
    const { threads, processes } = await inTurns(
      opened.objects.inSteps(),
      context.signal,
      async ({ thread, process }) => {
        if (process) soFar.set(process.address, process);
        if (wanted(thread)) await begun?.(first, thread);
      },
    );
    await action(source(threads.filter(wanted), byAddress(processes)));
  }
  await eachDump(request.paths ?? [], context, read, typesOf);
  if (request.paths === undefined) return;
  for (const id of missing) {
    const message = `There is no thread ${id} in what was read.`;
    const advice = '{command:dump-threads} lists the threads of a dump.';
    context.output.error(new Failure('ThreadNotFound', message, { target: `thread ${id}`, advice }));
  }
}

function stateBefore(thread: ThreadSnapshot): ThreadStateAtCapture {
  const { waitTimeMs, contextSwitches, createTime } = thread;
  return {
    ...namedState(thread),
    ...(waitTimeMs === undefined ? {} : { waitTimeMs }),
    contextSwitches,
    createTimeRaw: createTime.toString(),
  };
}

function liveIdentities(machine: Machine): ReadonlyMap<string, ManifestIdentity> {
  return new Map(
    Array.from(
      addressedThreads(machine, machine.processes()),
      ({ process: { processId, name }, thread: { threadId }, address }) =>
        [formatAddress(address), { processId, processName: name, threadId }] as const,
    ),
  );
}

/** Calls `action` for each temporary dump of the request's live threads, which are the only threads it gives. */
export async function eachLiveDump(
  request: SourceRequest,
  { output, signal, machine }: ReadingContext,
  action: (source: StackSource) => Promise<void>,
): Promise<void> {
  const live = await machine(request.machine);
  const captures = captureInMemory(live, request.threads ?? [], signal);
  // Asked for only where a lock names an owner that was not captured: every thread of the machine is opened for it.
  const identities = once(() => liveIdentities(live));
  for await (const event of captures) {
    if ('failure' in event) {
      output.error(event.failure);
      continue;
    }
    const { bytes, captured } = event.dump;
    const dump = openDump(bytesSource(bytes, 'the capture'));
    const states = new Map(captured.map(({ target, address }) => [address, stateBefore(target.thread)]));
    const opened = openedCapture(dump, { threads: [...states.keys()] });
    const { threads, processes } = opened.objects();
    await action({
      opened,
      threads: threads.filter(({ address }) => states.has(address)),
      processes: byAddress(processes),
      stateAtCapture: ({ address }) => states.get(address),
      identityOf: (address) => identities().get(formatAddress(address)),
    });
  }
}

/**
 * @param verb the verb that the message names
 * @throws Failure InvalidRequest when the request names neither dumps nor threads
 */
export function requireSource({ paths, threads }: SourceRequest, verb: string): void {
  if (paths !== undefined || threads !== undefined) return;
  throw new Failure('InvalidRequest', `${verb} needs dump files, or live threads.`, { target: 'paths' });
}
