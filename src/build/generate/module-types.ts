import { capitalized } from '../../contract/spelling.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

/** The records that the module gives to people; the rest of the contract stays between it and ktriage. */
export const RECORDS = [
  'captured-thread',
  'debugger-command',
  'dump',
  'dump-memory',
  'dump-process',
  'dump-thread',
  'live-dump',
  'live-plan',
  'live-trace-event',
  'kernel-stack',
  'readiness-check',
  'self-test-result',
  'symbol',
  'thread',
  'triage-dump',
  'triage-plan',
];

function optionalProperties(schema: JsonSchema): string[] {
  const required = new Set(schema.required ?? []);
  return Object.keys(schema.properties ?? {})
    .filter((name) => !required.has(name))
    .map(capitalized);
}

function typeElement(schema: JsonSchema): string[] {
  const members = optionalProperties(schema).map(
    (name) =>
      `      <ScriptProperty><Name>${name}</Name><GetScriptBlock>$null</GetScriptBlock></ScriptProperty>`,
  );
  if (members.length === 0) return [];
  return [
    '  <Type>',
    `    <Name>KernelTriage.${schema.title}</Name>`,
    '    <Members>',
    ...members,
    '    </Members>',
    '  </Type>',
  ];
}

/**
 * Type data by which a property that a source could not give, and that is therefore absent from a record, reads as
 * $null: scripts in strict mode, and those that ask for the properties of the first object alone, need it there.
 */
export function moduleTypes(schemas: SchemaSet): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Generated from src/contract/schema by `npm run generate`. Do not edit. -->',
    '<Types>',
    ...RECORDS.flatMap((name) => {
      const schema = schemas.byName.get(name);
      if (schema === undefined) throw new RangeError(`no schema ${name}`);
      return typeElement(schema);
    }),
    '</Types>',
    '',
  ].join('\n');
}
