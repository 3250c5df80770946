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
  /** By short name, `thread` for `thread.schema.json`, sorted. */
  readonly byName: ReadonlyMap<string, JsonSchema>;
  /** TypeScript source that exports the schemas for `ktriage schema`. */
  asModule(): string;
}

const folder = path.join(root, 'src', 'contract', 'schema');
const SUFFIX = '.schema.json';

/** Schemas of no record: shared types, the lines around records, and the file that a capture writes. */
const NOT_RECORDS: ReadonlySet<string> = new Set(['common', 'message', 'manifest']);

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

export function loadSchemas(): SchemaSet {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort();
  const byName = new Map(
    names.map((name) => [
      name.slice(0, -SUFFIX.length),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as JsonSchema,
    ]),
  );
  return {
    byName,
    asModule: () =>
      [
        '// Generated from src/contract/schema by `npm run generate`. Do not edit.',
        `export const SCHEMAS: Readonly<Record<string, object>> = ${JSON.stringify(Object.fromEntries(byName), null, 2)};`,
        '',
      ].join('\n'),
  };
}
