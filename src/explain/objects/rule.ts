import type { VirtualAddress } from '../../binary/address.ts';
import type {
  Evidence,
  FileReference,
  PendingRequest,
  QueueFacts,
  WaitObjectKind,
  WaitTarget,
} from '../model.ts';
import type { DeviceRange } from '../requests/devices.ts';
import type { KernelView } from '../view.ts';
import type { RawWait } from '../waits/raw-wait.ts';
import type { WaiterBlock, WaiterRing } from '../waits/waiter-rings.ts';
import type { DispatcherObject } from './dispatcher-object.ts';

/** What rules look up beside the object itself. */
export interface Lookups {
  /** The ring that the waiter block at an address belongs to. */
  ringAt(block: VirtualAddress): WaiterRing | undefined;
  /** A block of a ring that has been met. */
  waiterAt(block: VirtualAddress): WaiterBlock | undefined;
  /** The resource with waiters that share this event or semaphore (before 1703). */
  resourceOfEvent(event: VirtualAddress): SharedWaiterObject | undefined;
  /** The requests of a thread. */
  requestsOf(thread: VirtualAddress): readonly ThreadRequest[];
  deviceAt(address: VirtualAddress): DeviceRange | undefined;
  fileAt(address: VirtualAddress): FileReference;
}

/** What rules look at in a request. */
export type ThreadRequest = Pick<PendingRequest, 'address' | 'userEvent' | 'file'>;

export interface SharedWaiterObject {
  readonly resource: VirtualAddress;
  readonly access: 'Exclusive' | 'Shared';
}

/** One object of one wait, with everything that a rule may look at. */
export interface RuleContext {
  readonly view: KernelView;
  readonly wait: RawWait;
  readonly thread: VirtualAddress;
  readonly object: VirtualAddress;
  /** The other objects of the wait. */
  readonly others: readonly VirtualAddress[];
  /** Absent when the object's header is not in the dump or is that of no dispatcher object. */
  readonly header: DispatcherObject | undefined;
  /** Bytes from the start of the thread object to the object; undefined for one that is not inside the thread. */
  readonly inThread: number | undefined;
  /** Whether the object is on the thread's own kernel stack. */
  readonly onStack: boolean;
  readonly look: Lookups;
}

/** The lock that a wait object leads to. */
export type LockHint =
  | { readonly kind: 'Resource'; readonly ring: WaiterRing }
  | { readonly kind: 'Resource'; readonly shared: SharedWaiterObject }
  | { readonly kind: 'Resource'; readonly event: VirtualAddress }
  | { readonly kind: 'PushLock'; readonly block: VirtualAddress; readonly access?: 'Exclusive' | 'Shared' }
  | { readonly kind: 'FastMutex'; readonly mutex: VirtualAddress }
  | { readonly kind: 'Mutant'; readonly mutant: VirtualAddress }
  | { readonly kind: 'FileLock'; readonly file: VirtualAddress };

/** The answer of a rule about an object. */
export interface Match {
  readonly kind: WaitObjectKind;
  readonly evidence: Evidence;
  readonly description: string;
  readonly lock?: LockHint;
  readonly request?: VirtualAddress;
  readonly file?: FileReference;
  readonly driver?: string;
  readonly target?: WaitTarget;
  readonly queue?: QueueFacts;
  /** A worker without work. */
  readonly isIdle?: boolean;
}

/** A rule: its number in the order of trial, and a pure test. */
export interface Rule {
  readonly number: number;
  match(context: RuleContext): Match | undefined;
}
