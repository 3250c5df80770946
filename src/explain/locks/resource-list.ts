import { type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { Steps } from '../../binary/steps.ts';
import { readLinks } from '../../dump/kernel-lists/walk-list.ts';
import type { KernelView } from '../view.ts';
import { type ResourceMemory, readResource } from './resource-memory.ts';

/** More than any server has; a list beyond is damage. */
const MOST_RESOURCES = 0x100000;

export interface ResourceList {
  /** Those that are owned or waited for; free ones are only counted. */
  readonly active: readonly ResourceMemory[];
  readonly count: number;
  /** Why the list is not whole; absent when the walk came back to its head. */
  readonly broken?: string;
}

const isActive = ({ isOwned, bytes }: ResourceMemory) =>
  isOwned || bytes.NumberOfSharedWaiters > 0 || bytes.NumberOfExclusiveWaiters > 0;

/**
 * All resources of the system, by ExpSystemResourcesList of the debugger data. A walk that breaks goes on from the other end, so
 * that one missing page hides one stretch. Entries that fail the guard of a resource are followed but not taken.
 */
export function* listResources(view: KernelView): Steps<ResourceList> {
  const head = view.debuggerData?.known('ExpSystemResourcesList');
  if (head === undefined)
    return { active: [], count: 0, broken: 'The debugger data names no list of resources' };
  const start = virtualAddress(head);
  const seen = new Set<bigint>([start]);
  const active: ResourceMemory[] = [];
  let count = 0;

  /** True when the walk came back to the head. */
  function* walk(direction: 'next' | 'previous'): Steps<boolean> {
    let at: VirtualAddress | undefined = readLinks(view.memory, start)?.[direction];
    while (at !== undefined && at !== start && !seen.has(at) && seen.size <= MOST_RESOURCES) {
      seen.add(at);
      const resource = readResource(view, at);
      if (resource) count++;
      if (resource && isActive(resource)) active.push(resource);
      at = readLinks(view.memory, at)?.[direction];
      yield;
    }
    return at === start;
  }

  if (yield* walk('next')) return { active, count };
  yield* walk('previous');
  return { active, count, broken: 'The list of all resources is not whole in the dump' };
}
