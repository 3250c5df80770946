import { Failure } from '../../contract/failure.ts';
import type {
  ExportRequest,
  ExportThread,
  KernelExport,
  KernelStack as KernelStackRecord,
  PendingIo,
  WaitChain,
} from '../../contract/generated/types.ts';
import type { Output } from '../../contract/output.ts';
import { PRODUCT_VERSION } from '../../contract/version.ts';
import { loadSignatures } from '../../explain/signatures/signatures.ts';
import type { FoundThread } from '../../kernel/kernel-objects.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import { addToBoots, type Boot, chainsOf } from '../chains/boots.ts';
import { explainBootInTurns } from '../chains/explain-boot.ts';
import { groupRecordedStacks, recordedThreads } from '../comparing/recorded-threads.ts';
import { factLookup } from '../records/explain-words.ts';
import { lockRecord, waiterCount } from '../records/lock-record.ts';
import { pendingIoRecord } from '../records/pending-io-record.ts';
import { originOfSource } from '../records/record-tools.ts';
import { stackRecord } from '../records/stack-record.ts';
import { stackWaits } from '../records/stack-wait.ts';
import { waitRecord } from '../records/wait-record.ts';
import type { ReadingContext } from '../sources/context.ts';
import type { DumpSymbols } from '../sources/dump-symbols.ts';
import { type Explained, explainEach } from '../sources/explain-dumps.ts';
import { takeTurn } from '../sources/turns.ts';
import { exportSource, type SourceOptions } from './export-source.ts';

/** What is collected while one dump after another is read. */
interface Collected {
  readonly sources: KernelExport['sources'];
  readonly threads: ExportThread[];
  readonly locks: KernelExport['locks'];
  readonly boots: Boot[];
}

/** Warnings reach the caller as ever, and the export too: a reader of the file must know what it lacks. */
function listening(output: Output, told: Set<string>, onError: () => void): Output {
  return {
    ...output,
    warning(message, target) {
      told.add(message);
      output.warning(message, target);
    },
    error(failure) {
      told.add(failure.message);
      onError();
      output.error(failure);
    },
  };
}

/** The stack of each thread: those that were walked for the explanation are not walked again. */
async function stackReaderOf(
  { source, stacks }: Explained,
  symbols: DumpSymbols,
): Promise<(thread: FoundThread) => Promise<KernelStack>> {
  const reader = await symbols.readerFor(source.opened, { includeCaptureFrames: true });
  return async (thread) => stacks.get(thread.address) ?? (await reader.fetchAndRead(thread));
}

/** The unfinished requests of a dump by the thread that they are of, or that led to them. */
function requestsByThread({ source, view, facts }: Explained): ReadonlyMap<bigint, PendingIo[]> {
  const origin = originOfSource(source);
  const waitTimes = new Map<bigint, number | undefined>(
    facts.waits.map(({ thread, waitTimeMs }) => [thread.address, waitTimeMs]),
  );
  const found = new Map<bigint, PendingIo[]>();
  for (const request of facts.requests) {
    const address = (request.thread ?? request.foundThrough)?.address;
    if (address === undefined) continue;
    const record = pendingIoRecord(origin, request, view.io.source, waitTimes.get(address));
    const known = found.get(address);
    if (known) known.push(record);
    else found.set(address, [record]);
  }
  return found;
}

/** Adds what one dump shows. Its memory is not kept. */
async function collect(
  into: Collected,
  explained: Explained,
  symbols: DumpSymbols,
  options: SourceOptions & { readonly excludeIdle: boolean },
  context: ReadingContext,
): Promise<void> {
  const { source, view, facts } = explained;
  const { opened, path, processes, stateAtCapture } = source;
  const origin = originOfSource(source);
  const look = factLookup(facts);
  const waits = new Map<bigint, (typeof facts.waits)[number]>(
    facts.waits.map((wait) => [wait.thread.address, wait]),
  );
  const stackWait = stackWaits(explained);
  const requests = requestsByThread(explained);
  const walked: KernelStack[] = [];
  const index = into.sources.length;
  const read = await stackReaderOf(explained, symbols);
  for (const thread of source.threads) {
    await takeTurn(context.signal);
    const wait = waits.get(thread.address);
    if (options.excludeIdle && wait?.isIdle === true) continue;
    const stack = await read(thread);
    walked.push(stack);
    const process = thread.process && processes.get(thread.process);
    const record: KernelStackRecord = {
      ...stackRecord(stack, {
        path,
        machine: opened.simulatedMachine,
        process,
        includeCaptureFrames: false,
        includeRegisters: false,
        stateAtCapture: stateAtCapture(thread),
      }),
      ...stackWait.get(thread.address),
    };
    into.threads.push({
      source: index,
      stack: record,
      ...(wait && { wait: waitRecord(origin, wait, view, look) }),
      requests: requests.get(thread.address) ?? [],
    });
  }
  const locks = [...facts.locks].sort((a, b) => waiterCount(b) - waiterCount(a));
  into.locks.push(...locks.map((lock) => lockRecord(origin, lock)));
  addToBoots(into.boots, explained);
  into.sources.push(await exportSource(explained, walked, symbols, options, context));
}

/**
 * Everything about the dumps, live threads and earlier records of a request, as the formats write it. What could not be read is
 * reported to `output` and listed in the model; without threads and causes nothing could be read at all.
 * @throws Failure EmptySelection, InvalidRequest, FileNotFound, FileUnreadable, SymbolPathInvalid, UnknownMachine, NotWindows,
 * UnsafeNativeLibrary, Cancelled
 */
export async function collectExport(
  request: ExportRequest,
  context: ReadingContext,
  options: SourceOptions,
): Promise<KernelExport> {
  const { excludeIdle = false, records = [] } = request;
  const signatures = loadSignatures(request.signaturePaths);
  const told = new Set<string>();
  let errors = 0;
  const onError = () => {
    errors += 1;
  };
  const into: Collected = {
    sources: [],
    threads: [],
    locks: [],
    boots: [],
  };
  const hasSource = request.paths !== undefined || request.threads !== undefined;
  if (hasSource || records.length === 0) {
    const listened = { ...context, output: listening(context.output, told, onError) };
    await explainEach(request, listened, 'export', (explained, symbols) =>
      collect(into, explained, symbols, { ...options, excludeIdle }, listened),
    );
  }
  const recorded = recordedThreads(records, into.sources.length);
  const threads = [...into.threads, ...recorded.threads];
  const isEmpty = threads.length === 0 && recorded.chains.length === 0;
  if (isEmpty && errors === 0) throw new Failure('EmptySelection', 'There is no thread to export.');
  const chains: WaitChain[] = [];
  for (const boot of into.boots) {
    const found = await explainBootInTurns(boot, chainsOf(boot, {}), signatures, context.signal);
    for (const chain of found) chains.push(chain);
  }
  return {
    export: 1,
    product: `ktriage ${PRODUCT_VERSION}`,
    createdTime: new Date().toISOString(),
    sources: [...into.sources, ...recorded.sources],
    threads,
    groups: groupRecordedStacks(threads.map(({ stack }) => stack)),
    locks: into.locks,
    chains: [...chains, ...recorded.chains],
    warnings: [...told],
  };
}
