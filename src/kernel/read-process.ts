import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { readLinks } from '../dump/kernel-lists/walk-list.ts';
import { type Memory, tryRead, tryReadU64 } from '../dump/memory/memory.ts';
import { asPrintable, isClientId } from './guards.ts';
import { IMAGE_NAME_SIZE, type ProcessLayout } from './layouts/process-layout.ts';

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

/** The process of the idle threads, one a processor. Tools of Windows show it under this id and name. */
export const IDLE_PROCESS_ID = 0;
const IDLE_PROCESS_NAME = 'Idle';

/** The name of a thread's process: that of the object where the dump holds it. */
export function processNameOf(
  processId: number | undefined,
  process: KernelProcess | undefined,
): string | undefined {
  return process?.name ?? (processId === IDLE_PROCESS_ID ? IDLE_PROCESS_NAME : undefined);
}

/** Whether a process id with its list entry is there. */
function isIdPlace(memory: Memory, place: VirtualAddress, linksAfterId: number): boolean {
  const id = tryReadU64(memory, place);
  const links = readLinks(memory, addressAt(place, linksAfterId));
  if (id === undefined || !isClientId(id) || !links) return false;
  if (!isKernelAddress(links.next) || !isKernelAddress(links.previous)) return false;
  // One neighbour must point back, unless the dump lacks one: the other may be damaged.
  const entry = addressAt(place, linksAfterId);
  const next = readLinks(memory, links.next);
  const previous = readLinks(memory, links.previous);
  return next === undefined || next.previous === entry || previous?.next === entry;
}

/** Offset of UniqueProcessId in the process at `address`, by the first rule with a guard that holds. */
export function processIdOffset(
  memory: Memory,
  layout: ProcessLayout,
  address: VirtualAddress,
): number | undefined {
  return layout.processIds.find((offset) =>
    isIdPlace(memory, addressAt(address, offset), layout.linksAfterId),
  );
}

/** No name starts behind eight letters: such a place is inside the name, eight bytes behind its start. */
const LETTERS_BEFORE = 8;

function readImageName(
  memory: Memory,
  layout: ProcessLayout,
  address: VirtualAddress,
  idOffset: number | undefined,
): string | undefined {
  const isTyped = layout.placed.imageName !== undefined;
  for (const offset of layout.imageNames(idOffset)) {
    const place = addressAt(address, offset);
    const name = asPrintable(tryRead(memory, place, IMAGE_NAME_SIZE));
    const before = asPrintable(tryRead(memory, addressAt(place, -LETTERS_BEFORE), LETTERS_BEFORE));
    if (name && (isTyped || before?.length !== LETTERS_BEFORE)) return name;
  }
  return undefined;
}

function readId(memory: Memory, place: VirtualAddress): number | undefined {
  const value = tryReadU64(memory, place);
  return value !== undefined && isClientId(value) ? Number(value) : undefined;
}

/** Everything about the process object at `address`, which must be one. */
export function readProcess(memory: Memory, layout: ProcessLayout, address: VirtualAddress): KernelProcess {
  const idOffset = processIdOffset(memory, layout, address);
  const processId = idOffset === undefined ? undefined : readId(memory, addressAt(address, idOffset));
  const parentProcessId = readId(memory, addressAt(address, layout.parentId));
  const name = readImageName(memory, layout, address, idOffset);
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
