import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './tools.ts';

/**
 * Modules that the bundle reads at the first call of one of their functions, not at the start of the verb that imports them: V8 takes
 * 1 ms to read 20 KB, and many runs do not come to what these are for. An import at run time would do the same, but only where
 * the caller can wait. Nothing but functions may be exported, and none that is called often: a call passes through one more.
 */
const LATE: readonly string[] = [
  // For a manifest beside the dump.
  'src/manifest/is-manifest.ts',
  // For a crash, and for a parameter of it that is a device or a request.
  'src/explain/crash/read-fault.ts',
  'src/explain/crash/object-text.ts',
  'src/reading/records/crash-record.ts',
  // For pages of a driver.
  'src/reading/records/image-facts.ts',
  // For lists of the kernel.
  'src/kernel/thread-lists.ts',
];

const NAMESPACE = 'late';
const partOf = (module: string) => `late-${path.basename(module, '.ts')}`;
const absolute = (module: string) => path.join(root, module);

/** What the bundle begins with besides the program: each late module, by the name of its part. */
export const lateEntries = (): Record<string, string> =>
  Object.fromEntries(LATE.map((module) => [partOf(module), absolute(module)]));

const EXPORT = /^export (?!type |interface )(.*)$/gm;
const FUNCTION = /^(?:async )?function\*? ?(\w+)/;

/** A module in the place of a late one: its functions ask `late`, which `packaged.ts` gives every part, for the part of the real one. */
function standIn(module: string): string {
  const functions = [...readFileSync(absolute(module), 'utf8').matchAll(EXPORT)].map(([, exported = '']) => {
    const [, name] = FUNCTION.exec(exported) ?? [];
    if (name === undefined) throw new Error(`${module} cannot be read late: it exports ${exported}`);
    return name;
  });
  return functions
    .map(
      (name) =>
        `export function ${name}(...given) { return late('./${partOf(module)}.js').${name}(...given); }`,
    )
    .join('\n');
}

/** Puts stand-ins in the places of late modules, wherever a statement imports one. */
export const lateModules: Plugin = {
  name: 'late modules',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path: asked, resolveDir }) => {
      const module = path.relative(root, path.resolve(resolveDir, asked)).replaceAll('\\', '/');
      return kind === 'import-statement' && LATE.includes(module)
        ? { path: module, namespace: NAMESPACE, sideEffects: false }
        : undefined;
    });
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path: module }) => ({
      contents: standIn(module),
      loader: 'js',
      watchFiles: [absolute(module)],
    }));
  },
};
