import { isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { offsetInPage } from '../../binary/address-halves.ts';
import { LIST_ENTRY64 } from '../layouts/loader.ts';
import { type Memory, tryReadFields } from '../memory/memory.ts';

export interface ListWalk {
  /** Addresses of the LIST_ENTRYs, in list order, without the head; the last may be one that is not in the dump. */
  readonly entries: readonly VirtualAddress[];
  /** Why the walk ended before it came back to the head; absent when it did. */
  readonly broken?: string;
}

/** The two links at an address. */
export function readLinks(memory: Memory, address: VirtualAddress) {
  const links = tryReadFields(memory, address, LIST_ENTRY64);
  return links && { next: virtualAddress(links.Flink), previous: virtualAddress(links.Blink) };
}

/** One of the two links at an address; undefined when the dump does not hold both, as `readLinks`. */
export function readLink(
  memory: Memory,
  address: VirtualAddress,
  direction: 'next' | 'previous',
): VirtualAddress | undefined {
  const page = memory.pageView?.(address, LIST_ENTRY64.size);
  if (page === undefined) return readLinks(memory, address)?.[direction];
  const { Flink, Blink } = LIST_ENTRY64.fields;
  const { offset } = direction === 'next' ? Flink : Blink;
  return virtualAddress(page.getBigUint64(offsetInPage(address) + offset, true));
}

/** Whether a list head is one: its neighbours, if memory holds them, point back at it. */
export function isListHead(memory: Memory, head: VirtualAddress): boolean {
  const links = readLinks(memory, head);
  return links !== undefined && readLinks(memory, links.next)?.previous === head;
}

/**
 * Follows Flink from a head, or Blink when asked to. The walk ends at the head, at a repeated or unreadable entry, or after
 * `most` entries.
 */
export function walkList(
  memory: Memory,
  head: VirtualAddress,
  most: number,
  direction: 'next' | 'previous' = 'next',
): ListWalk {
  const entries: VirtualAddress[] = [];
  let at = readLink(memory, head, direction);
  if (at === undefined) return { entries, broken: 'the head of the list is not in the dump' };
  // Most lists of a thread are empty.
  if (at === head) return { entries };
  const seen = new Set<bigint>([head]);
  while (at !== head) {
    if (!isKernelAddress(at)) return { entries, broken: 'the list leaves kernel memory' };
    if (seen.has(at)) return { entries, broken: 'the list runs in a circle that misses its head' };
    if (entries.length >= most) return { entries, broken: `the list has more than ${most} entries` };
    seen.add(at);
    entries.push(at);
    const next: VirtualAddress | undefined = readLink(memory, at, direction);
    if (next === undefined) return { entries, broken: 'an entry of the list is not in the dump' };
    at = next;
  }
  return { entries };
}

/**
 * Follows a list from its head, and from its other end too where it breaks off. `broken` then means that entries in
 * between may be missing.
 */
export function walkBothWays(memory: Memory, head: VirtualAddress, most: number): ListWalk {
  const forward = walkList(memory, head, most);
  if (forward.broken === undefined) return forward;
  const backward = walkList(memory, head, most, 'previous');
  const known = new Set(forward.entries);
  const more = backward.entries.filter((entry) => !known.has(entry)).reverse();
  return { entries: [...forward.entries, ...more], broken: forward.broken };
}
