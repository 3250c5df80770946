import { type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { once } from '../binary/once.ts';
import type { DebuggerData } from '../dump/debugger-data.ts';
import type { Dump } from '../dump/dump.ts';
import { type Memory, tryReadU64 } from '../dump/memory/memory.ts';
import { originOf } from '../dump/origin.ts';
import type { Work } from '../dump/work.ts';
import type { FoundThread, KernelObjects } from '../kernel/kernel-objects.ts';
import { type IoLayouts, ioLayouts } from '../kernel/layouts/io-layouts.ts';
import type { LayoutInputs } from '../kernel/layouts/layout-source.ts';
import type { StructureLayouts } from '../kernel/layouts/structure-layouts.ts';
import type { KernelProcess } from '../kernel/read-process.ts';
import { type SearchSpace, searchSpace } from '../kernel/scan.ts';
import { type KernelClock, kernelClock } from '../kernel/system-time.ts';
import type { NamedFrame } from '../stack/named-frame.ts';
import { type ImageMap, imageMap } from './images.ts';
import { type LockLayouts, lockLayouts } from './layouts/lock-layouts.ts';
import { type ThreadFields, threadFields } from './layouts/thread-fields.ts';
import type { DumpOrigin, ThreadReference } from './model.ts';
import { pageWindow } from './page-window.ts';

/** KUSER_SHARED_DATA.InterruptTime of ntddk.h, at its fixed kernel address. */
const INTERRUPT_TIME = virtualAddress(0xffff_f780_0000_0008n);

/** A thread, and what the capture noted of it before it changed its copy. */
export interface ViewThread extends FoundThread {
  /** In a capture: the state that the enumeration before it saw. */
  readonly standing?: { readonly state?: string; readonly waitReason?: string; readonly waitTimeMs?: number };
}

/** What every reader of this room works on: memory, the threads known in it, and where their fields are. */
export interface KernelView {
  readonly memory: Memory;
  /** What is made of the dump counts like what is read of it: where the work is used up, memory ends. */
  readonly work: Work;
  readonly origin: DumpOrigin;
  readonly debuggerData: DebuggerData | undefined;
  readonly inputs: LayoutInputs;
  readonly fields: ThreadFields;
  readonly io: IoLayouts;
  readonly lockLayouts: LockLayouts;
  readonly threads: ReadonlyMap<bigint, ViewThread>;
  readonly processes: ReadonlyMap<bigint, KernelProcess>;
  readonly images: ImageMap;
  readonly clock: KernelClock | undefined;
  /** Interrupt time in units of 100 ns, to which timers count. */
  readonly interruptTime: bigint | undefined;
  /** The build number of the header. */
  readonly build: number | undefined;
  /** All stored memory, where it is little enough to be searched whole. */
  readonly space: SearchSpace | undefined;
  /** The frames of a thread, innermost first; empty where none are known. */
  frames(thread: VirtualAddress): readonly NamedFrame[];
  /** The identity of a thread that the dump does not contain, where it is known from elsewhere. */
  identityOf(thread: VirtualAddress): ThreadIdentity | undefined;
}

export interface ViewOptions {
  /** Structures of the very build, from its PDB. */
  readonly types?: StructureLayouts | undefined;
  /** Frames of a thread; asked at most once a thread. */
  readonly frames?: (thread: FoundThread) => readonly NamedFrame[];
  /** `nt!Name+0x10` of an address; `module+0x…` is used where it is undefined. */
  readonly nameOf?: (address: VirtualAddress) => string | undefined;
  readonly standing?: (thread: FoundThread) => ViewThread['standing'];
  /** The identity of a thread that the dump does not contain, from what the capture noted beside it. */
  readonly identityOf?: (thread: VirtualAddress) => ThreadIdentity | undefined;
}

type ThreadIdentity = Pick<ThreadReference, 'threadId' | 'processId' | 'processName'>;

function kindOf(dump: Dump): DumpOrigin {
  if (dump.kind !== 'triage') return 'Pages';
  return originOf(dump).kind === 'TriageCapture' ? 'CaptureTriage' : 'BugCheckTriage';
}

function joinStanding(thread: FoundThread, standing: ViewThread['standing']): ViewThread {
  return standing === undefined ? thread : { ...thread, standing };
}

/** Everything that the readers of this room need of a dump. Frames are walked when they are first asked for. */
export function kernelView(dump: Dump, objects: KernelObjects, options: ViewOptions = {}): KernelView {
  const { types, standing, frames, nameOf, identityOf } = options;
  const debuggerData = dump.debuggerData();
  const inputs: LayoutInputs = { debuggerData, types };
  const threads = new Map<bigint, ViewThread>(
    objects.threads.map((thread) => [thread.address, joinStanding(thread, standing?.(thread))]),
  );
  const walked = new Map<bigint, readonly NamedFrame[]>();
  // A copy of the whole memory: a view that only tells which stacks to walk does not search.
  const space = once(() => (dump.kind === 'triage' ? searchSpace(dump) : undefined));
  return {
    memory: dump.kind === 'pages' ? pageWindow(dump.memory, dump.work) : dump.memory,
    work: dump.work,
    origin: kindOf(dump),
    debuggerData,
    inputs,
    fields: threadFields(inputs),
    io: ioLayouts(types),
    lockLayouts: lockLayouts(types),
    threads,
    processes: new Map(objects.processes.map((process) => [process.address, process])),
    images: imageMap(dump.drivers(), nameOf),
    clock: kernelClock(dump),
    interruptTime: tryReadU64(dump.memory, INTERRUPT_TIME) ?? dump.header.get('SystemUpTime'),
    build: dump.header.get('MinorVersion'),
    get space() {
      return space();
    },
    identityOf: (thread) => identityOf?.(thread),
    frames(address) {
      const known = walked.get(address);
      if (known) return known;
      const thread = threads.get(address);
      const found = (thread && frames?.(thread)) ?? [];
      walked.set(address, found);
      return found;
    },
  };
}

/** The thread at an address, as statements name it. */
export function threadReference(
  { threads, processes, identityOf }: KernelView,
  address: VirtualAddress,
): ThreadReference {
  const thread = threads.get(address);
  if (thread === undefined) return { address, ...identityOf(address), inDump: false };
  const { threadId, processId } = thread;
  const name = thread.process && processes.get(thread.process)?.name;
  // Of nearly every thread all is known.
  if (threadId !== undefined && processId !== undefined && name !== undefined)
    return { address, threadId, processId, processName: name, inDump: true };
  return {
    address,
    ...(threadId !== undefined && { threadId }),
    ...(processId !== undefined && { processId }),
    ...(name !== undefined && { processName: name }),
    inDump: true,
  };
}
