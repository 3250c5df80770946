import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { ExportedFile } from '../../src/contract/generated/types.ts';
import type { ExportModel } from '../../src/export/model.ts';
import { runCli } from '../support/run-cli.ts';

/** A folder of the test file that calls this, removed after its tests. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-export-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A live dump of a simulated machine. */
export async function liveDump(folder: string, scenario: string): Promise<string> {
  const file = path.join(folder, `${scenario}.dmp`);
  await runCli(['live', file, '--machine', `simulated:${scenario}`]);
  return file;
}

/** What `ktriage export` gives of dumps without a file, as a program asks for it. */
export async function exported(request: object): Promise<ExportedFile> {
  const { records } = await runCli(['export', '-'], `${JSON.stringify(request)}\n`);
  const [file] = records<ExportedFile>('ExportedFile');
  if (file === undefined) throw new Error('nothing was exported');
  return file;
}

/** Everything about dumps, as the formats get it: read once, and written in many ways. */
export async function modelOf(...paths: readonly string[]): Promise<ExportModel> {
  const { text = '' } = await exported({ paths, format: 'Json' });
  return JSON.parse(text) as ExportModel;
}

/** Folded stacks as flamegraph.pl reads them: names from the outermost, and the weight. */
export function readFolded(text: string): { readonly names: readonly string[]; readonly weight: number }[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, stack = '', weight = ''] = /^(.*)\s+?(\d+(?:\.\d*)?)$/.exec(line) ?? [];
      return { names: stack.split(';'), weight: Number(weight) };
    });
}

/** How much of the weight each function has on its stacks, a function that is twice on one counted once. */
export function totalsOf(stacks: readonly { readonly names: readonly string[]; readonly weight: number }[]) {
  const totals = new Map<string, number>();
  for (const { names, weight } of stacks)
    for (const name of new Set(names)) totals.set(name, (totals.get(name) ?? 0) + weight);
  return totals;
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: a name that is no template of ours
const EVIL = '"];\n<script>alert(1)</script>\u001b[2J\u202e`#%%{}|\\N${x}&lt;';

/** The model with a name in each text that programs of the dumped machine choose. */
export function hostile(model: ExportModel): ExportModel {
  const corrupt = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return /^(?:processName|waitingFor|waitsFor|symbol|module|file|path|computerName|headline)$/.test(key)
        ? `${value}${EVIL}`
        : value;
    if (Array.isArray(value)) return value.map((each) => corrupt(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, corrupt(inner, name)]));
  };
  return corrupt(model) as ExportModel;
}
