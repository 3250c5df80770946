import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { buildSync } from 'esbuild';
import { cache } from '../../src/build/tools.ts';

/** A script of this folder as it would be shipped: to strip types at run time takes memory that no user's machine gives. */
export function bundled(name: string): string {
  const outfile = path.join(cache, 'bench', `${path.parse(name).name}.mjs`);
  buildSync({
    entryPoints: [path.join(import.meta.dirname, name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    minify: true,
    logLevel: 'warning',
  });
  return outfile;
}

/** Runs such a script in a process of its own, and returns what it prints. */
export function runBundled(name: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [bundled(name), ...args], { encoding: 'utf8' });
}
