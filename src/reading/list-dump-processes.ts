import type { DumpProcessesRequest } from '../contract/generated/types.ts';
import { processRecords } from './records/object-records.ts';
import type { ReadingContext } from './sources/context.ts';
import { eachDump } from './sources/each-dump.ts';
import { withKernelTypes } from './sources/kernel-types.ts';
import type { OpenedDumpFile } from './sources/opened-dump.ts';
import { inTurns } from './sources/turns.ts';

/** Writes one `DumpProcess` record for each process in the files. */
export async function listDumpProcesses(
  request: DumpProcessesRequest,
  context: ReadingContext,
): Promise<void> {
  async function list(opened: OpenedDumpFile): Promise<void> {
    await inTurns(opened.objects.inSteps(), context.signal);
    for (const process of processRecords(opened)) await context.output.record('DumpProcess', process);
  }
  await withKernelTypes(request, context, (typesOf) => eachDump(request.paths, context, list, typesOf));
}
