import path from 'node:path';
import process from 'node:process';
import { captureTriage } from '../capture/triage/capture-triage.ts';
import { threadsAt } from '../capture/triage/threads/threads-at.ts';
import { asFailure, Failure } from '../contract/failure.ts';
import type { ThreadReference, TriageDump, WaitChain } from '../contract/generated/types.ts';
import type { Machine } from '../machine/port.ts';
import { captureBlockers } from '../reading/chains/capture-blockers.ts';
import { findWaitChains } from '../reading/chains/find-wait-chains.ts';
import { debuggerCommandsOf } from '../reading/derive-commands.ts';
import { identifyDrivers } from '../reading/sources/driver-identities.ts';
import { chooseThreads } from './choose-threads.ts';
import { collector } from './collector.ts';
import type { WatchContext } from './effects.ts';
import { isWrittenTo, removeSet, setFolders, setsToRemove, storedSets } from './sets.ts';
import type { ConditionAlarm } from './watcher.ts';

/** Where sets go, and what they may take. */
export interface SetOptions {
  readonly destination: string;
  readonly watch: string;
  readonly maxThreads: number;
  readonly budgetBytes: number;
  readonly symbolPath: string | undefined;
}

/** What a capture has left in its folder. */
export interface CapturedSet {
  readonly folder: string;
  readonly dumps: readonly TriageDump[];
  readonly chains: readonly WaitChain[];
  readonly capturedCount: number;
  /** Threads that were added because they hold others up. */
  readonly blockerCount: number;
  /** By process, for the history of the watch. */
  readonly threadIds: readonly number[];
  readonly removedSets: readonly string[];
  /** What went wrong, the first thing; what was captured before it stays. */
  readonly failure: Failure | undefined;
  /** Why there is no answer from the dumps. */
  readonly answerFailure: Failure | undefined;
}

/** A dump is at most 1 MiB; beside it are a manifest and an answer. */
const BYTES_PER_DUMP = 1.25 * 2 ** 20;
const THREADS_PER_DUMP = 10;

const reserveOf = ({ maxThreads }: SetOptions) =>
  Math.ceil(maxThreads / THREADS_PER_DUMP + 1) * BYTES_PER_DUMP;

/** Makes the folder of a set. @throws Failure DestinationNotFound, DestinationNotWritable, DiskFull, WriteFailed, FileExists */
function makeSetFolder({ files, clock }: WatchContext, { destination, watch }: SetOptions): string {
  files.requireFolder(destination);
  for (const folder of setFolders(destination, watch, new Date(clock.wallMs()))) {
    try {
      files.makeFolder(folder, 'Restricted');
      return folder;
    } catch (thrown) {
      if (asFailure(thrown).code !== 'FileExists') throw thrown;
    }
  }
  throw new Failure('FileExists', `${destination} holds too many sets of this second.`, {
    target: destination,
  });
}

/** @throws Failure NotEnoughSpace */
function makeRoom({ files }: WatchContext, options: SetOptions): string[] {
  const { destination, watch, budgetBytes } = options;
  const reserve = reserveOf(options);
  const removed: string[] = [];
  let sets = storedSets(destination, watch);
  let budget = budgetBytes;
  let [oldest] = setsToRemove(sets, budget, reserve);
  while (oldest !== undefined) {
    const { folder, bytes } = oldest;
    if (removeSet(folder)) removed.push(folder);
    // A set that a person has open stays, and the next one goes in its place.
    else budget -= bytes;
    sets = sets.slice(1);
    [oldest] = setsToRemove(sets, budget, reserve);
  }
  const free = files.freeBytes(destination);
  if (free !== undefined && free < reserve) {
    const needed = `${Math.ceil(reserve / 2 ** 20)} MiB`;
    throw new Failure('NotEnoughSpace', `The volume of ${destination} has less than ${needed} free.`, {
      target: destination,
      advice: 'Free space there, or give the watch another {option:destination}. It tries again by itself.',
    });
  }
  return removed;
}

/** Whether another process captures now: on this machine, or over the network into the folder. */
export const isBusy = ({ destination }: SetOptions, machine: Machine): boolean =>
  machine.isCapturing?.() === true || isWrittenTo(destination, process.pid);

/**
 * Captures what an alarm is about into a folder of its own, follows it to the threads that hold the others up, and finds the answer. What was
 * captured before something failed stays.
 * @throws Failure for what keeps the capture from beginning
 */
export async function captureSet(
  alarm: ConditionAlarm,
  options: SetOptions,
  context: WatchContext,
): Promise<CapturedSet> {
  const { machine, files, signal } = context;
  const removedSets = makeRoom(context, options);
  const folder = makeSetFolder(context, options);
  const dumps: TriageDump[] = [];
  const threadIds: number[] = [];
  let failure: Failure | undefined;
  let answerFailure: Failure | undefined;
  let blockerCount = 0;
  let chains: readonly WaitChain[] = [];

  const capture = async (threads: readonly ThreadReference[]): Promise<void> => {
    const events = captureTriage(
      { threads: [...threads], destination: folder, unattended: true, threadRecords: 'Missing' },
      { machine, files, signal, identifyDrivers, debuggerCommands: debuggerCommandsOf },
    );
    for await (const event of events) {
      if (event.kind === 'dump') dumps.push(event.dump);
      if (event.kind === 'failure') failure ??= event.failure;
    }
    for (const { processId, threadId } of threads)
      if (processId === alarm.process.processId) threadIds.push(threadId);
  };

  const answer = async (): Promise<void> => {
    const { output, chains: found, failures } = collector();
    const [first, ...rest] = dumps.map((dump) => dump.path);
    const { symbolPath } = options;
    if (first === undefined) return;
    await findWaitChains(
      { paths: [first, ...rest], includeLone: true, ...(symbolPath !== undefined && { symbolPath }) },
      { output, signal, machine: () => Promise.resolve(machine) },
    );
    chains = inQuestionFirst(found, alarm);
    [answerFailure] = failures;
  };

  try {
    await capture(chooseThreads(alarm, options.maxThreads).threads);
    if (dumps.length === 0) failure ??= new Failure('CaptureFailed', 'No thread could be captured.');
    else {
      await answerOr(answer, (thrown) => {
        answerFailure = thrown;
      });
      await captureBlockers({
        missing: () =>
          chains.flatMap(({ missingThreads }) =>
            missingThreads.map(({ address }) => ({ address: BigInt(address), inDump: false }) as never),
          ),
        find: (addresses) => threadsAt(machine, addresses),
        async capture(threads) {
          const before = dumps.length;
          await capture(threads);
          blockerCount += dumps.slice(before).reduce((sum, { threadCount }) => sum + threadCount, 0);
          if (dumps.length > before)
            await answerOr(answer, (thrown) => {
              answerFailure = thrown;
            });
        },
      });
    }
  } catch (thrown) {
    failure ??= asFailure(thrown);
  }
  if (dumps.length === 0) removeSet(folder);
  return {
    folder,
    dumps,
    chains,
    capturedCount: dumps.reduce((sum, { threadCount }) => sum + threadCount, 0),
    blockerCount,
    threadIds,
    removedSets,
    failure,
    answerFailure,
  };
}

/** The causes behind the threads that the alarm is about first, then what else the captured threads wait for. */
function inQuestionFirst(chains: readonly WaitChain[], { finding }: ConditionAlarm): WaitChain[] {
  const ids = new Set(finding.threads.map(({ snapshot }) => snapshot.threadId));
  const inQuestion = ({ threads }: WaitChain) =>
    threads.filter(({ threadId }) => threadId !== undefined && ids.has(threadId)).length;
  return chains.toSorted((a, b) => inQuestion(b) - inQuestion(a));
}

/** The dumps are there whether they can be explained or not. */
async function answerOr(answer: () => Promise<void>, failed: (failure: Failure) => void): Promise<void> {
  try {
    await answer();
  } catch (thrown) {
    failed(asFailure(thrown));
  }
}

/** The path of a file of the set. */
export const inSet = ({ folder }: CapturedSet, name: string): string => path.join(folder, name);
