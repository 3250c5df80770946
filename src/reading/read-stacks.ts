import { Failure } from '../contract/failure.ts';
import type { StacksRequest } from '../contract/generated/types.ts';
import type { Output } from '../contract/output.ts';
import type { FoundThread } from '../kernel/kernel-objects.ts';
import { processNameOf } from '../kernel/read-process.ts';
import type { DumpModule } from '../stack/dump-modules.ts';
import { type GroupBy, stackGrouper } from '../stack/group.ts';
import type { KernelStack } from '../stack/kernel-stacks.ts';
import { mentionFinder } from './chains/find-mentions.ts';
import { type GroupedThread, groupByOf, memberOf, stackGroupRecord } from './records/stack-group-record.ts';
import { stackRecord } from './records/stack-record.ts';
import { type StackWait, stackWaits } from './records/stack-wait.ts';
import type { ReadingContext } from './sources/context.ts';
import { type DumpSymbols, dumpSymbols, type ReaderOptions } from './sources/dump-symbols.ts';
import { type Explained, explain } from './sources/explain-dumps.ts';
import { kernelTypes } from './sources/kernel-types.ts';
import type { OpenedDump } from './sources/opened-dump.ts';
import { slowProgress } from './sources/slow-progress.ts';
import {
  eachDumpFile,
  eachLiveDump,
  requireSource,
  type StackSource,
  type ThreadStateAtCapture,
} from './sources/stack-sources.ts';
import { takeTurn } from './sources/turns.ts';
import { stackTreeWriter } from './write-stack-tree.ts';

function readerOptions(request: StacksRequest): ReaderOptions {
  const { scan, maxFrames, includeCaptureFrames, includeRegisters, includeMentions } = request;
  return {
    // Mentions are looked for in registers too.
    ...(includeRegisters || includeMentions ? { registers: true } : {}),
    ...(scan === undefined ? {} : { scan }),
    ...(maxFrames === undefined ? {} : { maxFrames }),
    ...(includeCaptureFrames === undefined ? {} : { includeCaptureFrames }),
  };
}

/** What is done with each stack: written, or collected into groups or a tree that are written at the end. */
interface Results {
  /** Called with each dump that is explained, before its stacks. */
  explained?(explained: Explained): void;
  add(source: StackSource, stack: KernelStack, wait: StackWait | undefined): Promise<void>;
  end(): Promise<void>;
}

/** What a later look compares with this one. */
const liveLook = (state: ThreadStateAtCapture | undefined, lookTime: string) => ({
  lookTime,
  ...(state?.contextSwitches !== undefined && { contextSwitches: state.contextSwitches }),
  ...(state?.createTimeRaw !== undefined && { createTimeRaw: state.createTimeRaw }),
});

function writeStacks(request: StacksRequest, output: Output, signal: AbortSignal): Results {
  const { includeCaptureFrames = false, includeRegisters = false, includeMentions = false } = request;
  const now = new Date().toISOString();
  const mentions = includeMentions ? mentionFinder(signal) : undefined;
  return {
    async add(source, stack, wait) {
      const { opened, path, processes, stateAtCapture } = source;
      const { thread } = stack;
      const process = thread.process && processes.get(thread.process);
      const machine = opened.simulatedMachine;
      const state = stateAtCapture(thread);
      const options = {
        path,
        machine,
        process,
        includeCaptureFrames,
        includeRegisters,
        stateAtCapture: state,
        ...(path === undefined && { look: liveLook(state, now) }),
      };
      const mentioned = await mentions?.(opened, stack, includeCaptureFrames);
      await output.record('KernelStack', {
        ...stackRecord(stack, options),
        ...wait,
        ...(mentioned && { mentions: [...mentioned] }),
      });
    },
    end: () => Promise.resolve(),
  };
}

function writeGroups(groupBy: GroupBy, output: Output): Results {
  const groups = stackGrouper<GroupedThread>(groupBy);
  let simulated = false;
  return {
    add({ opened, path, processes }, stack, wait) {
      simulated ||= opened.simulatedMachine !== undefined;
      const { thread } = stack;
      const process = thread.process && processes.get(thread.process);
      const member = memberOf(path, thread, processNameOf(thread.processId, process));
      groups.add(stack, { member, ...(wait && { wait }) });
      return Promise.resolve();
    },
    async end() {
      for (const group of groups.groups()) {
        await output.record('StackGroup', stackGroupRecord(group, simulated));
      }
    },
  };
}

function resultsOf(request: StacksRequest, output: Output, signal: AbortSignal): Results {
  const groupBy = groupByOf(request);
  if (request.tree === true) {
    if (groupBy === undefined) return stackTreeWriter(output);
    throw new Failure('InvalidRequest', 'Stacks are given as groups or as a tree, not as both.', {
      target: 'tree',
    });
  }
  return groupBy === undefined ? writeStacks(request, output, signal) : writeGroups(groupBy, output);
}

const NO_WAITS: ReadonlyMap<bigint, StackWait> = new Map();

/**
 * Groups and trees show what their threads wait for. A triage dump has few threads; all threads of a dump of whole pages are explained
 * only for a caller that asks, because the stacks that are wanted of it may be few.
 */
function wantsWaits({ includeWaits, groupBy, tree }: StacksRequest, { dump }: OpenedDump): boolean {
  const isMerged = groupBy !== undefined || tree === true;
  return includeWaits ?? (isMerged || dump.kind === 'triage');
}

async function waitsOf(
  request: StacksRequest,
  source: StackSource,
  symbols: DumpSymbols,
  results: Results,
  context: ReadingContext,
): Promise<ReadonlyMap<bigint, StackWait>> {
  if (!wantsWaits(request, source.opened)) return NO_WAITS;
  const explained = await explain(source, symbols, context);
  results.explained?.(explained);
  return stackWaits(explained);
}

/**
 * Walks and names the kernel stacks of threads, in dump files or live, and writes one `KernelStack` record for each, or
 * one `StackGroup` record for each group of equal stacks, or one `StackTree` record.
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function readStacks(request: StacksRequest, context: ReadingContext): Promise<void> {
  const { output, signal } = context;
  requireSource(request, 'stacks');
  const symbols = dumpSymbols(request, context);
  const results = resultsOf(request, output, signal);
  // That the PDB of the kernel is missing is a warning of the walk already.
  const onDamage = ({ driver }: DumpModule, reason: string) => output.warning(reason, driver.path);
  const typesOf = kernelTypes(symbols, { asksServers: true, onDamage });
  const begin = async (opened: OpenedDump) => ({
    opened,
    reader: await symbols.readerFor(opened, readerOptions(request)),
    progress: slowProgress(output, 'Reading stacks'),
    /** Threads of which the stack is written. */
    done: new Set<bigint>(),
  });
  let begun: Awaited<ReturnType<typeof begin>> | undefined;
  const early = (opened: OpenedDump) =>
    wantsWaits(request, opened)
      ? undefined
      : async (source: StackSource, thread: FoundThread) => {
          begun = begun?.opened === opened ? begun : await begin(opened);
          const { reader, progress, done } = begun;
          done.add(thread.address);
          progress.at(done.size, undefined, `thread ${done.size}`);
          await results.add(source, await reader.fetchAndRead(thread), undefined);
        };
  const walk = async (source: StackSource) => {
    const { reader, progress, done } = begun?.opened === source.opened ? begun : await begin(source.opened);
    const waits = await waitsOf(request, source, symbols, results, context);
    const { length } = source.threads;
    for (const [index, thread] of source.threads.entries()) {
      if (done.has(thread.address)) continue;
      progress.at(index, length, `thread ${index + 1} of ${length}`);
      await results.add(source, await reader.fetchAndRead(thread), waits.get(thread.address));
      await takeTurn(signal);
    }
    progress.end();
    symbols.warnOfMissing(reader);
    begun = undefined;
  };
  try {
    await eachDumpFile(request, context, walk, typesOf, early);
    if (request.threads !== undefined) await eachLiveDump(request, context, walk);
    await results.end();
  } finally {
    symbols.close();
  }
}
