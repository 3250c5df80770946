import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { capitalized } from '../../contract/spelling.ts';
import { moduleSource } from '../module.ts';
import { type ModuleObject, moduleObjects } from './module-objects.ts';
import { type AddedMember, typeAdditions } from './module-type-facts.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

/** What a value is in PowerShell. Numbers have the type that ConvertFrom-Json gives them, which differs by edition. */
const SCALARS: Readonly<Record<string, string>> = {
  string: 'String',
  integer: 'integer',
  number: 'number',
  boolean: 'Boolean',
  object: 'object',
};

function typeName(schema: JsonSchema, schemas: SchemaSet): string {
  if (schema.$ref !== undefined) {
    const [file = '', pointer] = schema.$ref.split('#/$defs/');
    const target = schemas.byName.get(file.replace(/\.schema\.json$/, ''));
    if (pointer === undefined) return `KernelTriage.${target?.title}`;
    if (pointer === 'time') return 'DateTime';
    const shared = target?.$defs?.[pointer];
    return shared === undefined ? 'object' : typeName(shared, schemas);
  }
  if (schema.type === 'array')
    return `array of ${schema.items === undefined ? 'objects' : typeName(schema.items, schemas)}`;
  return SCALARS[schema.type ?? 'string'] ?? 'object';
}

function meaning(schema: JsonSchema, schemas: SchemaSet): string {
  const pointer = schema.$ref?.match(/^common\.schema\.json#\/\$defs\/(\w+)$/)?.[1];
  const shared = pointer === undefined ? undefined : schemas.byName.get('common')?.$defs?.[pointer];
  return (schema.description ?? shared?.description ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Where the value of a member comes from that the module adds. */
function sourceOf({ alias, script = '' }: AddedMember): string {
  const source = alias ?? script.match(/\$this\.(\w+)/)?.[1];
  return alias === undefined ? `Made of \`${source}\`.` : `Another name of \`${alias}\`.`;
}

/** Which functions declare that they give a type. */
function giversOf(type: string): string[] {
  const folder = path.join(moduleSource, 'Public');
  return readdirSync(folder)
    .filter((name) => {
      const declared =
        readFileSync(path.join(folder, name), 'utf8').match(/\[OutputType\((.*)\)\]/)?.[1] ?? '';
      return declared.includes(`'KernelTriage.${type}'`);
    })
    .map((name) => path.parse(name).name);
}

/** docs/objects.md: the objects of the module, which scripts may rely on. */
export function objectDocument(schemas: SchemaSet): string {
  const additions = typeAdditions();
  const section = ({ type, schema, within }: ModuleObject): string[] => {
    const required = new Set(schema.required ?? []);
    const givers = giversOf(type).map((name) => `\`${name}\``);
    const place = within && `\`${capitalized(within.property)}\` of \`KernelTriage.${within.type}\``;
    return [
      `## KernelTriage.${type}`,
      '',
      ...(schema.description === undefined ? [] : [schema.description, '']),
      ...(givers.length > 0 ? [`Given by ${givers.join(', ')}.`, ''] : []),
      ...(place === undefined ? [] : [`Part of ${place}.`, '']),
      '| property | type | always | meaning |',
      '| --- | --- | --- | --- |',
      ...Object.entries(schema.properties ?? {}).map(
        ([name, property]) =>
          `| \`${capitalized(name)}\` | ${typeName(property, schemas)} | ${required.has(name) ? 'yes' : ''} | ${meaning(property, schemas)} |`,
      ),
      ...(additions.get(type)?.members ?? []).map(
        (member) => `| \`${member.name}\` | added | | ${sourceOf(member)} |`,
      ),
      '',
    ];
  };
  return [
    '<!-- Generated from src/contract/schema and module/KernelTriage by `npm run generate`. Do not edit. -->',
    '# The objects of the module',
    '',
    'Scripts may rely on this page: on the type names, on the names of the properties, and on their types. Types may',
    'gain properties, and lists of names (states, verdicts, codes) may grow. The same records as JSON are in',
    '[contract.md](contract.md), and the errors with their ids in [errors.md](errors.md).',
    '',
    "- The first of an object's `PSTypeNames` is the name of its section, with `Deserialized.` before it when it came from a",
    '  remote session or a job. Both have the same views, and commands take both.',
    '- A property that is not marked *always* is `$null` where the source could not give it, also in strict mode.',
    '- A `DateTime` is UTC; beside it is its text with the zone, `CreateTimeUtc` of `CreateTime`, because Export-Csv writes a `DateTime` without.',
    '- An *integer* is an `Int64` in PowerShell 7 and an `Int32` or larger in Windows PowerShell; a *number* has',
    '  a fraction. An address is a `String` of `0x` and 16 digits, which compares and sorts as it should.',
    '- An *array* can be counted and indexed; it may be any kind of list, and is an `ArrayList` after a remote session.',
    '- *Added* properties are computed from others when they are read.',
    '- Properties hold exactly what Windows or a dump holds, terminal escapes in a name included. The views show such characters as',
    '  visible escapes; where a script prints a property, the method `Harmless` that every object has does the same:',
    '  `$thread.Harmless($thread.Name)`.',
    '- Every command gives what it made or found; `-PassThru` of `Export-KernelStack` gives its input on.',
    '',
    ...moduleObjects(schemas).flatMap(section),
  ].join('\n');
}
