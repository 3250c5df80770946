import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { cache, root } from './tools.ts';

/** The one file that the executable runs. */
export const bundleFile = path.join(cache, 'bundle', 'ktriage.cjs');

/** Bundles the program. */
export async function bundle(): Promise<void> {
  mkdirSync(path.dirname(bundleFile), { recursive: true });
  await build({
    entryPoints: [path.join(root, 'src', 'cli', 'main.ts')],
    outfile: bundleFile,
    bundle: true,
    alias: { 'node:process': path.join(import.meta.dirname, 'process-global.ts') },
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    // Half the text is half the time that a start takes to read it.
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
