import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');
/** Intermediate results; not committed, safe to delete. */
export const cache = path.join(root, '.cache');

const BINARIES: Record<string, string> = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs a tool of node_modules, or a script (`node`), on this Node, shows its output, and returns its exit code. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): number {
  const script = BINARIES[name];
  if (script === undefined && name !== 'node') throw new RangeError(`no tool ${name}`);
  const first = script === undefined ? [] : [path.join(root, script)];
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Runs tools one after the other; the first that fails ends this process with its exit code. */
export function runAll(commands: ReadonlyArray<readonly [string, ...string[]]>): void {
  for (const [name, ...args] of commands) {
    const status = runTool(name, args);
    if (status !== 0) process.exit(status);
  }
}
