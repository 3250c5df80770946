import { openFileSource } from '../binary/byte-source.ts';
import { asFailure } from '../contract/failure.ts';
import type { Dump } from '../dump/dump.ts';
import { openDump } from '../dump/open-dump.ts';
import type { Output } from './output.ts';

/** Opens dump after dump and closes each; one bad file among many is reported and does not hide the others. */
export async function eachDump(
  paths: readonly string[],
  output: Output,
  action: (dump: Dump, path: string) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    try {
      const source = openFileSource(path);
      try {
        await action(openDump(source), path);
      } finally {
        source.close();
      }
    } catch (thrown) {
      output.error(asFailure(thrown));
    }
  }
}
