import type { DumpRequest } from '../contract/generated/types.ts';
import type { ReadingContext } from './context.ts';
import { eachDump } from './each-dump.ts';
import { dumpRecord } from './records/dump-record.ts';

/** Writes one `Dump` record for each file: system, bug check, drivers, processes, threads, completeness. */
export async function describeDumps(
  { paths, raw = false }: DumpRequest,
  context: ReadingContext,
): Promise<void> {
  await eachDump(paths, context, (opened) => context.output.record('Dump', dumpRecord(opened, { raw })));
}
