import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { root } from '../tools.ts';
import type { SchemaSet } from './schemas.ts';

const BANNER = '// Generated from src/contract/schema by `npm run generate`. Do not edit.\n';
const FOLDER = 'src/contract/generated/validators';

/** ajv ships CommonJS; its default export arrives wrapped or not depending on the loader. */
const emit = ((standalone as unknown as { default?: typeof standalone }).default ??
  standalone) as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;

/** One validator as plain JavaScript. It passes through esbuild because ajv's output still asks for ajv's own helpers. */
async function validatorSource(ajv: Ajv2020, exported: string, id: string): Promise<string> {
  const bundled = await build({
    stdin: { contents: emit(ajv, { [exported]: id }), resolveDir: root, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    legalComments: 'none',
  });
  return bundled.outputFiles[0]?.text ?? '';
}

/** What is read from files that others may have written. */
const READ_FROM_FILES = new Set(['manifest', 'signature-file']);

/** Seen from the folder of the validators. */
const TYPES_FROM = { Validator: '../../validator.ts', title: '../types.ts' };

function declaration(title: string, exported: string): string {
  return [
    `import type { Validator } from '${TYPES_FROM.Validator}';`,
    `import type { ${title} } from '${TYPES_FROM.title}';`,
    '',
    `export declare const ${exported}: Validator<${title}>;`,
    '',
  ].join('\n');
}

/**
 * Validators of what comes from outside, requests and manifests: no ajv and no code generation at run time. A file each,
 * because a run of ktriage needs one of them, and reading them all would be felt at every start.
 */
export async function contractValidators(schemas: SchemaSet): Promise<Record<string, string>> {
  const ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    formats: { 'date-time': true },
    code: { source: true, esm: true },
  });
  for (const schema of schemas.byName.values()) ajv.addSchema(schema);
  const files: Record<string, string> = {};
  for (const [name, { title = '', $id = '' }] of schemas.byName) {
    if (!name.startsWith('request-') && !READ_FROM_FILES.has(name)) continue;
    const exported = `validate${title}`;
    files[`${FOLDER}/${name}.js`] = BANNER + (await validatorSource(ajv, exported, $id));
    files[`${FOLDER}/${name}.d.ts`] = BANNER + declaration(title, exported);
  }
  return files;
}
