import type { RequestOptions } from '../../contract/option.ts';
import { commonOptions, requestOptions } from './request-options.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace(/^.*\/\$defs\//, '').replace(/\.schema\.json$/, '');
    return name;
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (schema['const'] !== undefined) return `\`${String(schema['const'])}\``;
  if (schema.type === 'array')
    return `array of ${schema.items === undefined ? 'any' : typeText(schema.items)}`;
  return schema.type ?? 'any';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** How the command line and the module set each property of a request, by property. */
type Spellings = ReadonlyMap<string, string>;

function spellingsOf({ options, operands }: RequestOptions): Spellings {
  const ways = [
    ...(operands === undefined ? [] : [{ ...operands, command: operands.value }]),
    ...options.map((option) => ({ ...option, command: `--${option.name}` })),
  ];
  const byProperty = new Map<string, string[]>();
  for (const { property, command, parameter } of ways) {
    const spelled = byProperty.get(property) ?? [];
    spelled.push(`\`${command}\``);
    if (parameter !== undefined) spelled.push(`\`-${parameter}\``);
    byProperty.set(property, [...new Set(spelled)]);
  }
  return new Map([...byProperty].map(([property, spelled]) => [property, spelled.join(', ')]));
}

function requestTable(schema: JsonSchema, spellings: Spellings): string[] {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `| \`${name}\` | ${cell(spellings.get(name) ?? '')} | ${cell(typeText(property))} | ${required.has(name) ? 'yes' : ''} | ${cell(property.description ?? '')} |`,
  );
  return ['| property | set by | type | always | meaning |', '| --- | --- | --- | --- | --- |', ...rows, ''];
}

function propertyTable(schema: JsonSchema): string[] {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `| \`${name}\` | ${cell(typeText(property))} | ${required.has(name) ? 'yes' : ''} | ${cell(property.description ?? '')} |`,
  );
  return rows.length === 0
    ? []
    : ['| property | type | always | meaning |', '| --- | --- | --- | --- |', ...rows, ''];
}

function section(name: string, schema: JsonSchema, spellings: Spellings | undefined): string[] {
  const variants = (schema.oneOf ?? []).flatMap((variant) => [
    `### ${variant.title ?? name}`,
    '',
    ...propertyTable(variant),
  ]);
  return [
    `## ${schema.title ?? name}`,
    '',
    schema.description ?? '',
    '',
    ...(spellings === undefined ? propertyTable(schema) : requestTable(schema, spellings)),
    ...variants,
  ];
}

/** docs/contract.md: every schema as a table. */
export function contractDocument(schemas: SchemaSet): string {
  const common = commonOptions(schemas);
  const spellings = new Map(
    [...requestOptions(schemas)].map(([verb, offers]) => [
      `request-${verb}`,
      spellingsOf({ ...offers, options: [...offers.options, ...common] }),
    ]),
  );
  const shared = schemas.byName.get('common')?.$defs ?? {};
  return [
    '<!-- Generated from src/contract/schema by `npm run generate`. Do not edit. -->',
    '# The contract',
    '',
    '`ktriage` takes a request (arguments, or one JSON line on standard input) and answers with NDJSON on standard output:',
    'UTF-8, one object a line, `kind` first, and a last line of kind `end`. Output without `end` is truncated.',
    'Records may gain properties; a property that is not marked *always* may be absent; lists of names may grow.',
    '',
    '## Shared types',
    '',
    '| type | what it is |',
    '| --- | --- |',
    ...Object.entries(shared).map(
      ([name, schema]) => `| ${name} | ${cell(schema.description ?? typeText(schema))} |`,
    ),
    '',
    ...[...schemas.byName]
      .filter(([name]) => name !== 'common')
      .flatMap(([name, schema]) => section(name, schema, spellings.get(name))),
  ].join('\n');
}
