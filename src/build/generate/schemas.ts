import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools.ts';

export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly oneOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly [keyword: string]: unknown;
}

export interface SchemaSet {
  /** By short name, `thread` for `thread.schema.json`, sorted. Without annotations: this is the published contract. */
  readonly byName: ReadonlyMap<string, JsonSchema>;
  /** The same with `x-cli` and `x-powershell`: how the command line and the module spell a property. */
  readonly annotated: ReadonlyMap<string, JsonSchema>;
  /** TypeScript source that imports every schema. */
  asModule(): string;
}

const folder = path.join(root, 'src', 'contract', 'schema');
const SUFFIX = '.schema.json';

/** Schemas of no record: shared types, the lines around records, and files. */
const NOT_RECORDS: ReadonlySet<string> = new Set([
  'common',
  'message',
  'manifest',
  'signature-file',
  'kernel-export',
  'watch-answer',
  'watch-task',
]);

/** The schemas of the records that `ktriage` writes, by title: the `type` of their lines. */
export function recordTitles({ byName }: SchemaSet): readonly string[] {
  return [...byName]
    .filter(([name]) => !name.startsWith('request-') && !NOT_RECORDS.has(name))
    .map(([name, { title }]) => {
      if (title === undefined) throw new RangeError(`the schema ${name} has no title`);
      return title;
    })
    .sort();
}

/** The module sends these with each request, so a schema without one of them would refuse it. */
const COMMON_PROPERTIES = ['machine', 'propertyCase', 'callerVersion', 'adviceFor', 'cancelOnEndOfInput'];

const withoutAnnotations = (key: string, value: unknown) => (key.startsWith('x-') ? undefined : value);

export function loadSchemas(): SchemaSet {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort();
  const annotated = new Map(
    names.map((name) => [
      name.slice(0, -SUFFIX.length),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as JsonSchema,
    ]),
  );
  for (const [name, { properties = {} }] of annotated) {
    const lacking = COMMON_PROPERTIES.filter((property) => !Object.hasOwn(properties, property));
    if (name.startsWith('request-') && lacking.length > 0)
      throw new RangeError(`${name} lacks the properties of every request: ${lacking.join(', ')}`);
  }
  const byName = new Map(
    [...annotated].map(([name, schema]) => [
      name,
      JSON.parse(JSON.stringify(schema, withoutAnnotations)) as JsonSchema,
    ]),
  );
  return {
    byName,
    annotated,
    asModule: () =>
      [
        '// Generated from src/contract/schema by `npm run generate`. Do not edit.',
        ...names.map(
          (name, index) => `import schema${index} from '../schema/${name}' with { type: 'json' };`,
        ),
        '',
        '/** The schemas as they are in the source, annotations included. */',
        'export const ANNOTATED_SCHEMAS: Readonly<Record<string, object>> = {',
        ...names.map((name, index) => `  '${name.slice(0, -SUFFIX.length)}': schema${index},`),
        '};',
        '',
      ].join('\n'),
  };
}
