import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { readLinks } from '../dump/kernel-lists/walk-list.ts';
import type { Memory } from '../dump/memory/memory.ts';
import type { ProcessLayout } from './layouts/process-layout.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';

/**
 * The second list of each process's threads: EPROCESS.ThreadListHead, through ETHREAD.ThreadListEntry. It holds the same
 * threads as the first in the same order, so both offsets follow from a process with a whole first list.
 */
export interface ExecutiveLists {
  /** Offset of EPROCESS.ThreadListHead. */
  readonly head: number;
  /** Offset of ETHREAD.ThreadListEntry. */
  readonly entry: number;
}

/** A process with the first and last thread of its first list. */
export interface WholeList {
  readonly process: VirtualAddress;
  readonly first: VirtualAddress;
  readonly last: VirtualAddress;
}

/** Processes that must agree, where there are so many. */
const MOST_WITNESSES = 8;

/** The pairs of offsets at which a process has links into its own first and last thread, at one distance. */
function pairsOf(
  memory: Memory,
  processLayout: ProcessLayout,
  layout: ThreadLayout,
  { process, first, last }: WholeList,
): ExecutiveLists[] {
  const pairs: ExecutiveLists[] = [];
  for (let head = processLayout.threadListHead + 16; head + 16 <= processLayout.size; head += 8) {
    const links = readLinks(memory, addressAt(process, head));
    if (links === undefined) continue;
    const entry = Number(links.next - first);
    const back = Number(links.previous - last);
    if (entry !== back || entry <= 0 || entry + 16 > layout.size || entry % 8 !== 0) continue;
    // The neighbours point back at the head.
    if (readLinks(memory, links.next)?.previous !== addressAt(process, head)) continue;
    pairs.push({ head, entry });
  }
  return pairs;
}

/** The offsets of the second list that every witness has; undefined when there is no witness, or when they disagree. */
export function findExecutiveLists(
  memory: Memory,
  processLayout: ProcessLayout,
  layout: ThreadLayout,
  whole: readonly WholeList[],
): ExecutiveLists | undefined {
  let shared: ExecutiveLists[] | undefined;
  for (const witness of whole.slice(0, MOST_WITNESSES)) {
    const pairs = pairsOf(memory, processLayout, layout, witness);
    shared = (shared ?? pairs).filter(({ head, entry }) =>
      pairs.some((pair) => pair.head === head && pair.entry === entry),
    );
  }
  return shared?.[0];
}
