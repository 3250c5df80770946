import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../cli/run.ts';
import type { KernelExport } from '../../contract/generated/types.ts';
import { pageDataOf } from '../../export/html/page-data-of.ts';
import { pageFile } from '../../export/html/page-file.ts';
import { reportPage } from '../report-page.ts';

/** The story of README and demo. */
const SCENARIO = 'w3wp-oplock';

async function ktriage(args: readonly string[]): Promise<string> {
  const chunks: Buffer[] = [];
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const status = await run(args, { stdin: Readable.from([]), stdout, stderr });
  if (status !== 0) throw new Error(`ktriage ${args.join(' ')} ended with ${status}`);
  return Buffer.concat(chunks).toString('utf8');
}

/** A model as it would be on any day in any folder: the same dump gives the same report. */
function timeless(model: KernelExport): KernelExport {
  const dump = model.sources[0]?.path ?? '';
  const text = JSON.stringify(model).replaceAll(JSON.stringify(dump), JSON.stringify(path.basename(dump)));
  const moved = JSON.parse(text) as KernelExport;
  return { ...moved, createdTime: moved.sources[0]?.dump?.systemTime ?? moved.createdTime };
}

/** The report of a model in a form that does not depend on where and when it was made. */
export const exampleOf = async (model: KernelExport): Promise<string> =>
  pageFile(pageDataOf(timeless(model), { weight: 'Thread' }), await reportPage());

/** `docs/examples/report.html`: the report of a live dump of the simulated machine. */
export async function exampleReport(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-example-'));
  try {
    const dump = path.join(folder, `${SCENARIO}.dmp`);
    await ktriage(['live', dump, '--machine', `simulated:${SCENARIO}`]);
    return await exampleOf(JSON.parse(await ktriage(['export', '--format', 'Json', dump])) as KernelExport);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
