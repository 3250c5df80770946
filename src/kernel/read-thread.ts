import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { Mutable } from '../binary/mutable.ts';
import { namedState, STATE_WAITING } from '../contract/thread-state.ts';
import { isListHead, readLinks } from '../dump/kernel-lists/walk-list.ts';
import { type Memory, tryReadU8, tryReadU32, tryReadU64 } from '../dump/memory/memory.ts';
import { asObject, hasObjectType, isClientId } from './guards.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import { type PendingIrp, readPendingIrps } from './read-irps.ts';
import { areStackBounds, isStackShape, readStackPointers } from './stack-shape.ts';
import { type KernelClock, millisecondsSince } from './system-time.ts';

/** A thread object as a dump holds it. What the dump does not hold, or what fails its guard, is absent. */
export interface KernelThread {
  readonly address: VirtualAddress;
  readonly processId?: number;
  readonly threadId?: number;
  readonly state?: string;
  readonly waitReason?: string;
  readonly waitTimeMs?: number;
  readonly priority?: number;
  readonly basePriority?: number;
  readonly startAddress?: VirtualAddress;
  readonly win32StartAddress?: VirtualAddress;
  /** The process that owns the thread. */
  readonly process?: VirtualAddress;
  /** The process that the thread is attached to, when that is another one. */
  readonly attachedProcess?: VirtualAddress;
  readonly teb?: VirtualAddress;
  readonly stackLimit?: VirtualAddress;
  readonly stackBase?: VirtualAddress;
  readonly initialStack?: VirtualAddress;
  /** The saved stack pointer: where a walk of a thread that does not run starts. */
  readonly kernelStack?: VirtualAddress;
  readonly irps: readonly PendingIrp[];
}

/**
 * A capture by SysDbgGetTriageDump is reported to set this state in its copies of all threads but the first: it hides
 * the true one. Unproven; either way no kernel has a state with this number.
 */
const STATE_HIDDEN_BY_CAPTURE = 0xff;
const MOST_PRIORITY = 31;

const at = (thread: VirtualAddress, offset: number | undefined) =>
  offset === undefined ? undefined : addressAt(thread, offset);

function readIds(memory: Memory, layout: ThreadLayout, thread: VirtualAddress) {
  const place = at(thread, layout.cid);
  const processId = place && tryReadU64(memory, place);
  const threadId = place && tryReadU64(memory, addressAt(place, 8));
  if (processId === undefined || threadId === undefined) return {};
  // Only idle threads have ids of zero, and memory that was never written looks the same.
  return isClientId(processId) && isClientId(threadId) && processId > 0n && threadId > 0n
    ? { processId: Number(processId), threadId: Number(threadId) }
    : {};
}

function readState(
  memory: Memory,
  layout: ThreadLayout,
  thread: VirtualAddress,
  clock: KernelClock | undefined,
) {
  const state = tryReadU8(memory, addressAt(thread, layout.state));
  if (state === undefined || state === STATE_HIDDEN_BY_CAPTURE) return {};
  if (state !== STATE_WAITING) return namedState({ state });
  const reasonAt = at(thread, layout.waitReason);
  const reason = reasonAt && tryReadU8(memory, reasonAt);
  const sinceAt = at(thread, layout.waitTime);
  const since = sinceAt && tryReadU32(memory, sinceAt);
  const waitTimeMs = clock && since !== undefined ? millisecondsSince(clock, since) : undefined;
  return {
    ...namedState({ state, waitReason: reason }),
    ...(waitTimeMs !== undefined && { waitTimeMs }),
  };
}

function readPriority(memory: Memory, place: VirtualAddress): number | undefined {
  const value = tryReadU8(memory, place);
  return value !== undefined && value <= MOST_PRIORITY ? value : undefined;
}

/** KTHREAD.PreviousMode is 0 or 1: anything else shows that the offsets beside it do not fit. */
function readBasePriority(memory: Memory, layout: ThreadLayout, thread: VirtualAddress): number | undefined {
  if (layout.previousMode !== undefined) {
    const previousMode = tryReadU8(memory, addressAt(thread, layout.previousMode));
    if (previousMode !== 0 && previousMode !== 1) return undefined;
  }
  return readPriority(memory, addressAt(thread, layout.basePriority));
}

/** The owner, and the process the thread is attached to: `ApcState.Process` alone would mix them up. */
function readProcesses(memory: Memory, layout: ThreadLayout, thread: VirtualAddress) {
  const owner = asObject(tryReadU64(memory, addressAt(thread, layout.process)));
  const current = asObject(tryReadU64(memory, addressAt(thread, layout.apcProcess)));
  const isProcess = (address: VirtualAddress) => hasObjectType(memory, address, 'process');
  // The owner's place is a rule, so what it holds must not be something else than a process.
  const process = owner && isProcess(owner) !== false ? owner : current;
  if (!process || isProcess(process) === false) return {};
  return {
    process,
    ...(current && current !== process && isProcess(current) && { attachedProcess: current }),
  };
}

function readStack(memory: Memory, layout: ThreadLayout, thread: VirtualAddress) {
  const pointers = readStackPointers(memory, layout, thread);
  if (!pointers || !areStackBounds(pointers)) return {};
  return {
    stackLimit: virtualAddress(pointers.stackLimit),
    stackBase: virtualAddress(pointers.stackBase),
    initialStack: virtualAddress(pointers.initialStack),
    ...(isStackShape(pointers) && { kernelStack: virtualAddress(pointers.kernelStack) }),
  };
}

/** ETHREAD.IrpList, when what is there is a list head as far as the dump shows. */
function irpListOf(memory: Memory, layout: ThreadLayout, thread: VirtualAddress): VirtualAddress | undefined {
  const head = at(thread, layout.irpList);
  const links = head && readLinks(memory, head);
  if (!head || !links) return undefined;
  if (links.next === head || isListHead(memory, head)) return head;
  // The first request may be outside of the dump.
  return readLinks(memory, links.next) === undefined && asObject(links.next) ? head : undefined;
}

function pointerAt(memory: Memory, place: VirtualAddress | undefined): VirtualAddress | undefined {
  const value = place && tryReadU64(memory, place);
  return value ? virtualAddress(value) : undefined;
}

/** Everything about the thread object at `address`, which must be one. */
export function readThread(
  memory: Memory,
  layout: ThreadLayout,
  address: VirtualAddress,
  clock: KernelClock | undefined,
): KernelThread {
  const irpList = irpListOf(memory, layout, address);
  const thread: Mutable<KernelThread> = {
    address,
    ...readIds(memory, layout, address),
    ...readState(memory, layout, address, clock),
    ...readProcesses(memory, layout, address),
    ...readStack(memory, layout, address),
    irps: irpList ? readPendingIrps(memory, layout.io, address, irpList) : [],
  };
  const priority = readPriority(memory, addressAt(address, layout.priority));
  const basePriority = readBasePriority(memory, layout, address);
  const startAddress = pointerAt(memory, at(address, layout.startAddress));
  const win32StartAddress = pointerAt(memory, at(address, layout.win32StartAddress));
  const teb = pointerAt(memory, addressAt(address, layout.teb));
  if (priority !== undefined) thread.priority = priority;
  if (basePriority !== undefined) thread.basePriority = basePriority;
  if (startAddress) thread.startAddress = startAddress;
  if (win32StartAddress) thread.win32StartAddress = win32StartAddress;
  if (teb) thread.teb = teb;
  return thread;
}
