import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { tryReadU16 } from '../../dump/memory/memory.ts';
import { IO_TYPE } from '../../kernel/layouts/io.ts';
import { EVENT_WORDS, SEMAPHORE_WORDS } from '../layouts/dispatcher.ts';
import type { Lock, MentionType } from '../model.ts';
import { readDispatcherObject } from '../objects/dispatcher-object.ts';
import { readIrpHeader } from '../requests/irp.ts';
import type { KernelView } from '../view.ts';

/** What memory at an address is, where its own bytes show it; undefined for everything else. */
export type Classify = (address: VirtualAddress) => MentionType | undefined;

/** Objects of the I/O manager begin with a type and a size. */
function ioObject(view: KernelView, address: VirtualAddress): MentionType | undefined {
  const type = tryReadU16(view.memory, address);
  const size = tryReadU16(view.memory, addressAt(address, 2));
  if (type === undefined || size === undefined) return undefined;
  if (type === IO_TYPE.file && size === view.io.fileSize) return 'FileObject';
  if (type === IO_TYPE.driver && size === view.io.driverSize) return 'DriverObject';
  if (type === IO_TYPE.device && size >= view.io.deviceSize) return 'DeviceObject';
  return type === IO_TYPE.irp && readIrpHeader(view, address) ? 'Irp' : undefined;
}

/** Dispatcher objects carry their size: a type byte alone is too little, because zero is one. */
function dispatcherObject(view: KernelView, address: VirtualAddress): MentionType | undefined {
  const object = readDispatcherObject(view, address);
  switch (object?.type) {
    case 'NotificationEvent':
    case 'SynchronizationEvent':
      return object.words === EVENT_WORDS ? 'Event' : undefined;
    case 'Semaphore':
      return object.words === SEMAPHORE_WORDS ? 'Semaphore' : undefined;
    case 'Mutant':
      return 'Mutant';
    case 'Queue':
    case 'PriorityQueue':
      return 'Queue';
    case 'NotificationTimer':
    case 'SynchronizationTimer':
      return 'Timer';
    default:
      return undefined;
  }
}

/**
 * Recognises types of objects by their own bytes. Threads, processes and resources are those already known, because their shape alone
 * proves little.
 */
export function classifier(view: KernelView, locks: readonly Lock[]): Classify {
  const resources = new Set<bigint>(
    locks.flatMap(({ kind, address }) => (kind === 'Resource' && address ? [address] : [])),
  );
  const known = new Map<bigint, MentionType | undefined>();
  return (address) => {
    if (view.threads.has(address)) return 'Thread';
    if (view.processes.has(address)) return 'Process';
    if (resources.has(address)) return 'Resource';
    if (!known.has(address)) known.set(address, ioObject(view, address) ?? dispatcherObject(view, address));
    return known.get(address);
  };
}
