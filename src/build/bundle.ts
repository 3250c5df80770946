import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { reportPage } from './report-page.ts';
import { cache, root } from './tools.ts';

/** What goes into an executable. */
export interface Bundle {
  /** The script that the executable starts. */
  readonly main: string;
  /** The parts of the program, by the names under which the script asks for them. */
  readonly parts: Readonly<Record<string, string>>;
  /** The files that all of it is made of. */
  readonly inputs: readonly string[];
}

interface Made {
  /** By file name. */
  readonly texts: ReadonlyMap<string, string>;
  /** The parts that a part imports by a statement, by its name: they run before it does. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly inputs: readonly string[];
}

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  // Half the text is half the time that a start takes to read it.
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
} as const satisfies BuildOptions;

async function make(entry: string, options: BuildOptions): Promise<Made> {
  const { metafile, outputFiles = [] } = await build({
    ...OPTIONS,
    ...options,
    entryPoints: [path.join(root, 'src', 'cli', entry)],
  });
  const imports = Object.entries(metafile?.outputs ?? {}).map(([file, output]): [string, string[]] => [
    path.basename(file),
    output.imports
      .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
      .map((imported) => path.basename(imported.path)),
  ]);
  return {
    texts: new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text])),
    imports: new Map(imports),
    inputs: Object.keys(metafile?.inputs ?? {}),
  };
}

/** The part that every run begins with. */
const FIRST = 'main.js';

/** A part and all that its statements import, each once. */
function closureOf(name: string, { imports }: Pick<Made, 'imports'>): readonly string[] {
  const names = new Set([name]);
  for (const each of names) for (const imported of imports.get(each) ?? []) names.add(imported);
  return [...names];
}

/**
 * The first part with all that it imports in one text, which `packaged.ts` is given the parts from: each text of its own costs every run
 * a quarter of a millisecond. The parentheses make V8 compile a function at once instead of reading it twice.
 */
function joinFirst(texts: ReadonlyMap<string, string>, made: Pick<Made, 'imports'>): Map<string, string> {
  const names = closureOf(FIRST, made);
  const definitions = names.map(
    (name) =>
      `define(${JSON.stringify(`./${name}`)},(function(module,exports,require){${texts.get(name) ?? ''}\n}));`,
  );
  const rest = [...texts].filter(([name]) => !names.includes(name));
  return new Map([[FIRST, definitions.join('\n')], ...rest]);
}

/**
 * The program in parts: what several verbs need is shared, what one of them needs is read when it is asked for. esbuild
 * splits modules of the newer kind alone, and the script of an executable is of the older, so each part is then made one.
 */
async function makeParts(koffiSha256: string): Promise<Made> {
  const page = await reportPage();
  const made = await make('main.ts', {
    outdir: 'parts',
    splitting: true,
    format: 'esm',
    alias: { 'node:process': path.join(import.meta.dirname, 'process-global.ts') },
    // load-koffi.ts and page-asset.ts declare them.
    define: {
      SIGNED_KOFFI_SHA256: JSON.stringify(koffiSha256),
      REPORT_SCRIPT: JSON.stringify(page.script),
      REPORT_STYLE: JSON.stringify(page.style),
    },
  });
  const { platform, target, minify } = OPTIONS;
  const older = [...made.texts].map(async ([name, text]): Promise<[string, string]> => {
    const { code } = await transform(text, {
      format: 'cjs',
      platform,
      target,
      minify,
      // So that an import at run time asks for a part as every other one does.
      supported: { 'dynamic-import': false },
    });
    return [name, code];
  });
  const texts = joinFirst(new Map(await Promise.all(older)), made);
  return { texts, imports: made.imports, inputs: [...made.inputs, ...page.inputs] };
}

/** Makes a folder hold these texts and no others. What is there already is not touched: another process may be reading it. */
function fill(folder: string, texts: ReadonlyMap<string, string>): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  for (const stale of readdirSync(folder).filter((name) => !texts.has(name)))
    rmSync(path.join(folder, stale));
  const names = [...texts.keys()].sort();
  return Object.fromEntries(
    names.map((name) => {
      const file = path.join(folder, name);
      const text = texts.get(name) ?? '';
      if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
      return [name, file];
    }),
  );
}

/**
 * Bundles the program into a folder.
 * @param koffiSha256 the native library to accept in the place of the one from npm: the same after it was signed
 */
export async function bundle(folder = path.join(cache, 'bundle'), koffiSha256 = ''): Promise<Bundle> {
  const [program, script] = await Promise.all([
    makeParts(koffiSha256),
    make('packaged.ts', { outfile: 'ktriage.cjs', format: 'cjs' }),
  ]);
  const { 'ktriage.cjs': main = '' } = fill(path.join(folder, 'main'), script.texts);
  const parts = fill(path.join(folder, 'parts'), program.texts);
  return { main, parts, inputs: [...program.inputs, ...script.inputs] };
}
