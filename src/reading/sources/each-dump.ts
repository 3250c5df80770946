import { openFileSource } from '../../binary/byte-source.ts';
import { asFailure } from '../../contract/failure.ts';
import { openDump } from '../../dump/open-dump.ts';
import type { StructureLayouts } from '../../kernel/layouts/structure-layouts.ts';
import { manifestFinder } from '../../manifest/manifest-finder.ts';
import type { ReadingContext } from './context.ts';
import { reportIncompleteness } from './incompleteness.ts';
import { type OpenedDumpFile, openedDumpFile, withTypes } from './opened-dump.ts';
import { slowProgress } from './slow-progress.ts';
import { stopReason, takeTurn } from './turns.ts';

/**
 * Opens one dump file after another for `action` and closes each. A file that fails is reported, and the next one is
 * read. A file that holds less than its header promises is reported after its records, because only reading shows that.
 * @throws Failure Cancelled, TimeLimitReached
 * @param typesOf gives the structures of the kernel that wrote a dump, by which its objects are then read
 */
export async function eachDump(
  paths: readonly string[],
  { output, signal }: Pick<ReadingContext, 'output' | 'signal'>,
  action: (opened: OpenedDumpFile) => Promise<void>,
  typesOf: (opened: OpenedDumpFile) => Promise<StructureLayouts | undefined> = async () => undefined,
): Promise<void> {
  const manifests = manifestFinder((message, target) => output.warning(message, target));
  const progress = slowProgress(output, 'Reading dumps');
  for (const [index, path] of paths.entries()) {
    await takeTurn(signal);
    if (paths.length > 1) progress.at(index, paths.length, `${index + 1} of ${paths.length}: ${path}`);
    try {
      const source = openFileSource(path);
      try {
        const dump = openDump(source);
        const opened = openedDumpFile(dump, path, () => manifests.of(path));
        const types = await typesOf(opened);
        await action(types === undefined ? opened : withTypes(opened, types));
        reportIncompleteness(dump, path, output);
      } finally {
        source.close();
      }
    } catch (thrown) {
      // What stops the reader stops it for all files.
      if (signal.aborted) throw stopReason(signal);
      output.error(asFailure(thrown));
    }
  }
  progress.end();
}
