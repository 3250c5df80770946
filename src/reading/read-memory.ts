import type { MemoryRequest } from '../contract/generated/types.ts';
import { memoryRecord } from './records/memory-record.ts';
import type { ReadingContext } from './sources/context.ts';
import { eachDump } from './sources/each-dump.ts';
import { takeTurn } from './sources/turns.ts';

/** Bytes that are read when the request names no length. */
const USUAL_LENGTH = 256;

/** Writes one `DumpMemory` record for each file and address: virtual or physical memory from there on. */
export async function readDumpMemory(
  { paths, addresses, length = USUAL_LENGTH, physical = false, directoryTableBase }: MemoryRequest,
  context: ReadingContext,
): Promise<void> {
  await eachDump(paths, context, async ({ dump, path }) => {
    for (const address of addresses) {
      await takeTurn(context.signal);
      await context.output.record(
        'DumpMemory',
        memoryRecord(dump, { path, address, length, physical, directoryTableBase }),
      );
    }
  });
}
