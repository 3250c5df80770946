import { addressAt, type VirtualAddress } from '../binary/address.ts';
import type { TriageDump } from '../dump/dump.ts';
import type { Memory } from '../dump/memory/memory.ts';
import type { EvidenceKind } from './evidence.ts';
import { hasObjectType } from './guards.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import type { Processor } from './processors.ts';
import { type SearchSpace, scanForPointers, scanForThreads } from './scan.ts';
import { isStackShape, readStackPointers } from './stack-shape.ts';

/** The evidence that an address is that of a thread. */
export interface ThreadCandidate {
  readonly kinds: Set<EvidenceKind>;
  /** Whether memory holds an object of the type of a thread there; undefined when it does not hold its first byte. */
  readonly typed: boolean | undefined;
  /** The processor that runs the thread, or that it is the idle thread of. */
  processor?: number;
}

/** Addresses of threads, in the order in which they were found. */
export interface ThreadCandidates {
  /** Adds evidence; an address where memory holds something else than a thread is not taken. */
  add(kind: EvidenceKind, address: VirtualAddress | undefined, processor?: number): void;
  /** Adds evidence for an object, which must be of the type of a thread. */
  addTyped(kind: EvidenceKind, address: VirtualAddress): void;
  readonly all: ReadonlyMap<VirtualAddress, ThreadCandidate>;
}

/**
 * An object is believed when it is of the type of a thread, or when its type is not in the dump but its stack pointers
 * are and fit.
 */
function isThread(
  memory: Memory,
  layout: ThreadLayout,
  address: VirtualAddress,
  typed: boolean | undefined,
): boolean {
  if (typed !== undefined) return typed;
  const pointers = readStackPointers(memory, layout, address);
  return pointers !== undefined && isStackShape(pointers);
}

export function collectCandidates(memory: Memory, layout: ThreadLayout): ThreadCandidates {
  const all = new Map<VirtualAddress, ThreadCandidate>();
  const put = (kind: EvidenceKind, address: VirtualAddress, typed: boolean | undefined) => {
    const candidate: ThreadCandidate = all.get(address) ?? { kinds: new Set(), typed };
    candidate.kinds.add(kind);
    all.set(address, candidate);
    return candidate;
  };
  return {
    all,
    add(kind, address, processor) {
      if (address === undefined) return;
      const known = all.get(address);
      const typed = known ? known.typed : hasObjectType(memory, address, 'thread');
      if (!known && !isThread(memory, layout, address, typed)) return;
      const candidate = put(kind, address, typed);
      if (processor !== undefined) candidate.processor = processor;
    },
    addTyped: (kind, address) => void put(kind, address, true),
  };
}

/** The threads that processors name. */
export function findOnProcessors(processors: readonly Processor[], found: ThreadCandidates): void {
  for (const { currentThread, idleThread, number } of processors) {
    found.add('ProcessorCurrent', currentThread, number);
    found.add('ProcessorIdle', idleThread, number);
  }
}

/** The threads that a triage dump stores as objects, and those that its memory has the shape of. */
export function findStored(
  { triage }: TriageDump,
  layout: ThreadLayout,
  space: SearchSpace,
  found: ThreadCandidates,
): void {
  const objects = triage.dataBlocks.filter(({ size }) => size === layout.size);
  // The table of a capture is reported to begin with the newest block; the file itself is in the order of the request.
  for (const { address } of objects.sort((a, b) => a.offset - b.offset)) found.add('ThreadBlock', address);
  for (const address of scanForThreads(space, layout)) found.add('Shape', address);
}

/** The threads of known processes, by the pointers to those in memory. */
export function findByProcess(
  memory: Memory,
  layout: ThreadLayout,
  space: SearchSpace,
  processes: ReadonlySet<bigint>,
  found: ThreadCandidates,
): void {
  for (const at of scanForPointers(space, processes))
    for (const offset of [layout.process, layout.apcProcess]) {
      const thread = addressAt(at, -offset);
      if (hasObjectType(memory, thread, 'thread') === true) found.addTyped('ProcessPointer', thread);
    }
}
