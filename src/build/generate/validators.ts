import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import type { SchemaSet } from './schemas.ts';

const BANNER = '// Generated from src/contract/schema by `npm run generate`. Do not edit.\n';
const FOLDER = 'src/contract/generated/validators';

/** ajv ships CommonJS; its default export arrives wrapped or not depending on the loader. */
const emit = ((standalone as unknown as { default?: typeof standalone }).default ??
  standalone) as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;

/** How ajv's output asks for its helper, which counts the characters of a string as JSON Schema does. */
const HELPER = /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g;

/** The helper, once for all validators. */
const CODE_POINTS = `/** Characters of a string as JSON Schema counts them: a surrogate pair is one. */
export function codePoints(text) {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
`;

/** One validator as plain JavaScript without ajv. esbuild only lays it out. */
async function validatorSource(ajv: Ajv2020, exported: string, id: string): Promise<string> {
  const emitted = emit(ajv, { [exported]: id });
  const needsHelper = emitted.search(HELPER) >= 0;
  const { code } = await transform(emitted.replace(HELPER, 'codePoints'), {
    format: 'esm',
    loader: 'js',
    treeShaking: true,
  });
  if (code.includes('require('))
    throw new Error(`the validator of ${id} asks ajv for more than the known helper`);
  return needsHelper ? `import { codePoints } from './code-points.js';\n\n${code}` : code;
}

/** What is read from files, from objects, or from a caller during a run, that others may have written. */
const READ_FROM_FILES = new Set(['manifest', 'signature-file', 'kernel-stack', 'wait-chain', 'watch-answer']);

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

/** A compiler of its own for each validator: names count up inside of one, and a new schema would rename all the others. */
function compiler(schemas: SchemaSet): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    formats: { 'date-time': true },
    code: { source: true, esm: true },
  });
  for (const schema of schemas.byName.values()) ajv.addSchema(schema);
  return ajv;
}

/**
 * Validators of what comes from outside, requests and manifests: no ajv and no code generation at run time. A file each,
 * because a run of ktriage needs one of them, and reading them all would be felt at every start.
 */
export async function contractValidators(schemas: SchemaSet): Promise<Record<string, string>> {
  const files: Record<string, string> = { [`${FOLDER}/code-points.js`]: BANNER + CODE_POINTS };
  for (const [name, { title = '', $id = '' }] of schemas.byName) {
    if (!name.startsWith('request-') && !READ_FROM_FILES.has(name)) continue;
    const exported = `validate${title}`;
    files[`${FOLDER}/${name}.js`] = BANNER + (await validatorSource(compiler(schemas), exported, $id));
    files[`${FOLDER}/${name}.d.ts`] = BANNER + declaration(title, exported);
  }
  return files;
}
