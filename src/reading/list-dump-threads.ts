import type { DumpThread, DumpThreadsRequest } from '../contract/generated/types.ts';
import { threadRecorder, threadRecords } from './records/object-records.ts';
import type { ReadingContext } from './sources/context.ts';
import { eachDump } from './sources/each-dump.ts';
import { withKernelTypes } from './sources/kernel-types.ts';
import type { OpenedDumpFile } from './sources/opened-dump.ts';
import { inTurns } from './sources/turns.ts';

/** Writes one `DumpThread` record for each thread in the files, or for those of the requested processes. */
export async function listDumpThreads(request: DumpThreadsRequest, context: ReadingContext): Promise<void> {
  const { paths, processIds } = request;
  const wanted = processIds && new Set(processIds);
  async function write(thread: DumpThread): Promise<void> {
    const { processId } = thread;
    if (wanted === undefined || (processId !== undefined && wanted.has(processId)))
      await context.output.record('DumpThread', thread);
  }
  async function list(opened: OpenedDumpFile): Promise<void> {
    const recordOf = threadRecorder(opened);
    const written = new Set<bigint>();
    await inTurns(opened.objects.inSteps('AsResult'), context.signal, async (early) => {
      written.add(early.thread.address);
      await write(recordOf(early));
    });
    for (const thread of threadRecords(opened, written)) await write(thread);
  }
  await withKernelTypes(request, context, (typesOf) => eachDump(paths, context, list, typesOf));
}
