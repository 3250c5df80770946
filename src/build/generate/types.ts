import { compile } from 'json-schema-to-typescript';
import { type JsonSchema, recordTitles, type SchemaSet } from './schemas.ts';

/** Every definition under one roof, with references inside it, so that a shared type is declared once. */
function combined(schemas: SchemaSet): JsonSchema {
  const definitions: Record<string, unknown> = {};
  for (const [name, schema] of schemas.byName) {
    const { $defs = {}, $schema: _schema, $id: _id, ...body } = schema;
    Object.assign(definitions, $defs);
    if (name !== 'common') definitions[name] = body;
  }
  // A description beside a reference would make the tool declare the referenced type once more.
  const bareReferences = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && '$ref' in value ? { $ref: value.$ref } : value;
  const text = JSON.stringify({ title: 'Contract', $defs: definitions }, bareReferences)
    .replaceAll('"common.schema.json#/$defs/', '"#/$defs/')
    .replace(/"([a-z0-9-]+)\.schema\.json"/g, '"#/$defs/$1"')
    // json-schema-to-typescript supports the older keyword only.
    .replaceAll('"unevaluatedProperties"', '"additionalProperties"');
  return JSON.parse(text) as JsonSchema;
}

/** The map from the `type` of a record line to the type of its value. */
function recordMap(schemas: SchemaSet): string {
  return [
    '',
    '/**',
    ' * The records that ktriage writes, by the `type` of their lines.',
    ' */',
    'export interface Records {',
    ...recordTitles(schemas).map((title) => `  ${title}: ${title};`),
    '}',
    '',
    'export type RecordType = keyof Records;',
    '',
  ].join('\n');
}

/** TypeScript types of all requests and records. */
export async function contractTypes(schemas: SchemaSet): Promise<string> {
  const text = await compile(combined(schemas) as Parameters<typeof compile>[0], 'Contract', {
    additionalProperties: false,
    bannerComment: '// Generated from src/contract/schema by `npm run generate`. Do not edit.',
    unreachableDefinitions: true,
    // A bound of an array is for the validator: as a type, it is a tuple of each length.
    maxItems: -1,
    style: { singleQuote: true, printWidth: 110 },
  });
  const types = text
    .replace(/export interface Contract \{\}\n/, '')
    .replaceAll(/ \*\n \* This interface was referenced by .*\n.*\n(?= \*\/)/g, '')
    .replaceAll(/^\/\*\*\n \* This interface was referenced by .*\n.*\n \*\/\n/gm, '');
  return `${types.trimEnd()}\n${recordMap(schemas)}`;
}
