import type { DumpProcessesRequest } from '../contract/generated/types.ts';
import type { ReadingContext } from './context.ts';
import { eachDump } from './each-dump.ts';
import { processRecords } from './records/object-records.ts';

/** Writes one `DumpProcess` record for each process in the files. */
export async function listDumpProcesses(
  { paths }: DumpProcessesRequest,
  context: ReadingContext,
): Promise<void> {
  await eachDump(paths, context, async (opened) => {
    for (const process of processRecords(opened)) await context.output.record('DumpProcess', process);
  });
}
