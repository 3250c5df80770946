import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileFilesForWindows } from '../support/mingw.ts';
import { ensureWine, toWindowsPath } from '../support/wine.ts';
import { type Scenario, scenarioText } from './scenario.ts';

/**
 * Puts the kernel stand-in around a Windows program: a folder of its own with a `ktriage.exe` that starts the real one
 * with the stand-in inside. Run `program` in its place; then ask `calls()` what the kernel saw.
 */

/** One line of the stand-in's log. `call` names the event; the other members depend on it. */
export interface KernelCall {
  readonly ms: number;
  readonly pid: number;
  readonly call?: string;
  /** The stand-in could not start. */
  readonly failure?: string;
  readonly status?: string;
  readonly thread?: number;
  readonly [member: string]: unknown;
}

export interface StandIn {
  /** The loader, to be run instead of the program. */
  readonly program: string;
  readonly folder: string;
  /** All calls so far, or those of one name. */
  calls(name?: string): readonly KernelCall[];
  remove(): void;
}

const sources = path.join(import.meta.dirname, 'standin');

function sourcesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => path.join(folder, name));
}

function build(): { readonly library: string; readonly loader: string } {
  const loader = path.join(import.meta.dirname, 'loader', 'loader.c');
  return {
    library: compileFilesForWindows(sourcesOf(sources), ['-lntdll', '-ladvapi32'], 'standin.dll'),
    loader: compileFilesForWindows([loader], ['-municode'], 'ktriage.exe'),
  };
}

/** Wine and the stand-in, made before the first test needs them: that may take a minute on a busy machine. */
export async function ensureStandIn(): Promise<void> {
  await ensureWine();
  build();
}

/**
 * @param program the unmodified Windows executable
 * @param folder where to put everything; a new one when not given
 */
export function standIn(
  program: string,
  scenario: Scenario,
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-kernel-')),
): StandIn {
  const { library, loader } = build();
  copyFileSync(library, path.join(folder, 'standin.dll'));
  copyFileSync(loader, path.join(folder, 'ktriage.exe'));
  writeFileSync(path.join(folder, 'program.txt'), toWindowsPath(program));
  writeFileSync(path.join(folder, 'scenario.txt'), scenarioText(scenario));
  const log = path.join(folder, 'calls.jsonl');
  return {
    program: path.join(folder, 'ktriage.exe'),
    folder,
    calls: (name) => {
      if (!existsSync(log)) return [];
      const complete = readFileSync(log, 'utf8').split('\n').slice(0, -1);
      const calls = complete.map((line): KernelCall => JSON.parse(line));
      return name === undefined ? calls : calls.filter(({ call }) => call === name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
