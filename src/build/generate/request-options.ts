import type { Operands, Option, RequestOptions } from '../../contract/option.ts';
import { capitalized } from '../../contract/spelling.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

const REQUEST = 'request-';
const SHARED = 'common.schema.json#/$defs/';

/** The annotation `x-cli` of a property. */
interface Annotation {
  readonly name?: string;
  readonly value?: string;
  readonly help?: string;
  readonly sets?: boolean;
  /** What the help shows when the property takes arguments without a dash. */
  readonly operand?: string;
}

const annotationOf = (schema: JsonSchema) => (schema['x-cli'] ?? {}) as Annotation;

function itemType({ type, $ref = '' }: JsonSchema): 'strings' | 'numbers' | 'threads' {
  if ($ref === `${SHARED}threadReference`) return 'threads';
  return type === 'integer' || /(?:process|thread)Id$/.test($ref) ? 'numbers' : 'strings';
}

/** How the text of an option is read follows from the type of its property. */
function typeOf({ type, $ref = '', items = {} }: JsonSchema): Option['type'] {
  if (type === 'array') return itemType(items);
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  return $ref.endsWith('.schema.json') ? 'json' : 'string';
}

/**
 * The parameter that sets a property: the annotation, or the name of the property with a capital. `NoScan` is a switch of
 * its own; `Name:$false` turns off by an option what the switch turns on. Null in the schema means that no parameter does.
 */
function parameterOf(property: string, schema: JsonSchema, hasCmdlet: boolean): { parameter?: string } {
  const annotation = schema['x-powershell'];
  if (!hasCmdlet || annotation === null) return {};
  const usual = capitalized(property);
  const parameter = typeof annotation === 'string' ? annotation : usual;
  const off = annotationOf(schema).sets === false && parameter === usual;
  return { parameter: off ? `${parameter}:$false` : parameter };
}

function optionOf(property: string, schema: JsonSchema, hasCmdlet: boolean): Option[] {
  const { name, value, help, sets } = annotationOf(schema);
  if (name === undefined) return [];
  if (help === undefined) throw new RangeError(`the option --${name} has no help`);
  return [
    {
      name,
      property,
      type: typeOf(schema),
      help,
      ...(value === undefined ? {} : { value }),
      ...(sets === undefined ? {} : { sets }),
      ...parameterOf(property, schema, hasCmdlet),
    },
  ];
}

function operandsOf(
  properties: readonly (readonly [string, JsonSchema])[],
  hasCmdlet: boolean,
): Operands | undefined {
  const taking = properties.filter(([, schema]) => annotationOf(schema).operand !== undefined);
  const [first] = taking;
  if (first === undefined) return undefined;
  if (taking.length > 1)
    throw new RangeError(`two properties take operands: ${taking.map(([name]) => name)}`);
  const [property, schema] = first;
  const type = typeOf(schema) === 'strings' ? 'strings' : 'string';
  const value = annotationOf(schema).operand ?? '';
  return { property, type, value, ...parameterOf(property, schema, hasCmdlet) };
}

/** What each request offers, by the name of its verb. */
export function requestOptions({ annotated }: SchemaSet): ReadonlyMap<string, RequestOptions> {
  const requests = [...annotated].filter(([name]) => name.startsWith(REQUEST));
  return new Map(
    requests.map(([name, schema]) => {
      const cmdlet = schema['x-powershell'] as string | undefined;
      const properties = Object.entries(schema.properties ?? {});
      const operands = operandsOf(properties, cmdlet !== undefined);
      return [
        name.slice(REQUEST.length),
        {
          ...(cmdlet === undefined ? {} : { cmdlet }),
          options: properties.flatMap(([property, each]) => optionOf(property, each, cmdlet !== undefined)),
          ...(operands === undefined ? {} : { operands }),
        },
      ];
    }),
  );
}

/** The options that every request has: shared types that carry `x-cli` themselves. */
export function commonOptions({ annotated }: SchemaSet): readonly Option[] {
  return Object.entries(annotated.get('common')?.$defs ?? {}).flatMap(([property, schema]) =>
    optionOf(property, schema, true),
  );
}

/** A row as a getter: V8 reads the body of a function when it is called, and a run needs the row of one verb. */
const row = ([name, offers]: readonly [string, RequestOptions]) =>
  `get ${JSON.stringify(name)}() { return ${JSON.stringify(offers, null, 2)} as const; },`;

/** The tables as a module: the command line parses with them, its help and advice spell with them. */
export function requestOptionsModule(schemas: SchemaSet): string {
  return [
    '// Generated from src/contract/schema by `npm run generate`. Do not edit.',
    "import type { Option, RequestOptions } from '../option.ts';",
    '',
    '/** Options of every request. */',
    `export const COMMON_OPTIONS: readonly Option[] = ${JSON.stringify(commonOptions(schemas), null, 2)};`,
    '',
    '/** What each request offers, by the name of its verb; made each time that it is asked for. */',
    `export const REQUEST_OPTIONS = {\n${[...requestOptions(schemas)].map(row).join('\n')}\n} satisfies Readonly<Record<string, RequestOptions>>;`,
    '',
    'export type VerbName = keyof typeof REQUEST_OPTIONS;',
    '',
  ].join('\n');
}
