import type { VirtualAddress } from '../binary/address.ts';
import { atOnce, type Steps } from '../binary/steps.ts';
import type { Dump, PageDump } from '../dump/dump.ts';
import type { Memory } from '../dump/memory/memory.ts';
import { UNITS_PER_CHARACTER, UNITS_PER_OBJECT } from '../dump/work.ts';
import { calibrateIds, type KnownThread } from './calibrate-ids.ts';
import { type Confidence, confidenceOf, EVIDENCE_KINDS, type EvidenceKind } from './evidence.ts';
import { hasObjectType } from './guards.ts';
import { readIdTable } from './id-table.ts';
import { type ProcessLayout, processLayout } from './layouts/process-layout.ts';
import type { StructureLayouts } from './layouts/structure-layouts.ts';
import { type ThreadLayout, threadLayout } from './layouts/thread-layout.ts';
import { type Processor, readProcessors } from './processors.ts';
import type { PendingIrp } from './read-irps.ts';
import { IDLE_PROCESS_ID, type KernelProcess, readProcess } from './read-process.ts';
import { type KernelThread, readThread } from './read-thread.ts';
import { borrowedSpace, type SearchSpace } from './scan.ts';
import { kernelClock } from './system-time.ts';
import {
  collectCandidates,
  findByProcess,
  findOnProcessors,
  findStored,
  type ThreadCandidate,
  type ThreadCandidates,
} from './thread-candidates.ts';
import { listProcesses, listThreadsOf, processesOnProcessors } from './thread-lists.ts';

/** A thread object with the reasons to believe in it. */
export interface FoundThread extends KernelThread {
  /** Strongest first; never empty. */
  readonly evidence: readonly EvidenceKind[];
  readonly confidence: Confidence;
  /** The processor that runs the thread, or that it is the idle thread of. */
  readonly processor?: number;
}

/** The processes and threads inside a dump. */
export interface KernelObjects {
  readonly processes: readonly KernelProcess[];
  readonly threads: readonly FoundThread[];
  readonly processors: readonly Processor[];
  /** Where the fields of threads and processes are; undefined where nothing places them. */
  readonly layouts?: KernelLayouts | undefined;
}

/** A thread that is known whole while others are still looked for, with its process. */
export interface EarlyThread {
  readonly thread: FoundThread;
  readonly process?: KernelProcess | undefined;
  readonly layouts: KernelLayouts;
}

/**
 * Which threads are yielded before all are known. `AsFound`: each as soon as the list of its process is followed, and a list that breaks
 * off later may add evidence for it. `AsResult`: once all lists are followed to their ends, each as the result has it and in the
 * same order; none where a list breaks off.
 */
export type EarlyThreads = 'AsFound' | 'AsResult';

export interface Hints {
  /** Addresses that a manifest beside the dump names as threads inside it. */
  readonly threads?: readonly VirtualAddress[];
  /** Threads of which it also gives the ids. */
  readonly known?: readonly KnownThread[];
  /** The processors, where the caller has read them by the same types. */
  readonly processors?: () => readonly Processor[];
  /** Structures of the very build, from the PDB of its kernel. */
  readonly types?: StructureLayouts | undefined;
}

export interface KernelLayouts {
  readonly thread: ThreadLayout;
  readonly process: ProcessLayout;
}

function layoutsOf(dump: Dump, { known = [], types }: Hints): KernelLayouts | undefined {
  const debuggerData = dump.debuggerData();
  const thread = threadLayout({ debuggerData, types });
  const process = processLayout({ debuggerData, types });
  if (debuggerData && !(thread && process))
    dump.findings.add(
      'lost',
      'the debugger data is of a Windows before 8.1: threads and processes cannot be found',
    );
  // A file with damage reports that already, and the missing debugger data with it; a header alone has no memory to hold it.
  const isExplained =
    dump.kind === 'header' ||
    dump.findings.list.some(({ effect }) => effect === 'damaged' || effect === 'truncated');
  if (debuggerData === undefined && !isExplained)
    dump.findings.add('lost', 'the dump has no debugger data: threads and processes cannot be found');
  return thread && process && { thread: calibrateIds(dump.memory, thread, known), process };
}

const isProcess = (memory: Memory, address: VirtualAddress | undefined): boolean =>
  address !== undefined && hasObjectType(memory, address, 'process') === true;

/** What the kernel's own lists lead to, in a dump that holds whole pages. */
function* followLists(
  dump: PageDump,
  layouts: KernelLayouts,
  seeds: readonly VirtualAddress[],
  processes: Set<VirtualAddress>,
  found: ThreadCandidates,
  early: (thread: VirtualAddress) => EarlyThread,
  which: EarlyThreads,
): Steps<void, EarlyThread> {
  const { memory, findings } = dump;
  const listed = listProcesses(dump, layouts.process, seeds);
  const threads = yield* withEarly(
    listThreadsOf(memory, listed.addresses, layouts.process, layouts.thread),
    which === 'AsFound' ? early : () => undefined,
  );
  for (const address of listed.addresses) processes.add(address);
  for (const thread of threads.addresses) {
    found.addTyped('ListWalk', thread);
    yield undefined;
  }
  if (listed.broken === undefined && threads.broken === undefined) {
    if (which === 'AsResult') for (const thread of threads.addresses) yield early(thread);
    return;
  }

  // The table of ids holds every process and thread, also where the lists are broken.
  const byId = readIdTable(dump);
  for (const address of byId?.processes ?? []) processes.add(address);
  for (const address of byId?.threads ?? []) found.add('IdTable', address);
  const effect = byId?.whole === true ? 'note' : 'lost';
  if (listed.broken) findings.add(effect, `the list of processes cannot be followed: ${listed.broken}`);
  if (threads.broken) findings.add(effect, threads.broken);
}

function* withEarly<T>(
  steps: Steps<T, readonly VirtualAddress[]>,
  early: (thread: VirtualAddress) => EarlyThread | undefined,
): Steps<T, EarlyThread> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    for (const address of value ?? []) yield early(address);
  }
}

/** What a thread with its requests costs, in units of `Work`. */
function unitsOf({ irps }: KernelThread): number {
  const names = irps.reduce(
    (sum, { fileName = '', driverName = '' }) => sum + fileName.length + driverName.length,
    0,
  );
  return UNITS_PER_OBJECT * (1 + irps.length) + UNITS_PER_CHARACTER * names;
}

/** Reads each thread once, however often it is asked for. */
function threadReader(dump: Dump, layout: ThreadLayout): (address: VirtualAddress) => KernelThread {
  const clock = kernelClock(dump);
  const known = new Map<VirtualAddress, KernelThread>();
  const requests = new Set<bigint>();
  /** A request is on the list of one thread. One that is on another list too was linked there by no kernel. */
  const isNew = ({ address }: PendingIrp): boolean => {
    if (requests.has(address)) {
      dump.findings.add('damaged', 'a request is on the lists of several threads: it is shown once');
      return false;
    }
    requests.add(address);
    return true;
  };
  return (address) => {
    const found = known.get(address);
    if (found !== undefined) return found;
    const thread = readThread(dump.memory, layout, address, clock);
    const own = thread.irps.length === 0 ? thread : { ...thread, irps: thread.irps.filter(isNew) };
    known.set(address, own);
    dump.work.spend(unitsOf(own));
    return own;
  };
}

type Processes = Pick<ReadonlyMap<VirtualAddress, KernelProcess>, 'get'>;

const rank = (kind: EvidenceKind) => EVIDENCE_KINDS.indexOf(kind);

/**
 * An idle thread belongs to the process Idle. Its id is zero, as the thread's own is. Often it is attached to System, and
 * an object of which only that part is stored looks like one of System's threads (both measured on a 19041 dump).
 */
function idleThread(thread: KernelThread, processes: Processes): KernelThread {
  const { process, ...rest } = thread;
  const ids = { processId: IDLE_PROCESS_ID, threadId: 0 };
  const isOwn = process !== undefined && !processes.get(process)?.processId;
  if (process === undefined) return { ...rest, ...ids };
  return isOwn ? { ...thread, ...ids } : { ...rest, ...ids, attachedProcess: process };
}

function judge(
  memory: Memory,
  thread: KernelThread,
  { kinds, processor, typed }: ThreadCandidate,
  processes: Processes,
): FoundThread {
  // A thread of which the ids are not stored still has that of its process.
  const processId = thread.processId ?? (thread.process && processes.get(thread.process)?.processId);
  const evidence = [...kinds].sort((a, b) => rank(a) - rank(b));
  const isIdle = kinds.has('ProcessorIdle');
  const confidence = confidenceOf(evidence, {
    typed: typed === true,
    owned: isProcess(memory, thread.process),
  });
  return {
    ...(isIdle ? idleThread(thread, processes) : thread),
    ...(processId !== undefined && !isIdle && { processId }),
    evidence,
    confidence,
    ...(processor !== undefined && { processor }),
  };
}

/**
 * The processes and threads of a dump, each thread with how it was found and how sure that is. Empty when the dump
 * has no debugger data or is older than Windows 8.
 * @throws Failure FileUnreadable
 */
export function readKernelObjects(dump: Dump, hints: Hints = {}): KernelObjects {
  return atOnce(kernelObjectsInSteps(dump, hints));
}

/** What is known of threads before the lists are followed: from the processors and from the manifest. */
function knownBeforeLists(
  memory: Memory,
  layout: ThreadLayout,
  processors: readonly Processor[],
  hints: Hints,
): ReadonlyMap<VirtualAddress, ThreadCandidate> {
  const known = collectCandidates(memory, layout);
  findOnProcessors(processors, known);
  for (const address of hints.threads ?? []) known.add('Manifest', address);
  return known.all;
}

/** The processes of a dump, each read at its first use. */
function processReader(memory: Memory, layout: ProcessLayout) {
  const known = new Map<VirtualAddress, KernelProcess>();
  return (address: VirtualAddress): KernelProcess => {
    const process = known.get(address) ?? readProcess(memory, layout, address);
    known.set(address, process);
    return process;
  };
}

/**
 * The same in steps, of at most some milliseconds each. In a dump of whole pages threads of lists are yielded before all are
 * known: a machine with 50,000 threads takes seconds.
 * @throws Failure FileUnreadable
 */
export function* kernelObjectsInSteps(
  dump: Dump,
  hints: Hints = {},
  which: EarlyThreads = 'AsFound',
): Steps<KernelObjects, EarlyThread> {
  const processors = hints.processors?.() ?? readProcessors(dump, hints.types);
  const layouts = layoutsOf(dump, hints);
  if (!layouts) return { processes: [], threads: [], processors };
  const searched = dump.kind === 'triage' ? borrowedSpace(dump) : undefined;
  try {
    return yield* objectsInSpace(dump, hints, which, { processors, layouts, space: searched?.space ?? [] });
  } finally {
    searched?.giveBack();
  }
}

/** What objects are found by, and where. */
interface Ground {
  readonly processors: readonly Processor[];
  readonly layouts: KernelLayouts;
  /** The memory of a triage dump. */
  readonly space: SearchSpace;
}

function* objectsInSpace(
  dump: Dump,
  hints: Hints,
  which: EarlyThreads,
  { processors, layouts, space }: Ground,
): Steps<KernelObjects, EarlyThread> {
  const { memory } = dump;
  const found = collectCandidates(memory, layouts.thread);
  const addresses = new Set<VirtualAddress>();
  const read = threadReader(dump, layouts.thread);
  const processAt = processReader(memory, layouts.process);
  const judged = new Map<VirtualAddress, FoundThread>();
  if (dump.kind === 'pages') {
    const seeds = processesOnProcessors(memory, processors, (thread) => read(thread).process);
    const known = knownBeforeLists(memory, layouts.thread, processors, hints);
    const listed: Processes = {
      get: (address) => (isProcess(memory, address) ? processAt(address) : undefined),
    };
    const early = (address: VirtualAddress): EarlyThread => {
      const kinds = new Set<EvidenceKind>(['ListWalk', ...(known.get(address)?.kinds ?? [])]);
      const processor = known.get(address)?.processor;
      const candidate = { kinds, typed: true, ...(processor !== undefined && { processor }) };
      const thread = judge(memory, read(address), candidate, listed);
      judged.set(address, thread);
      return { thread, process: thread.process && listed.get(thread.process), layouts };
    };
    yield* followLists(dump, layouts, seeds, addresses, found, early, which);
  }
  if (dump.kind === 'triage') {
    const { process, thread } = dump.triage.objects;
    if (process) addresses.add(process.address);
    found.add('HeaderThread', thread?.address);
  }
  findOnProcessors(processors, found);
  if (dump.kind === 'triage') findStored(dump, layouts.thread, space, found);
  yield undefined;
  for (const address of hints.threads ?? []) {
    found.add('Manifest', address);
    yield undefined;
  }

  // The threads so far lead to processes, and pointers to those lead to more threads.
  for (const address of found.all.keys()) {
    for (const process of [read(address).process, read(address).attachedProcess])
      if (process && isProcess(memory, process)) addresses.add(process);
    yield undefined;
  }
  findByProcess(memory, layouts.thread, space, addresses, found);

  const processes = new Map<VirtualAddress, KernelProcess>();
  for (const address of addresses) {
    processes.set(address, processAt(address));
    yield undefined;
  }
  const threads: FoundThread[] = [];
  for (const [address, candidate] of found.all) {
    const early = judged.get(address);
    // Where a list broke off, there is evidence that came later.
    const isWhole = early?.evidence.length === candidate.kinds.size;
    threads.push(early && isWhole ? early : judge(memory, read(address), candidate, processes));
    yield undefined;
  }
  return { processes: [...processes.values()], threads, processors, layouts };
}
