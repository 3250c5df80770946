import { formatAddress } from '../binary/address.ts';
import type { WaitsRequest } from '../contract/generated/types.ts';
import type { Output } from '../contract/output.ts';
import type { ThreadWait } from '../explain/model.ts';
import { factLookup } from './records/explain-words.ts';
import { originOfSource } from './records/record-tools.ts';
import { waitRecord } from './records/wait-record.ts';
import type { ReadingContext } from './sources/context.ts';
import { type Explained, explainEach } from './sources/explain-dumps.ts';

/** Whether the request's filters let a wait pass. Without a time limit, a wait of unknown age passes. */
function filterOf({ minimumWaitMs, reasons, includeIdle = false }: WaitsRequest) {
  const wanted = reasons && new Set(reasons.map((reason) => reason.toLowerCase()));
  return ({ isIdle, waitTimeMs, reason }: ThreadWait): boolean =>
    (includeIdle || !isIdle) &&
    (minimumWaitMs === undefined || (waitTimeMs ?? -1) >= minimumWaitMs) &&
    (wanted === undefined || (reason !== undefined && wanted.has(reason.toLowerCase())));
}

/** A thread that was asked for by its id and of which no wait is written, unless a filter of the request explains that. */
function explainSilence(
  { threadIds, includeIdle = false }: WaitsRequest,
  { source, facts }: Explained,
  output: Output,
): void {
  if (threadIds === undefined) return;
  const waits = new Map(facts.waits.map((wait) => [wait.thread.address, wait]));
  for (const thread of source.threads) {
    const wait = waits.get(thread.address);
    const name = `Thread ${thread.threadId ?? formatAddress(thread.address)}`;
    const state = source.stateAtCapture(thread)?.state ?? thread.state;
    if (wait === undefined && state !== undefined && state !== 'Wait')
      output.warning(`${name} does not wait: its state is ${state}.`, source.path);
    else if (wait === undefined) output.warning(`${name} is there, and its wait is not known.`, source.path);
    else if (wait.isIdle && !includeIdle)
      output.warning(
        `${name} waits for work as an idle worker: {option:include-idle} shows it.`,
        source.path,
      );
  }
}

/**
 * Writes one `KernelWait` record for each thread that waits: for what, and the owner. The longest wait comes first.
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function listWaits(request: WaitsRequest, context: ReadingContext): Promise<void> {
  const passes = filterOf(request);
  await explainEach(request, context, 'waits', async (explained) => {
    const { source, view, facts, isWanted } = explained;
    const look = factLookup(facts);
    const waits = facts.waits
      .filter((wait) => isWanted(wait.thread.address) && passes(wait))
      .sort((a, b) => (b.waitTimeMs ?? 0) - (a.waitTimeMs ?? 0));
    for (const wait of waits)
      await context.output.record('KernelWait', waitRecord(originOfSource(source), wait, view, look));
    explainSilence(request, explained, context.output);
  });
}
