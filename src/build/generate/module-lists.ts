import { readFileSync } from 'node:fs';
import path from 'node:path';
import { capitalized } from '../../contract/spelling.ts';
import { moduleSource } from '../module.ts';
import { type ModuleObject, moduleObjects } from './module-objects.ts';
import { type TypeAddition, typeAdditions } from './module-type-facts.ts';
import type { JsonSchema, SchemaSet } from './schemas.ts';

const source = (name: string) => readFileSync(path.join(moduleSource, name), 'utf8');

/** Types with a list that is written by hand. */
function handWritten(): ReadonlySet<string> {
  const views = source('KernelTriage.format.ps1xml').matchAll(
    /<View>\s*<Name>KernelTriage\.(\w+)<\/Name>\s*<ViewSelectedBy>.*<\/ViewSelectedBy>\s*<ListControl>/g,
  );
  return new Set([...views].map(([, type = '']) => type));
}

/** Whether a value holds no name that others choose: PowerShell then draws it better than any script. */
function isPlain(property: JsonSchema | undefined, schemas: SchemaSet): boolean {
  // A member that the module makes: a text of a record, perhaps, which Harmless lets pass where it is none.
  if (property === undefined) return false;
  const shared = property.$ref?.match(/^common\.schema\.json#\/\$defs\/(\w+)$/)?.[1];
  if (shared === 'time') return true;
  const { type } = (shared && schemas.byName.get('common')?.$defs?.[shared]) || property;
  return ['integer', 'number', 'boolean'].includes(type ?? '');
}

/** The property that identifies an object inside another one in a list. */
const TELLING = ['threadId', 'name', 'processId', 'check', 'phase'];

/**
 * The property that identifies the objects of an array, with a capital; undefined for other values. PowerShell would
 * print each object whole.
 */
function innerName(property: JsonSchema | undefined, schemas: SchemaSet): string | undefined {
  const items = property?.items;
  const file = items?.$ref?.match(/^([\w-]+)\.schema\.json$/)?.[1];
  const names = Object.keys((file === undefined ? items : schemas.byName.get(file))?.properties ?? {});
  const telling = TELLING.find((name) => names.includes(name)) ?? names[0];
  return telling === undefined ? undefined : capitalized(telling);
}

/** A moment with its time zone, which the type that PowerShell draws by itself leaves out. */
const timeItem = (name: string) =>
  `<ListItem><Label>${name}</Label><ScriptBlock>if ($_.${name} -is [datetime]) { $_.${name}.ToString('yyyy-MM-dd HH:mm:ss') + ' UTC' } else { $_.Harmless($_.${name}) }</ScriptBlock></ListItem>`;

/** Threads that objects of a list name: by id, or by address where that is all that is known. */
const threadsItem = (name: string) =>
  `<ListItem><Label>${name}</Label><ScriptBlock>foreach ($one in $_.${name}) { foreach ($thread in $one.Thread) { @($thread.PSObject.Properties['ThreadId'], $thread.PSObject.Properties['Address'] -ne $null)[0].Value } }</ScriptBlock></ListItem>`;

function listItem(name: string, property: JsonSchema | undefined, schemas: SchemaSet): string {
  if (property?.$ref === 'common.schema.json#/$defs/time') return timeItem(name);
  if (isPlain(property, schemas)) return `<ListItem><PropertyName>${name}</PropertyName></ListItem>`;
  const inner = innerName(property, schemas);
  if (inner === 'Thread') return threadsItem(name);
  const value = inner === undefined ? `$_.${name}` : `@(foreach ($one in $_.${name}) { $one.${inner} })`;
  return `<ListItem><Label>${name}</Label><ScriptBlock>$_.Harmless(${value})</ScriptBlock></ListItem>`;
}

function listView(
  { type, schema }: ModuleObject,
  addition: TypeAddition | undefined,
  schemas: SchemaSet,
): string[] {
  const { members = [], shown: telling = [] } = addition ?? {};
  const added = members.filter(({ script }) => script !== undefined).map(({ name }) => name);
  const properties = new Map(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [capitalized(name), property]),
  );
  const shown = telling.length > 0 ? telling : [...properties.keys(), ...added];
  const item = (name: string) => listItem(name, properties.get(name), schemas);
  return [
    '    <View>',
    `      <Name>KernelTriage.${type}</Name>`,
    '      <ViewSelectedBy>',
    `        <TypeName>KernelTriage.${type}</TypeName>`,
    `        <TypeName>Deserialized.KernelTriage.${type}</TypeName>`,
    '      </ViewSelectedBy>',
    '      <ListControl>',
    '        <ListEntries>',
    '          <ListEntry>',
    '            <ListItems>',
    ...shown.map((name) => `              ${item(name)}`),
    '            </ListItems>',
    '          </ListEntry>',
    '        </ListEntries>',
    '      </ListControl>',
    '    </View>',
  ];
}

/**
 * What Format-List shows of each type that has no list of its own: the properties that types.ps1xml selects, else all.
 * Without a view PowerShell would print texts as they are, with the terminal controls that their authors put into them.
 */
export function moduleLists(schemas: SchemaSet): string {
  const written = handWritten();
  const additions = typeAdditions();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- Generated from src/contract/schema and KernelTriage.types.ps1xml by `npm run generate`. Do not edit. -->',
    '<Configuration>',
    '  <ViewDefinitions>',
    ...moduleObjects(schemas)
      .filter(({ type }) => !written.has(type))
      .flatMap((object) => listView(object, additions.get(object.type), schemas)),
    '  </ViewDefinitions>',
    '</Configuration>',
    '',
  ].join('\n');
}
