import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exampleOf } from '../../../src/build/generate/example-report.ts';
import { reportPage } from '../../../src/build/report-page.ts';
import type { KernelExport } from '../../../src/contract/generated/types.ts';
import { pageDataOf } from '../../../src/export/html/page-data-of.ts';
import { pageFile } from '../../../src/export/html/page-file.ts';
import { runCli } from '../../support/run-cli.ts';

/** Makes reports in a folder of their own, each simulated dump once. */
export function reportMaker() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-report-'));
  const models = new Map<string, Promise<KernelExport>>();
  const page = reportPage();

  async function modelOf(dump: string): Promise<KernelExport> {
    const { stdout, stderr, exitCode } = await runCli(['export', '--format', 'Json', dump]);
    if (!stdout.startsWith('{')) throw new Error(`export ended with ${exitCode}: ${stderr}`);
    return JSON.parse(stdout) as KernelExport;
  }
  const once = (name: string, make: () => Promise<KernelExport>) => {
    const known = models.get(name) ?? make();
    models.set(name, known);
    return known;
  };
  return {
    /** A live dump of a simulated machine. */
    simulated: (scenario: string) =>
      once(scenario, async () => {
        const dump = path.join(folder, `${scenario}.dmp`);
        await runCli(['live', dump, '--machine', `simulated:${scenario}`]);
        return modelOf(dump);
      }),
    dumpOf: (name: string, bytes: Buffer) =>
      once(name, () => {
        const dump = path.join(folder, `${name}.dmp`);
        writeFileSync(dump, bytes);
        return modelOf(dump);
      }),
    /** Writes the report of a model. Returns the path of the file. */
    async write(name: string, model: KernelExport): Promise<string> {
      const file = path.join(folder, `${name}.html`);
      writeFileSync(file, pageFile(pageDataOf(model, { weight: 'Thread' }), await page));
      return file;
    },
    /** The same where and whenever it is written. */
    async writeTimeless(name: string, model: KernelExport): Promise<string> {
      const file = path.join(folder, `${name}-timeless.html`);
      writeFileSync(file, await exampleOf(model));
      return file;
    },
    folder,
    page: () => page,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Names that try to become markup, to end their element, to call out, and to turn the line around. */
export const HOSTILE = {
  process: '</script><script>document.title="owned"</script>.exe',
  file: '\\\\evil"><img src=x onerror=alert(1)>\\<!--<script>\\a.txt',
  frame: 'evil!<svg/onload=alert(2)>&lt;b&gt;',
  reason: "javascript:alert(3)//'><iframe src=//evil.example>",
  turned: 'gpj.\u202eexe\u0007',
} as const;

/** The model with hostile names wherever a name of a dump can be. */
export function hostileModel(model: KernelExport): KernelExport {
  const [first] = model.chains;
  const fileName = first?.rootFileName ?? '';
  const swapped = JSON.parse(
    JSON.stringify(model)
      .replaceAll(JSON.stringify(fileName).slice(1, -1), JSON.stringify(HOSTILE.file).slice(1, -1))
      .replaceAll('w3wp.exe', JSON.stringify(HOSTILE.process).slice(1, -1))
      .replaceAll('WrResource', JSON.stringify(HOSTILE.reason).slice(1, -1))
      .replaceAll('svchost.exe', JSON.stringify(HOSTILE.turned).slice(1, -1)),
  ) as KernelExport;
  for (const { stack } of swapped.threads) {
    const [, , frame] = stack.frames;
    if (frame) Object.assign(frame, { text: HOSTILE.frame, module: 'evil', symbol: HOSTILE.frame.slice(5) });
  }
  return swapped;
}

/** About as many threads as a large server has: those of the model again and again, with ids of their own. */
export function enlarged(model: KernelExport, count: number): KernelExport {
  const threads = Array.from({ length: count }, (_, index) => {
    const thread = model.threads[index % model.threads.length];
    if (thread === undefined) throw new Error('the model has no threads');
    const round = Math.floor(index / model.threads.length);
    if (round === 0) return thread;
    const objectAddress = `0xffffb${String(index).padStart(11, '0')}`;
    const threadId = 100_000 + index;
    // Each round has stacks of its own, so that nothing is smaller than it would be.
    const frames = thread.stack.frames.map((frame, at) =>
      at === 2 && round % 3 === 0 ? { ...frame, symbol: `${frame.symbol}${round}` } : frame,
    );
    return { ...thread, stack: { ...thread.stack, objectAddress, threadId, frames } };
  });
  return { ...model, threads };
}
