import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { tryReadFields, tryReadU64 } from '../../dump/memory/memory.ts';
import { derived, fromMemory } from '../evidence.ts';
import {
  DISPATCHER_HEADER,
  DISPATCHER_TYPE,
  TIMER_DUE_TIME,
  TIMER_INSERTED,
  TYPE_MASK,
} from '../layouts/dispatcher.ts';
import type { WaitTimeout } from '../model.ts';
import type { ThreadObject } from '../thread-object.ts';
import type { KernelView } from '../view.ts';

const UNITS_PER_MS = 10_000;
/** A due time further away is damage, or the timer of a wait for ever. */
const FARTHEST_MS = 10 * 365 * 24 * 3600 * 1000;

/** Milliseconds until the timer at `address` is due; negative for one that is late. Undefined when the dump does not show it. */
export function dueInMs({ memory, interruptTime }: KernelView, address: VirtualAddress): number | undefined {
  const due = tryReadU64(memory, addressAt(address, TIMER_DUE_TIME));
  if (due === undefined || interruptTime === undefined) return undefined;
  const inMs = Number(BigInt.asIntN(64, due - interruptTime)) / UNITS_PER_MS;
  return Math.abs(inMs) <= FARTHEST_MS ? inMs : undefined;
}

/**
 * The time limit of a thread's wait: its own timer is in the kernel's timer table (KTIMER.Inserted). Undefined when the wait has
 * none, or when the timer is not in the dump.
 */
export function readTimeout(view: KernelView, object: ThreadObject): WaitTimeout | undefined {
  const offset = view.fields.offset('Timer');
  if (offset === undefined) return undefined;
  // The timer of nearly every thread is in no table: one byte shows it.
  const flags = object.u8At(offset + DISPATCHER_HEADER.fields.TimerMiscFlags.offset);
  if (flags === undefined || (flags & TIMER_INSERTED) === 0) return undefined;
  const timer = addressAt(object.address, offset);
  const header = tryReadFields(view.memory, timer, DISPATCHER_HEADER);
  if (!header) return undefined;
  const type = header.Type & TYPE_MASK;
  if (type !== DISPATCHER_TYPE.NotificationTimer && type !== DISPATCHER_TYPE.SynchronizationTimer)
    return undefined;
  const due = dueInMs(view, timer);
  const basis = 'timer of the thread';
  const evidence = view.origin === 'CaptureTriage' ? derived(basis) : fromMemory(basis);
  return { ...(due !== undefined && { dueInMs: due }), evidence };
}
