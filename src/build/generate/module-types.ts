import { capitalized } from '../../contract/spelling.ts';
import { HARMLESS_STATEMENTS } from './module-harmless-text.ts';
import { moduleObjects } from './module-objects.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

function optionalProperties(schema: JsonSchema): string[] {
  const required = new Set(schema.required ?? []);
  return Object.keys(schema.properties ?? {})
    .filter((name) => !required.has(name))
    .map(capitalized);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const harmlessMethod = [
  '      <ScriptMethod>',
  '        <Name>Harmless</Name>',
  '        <Script>',
  ...HARMLESS_STATEMENTS.map((line) => escaped(line)),
  '        </Script>',
  '      </ScriptMethod>',
];

function typeElement(name: string, members: readonly string[]): string[] {
  return ['  <Type>', `    <Name>${name}</Name>`, '    <Members>', ...members, '    </Members>', '  </Type>'];
}

const absentReadsAsNull = (property: string) =>
  `      <ScriptProperty><Name>${property}</Name><GetScriptBlock>$null</GetScriptBlock></ScriptProperty>`;

/** Every object of the module has this name too, behind the name of its type. */
const RECORD = 'KernelTriage.Record';

/**
 * Type data of two kinds. A property that a source could not give, and that is therefore absent from a record, reads as
 * $null: scripts in strict mode, and those that ask for the properties of the first object alone, need it there. And the method
 * by which views show hostile names, once for all types.
 */
export function moduleTypes(schemas: SchemaSet): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Generated from src/contract/schema by `npm run generate`. Do not edit. -->',
    '<Types>',
    ...[RECORD, `Deserialized.${RECORD}`].flatMap((name) => typeElement(name, harmlessMethod)),
    ...moduleObjects(schemas).flatMap(({ type, schema }) => {
      const properties = optionalProperties(schema);
      return properties.length === 0
        ? []
        : typeElement(`KernelTriage.${type}`, properties.map(absentReadsAsNull));
    }),
    '</Types>',
    '',
  ].join('\n');
}
