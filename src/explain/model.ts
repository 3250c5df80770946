import type { VirtualAddress } from '../binary/address.ts';
import type { LayoutSource } from '../kernel/layouts/layout-source.ts';

/**
 * What a dump shows about why its threads do not run: waits, the locks and requests behind them, and the owners of those.
 * Every statement carries its evidence. What the dump does not hold is absent, never replaced by a guess.
 */

/** How a statement is known, strongest first. */
export const EVIDENCE_CLASSES = [
  /** Bytes of the dump that passed their guard. */
  'Memory',
  /** Follows from such bytes by a layout rule; the rule names its source. */
  'Derived',
  /** Names of exact frames. */
  'Stack',
  /** The text of a known signature. */
  'Pattern',
  /** Scanned frames, pair rules, elimination. */
  'Guess',
] as const;

export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** The class of a statement and what it rests on. */
export interface Evidence {
  readonly class: EvidenceClass;
  /** A noun phrase for a person: `owner entry of the resource`. */
  readonly basis: string;
}

/** The weakest of several classes: the class of a sentence that joins such statements. */
export function weakestClass(classes: readonly EvidenceClass[]): EvidenceClass {
  // No spread: a lock may have more owners than a call takes arguments.
  const rank = classes.reduce((weakest, each) => Math.max(weakest, EVIDENCE_CLASSES.indexOf(each)), 0);
  return EVIDENCE_CLASSES[rank] ?? 'Guess';
}

/** The weakest of several pieces of evidence, the first of equals; undefined for none. */
export function weakestOf(all: readonly Evidence[]): Evidence | undefined {
  const weakest = weakestClass(all.map((each) => each.class));
  return all.find((each) => each.class === weakest);
}

/** A thread that a statement names. */
export interface ThreadReference {
  readonly address: VirtualAddress;
  readonly threadId?: number;
  readonly processId?: number;
  readonly processName?: string;
  /** False for a thread that another object points to and that this dump does not contain. */
  readonly inDump: boolean;
}

/** A process that a statement names. */
export interface ProcessReference {
  readonly address: VirtualAddress;
  readonly processId?: number;
  readonly processName?: string;
}

/** The writer of the dump, which decides what its wait blocks mean. */
export type DumpOrigin =
  /** Whole pages: the machine stood still, or a live dump froze it. */
  | 'Pages'
  /** A small memory dump of a bug check: live values, few windows of memory. */
  | 'BugCheckTriage'
  /** A triage capture: the capture itself ended each wait for the time of its copy. */
  | 'CaptureTriage';

/** One wait of one thread. */
export interface ThreadWait {
  readonly thread: ThreadReference;
  /** Name of the wait reason, `WrResource`. */
  readonly reason?: string;
  /** The mode of the wait's caller: a wait in user mode ends with an APC or when the thread is terminated. */
  readonly mode?: 'Kernel' | 'User';
  /** Whether one object ends the wait (Any) or all must (All). A wait for one object is Any. */
  readonly waitType: 'Any' | 'All';
  /** In the order of the caller's array; empty when the wait blocks are not in the dump. */
  readonly objects: readonly WaitObject[];
  readonly timeout?: WaitTimeout;
  /** Since the wait began, milliseconds. In a CaptureTriage dump the capture may have restarted it. */
  readonly waitTimeMs?: number;
  /** How the wait blocks were proved to belong to a current wait. */
  readonly links: WaitLinks;
  /** A worker without work, or a thread that waits for its next task: not stuck. */
  readonly isIdle: boolean;
  /** The thread is on its way to its end: it waits for its requests, or for those that its process left. */
  readonly ending?: Evidence;
  /** Inside a critical region (KernelApcDisable < 0): such a thread often holds a lock of a file system. */
  readonly inCriticalRegion?: boolean;
  /** Why `objects` is empty or shorter than the wait; absent when it is whole. */
  readonly incomplete?: string;
  readonly evidence: Evidence;
}

export type WaitLinks =
  /** Each block is on the wait list of its object. */
  | 'Linked'
  /** Nothing contradicts it, but a neighbour of a block is not in the dump. */
  | 'NotStored'
  /** A capture took the thread off the lists; the values are those of the wait that it interrupted. */
  | 'UnlinkedByCapture';

export interface WaitTimeout {
  /** Milliseconds until the wait times out; absent when the due time or the clock is not in the dump. */
  readonly dueInMs?: number;
  readonly evidence: Evidence;
}

/** What an awaited object turned out to be. The number in the comment is the rule of `objects/rules`. */
export type WaitObjectKind =
  | 'Suspension' /* 1 */
  | 'AlpcReply' /* 2 */
  | 'UserLock' /* 3: keyed events, and waits for an alert by thread id */
  | 'ProcessExit' /* 4 */
  | 'ThreadExit' /* 5 */
  | 'Mutant' /* 6 */
  | 'Queue' /* 7 */
  | 'Timer' /* 8 */
  | 'Resource' /* 9 */
  | 'PushLock' /* 10 */
  | 'FastMutex' /* 11 */
  | 'FileEvent' /* 12 */
  | 'FileLock' /* 13 */
  | 'RequestEvent' /* 14 */
  | 'DriverEvent' /* 15 */
  | 'LocalEvent' /* 16 */
  | 'WorkerSignal' /* 17 */
  | 'Unknown'; /* 18 */

/** One object that a thread waits for. */
export interface WaitObject {
  /** The dispatcher object of the wait block. */
  readonly address: VirtualAddress;
  readonly kind: WaitObjectKind;
  /** The number of the rule that recognised it, 1 to 18. */
  readonly rule: number;
  /** `SynchronizationEvent`, `Semaphore`…; absent when the object is not in the dump. */
  readonly dispatcherType?: string;
  readonly evidence: Evidence;
  /** One phrase without its subject: `ERESOURCE nt+0xc44bc0 (exclusive)`. */
  readonly description: string;
  /** `nt+0x…` or a symbol, for an object inside a loaded image. */
  readonly name?: string;
  /** The lock in `KernelFacts.locks` that this waits for. */
  readonly lock?: string;
  /** The request in `KernelFacts.requests` that signals this object at its end. */
  readonly request?: VirtualAddress;
  readonly file?: FileReference;
  /** The driver with the object in its image or device extension: a suspect, not proved. */
  readonly driver?: string;
  /** The process or thread that must end or answer. */
  readonly target?: WaitTarget;
  readonly queue?: QueueFacts;
}

/** The thread or process that must act to end a wait that is not for a lock. */
export interface WaitTarget {
  readonly thread?: ThreadReference;
  readonly process?: ProcessReference;
  /** The object names no thread: a message that no server thread has taken yet. */
  readonly isUntaken?: boolean;
  readonly evidence: Evidence;
}

/** A work queue or completion port, KPRIQUEUE or KQUEUE. */
export interface QueueFacts {
  readonly address: VirtualAddress;
  readonly kind: 'Completion' | 'Priority';
  /** Threads of the queue that run now, as the kernel counts them. */
  readonly running?: number;
  /** Threads that may run at once. */
  readonly maximum?: number;
  /** Worker threads that exist; of an EX_WORK_QUEUE only. */
  readonly threads?: number;
  /** Work items done since the queue was made; of an EX_WORK_QUEUE only. */
  readonly itemsProcessed?: number;
  /** `itemsProcessed` when the balance set manager last looked. */
  readonly itemsAtLastPass?: number;
  /** Whether work is queued that no thread has taken. */
  readonly hasEntries?: boolean;
  readonly evidence: Evidence;
}

/** A queue of kernel work items with the threads that serve it. */
export interface WorkerPool {
  readonly queue: QueueFacts;
  /** Every thread of the pool: as many as the queue itself counts. */
  readonly workers: readonly ThreadReference[];
  /** Workers that wait at the queue for an item. */
  readonly idleCount: number;
  /** That these threads serve this queue. */
  readonly evidence: Evidence;
}

export type LockKind = 'Resource' | 'PushLock' | 'FastMutex' | 'Mutant' | 'FileLock';

/** A lock with its owners and waiters. */
export interface Lock {
  /** Equal for the same lock in dumps of one boot: kind and address, `Resource:0xfffff8047c644bc0`. */
  readonly id: string;
  readonly kind: LockKind;
  /** Absent when only the waiters are in the dump: they are linked to each other, the lock itself is not stored. */
  readonly address?: VirtualAddress;
  readonly name?: LockName;
  /** A shared lock has several. Empty: no owner, or the dump does not hold it (`ownersKnown`). */
  readonly owners: readonly Owner[];
  /** Whether `owners` has every owner entry of the lock; false when a part is not in the dump. */
  readonly ownersKnown: boolean;
  readonly waiters: readonly LockWaiter[];
  /**
   * Addresses of the blocks that waiters keep on their stacks, and of those that they link to. Locks of two dumps of one boot
   * that share such an address are one lock, even where neither dump holds the lock itself.
   */
  readonly waiterBlocks?: readonly VirtualAddress[];
  /** Counts as the lock itself holds them, so that a waiter that is not in the dump still counts. */
  readonly sharedWaiterCount?: number;
  readonly exclusiveWaiterCount?: number;
  /** How often a thread had to wait for it since it was made. */
  readonly contentionCount?: number;
  /** Which layout of ERESOURCE fits: before 1507, 1507 to 1607, 1703 and later. */
  readonly era?: ResourceEra;
  readonly resource?: ResourceFields;
  /** Priority of the waiter that the lock notes, and whether a known waiter has it: a cross-check. */
  readonly waiterPriority?: { readonly value: number; readonly agrees?: boolean };
  /** How the lock was found. */
  readonly foundBy: readonly LockSource[];
  /** Where the offsets of its fields come from; those of what only its waiters keep are rules. */
  readonly layoutSource: LayoutSource;
  /** That it is this lock. */
  readonly evidence: Evidence;
}

export type ResourceEra = 'BeforeWindows10' | 'Windows10Before1703' | 'Windows10Since1703';

/** Fields of an ERESOURCE as a debugger prints them. */
export interface ResourceFields {
  readonly activeCount: number;
  readonly activeEntries: number;
  readonly flags: number;
  readonly next: VirtualAddress;
  readonly previous: VirtualAddress;
}

export type LockSource =
  /** The list of all resources of the system. */
  | 'ResourceList'
  /** A pointer to a waiter's block is where a resource has one. */
  | 'WaiterPointer'
  /** Memory has the shape of an owned resource. */
  | 'Scan'
  /** The wait block of a waiter leads to it. */
  | 'WaitObject'
  /** Waiters are linked to each other. */
  | 'WaiterRing'
  /** Words of a waiter's stack. */
  | 'Stack';

/** What a lock is called. */
export interface LockName {
  /** `nt+0xc44bc0`, `nt!PnpRegistryDeviceResource`, `main resource of \\server\share\file`. */
  readonly text: string;
  readonly evidence: Evidence;
  /** The file of the control block that the lock belongs to. */
  readonly file?: FileReference;
}

/** An owner of a lock. */
export interface Owner {
  readonly kind: 'Thread' | 'OwnerPointer';
  /** Of kind Thread. */
  readonly thread?: ThreadReference;
  /** Of kind OwnerPointer: an owner that a driver set and that is no thread (ExSetResourceOwnerPointer). */
  readonly pointer?: VirtualAddress;
  readonly access: 'Exclusive' | 'Shared';
  /** How often it has acquired the lock. */
  readonly count?: number;
  readonly evidence: Evidence;
}

export interface LockWaiter {
  readonly thread: ThreadReference;
  /** Absent when the dump does not show it. */
  readonly access?: 'Exclusive' | 'Shared';
  readonly evidence: Evidence;
}

/** A driver that a request or a device leads to. */
export interface DriverReference {
  /** `\Driver\AmdPPM`, or the file name of its image when the name is not in the dump. */
  readonly name: string;
  readonly address?: VirtualAddress;
  /** `Memory` for its own name, `Derived` for the image that DriverStart is in. */
  readonly evidence: Evidence;
}

/** A file object, with its name as far as the dump holds it. */
export interface FileReference {
  readonly address: VirtualAddress;
  readonly name?: FileName;
}

export interface FileName {
  /** For a person: `\\server\share\file`, `\\.\pipe\name`, or the path on its volume. */
  readonly text: string;
  readonly kind: 'Local' | 'Network' | 'Pipe' | 'Device';
  /** As the file objects have it, related ones joined. */
  readonly raw: string;
  /** The drive letter of a network connection, `Z:`. */
  readonly drive?: string;
  /** The logon session of a network connection, hexadecimal. */
  readonly logonSession?: string;
  /** Label of the volume of a local file. */
  readonly volumeLabel?: string;
  /** The driver of the file's device. */
  readonly driver?: DriverReference;
  /** A part of the name is not in the dump: its end, or the file that it is relative to. `…` marks the place. */
  readonly isCut: boolean;
  readonly evidence: Evidence;
}

export type RequestSource =
  /** The list of requests of the thread. */
  | 'IrpList'
  /** A word on the thread's stack points to it. */
  | 'StackMention'
  /** A register that the walk recovered points to it. */
  | 'RegisterMention'
  /** The list of requests of a file object. */
  | 'FileIrpList'
  /** ETHREAD.TopLevelIrp. */
  | 'TopLevelIrp'
  /** DEVICE_OBJECT.CurrentIrp. */
  | 'DeviceCurrentIrp';

/** An I/O request that is not finished. */
export interface PendingRequest {
  readonly address: VirtualAddress;
  /** The thread that the request itself names (Tail.Overlay.Thread). */
  readonly thread?: ThreadReference;
  /** Its thread has ended: the state of the thread object, which the request keeps in memory. */
  readonly threadEnded?: Evidence;
  /** The thread through which it was found, when that is another one: a worker that acts for `thread`. */
  readonly foundThrough?: ThreadReference;
  readonly foundBy: readonly RequestSource[];
  readonly majorFunction?: string;
  readonly minorFunction?: string;
  /** From the first driver called to the last; numbered from 1 (the last one called first) as IRPs are. */
  readonly locations: readonly RequestLocation[];
  readonly currentLocation: number;
  readonly stackCount: number;
  /** The driver of the current location. */
  readonly holder?: RequestHolder;
  readonly file?: FileReference;
  readonly cancelled: boolean;
  readonly requestorMode: 'Kernel' | 'User';
  readonly userEvent?: VirtualAddress;
  readonly evidence: Evidence;
  /** What of the request is not in the dump; absent when all of it is. */
  readonly incomplete?: string;
}

export interface RequestHolder {
  readonly driver?: DriverReference;
  readonly device?: VirtualAddress;
  /** The driver has marked the request pending: it will finish it later. */
  readonly markedPending: boolean;
  readonly evidence: Evidence;
}

export interface RequestLocation {
  readonly number: number;
  readonly isCurrent: boolean;
  readonly majorFunction: string;
  readonly minorFunction?: string;
  readonly flags: number;
  readonly control: number;
  readonly device?: VirtualAddress;
  readonly driver?: DriverReference;
  readonly file?: VirtualAddress;
  readonly completionRoutine?: VirtualAddress;
  /** `nt+0x36b110` or a symbol. */
  readonly completionRoutineName?: string;
}

/** An object of known type that a word or a register of a frame points to. */
export interface Mention {
  readonly address: VirtualAddress;
  readonly type: MentionType;
  /** Where: `stack` with the address of the word, or the name of a register. */
  readonly place: { readonly stack: VirtualAddress } | { readonly register: string };
  /** The frame, counted from the innermost; absent for a word outside of known frames. */
  readonly frame?: number;
  readonly evidence: Evidence;
}

export type MentionType =
  | 'Thread'
  | 'Process'
  | 'Irp'
  | 'FileObject'
  | 'DeviceObject'
  | 'DriverObject'
  | 'Resource'
  | 'Event'
  | 'Semaphore'
  | 'Mutant'
  | 'Queue'
  | 'Timer';

/** Everything about one dump. */
export interface KernelFacts {
  readonly origin: DumpOrigin;
  readonly waits: readonly ThreadWait[];
  readonly locks: readonly Lock[];
  readonly requests: readonly PendingRequest[];
  /** Of a dump of whole pages. */
  readonly pools: readonly WorkerPool[];
  /** By structure: `KTHREAD`, `KALPC_MESSAGE`. */
  readonly layoutSources: Readonly<Record<string, LayoutSource>>;
  readonly limits: readonly FactLimit[];
}

/** Why the facts of a dump may be short. */
export interface FactLimit {
  /** `byDesign`: this kind of dump never holds it. `missing`: this dump should hold it, and does not. */
  readonly kind: 'byDesign' | 'missing';
  /** A sentence. */
  readonly message: string;
}
