import type { ExportRequest } from '../contract/generated/types.ts';
import { FORMATS } from '../export/formats.ts';
import type { FileStore } from '../files/port.ts';
import { collectExport } from '../reading/exporting/collect-export.ts';
import type { ReadingContext } from '../reading/sources/context.ts';
import { inTurns } from '../reading/sources/turns.ts';
import { writeSetText } from './answer-files.ts';
import type { CapturedSet } from './capture-set.ts';
import { collector } from './collector.ts';

/** The name of the page in the folder of a set. */
export const REPORT_NAME = 'report.html';

/**
 * Writes the report of a set as one page, as `ktriage export` does.
 * @throws Failure for dumps that cannot be read, DiskFull, WriteFailed, FileExists, Cancelled
 */
export async function writeReport(
  set: CapturedSet,
  symbolPath: string | undefined,
  { files, signal, machine }: Pick<ReadingContext, 'signal' | 'machine'> & { readonly files: FileStore },
): Promise<string | undefined> {
  const [first, ...rest] = set.dumps.map(({ path }) => path);
  if (first === undefined) return undefined;
  const request: ExportRequest = {
    paths: [first, ...rest],
    ...(symbolPath !== undefined && { symbolPath }),
  };
  const context = { output: collector().output, signal, machine };
  const model = await collectExport(request, context, {
    describe: true,
  });
  if (model.threads.length === 0 && model.chains.length === 0) return undefined;
  const write = await FORMATS.Html.load();
  return writeSetText(files, set, REPORT_NAME, await inTurns(write(model, { weight: 'WaitTime' }), signal));
}
