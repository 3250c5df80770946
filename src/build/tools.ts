import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');
/** Intermediate results; not committed, safe to delete. */
export const cache = path.join(root, '.cache');

const BINARIES: Record<string, string> = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** The arguments with which this Node runs a tool of node_modules, or a script (`node`). */
function commandLine(name: string, args: readonly string[]): string[] {
  const script = BINARIES[name];
  if (script === undefined && name !== 'node') throw new RangeError(`no tool ${name}`);
  const first = script === undefined ? [] : [path.join(root, script)];
  return ['--disable-warning=ExperimentalWarning', ...first, ...args];
}

/** Runs a tool of node_modules, or a script (`node`), on this Node, shows its output, and returns its exit code. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): number {
  const result = spawnSync(process.execPath, commandLine(name, args), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** As {@link runTool}, beside other tools: the output is shown when the tool has ended. */
async function runBeside(name: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, commandLine(name, args), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  process.stdout.write(output);
  process.stderr.write(errors);
  return status ?? 1;
}

/** Runs tools that do not need each other, all at once. Where some fail, this process ends with the exit code of the first of them. */
export async function runTogether(commands: ReadonlyArray<readonly [string, ...string[]]>): Promise<void> {
  const results = await Promise.all(commands.map(([name, ...args]) => runBeside(name, args)));
  process.exitCode = results.find((status) => status !== 0) ?? 0;
}
