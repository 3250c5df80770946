import type { WaitsRequest } from '../contract/generated/types.ts';
import type { ThreadWait } from '../explain/model.ts';
import { factLookup } from './records/explain-words.ts';
import { originOfSource } from './records/record-tools.ts';
import { waitRecord } from './records/wait-record.ts';
import type { ReadingContext } from './sources/context.ts';
import { explainEach } from './sources/explain-dumps.ts';

/** Whether the request's filters let a wait pass. Without a time limit, a wait of unknown age passes. */
function filterOf({ minimumWaitMs, reasons, includeIdle = false }: WaitsRequest) {
  const wanted = reasons && new Set(reasons.map((reason) => reason.toLowerCase()));
  return ({ isIdle, waitTimeMs, reason }: ThreadWait): boolean =>
    (includeIdle || !isIdle) &&
    (minimumWaitMs === undefined || (waitTimeMs ?? -1) >= minimumWaitMs) &&
    (wanted === undefined || (reason !== undefined && wanted.has(reason.toLowerCase())));
}

/**
 * Writes one `KernelWait` record for each thread that waits: for what, and the owner. The longest wait comes first.
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function listWaits(request: WaitsRequest, context: ReadingContext): Promise<void> {
  const passes = filterOf(request);
  await explainEach(request, context, 'waits', async ({ source, view, facts, isWanted }) => {
    const look = factLookup(facts);
    const waits = facts.waits
      .filter((wait) => isWanted(wait.thread.address) && passes(wait))
      .sort((a, b) => (b.waitTimeMs ?? 0) - (a.waitTimeMs ?? 0));
    for (const wait of waits)
      await context.output.record('KernelWait', waitRecord(originOfSource(source), wait, view, look));
  });
}
