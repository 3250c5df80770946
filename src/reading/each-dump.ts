import { openFileSource } from '../binary/byte-source.ts';
import { asFailure } from '../contract/failure.ts';
import type { Output } from '../contract/output.ts';
import type { Dump } from '../dump/dump.ts';
import { openDump } from '../dump/open-dump.ts';
import { incompleteness } from './incompleteness.ts';

/**
 * Opens dump after dump and closes each; one bad file among many is reported and does not hide the others. A file that gives
 * less than it promises is reported after what it gave, because reading is what finds that out.
 */
export async function eachDump(
  paths: readonly string[],
  output: Output,
  action: (dump: Dump, path: string) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    try {
      const source = openFileSource(path);
      try {
        const dump = openDump(source);
        await action(dump, path);
        const failure = incompleteness(dump, path);
        if (failure !== undefined) output.error(failure);
      } finally {
        source.close();
      }
    } catch (thrown) {
      output.error(asFailure(thrown));
    }
  }
}
