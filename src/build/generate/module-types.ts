import { capitalized } from '../../contract/spelling.ts';
import { HARMLESS_STATEMENTS } from './module-harmless-text.ts';
import { moduleObjects, nestedTypes } from './module-objects.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

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

/**
 * The text of an object inside another, for CSV, a shallow JSON and messages. Without it PowerShell writes every property, and of an absent one
 * the name of the class that declares it.
 */
const textMethod = [
  '      <ScriptMethod>',
  '        <Name>ToString</Name>',
  '        <Script>',
  "foreach ($name in 'Text', 'Headline') {",
  '    foreach ($property in $this.PSObject.Properties[$name]) {',
  "        if ($property.MemberType -eq 'NoteProperty' -and $property.Value -is [string]) { return $property.Value }",
  '    }',
  '}',
  "$text = ''",
  'foreach ($property in $this.PSObject.Properties) {',
  "    if ($property.MemberType -ne 'NoteProperty') { continue }",
  '    $value = $property.Value',
  '    if ($value -isnot [string] -and $value -isnot [valuetype]) { continue }',
  '    $text += "; $($property.Name)=$value"',
  '    if ($text.Length -gt 200) { break }',
  '}',
  '$text.Substring([System.Math]::Min(2, $text.Length))',
  '        </Script>',
  '      </ScriptMethod>',
];

function typeElement(name: string, members: readonly string[]): string[] {
  return ['  <Type>', `    <Name>${name}</Name>`, '    <Members>', ...members, '    </Members>', '  </Type>'];
}

/**
 * A property that reads as $null where it is absent, and that gives the object one of its own where a script sets it, which
 * `[pscustomobject] @{ PSTypeName = 'KernelTriage.Thread' ... }` does too. The type of inner objects and of times is named, so that the Tab
 * key offers their members.
 */
function declaredProperty(name: string, schema: JsonSchema, inner: string | undefined): string {
  const isTime = schema.$ref === 'common.schema.json#/$defs/time';
  const type = inner === undefined ? (isTime ? '[datetime]' : undefined) : `'KernelTriage.${inner}'`;
  const script = type === undefined ? '$null' : `[OutputType(${type})]param()$null`;
  const property = capitalized(name);
  const setter = `$this.PSObject.Properties.Add([psnoteproperty]::new('${property}',$args[0]),$true)`;
  return `      <ScriptProperty><Name>${property}</Name><GetScriptBlock>${script}</GetScriptBlock><SetScriptBlock>${setter}</SetScriptBlock></ScriptProperty>`;
}

/** Every object of the module has this name too, behind the name of its type. */
const RECORD = 'KernelTriage.Record';

/**
 * Type data of two kinds. Every property of every type: one that a source could not give, and that is therefore absent from a record,
 * reads as $null, which scripts in strict mode and those that ask for the properties of the first object alone need; and the Tab key
 * offers what type data names. And methods that all types have: by which views show hostile names, and for the text of an object.
 */
export function moduleTypes(schemas: SchemaSet): string {
  const nested = nestedTypes(schemas);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Generated from src/contract/schema by `npm run generate`. Do not edit. -->',
    '<Types>',
    ...[RECORD, `Deserialized.${RECORD}`].flatMap((name) =>
      typeElement(name, [...harmlessMethod, ...textMethod]),
    ),
    ...moduleObjects(schemas).flatMap(({ type, schema }) => {
      const inner = new Map(nested.get(type));
      const properties = Object.entries(schema.properties ?? {}).map(([name, property]) =>
        declaredProperty(name, property, inner.get(name)),
      );
      return typeElement(`KernelTriage.${type}`, properties);
    }),
    '</Types>',
    '',
  ].join('\n');
}
