import { attached } from '../../binary/attached.ts';
import type { LayoutSource } from '../../kernel/layouts/layout-source.ts';
import { placedLayout } from '../../kernel/layouts/placed-layout.ts';
import type { StructureLayouts } from '../../kernel/layouts/structure-layouts.ts';
import { KMUTANT } from './dispatcher.ts';
import { FAST_MUTEX } from './mutexes.ts';
import { ERESOURCE } from './resource.ts';

/** The locks of one build, and where the offsets of each come from. */
export interface LockLayouts {
  readonly resource: typeof ERESOURCE;
  readonly fastMutex: typeof FAST_MUTEX;
  readonly mutant: typeof KMUTANT;
  readonly sources: Readonly<Record<'resource' | 'fastMutex' | 'mutant', LayoutSource>>;
}

/** By public headers; they have been the same since Windows 7, apart from what ERESOURCE's waiters point to. */
const BY_HEADER: LockLayouts = {
  resource: ERESOURCE,
  fastMutex: FAST_MUTEX,
  mutant: KMUTANT,
  sources: { resource: 'Rule', fastMutex: 'Rule', mutant: 'Rule' },
};

const RESOURCE = '_ERESOURCE';
const MUTEX = '_FAST_MUTEX';
const MUTANT = '_KMUTANT';

/** Names in the types, where they differ from those of the tables. */
const IN_RESOURCE = {
  Flink: 'SystemResourcesList.Flink',
  Blink: 'SystemResourcesList.Blink',
  OwnerThread: 'OwnerEntry.OwnerThread',
  OwnerCount: 'OwnerEntry.TableSize',
} as const;
const IN_MUTANT = {
  Type: 'Header.Type',
  SignalState: 'Header.SignalState',
  MutantListFlink: 'MutantListEntry.Flink',
} as const;

const known = attached<StructureLayouts, LockLayouts>();

function byTypes(types: StructureLayouts): LockLayouts {
  const source = (structure: string): LayoutSource =>
    types.sizeOf(structure) === undefined ? 'Rule' : 'Types';
  return {
    resource: placedLayout(ERESOURCE, RESOURCE, types, { names: IN_RESOURCE, isWhole: true }),
    fastMutex: placedLayout(FAST_MUTEX, MUTEX, types),
    mutant: placedLayout(KMUTANT, MUTANT, types, { names: IN_MUTANT, isWhole: true }),
    sources: { resource: source(RESOURCE), fastMutex: source(MUTEX), mutant: source(MUTANT) },
  };
}

/** The locks by the types of the very build, else by public headers. */
export function lockLayouts(types: StructureLayouts | undefined): LockLayouts {
  if (types === undefined) return BY_HEADER;
  const found = known.get(types) ?? byTypes(types);
  known.set(types, found);
  return found;
}
