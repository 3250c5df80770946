import { Failure } from '../../contract/failure.ts';
import type { ExportedFile, ExportRequest } from '../../contract/generated/types.ts';
import { validateExportRequest } from '../../contract/generated/validators/request-export.js';
import { FORMATS, formatOfName } from '../../export/formats.ts';
import type { ExportFormat } from '../../export/model.ts';
import { targetFile } from '../../files/target-path.ts';
import { refuseExisting, writeVerified } from '../../files/write-verified.ts';
import { collectExport } from '../../reading/exporting/collect-export.ts';
import { redactedExport } from '../../reading/exporting/redact-export.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { inTurns } from '../../reading/sources/turns.ts';
import { openFileStore } from '../file-store.ts';
import { verb } from '../verb.ts';

/** Formats that name their dump. */
const DESCRIBING: ReadonlySet<ExportFormat> = new Set(['Html', 'Json', 'Text']);

function formatOf({ format, output }: ExportRequest): ExportFormat {
  const found = format ?? (output === undefined ? undefined : formatOfName(output));
  if (found !== undefined) return found;
  const known = Object.entries(FORMATS).map(([name, { extensions }]) => `${name} (${extensions[0]})`);
  throw new Failure('InvalidRequest', `export needs a format: ${known.join(', ')}.`, { target: 'format' });
}

/** Where the export goes, known before anything is read, so that nothing is read in vain. */
function outputFile({ output, force = false }: ExportRequest): string | undefined {
  if (output === undefined) return undefined;
  const file = targetFile(output);
  refuseExisting(file, force);
  return file;
}

/** What was written, for a caller that gets no file: text as it is, bytes in base64. */
function inline(content: string | Uint8Array): Pick<ExportedFile, 'text' | 'base64'> {
  return typeof content === 'string'
    ? { text: content }
    : { base64: Buffer.from(content).toString('base64') };
}

export const exportVerb = verb({
  name: 'export',
  summary: 'Write stacks, waits and causes in a format that other tools open, or as a report.',
  examples: [
    { command: 'ktriage export --output report.html w3wp_4872_*.dmp', does: 'the report, one HTML file' },
    {
      command: 'ktriage export --format Folded w3wp_4872_*.dmp | flamegraph.pl > stacks.svg',
      does: 'a flame graph by the classic tool',
    },
    {
      command: 'ktriage export --format Dot --weight WaitTime MEMORY.DMP | dot -Tsvg > waits.svg',
      does: 'the graph of waits',
    },
  ],
  validate: validateExportRequest,
  writesDocument: true,
  run: stoppable(async (request: ExportRequest, context) => {
    const format = formatOf(request);
    const file = outputFile(request);
    const { weight = 'Thread', force = false, acl = 'Restricted' } = request;
    const write = await FORMATS[format].load();
    const found = await collectExport(request, context, { describe: DESCRIBING.has(format) });
    // Every source failed, and each has been reported: a file would look like an answer.
    if (found.threads.length === 0 && found.chains.length === 0) return;
    const model = request.redact === true ? await inTurns(redactedExport(found), context.signal) : found;
    const content = await inTurns(write(model, { weight }), context.signal);
    const record = {
      format,
      size: typeof content === 'string' ? Buffer.byteLength(content) : content.length,
      threadCount: model.threads.length,
      sourceCount: model.sources.length,
    };
    if (file === undefined) {
      await context.output.record('ExportedFile', { ...record, ...inline(content) });
      return;
    }
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const options = { protection: acl, replace: force } as const;
    const { warning } = writeVerified(await openFileStore(), file, bytes, options);
    if (warning !== undefined) context.output.warning(warning, file);
    await context.output.record('ExportedFile', { path: file, ...record });
  }),
});
