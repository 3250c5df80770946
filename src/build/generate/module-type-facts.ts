import { readFileSync } from 'node:fs';
import path from 'node:path';
import { capitalized } from '../../contract/spelling.ts';
import { moduleSource } from '../module.ts';
import { nestedTypes } from './module-objects.ts';
import type { SchemaSet } from './schemas.ts';

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

/** The types of records inside records, from which the module gives inner objects their type names. */
export function moduleNestedTypes(schemas: SchemaSet): string {
  const row = (type: string, pairs: ReadonlyArray<readonly [string, string]>) =>
    `    ${type} = @{ ${pairs.map(([property, of]) => `${capitalized(property)} = '${of}'`).join('; ')} }`;
  return [
    '# Generated from src/contract/schema by `npm run generate`. Do not edit.',
    '# Records inside records, by the type of the outer one: property, and type of the inner ones.',
    '$script:NestedType = @{',
    ...[...nestedTypes(schemas)].map(([type, pairs]) => row(type, pairs)),
    '}',
    '',
  ].join('\n');
}
