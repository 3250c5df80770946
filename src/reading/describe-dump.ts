import type { DumpRequest } from '../contract/generated/types.ts';
import type { ReadingContext } from './context.ts';
import { eachDump } from './each-dump.ts';
import { withKernelTypes } from './kernel-types.ts';
import type { OpenedDumpFile } from './opened-dump.ts';
import { dumpRecord } from './records/dump-record.ts';

/** Writes one `Dump` record for each file: system, bug check, drivers, processes, threads, completeness. */
export async function describeDumps(request: DumpRequest, context: ReadingContext): Promise<void> {
  const { paths, raw = false } = request;
  const describe = (opened: OpenedDumpFile) => context.output.record('Dump', dumpRecord(opened, { raw }));
  await withKernelTypes(request, context, (typesOf) => eachDump(paths, context, describe, typesOf));
}
