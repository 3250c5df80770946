import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { lateEntries, lateModules } from './late-modules.ts';
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
  /** The parts that are a verb. */
  readonly verbs: ReadonlySet<string>;
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

/** The file of a verb, as esbuild names what a part begins with. */
const VERB = /(?:^|\/)src\/cli\/verbs\/[\w-]+\.ts$/;

async function make(entry: string, options: BuildOptions): Promise<Made> {
  const { metafile, outputFiles = [] } = await build({
    ...OPTIONS,
    entryPoints: [path.join(root, 'src', 'cli', entry)],
    ...options,
  });
  const outputs = Object.entries(metafile?.outputs ?? {});
  const imports = outputs.map(([file, output]): [string, string[]] => [
    path.basename(file),
    output.imports
      .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
      .map((imported) => path.basename(imported.path)),
  ]);
  const verbs = outputs
    .filter(([, { entryPoint = '' }]) => VERB.test(entryPoint))
    .map(([file]) => path.basename(file));
  return {
    texts: new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text])),
    imports: new Map(imports),
    verbs: new Set(verbs),
    inputs: Object.keys(metafile?.inputs ?? {}),
  };
}

/** The part that every run begins with. */
const FIRST = 'main.js';

/** A part and all that its statements import, each once. */
function closureOf(name: string, imports: Made['imports']): ReadonlySet<string> {
  const names = new Set([name]);
  for (const each of names) for (const imported of imports.get(each) ?? []) names.add(imported);
  return names;
}

/** A part of fewer characters is in the text of each verb that imports it. */
const SMALL = 4096;

/**
 * The texts that the program is stored as. Each text that a run reads costs it a fifth of a millisecond, so the first part is there
 * with all that it imports, and each verb with what is small of all that it imports besides: that is there several times. The text of any
 * other part is that part alone, for when it is asked for. `packaged.ts` is given the parts by `define`. The parentheses make V8
 * compile a function at once instead of reading it twice.
 */
function joined({ texts, imports, verbs }: Made): Map<string, string> {
  const join = (names: Iterable<string>) =>
    [...names]
      .map(
        (name) =>
          `define(${JSON.stringify(`./${name}`)},(function(module,exports,require,late){${texts.get(name) ?? ''}\n}));`,
      )
      .join('\n');
  const first = closureOf(FIRST, imports);
  const isSmall = (name: string) => (texts.get(name) ?? '').length < SMALL;
  const besides = (verb: string) =>
    [...closureOf(verb, imports)].filter((name) => name === verb || (!first.has(name) && isSmall(name)));
  const others = [...texts.keys()].filter((name) => !first.has(name) && !verbs.has(name));
  return new Map([
    [FIRST, join(first)],
    ...[...verbs].map((name) => [name, join(besides(name))] as const),
    ...others.map((name) => [name, join([name])] as const),
  ]);
}

/**
 * The program in parts: what several verbs need is shared, what one of them needs is read when it is asked for. esbuild
 * splits modules of the newer kind alone, and the script of an executable is of the older, so each part is then made one.
 */
async function makeParts(koffiSha256: string): Promise<Made> {
  const page = await reportPage();
  const made = await make('main.ts', {
    entryPoints: { main: path.join(root, 'src', 'cli', 'main.ts'), ...lateEntries() },
    outdir: 'parts',
    splitting: true,
    format: 'esm',
    plugins: [lateModules],
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
  const texts = joined({ ...made, texts: new Map(await Promise.all(older)) });
  return { ...made, texts, inputs: [...made.inputs, ...page.inputs] };
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
