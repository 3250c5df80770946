import type { IoRequest } from '../contract/generated/types.ts';
import { pendingIoRecord } from './records/pending-io-record.ts';
import { originOfSource } from './records/record-tools.ts';
import type { ReadingContext } from './sources/context.ts';
import { explainEach } from './sources/explain-dumps.ts';

/**
 * Writes one `PendingIo` record for each I/O request that is not finished, with the driver that has it.
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function listPendingIo(request: IoRequest, context: ReadingContext): Promise<void> {
  await explainEach(request, context, 'io', async ({ source, view, facts, isWanted }) => {
    const isWhole = source.threads.length === view.threads.size;
    const waitTimes = new Map<bigint, number | undefined>(
      facts.waits.map(({ thread, waitTimeMs }) => [thread.address, waitTimeMs]),
    );
    for (const pending of facts.requests) {
      const thread = pending.thread?.address;
      if (!isWhole && !isWanted(thread) && !isWanted(pending.foundThrough?.address)) continue;
      const waitTimeMs = thread === undefined ? undefined : waitTimes.get(thread);
      await context.output.record(
        'PendingIo',
        pendingIoRecord(originOfSource(source), pending, view.io.source, waitTimeMs),
      );
    }
  });
}
