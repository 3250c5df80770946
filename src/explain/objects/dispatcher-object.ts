import { isKernelAddress, type VirtualAddress } from '../../binary/address.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import { DISPATCHER_HEADER, DISPATCHER_TYPE, type DispatcherType, TYPE_MASK } from '../layouts/dispatcher.ts';
import type { KernelView } from '../view.ts';

/** The header of an object that can be waited for. */
export interface DispatcherObject {
  readonly type: DispatcherType;
  /** In 32-bit words. */
  readonly words: number;
  readonly signalled: boolean;
}

const TYPES = new Map<number, DispatcherType>(
  Object.entries(DISPATCHER_TYPE).map(([name, number]) => [number, name as DispatcherType]),
);

/** The dispatcher object at `address`: a known type and a wait list in kernel memory. */
export function readDispatcherObject(
  view: KernelView,
  address: VirtualAddress,
): DispatcherObject | undefined {
  const header = tryReadFields(view.memory, address, DISPATCHER_HEADER);
  if (header === undefined) return undefined;
  const type = TYPES.get(header.Type & TYPE_MASK);
  if (type === undefined) return undefined;
  if (!isKernelAddress(header.WaitListFlink) || !isKernelAddress(header.WaitListBlink)) return undefined;
  return { type, words: header.Size, signalled: (header.SignalState | 0) > 0 };
}

export const isEvent = (object: DispatcherObject | undefined): boolean =>
  object?.type === 'SynchronizationEvent' || object?.type === 'NotificationEvent';
