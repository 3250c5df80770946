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

function typeElement(name: string, properties: readonly string[]): string[] {
  return [
    '  <Type>',
    `    <Name>${name}</Name>`,
    '    <Members>',
    ...properties.map(
      (property) =>
        `      <ScriptProperty><Name>${property}</Name><GetScriptBlock>$null</GetScriptBlock></ScriptProperty>`,
    ),
    ...harmlessMethod,
    '    </Members>',
    '  </Type>',
  ];
}

/**
 * Type data of two kinds. A property that a source could not give, and that is therefore absent from a record, reads as
 * $null: scripts in strict mode, and those that ask for the properties of the first object alone, need it there. And the method
 * by which views show the names of processes.
 */
export function moduleTypes(schemas: SchemaSet): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Generated from src/contract/schema by `npm run generate`. Do not edit. -->',
    '<Types>',
    ...moduleObjects(schemas).flatMap(({ type, schema }) => [
      ...typeElement(`KernelTriage.${type}`, optionalProperties(schema)),
      ...typeElement(`Deserialized.KernelTriage.${type}`, []),
    ]),
    '</Types>',
    '',
  ].join('\n');
}
