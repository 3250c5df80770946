import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { isListHead, readLinks } from '../dump/kernel-lists/walk-list.ts';
import { type Memory, tryRead, tryReadU64 } from '../dump/memory/memory.ts';
import { asPrintable, isClientId } from './guards.ts';
import { IMAGE_NAME_SIZE, LINKS_AFTER_ID, type ProcessLayout } from './layouts/process-layout.ts';

/** A process object as a dump holds it. */
export interface KernelProcess {
  readonly address: VirtualAddress;
  readonly processId?: number;
  readonly parentProcessId?: number;
  /** At most 14 letters: the kernel cuts it. */
  readonly name?: string;
  /** CR3 of the process, with its low flag bits. */
  readonly directoryTableBase?: bigint;
  readonly peb?: VirtualAddress;
}

/** Whether a process id with its list entry stands there. */
function isIdPlace(memory: Memory, place: VirtualAddress): boolean {
  const id = tryReadU64(memory, place);
  const links = readLinks(memory, addressAt(place, LINKS_AFTER_ID));
  if (id === undefined || !isClientId(id) || !links) return false;
  if (!isKernelAddress(links.next) || !isKernelAddress(links.previous)) return false;
  // A neighbour that the dump holds must point back; one that it does not hold proves nothing.
  const entry = addressAt(place, LINKS_AFTER_ID);
  return isListHead(memory, entry) || readLinks(memory, links.next) === undefined;
}

/** Offset of UniqueProcessId in the process at `address`, by the first rule whose guard holds. */
export function processIdOffset(
  memory: Memory,
  layout: ProcessLayout,
  address: VirtualAddress,
): number | undefined {
  return layout.processIds.find((offset) => isIdPlace(memory, addressAt(address, offset)));
}

function readImageName(memory: Memory, layout: ProcessLayout, address: VirtualAddress): string | undefined {
  for (const offset of layout.imageNames) {
    const name = asPrintable(tryRead(memory, addressAt(address, offset), IMAGE_NAME_SIZE));
    if (name) return name;
  }
  return undefined;
}

function readId(memory: Memory, place: VirtualAddress): number | undefined {
  const value = tryReadU64(memory, place);
  return value !== undefined && isClientId(value) ? Number(value) : undefined;
}

/** Everything about the process object at `address`, which the caller knows to be one. */
export function readProcess(memory: Memory, layout: ProcessLayout, address: VirtualAddress): KernelProcess {
  const idOffset = processIdOffset(memory, layout, address);
  const processId = idOffset === undefined ? undefined : readId(memory, addressAt(address, idOffset));
  const parentProcessId = readId(memory, addressAt(address, layout.parentId));
  const name = readImageName(memory, layout, address);
  const directoryTableBase = tryReadU64(memory, addressAt(address, layout.directoryTableBase));
  const peb = tryReadU64(memory, addressAt(address, layout.peb));
  return {
    address,
    ...(processId !== undefined && { processId }),
    ...(parentProcessId !== undefined && { parentProcessId }),
    ...(name !== undefined && { name }),
    ...(directoryTableBase && { directoryTableBase }),
    ...(peb && { peb: virtualAddress(peb) }),
  };
}
