import type { JsonSchema, SchemaSet } from './schemas.ts';

/** The records that ktriage sends and the module gives to people; the rest of the contract stays between the two. */
export const RECORDS = [
  'captured-thread',
  'comparison-summary',
  'computer-capture',
  'fleet-cause',
  'thread-comparison',
  'debugger-command',
  'dump',
  'dump-memory',
  'dump-process',
  'dump-thread',
  'kernel-lock',
  'kernel-wait',
  'live-dump',
  'live-plan',
  'live-trace-event',
  'kernel-stack',
  'pending-io',
  'kernel-type',
  'readiness-check',
  'self-test-result',
  'symbol',
  'thread',
  'triage-dump',
  'triage-plan',
  'wait-chain',
  'watch-event',
];

/** Records inside records that have no schema of their own: outer schema, property, type. */
const INNER: ReadonlyArray<readonly [string, string, string]> = [
  ['comparison-summary', 'counts', 'VerdictCount'],
  ['comparison-summary', 'queues', 'QueueProgress'],
  ['fleet-cause', 'evidenceCounts', 'EvidenceCount'],
  ['fleet-cause', 'examples', 'FleetExample'],
  ['dump', 'drivers', 'DumpDriver'],
  ['dump', 'unloadedDrivers', 'UnloadedDriver'],
  ['dump', 'rawHeader', 'RawHeaderField'],
  ['kernel-lock', 'owners', 'KernelLockOwner'],
  ['kernel-lock', 'waiters', 'KernelLockWaiter'],
  ['dump', 'bugCheckArguments', 'BugCheckArgument'],
  ['dump', 'crash', 'DumpCrash'],
  ['dump', 'hardware', 'DumpHardware'],
  ['dump', 'secondaryData', 'SecondaryData'],
  ['kernel-stack', 'frames', 'KernelStackFrame'],
  ['kernel-stack', 'mentions', 'StackMention'],
  ['kernel-wait', 'objects', 'KernelWaitObject'],
  ['stack-tree', 'nodes', 'StackTreeNode'],
  ['kernel-type', 'members', 'KernelTypeMember'],
  ['live-dump', 'checks', 'LiveCheck'],
  ['live-dump', 'phases', 'LivePhaseDuration'],
  ['pending-io', 'locations', 'PendingIoLocation'],
  ['wait-chain', 'links', 'WaitChainLink'],
  ['wait-chain', 'cycle', 'WaitCycleStep'],
  ['wait-chain', 'explanation', 'WaitStatement'],
  ['wait-chain', 'signatures', 'HangSignature'],
  ['wait-chain', 'stacks', 'WaitChainStack'],
  ['watch-event', 'threads', 'WatchThread'],
];

/** A type of object that people meet in PowerShell. */
export interface ModuleObject {
  /** Without `KernelTriage.`. */
  readonly type: string;
  readonly schema: JsonSchema;
  /** Of an object inside another: the type of that, and the property. */
  readonly within?: { readonly type: string; readonly property: string };
}

/** Every type that the module gives a name, outer ones first. */
export function moduleObjects(schemas: SchemaSet): ModuleObject[] {
  // Groups of stacks the module makes itself, after the same schema.
  const outer = [...RECORDS, 'stack-group', 'stack-tree', 'watch-task'].sort().map((name) => {
    const schema = schemas.byName.get(name);
    if (schema?.title === undefined) throw new RangeError(`no schema ${name}`);
    return { type: schema.title, schema };
  });
  const inner = INNER.map(([name, property, type]) => {
    const owner = schemas.byName.get(name);
    const place = owner?.properties?.[property];
    const schema = place?.items ?? place;
    if (owner?.title === undefined || schema === undefined)
      throw new RangeError(`no property ${name}.${property}`);
    return { type, schema, within: { type: owner.title, property } };
  });
  return [...outer, ...inner];
}

/**
 * By the type of an outer object, the properties that hold objects with a type of their own, and that type: those of `INNER`, and
 * those that refer to the schema of a record.
 */
export function nestedTypes(
  schemas: SchemaSet,
): ReadonlyMap<string, ReadonlyArray<readonly [property: string, type: string]>> {
  const objects = moduleObjects(schemas);
  const named = new Set(objects.map(({ type }) => type));
  const pairs = (outer: ModuleObject) =>
    Object.entries(outer.schema.properties ?? {}).flatMap(([property, schema]) => {
      const inner = objects.find(({ within }) => within?.type === outer.type && within.property === property);
      const file = (schema.items ?? schema).$ref?.match(/^([\w-]+)\.schema\.json$/)?.[1];
      const type = inner?.type ?? (file === undefined ? undefined : schemas.byName.get(file)?.title);
      return type === undefined || !named.has(type) ? [] : [[property, type] as const];
    });
  const all = objects.map((object) => [object.type, pairs(object)] as const);
  return new Map(all.filter(([, found]) => found.length > 0));
}
