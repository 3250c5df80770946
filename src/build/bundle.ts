import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { cache, root } from './tools.ts';

/** The one file that the executable runs. */
export const bundleFile = path.join(cache, 'bundle', 'ktriage.cjs');

/**
 * Bundles the program.
 * @param koffiSha256 the native library to accept in the place of the one from npm: the same after it was signed
 * @returns the files that it is made of
 */
export async function bundle(output: string = bundleFile, koffiSha256?: string): Promise<readonly string[]> {
  mkdirSync(path.dirname(output), { recursive: true });
  const { metafile } = await build({
    entryPoints: [path.join(root, 'src', 'cli', 'main.ts')],
    outfile: output,
    bundle: true,
    alias: { 'node:process': path.join(import.meta.dirname, 'process-global.ts') },
    // load-koffi.ts declares it.
    define: { SIGNED_KOFFI_SHA256: JSON.stringify(koffiSha256 ?? '') },
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    // Half the text is half the time that a start takes to read it.
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}
