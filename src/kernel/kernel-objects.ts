import { addressAt, type VirtualAddress } from '../binary/address.ts';
import type { Dump } from '../dump/dump.ts';
import type { Memory } from '../dump/memory/memory.ts';
import { calibrateIds, type KnownThread } from './calibrate-ids.ts';
import { type Confidence, confidenceOf, EVIDENCE_KINDS, type EvidenceKind } from './evidence.ts';
import { hasObjectType } from './guards.ts';
import { processLayout } from './layouts/process-layout.ts';
import { type ThreadLayout, threadLayout } from './layouts/thread-layout.ts';
import { type Processor, readProcessors } from './processors.ts';
import { type KernelProcess, readProcess } from './read-process.ts';
import { type KernelThread, readThread } from './read-thread.ts';
import { type SearchSpace, scanForPointers, scanForThreads, searchSpace } from './scan.ts';
import { isStackShape, readStackPointers } from './stack-shape.ts';
import { kernelClock } from './system-time.ts';
import { listProcesses, listThreadsOf } from './thread-lists.ts';

/** A thread object with the reasons to believe in it. */
export interface FoundThread extends KernelThread {
  /** Strongest first; never empty. */
  readonly evidence: readonly EvidenceKind[];
  readonly confidence: Confidence;
  /** The processor that runs the thread, or whose idle thread it is. */
  readonly processor?: number;
}

/** The processes and threads inside a dump. */
export interface KernelObjects {
  readonly processes: readonly KernelProcess[];
  readonly threads: readonly FoundThread[];
  readonly processors: readonly Processor[];
}

/** Addresses of threads and what speaks for each. */
interface Candidates {
  add(kind: EvidenceKind, address: VirtualAddress | undefined, processor?: number): void;
  readonly all: ReadonlyMap<VirtualAddress, { kinds: Set<EvidenceKind>; processor?: number }>;
}

/**
 * An object is believed when it is of the type of a thread, or when its type is not in the dump but its stack pointers
 * are and fit.
 */
function isThread(memory: Memory, layout: ThreadLayout, address: VirtualAddress): boolean {
  const typed = hasObjectType(memory, address, 'thread');
  if (typed !== undefined) return typed;
  const pointers = readStackPointers(memory, layout, address);
  return pointers !== undefined && isStackShape(pointers);
}

function collectCandidates(memory: Memory, layout: ThreadLayout): Candidates {
  const all = new Map<VirtualAddress, { kinds: Set<EvidenceKind>; processor?: number }>();
  return {
    all,
    add(kind, address, processor) {
      if (address === undefined) return;
      const known = all.get(address);
      if (!known && !isThread(memory, layout, address)) return;
      const candidate = known ?? { kinds: new Set<EvidenceKind>() };
      candidate.kinds.add(kind);
      if (processor !== undefined) candidate.processor = processor;
      all.set(address, candidate);
    },
  };
}

/** Finds threads by everything but the processes they point at, which these threads tell first. */
function findDirectly(
  dump: Dump,
  layout: ThreadLayout,
  processors: readonly Processor[],
  space: SearchSpace,
  found: Candidates,
): void {
  if (dump.kind === 'triage') found.add('HeaderThread', dump.triage.objects.thread?.address);
  for (const { currentThread, idleThread, number } of processors) {
    found.add('ProcessorCurrent', currentThread, number);
    found.add('ProcessorIdle', idleThread, number);
  }
  if (dump.kind !== 'triage') return;
  const objects = dump.triage.dataBlocks.filter(({ size }) => size === layout.size);
  // The table of a capture is reported to begin with the newest block; the file itself is in the order of the request.
  for (const { address } of objects.sort((a, b) => a.offset - b.offset)) found.add('ThreadBlock', address);
  for (const address of scanForThreads(space, layout)) found.add('Shape', address);
}

/** Finds threads by the pointers to known processes that stand in memory. */
function findByProcess(
  memory: Memory,
  layout: ThreadLayout,
  space: SearchSpace,
  processes: ReadonlySet<bigint>,
  found: Candidates,
): void {
  for (const at of scanForPointers(space, processes))
    for (const offset of [layout.process, layout.apcProcess]) {
      const thread = addressAt(at, -offset);
      if (hasObjectType(memory, thread, 'thread') === true) found.add('ProcessPointer', thread);
    }
}

const rank = (kind: EvidenceKind) => EVIDENCE_KINDS.indexOf(kind);

export interface Hints {
  /** Addresses that a manifest beside the dump names as threads inside it. */
  readonly threads?: readonly VirtualAddress[];
  /** Threads of which it also tells the ids. */
  readonly known?: readonly KnownThread[];
}

/**
 * The processes and threads of a dump, each thread with how it was found and how sure that is. Empty when the dump
 * has no debugger data or is older than Windows 8.
 * @throws Failure FileUnreadable
 */
export function readKernelObjects(dump: Dump, hints: Hints = {}): KernelObjects {
  const data = dump.debuggerData();
  const byRule = data && threadLayout(data);
  const threads = byRule && calibrateIds(dump.memory, byRule, hints.known ?? []);
  const processes = data && processLayout(data);
  const processors = readProcessors(dump);
  if (!threads || !processes) return { processes: [], threads: [], processors };
  const { memory } = dump;
  const clock = kernelClock(dump);
  const found = collectCandidates(memory, threads);
  const isProcess = (address: VirtualAddress | undefined) =>
    address !== undefined && hasObjectType(memory, address, 'process') === true;

  const processAddresses = new Set<VirtualAddress>();
  if (dump.kind === 'pages') {
    const { addresses, broken } = listProcesses(dump, processes);
    if (broken) dump.findings.add('partial', `the list of processes cannot be followed: ${broken}`);
    for (const address of addresses) processAddresses.add(address);
    for (const thread of listThreadsOf(memory, addresses, processes, threads)) found.add('ListWalk', thread);
  }
  if (dump.kind === 'triage' && dump.triage.objects.process)
    processAddresses.add(dump.triage.objects.process.address);
  const space = dump.kind === 'triage' ? searchSpace(dump) : [];
  findDirectly(dump, threads, processors, space, found);
  for (const address of hints.threads ?? []) found.add('Manifest', address);

  const read = (address: VirtualAddress) => readThread(memory, threads, address, clock);
  const addOwners = () => {
    for (const address of found.all.keys()) {
      const { process, attachedProcess } = read(address);
      if (isProcess(process) && process) processAddresses.add(process);
      if (attachedProcess) processAddresses.add(attachedProcess);
    }
  };
  addOwners();
  findByProcess(memory, threads, space, processAddresses, found);

  const owners = new Map(
    Array.from(processAddresses, (address) => [address, readProcess(memory, processes, address)]),
  );
  const result = Array.from(found.all, ([address, { kinds, processor }]): FoundThread => {
    const own = read(address);
    // A thread of which the ids are not stored still has those of its process.
    const processId = own.processId ?? (own.process && owners.get(own.process)?.processId);
    const thread = processId === undefined ? own : { ...own, processId };
    const evidence = [...kinds].sort((a, b) => rank(a) - rank(b));
    const typed = hasObjectType(memory, address, 'thread') === true;
    const confidence = confidenceOf(evidence, { typed, owned: isProcess(thread.process) });
    return { ...thread, evidence, confidence, ...(processor !== undefined && { processor }) };
  });
  return {
    processes: [...owners.values()],
    threads: result,
    processors,
  };
}
