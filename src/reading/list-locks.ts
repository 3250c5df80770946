import type { LocksRequest } from '../contract/generated/types.ts';
import type { Lock } from '../explain/model.ts';
import { lockRecord, waiterCount } from './records/lock-record.ts';
import { originOfSource } from './records/record-tools.ts';
import type { ReadingContext } from './sources/context.ts';
import { type Explained, explainEach } from './sources/explain-dumps.ts';

/** Whether a lock has to do with the threads that were asked for. */
function concerns({ isWanted, source, view }: Explained, { owners, waiters }: Lock): boolean {
  if (source.threads.length === view.threads.size) return true;
  return [...owners, ...waiters].some(({ thread }) => isWanted(thread?.address));
}

/**
 * Writes one `KernelLock` record for each lock that is owned or waited for; the one with most waiters comes first.
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function listLocks(request: LocksRequest, context: ReadingContext): Promise<void> {
  const { contended = false } = request;
  await explainEach(request, context, 'locks', async (explained) => {
    const locks = explained.facts.locks
      .filter((lock) => concerns(explained, lock) && (!contended || waiterCount(lock) > 0))
      .sort((a, b) => waiterCount(b) - waiterCount(a));
    for (const lock of locks)
      await context.output.record('KernelLock', lockRecord(originOfSource(explained.source), lock));
  });
}
