import { readFileSync } from 'node:fs';
import path from 'node:path';
import { capitalized } from '../../contract/spelling.ts';
import { moduleSource } from '../module.ts';
import { moduleObjects, nestedTypes } from './module-objects.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

/** A member that `KernelTriage.types.ps1xml` adds to a type. */
export interface AddedMember {
  readonly name: string;
  /** The property that an alias means. */
  readonly alias?: string;
  /** The script of a script property. */
  readonly script?: string;
}

/** What `KernelTriage.types.ps1xml` holds of a type. */
export interface TypeAddition {
  readonly members: readonly AddedMember[];
  /** What a list shows, in order; none where it shows everything. */
  readonly shown: readonly string[];
}

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();

const MEMBER =
  /<(?:Script|Alias)Property>\s*<Name>(\w+)<\/Name>\s*(?:<ReferencedMemberName>(\w+)|<GetScriptBlock>([\s\S]*?)<\/GetScriptBlock>)/g;

/** What is written by hand about the types, by type without `KernelTriage.`. */
export function typeAdditions(): ReadonlyMap<string, TypeAddition> {
  const text = readFileSync(path.join(moduleSource, 'KernelTriage.types.ps1xml'), 'utf8');
  const types = text.matchAll(/<Type>\s*<Name>KernelTriage\.(\w+)<\/Name>([\s\S]*?)<\/Type>/g);
  return new Map(
    [...types].map(([, type = '', body = '']) => {
      const shown = body.match(/<ReferencedProperties>([\s\S]*?)<\/ReferencedProperties>/)?.[1] ?? '';
      return [
        type,
        {
          members: [...body.matchAll(MEMBER)].map(([, name = '', alias, script]) => ({
            name,
            ...(alias === undefined ? {} : { alias }),
            ...(script === undefined ? {} : { script: plain(script) }),
          })),
          shown: [...shown.matchAll(/<Name>(\w+)<\/Name>/g)].map(([, name = '']) => name),
        },
      ];
    }),
  );
}

/** A shared definition, where a property refers to one. */
function resolved(schema: JsonSchema, schemas: SchemaSet): JsonSchema {
  const shared = schema.$ref?.match(/^common\.schema\.json#\/\$defs\/(\w+)$/)?.[1];
  const record = schema.$ref?.match(/^([\w-]+)\.schema\.json$/)?.[1];
  if (shared !== undefined) return schemas.byName.get('common')?.$defs?.[shared] ?? schema;
  return (record !== undefined && schemas.byName.get(record)) || schema;
}

/** What the objects of a list are called, where the name of the property is not in the plural. */
const NOUNS: Readonly<Record<string, string>> = {
  cycle: 'steps',
  explanation: 'statements',
  rawHeader: 'fields',
};

/** `unloadedDrivers` as `unloaded drivers`. */
const noun = (property: string) =>
  NOUNS[property] ?? property.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/**
 * By type, the properties that are lists: the noun that counts its objects, empty where the values themselves are the text. An object
 * without a type of its own, whose lists need a text too, is marked by a point.
 */
function listProperties(schemas: SchemaSet): ReadonlyMap<string, ReadonlyArray<readonly [string, string]>> {
  const isList = (schema: JsonSchema) => resolved(schema, schemas).type === 'array';
  const named = nestedTypes(schemas);
  const pairs = ({ type, schema }: { readonly type: string; readonly schema: JsonSchema }) =>
    Object.entries(schema.properties ?? {}).flatMap(([property, given]) => {
      const { type: kind, items, properties = {} } = resolved(given, schemas);
      if (kind === 'array') {
        const isObject = items !== undefined && resolved(items, schemas).type === 'object';
        return [[property, isObject ? noun(property) : ''] as const];
      }
      const isTyped = named.get(type)?.some(([inner]) => inner === property) ?? false;
      return !isTyped && Object.values(properties).some(isList) ? [[property, '.'] as const] : [];
    });
  const all = moduleObjects(schemas).map((object) => [object.type, pairs(object)] as const);
  return new Map(all.filter(([, found]) => found.length > 0));
}

/**
 * The types of records inside records, from which the module gives inner objects their type names, and the lists of each type, which it
 * gives a text.
 */
export function moduleNestedTypes(schemas: SchemaSet): string {
  const row = (type: string, pairs: ReadonlyArray<readonly [string, string]>) =>
    `    ${type} = @{ ${pairs.map(([property, of]) => `${capitalized(property)} = '${of}'`).join('; ')} }`;
  return [
    '# Generated from src/contract/schema by `npm run generate`. Do not edit.',
    '# Records inside records, by the type of the outer one: property, and type of the inner ones.',
    '$script:NestedType = @{',
    ...[...nestedTypes(schemas)].map(([type, pairs]) => row(type, pairs)),
    '}',
    '# Properties that are lists, by type: the noun that counts its objects, or nothing where the values themselves are the text. A point',
    '# marks an object without a type of its own that has lists.',
    '$script:ListProperty = @{',
    ...[...listProperties(schemas)].map(([type, pairs]) => row(type, pairs)),
    '}',
    '',
  ].join('\n');
}
