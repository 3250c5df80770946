import { Ajv2020, type CodeKeywordDefinition, type KeywordCxt } from 'ajv/dist/2020.js';
import { _, getProperty, nil } from 'ajv/dist/compile/codegen/index.js';
import namesModule from 'ajv/dist/compile/names.js';
import standalone from 'ajv/dist/standalone/index.js';
import { callValidateCode } from 'ajv/dist/vocabularies/code.js';
import { transform } from 'esbuild';
import { capitalized } from '../../contract/spelling.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';
import { type SharedParts, sharedParts, withShared } from './shared-parts.ts';

const BANNER = '// Generated from src/contract/schema by `npm run generate`. Do not edit.\n';
const FOLDER = 'src/contract/generated/validators';

/** ajv ships CommonJS; its default export arrives wrapped or not depending on the loader. */
const emit = ((standalone as unknown as { default?: typeof standalone }).default ??
  standalone) as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;

/** The names of variables in ajv's output, wrapped or not in the same way. */
const names =
  (namesModule as unknown as { default?: typeof namesModule.default }).default ?? namesModule.default;

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

/** How a validator asks for a shared part, before it becomes an import. */
const SHARED_PART = /^const (\w+) = require\("\.\/(every|part-[\w-]+)\.js"\)\.(\w+);\n/gm;

const partFile = (name: string) =>
  `part-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.js`;

/** The module of a shared part, as it is imported. What every request has is in one module, and what only some have in one each. */
const MODULE_OF = {
  everyPart: () => './every.js',
  sharedPart: (name: string) => `./${partFile(name)}`,
} as const;

/** `sharedPart: NAME` in a schema: the validator calls the function of that name from its module. */
const sharedKeyword = (keyword: keyof typeof MODULE_OF): CodeKeywordDefinition => ({
  keyword,
  schemaType: 'string',
  code: (context: KeywordCxt) => {
    const { gen, schema } = context;
    const part = gen.scopeValue('func', {
      key: schema,
      ref: schema,
      code: _`require(${MODULE_OF[keyword](schema)})${getProperty(schema)}`,
    });
    const errors = _`${part}.errors`;
    context.result(callValidateCode(context, part, nil), undefined, () => {
      gen.assign(
        names.vErrors,
        _`${names.vErrors} === null ? ${errors} : ${names.vErrors}.concat(${errors})`,
      );
      gen.assign(names.errors, _`${names.vErrors}.length`);
    });
  },
});

const sharedName = (name: string) => `shared${capitalized(name)}`;

/** Validators as plain JavaScript without ajv. esbuild only lays it out. */
async function validatorSource(ajv: Ajv2020, ids: Readonly<Record<string, string>>): Promise<string> {
  const emitted = emit(ajv, ids);
  const { code } = await transform(emitted.replace(HELPER, 'codePoints'), {
    format: 'esm',
    loader: 'js',
    treeShaking: true,
  });
  const parts = [...code.matchAll(SHARED_PART)].map(([, local = '', file = '', name = '']) => ({
    local,
    file,
    name,
  }));
  const source = parts.reduce(
    (text, { local, name }) => text.replaceAll(new RegExp(`\\b${local}\\b`, 'g'), sharedName(name)),
    code.replaceAll(SHARED_PART, ''),
  );
  if (source.includes('require('))
    throw new Error(`the validators of ${Object.values(ids)} ask ajv for more than the known helper`);
  const imports = [
    ...(source.includes('codePoints') ? ["import { codePoints } from './code-points.js';"] : []),
    ...[...new Set(parts.map(({ file }) => file))].sort().flatMap((file) => {
      const imported = parts.filter((part) => part.file === file);
      const lines = imported.map(({ name }) => `  ${name} as ${sharedName(name)},`);
      return ['import {', ...lines, `} from './${file}.js';`];
    }),
  ];
  return [...imports, '', source].join('\n').trimStart();
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
function compiler(schemas: readonly JsonSchema[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    formats: { 'date-time': true },
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  ajv.addKeyword(sharedKeyword('everyPart'));
  ajv.addKeyword(sharedKeyword('sharedPart'));
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
}

const sharedId = (name: string) => `ktriage://shared/${name}`;

/** Replaces, in a schema, a part that every request has, or that several have. */
const partKeyword = ({ ofEveryRequest }: SharedParts, name: string) => ({
  [ofEveryRequest.has(name) ? 'everyPart' : 'sharedPart']: name,
});

/** A module of shared parts. One refers to another of the module as schemas do. */
function sharedModule(parts: SharedParts, isIn: (name: string) => boolean): Promise<string> {
  const refer = (other: string) => (isIn(other) ? { $ref: sharedId(other) } : partKeyword(parts, other));
  const names = [...parts.byName.keys()].filter(isIn).sort();
  const schemas = names.map((name) => ({
    ...withShared(parts.byName.get(name) ?? {}, parts, refer, name),
    $id: sharedId(name),
  }));
  return validatorSource(compiler(schemas), Object.fromEntries(names.map((name) => [name, sharedId(name)])));
}

/**
 * Validators of what comes from outside, requests and manifests: no ajv and no code generation at run time. A file each,
 * because a run of ktriage needs one of them, and reading them all would be felt at every start. What several check alike is
 * there once, in a file each as well.
 */
export async function contractValidators(schemas: SchemaSet): Promise<Record<string, string>> {
  const parts = sharedParts(schemas);
  const isOfEvery = (name: string) => parts.ofEveryRequest.has(name);
  const files: Record<string, string> = {
    [`${FOLDER}/code-points.js`]: BANNER + CODE_POINTS,
    [`${FOLDER}/every.js`]: BANNER + (await sharedModule(parts, isOfEvery)),
  };
  for (const name of parts.byName.keys()) {
    if (isOfEvery(name)) continue;
    files[`${FOLDER}/${partFile(name)}`] = BANNER + (await sharedModule(parts, (other) => other === name));
  }
  const reduced = [...schemas.byName.values()].map((schema) =>
    withShared(schema, parts, (name) => partKeyword(parts, name)),
  );
  for (const [name, { title = '', $id = '' }] of schemas.byName) {
    if (!name.startsWith('request-') && !READ_FROM_FILES.has(name)) continue;
    const exported = `validate${title}`;
    files[`${FOLDER}/${name}.js`] = BANNER + (await validatorSource(compiler(reduced), { [exported]: $id }));
    files[`${FOLDER}/${name}.d.ts`] = BANNER + declaration(title, exported);
  }
  return files;
}
