import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { root } from '../tools.ts';
import type { SchemaSet } from './schemas.ts';

const BANNER = '// Generated from src/contract/schema by `npm run generate`. Do not edit.\n';

/** `request-threads` → `validateThreadsRequest`. */
function validatorName(title: string): string {
  return `validate${title}`;
}

/**
 * Validators of what comes from outside, requests and manifests, as plain JavaScript: no ajv and no code generation at run time. They pass through
 * esbuild because ajv's output still asks for ajv's own helpers.
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
  const requests = [...schemas.byName].filter(([name]) => name.startsWith('request-') || name === 'manifest');
  const exported = Object.fromEntries(
    requests.map(([, schema]) => [validatorName(schema.title ?? ''), schema.$id ?? '']),
  );
  // ajv ships CommonJS; its default export arrives wrapped or not depending on the loader.
  const emit = (standalone as unknown as { default?: typeof standalone }).default ?? standalone;
  const source = (emit as unknown as (ajv: Ajv2020, names: Record<string, string>) => string)(ajv, exported);
  const bundled = await build({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    legalComments: 'none',
  });
  const code = bundled.outputFiles[0]?.text ?? '';
  const titles = requests.map(([, schema]) => schema.title ?? '');
  const declarations = [
    `import type { ${titles.join(', ')} } from './types.ts';`,
    '',
    'export interface SchemaViolation {',
    '  readonly instancePath: string;',
    '  readonly keyword: string;',
    '  readonly message?: string;',
    '  readonly params: Readonly<Record<string, unknown>>;',
    '}',
    '',
    'export interface Validator<T> {',
    '  (data: unknown): data is T;',
    '  errors?: readonly SchemaViolation[] | null;',
    '}',
    '',
    ...titles.map((title) => `export declare const ${validatorName(title)}: Validator<${title}>;`),
    '',
  ];
  return {
    'src/contract/generated/validators.js': BANNER + code,
    'src/contract/generated/validators.d.ts': BANNER + declarations.join('\n'),
  };
}
