import type { DumpRequest } from '../contract/generated/types.ts';
import { dumpRecord } from './records/dump-record.ts';
import type { ReadingContext } from './sources/context.ts';
import { crashModules } from './sources/crash-modules.ts';
import { eachDump } from './sources/each-dump.ts';
import { withKernelTypes } from './sources/kernel-types.ts';
import type { OpenedDumpFile } from './sources/opened-dump.ts';
import { inTurns } from './sources/turns.ts';

/**
 * Writes one `Dump` record for each file: the crash, system, bug check, drivers, processes, threads, completeness. The frames of
 * a crash are named where the request has a symbol path.
 */
export async function describeDumps(request: DumpRequest, context: ReadingContext): Promise<void> {
  const { paths, raw = false, redact = false } = request;
  const symbols =
    request.symbolPath === undefined
      ? undefined
      : (await import('./sources/dump-symbols.ts')).dumpSymbols(request, context);
  const describe = async (opened: OpenedDumpFile) => {
    await inTurns(opened.objects.inSteps(), context.signal);
    const modules = symbols && (await crashModules(opened, symbols));
    await context.output.record('Dump', dumpRecord(opened, { raw, redact, ...(modules && { modules }) }));
  };
  try {
    await withKernelTypes(request, context, (typesOf) => eachDump(paths, context, describe, typesOf));
  } finally {
    symbols?.close();
  }
}
