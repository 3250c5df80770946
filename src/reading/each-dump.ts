import { openFileSource } from '../binary/byte-source.ts';
import { asFailure } from '../contract/failure.ts';
import { openDump } from '../dump/open-dump.ts';
import { manifestFinder } from '../manifest/manifest-file.ts';
import type { ReadingContext } from './context.ts';
import { reportIncompleteness } from './incompleteness.ts';
import { type OpenedDumpFile, openedDumpFile } from './opened-dump.ts';

/**
 * Opens one dump file after another for `action` and closes each. A file that fails is reported, and the next one is
 * read. A file that holds less than its header promises is reported after its records, because only reading shows that.
 */
export async function eachDump(
  paths: readonly string[],
  { output }: Pick<ReadingContext, 'output'>,
  action: (opened: OpenedDumpFile) => Promise<void>,
): Promise<void> {
  const manifests = manifestFinder((message, target) => output.warning(message, target));
  for (const path of paths) {
    try {
      const source = openFileSource(path);
      try {
        const dump = openDump(source);
        await action(openedDumpFile(dump, path, () => manifests.of(path)));
        reportIncompleteness(dump, path, output);
      } finally {
        source.close();
      }
    } catch (thrown) {
      output.error(asFailure(thrown));
    }
  }
}
