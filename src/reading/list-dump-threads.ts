import type { DumpThreadsRequest } from '../contract/generated/types.ts';
import type { ReadingContext } from './context.ts';
import { eachDump } from './each-dump.ts';
import { threadRecords } from './records/object-records.ts';

/** Writes one `DumpThread` record for each thread in the files, or for those of the requested processes. */
export async function listDumpThreads(
  { paths, processIds }: DumpThreadsRequest,
  context: ReadingContext,
): Promise<void> {
  const wanted = processIds && new Set(processIds);
  await eachDump(paths, context, async (opened) => {
    for (const thread of threadRecords(opened)) {
      const { processId } = thread;
      if (wanted === undefined || (processId !== undefined && wanted.has(processId)))
        await context.output.record('DumpThread', thread);
    }
  });
}
