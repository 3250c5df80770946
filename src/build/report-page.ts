import path from 'node:path';
import { build } from 'esbuild';
import type { PageAsset } from '../export/html/page-asset.ts';
import { root } from './tools.ts';

/** What the script may weigh: the report goes into mails and tickets. */
const MAX_BYTES = 400_000;

/** Bundles src/page for browsers. The result is inside an HTML file, so neither part may end its element. */
export async function reportPage(): Promise<PageAsset & { readonly inputs: readonly string[] }> {
  const room = path.join(root, 'src', 'page');
  const { outputFiles, metafile } = await build({
    entryPoints: { script: path.join(room, 'main.tsx'), style: path.join(room, 'style.css') },
    tsconfig: path.join(room, 'tsconfig.json'),
    outdir: 'page',
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: ['chrome123', 'firefox128', 'safari17.5'],
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  const textOf = (extension: string) =>
    (outputFiles.find(({ path: file }) => file.endsWith(extension))?.text ?? '').trim();
  const page = { script: textOf('.js'), style: textOf('.css') };
  const size = page.script.length + page.style.length;
  if (size > MAX_BYTES) throw new Error(`the page of the report has ${size} bytes; it may have ${MAX_BYTES}`);
  if (/<\/(?:script|style)|<!--/i.test(page.script + page.style)) {
    throw new Error('the page of the report holds a text that would end its element');
  }
  return { ...page, inputs: Object.keys(metafile.inputs) };
}
