import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import type { ByteSource } from '../binary/byte-source.ts';
import { dataViewOf } from '../binary/data-view.ts';
import { view } from '../binary/layout.ts';
import { type DebuggerData, parseDebuggerData } from './debugger-data.ts';
import { DEBUGGER_DATA_TAG, KDDEBUGGER_DATA64 } from './layouts/debugger-data.ts';
import { KLDR_DATA_TABLE_ENTRY } from './layouts/loader.ts';
import { type Memory, tryRead, tryReadPointer } from './memory/memory.ts';

/**
 * Finds the kernel's debugger data by its tag, for dumps without its address in the header: tools that turn a memory image
 * into a dump fill in what they know. Other readers (volatility, rekall) search for the tag too. A block that the kernel
 * keeps encoded has no tag and is found by the header alone.
 */

const TAG = new Uint8Array(4);
dataViewOf(TAG).setUint32(0, DEBUGGER_DATA_TAG, true);
const TAG_AT = KDDEBUGGER_DATA64.fields.OwnerTag.offset;

/** The first image of the list is the kernel, of 8 to 20 MB; more than this is damage. */
const LARGEST_KERNEL = 0x400_0000;
/** Bytes that are looked at together. */
const STRETCH = 0x10_0000;
/** Memory that a search by file position looks at: every dump seen so far has the kernel at a low position. */
const MOST_SEARCHED = 2 ** 32;

/** Offsets in `bytes` of the tag where an aligned block would have it. */
function* placesIn(bytes: Uint8Array): Generator<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(TAG); at >= 0; at = buffer.indexOf(TAG, at + TAG.length)) {
    const start = at - TAG_AT;
    if (start >= 0 && start % 8 === 0) yield start;
  }
}

/** Whether a block names its lists as the kernel does: by addresses in kernel memory. */
function isPlausible(data: DebuggerData): boolean {
  return (['KernBase', 'PsLoadedModuleList', 'PsActiveProcessHead'] as const).every((field) =>
    isKernelAddress(data.get(field) ?? 0n),
  );
}

/** The block in a piece of memory that begins at `address`. */
function blockIn(memory: Memory, address: VirtualAddress, size: number): DebuggerData | undefined {
  for (let from = 0; from < size; from += STRETCH) {
    // A block may begin in one stretch and end in the next.
    const length = Math.min(STRETCH + KDDEBUGGER_DATA64.size, size - from);
    for (let at = 0; at < length; ) {
      const { bytes } = memory.read(addressAt(address, from + at), length - at);
      for (const start of placesIn(bytes)) {
        const data = parseDebuggerData(bytes.subarray(start, start + KDDEBUGGER_DATA64.size));
        if (data && isPlausible(data)) return data;
      }
      // Pages of the image that the dump does not hold are passed over.
      const next = at + bytes.length + 1;
      at = next + ((0x1000 - (next % 0x1000)) % 0x1000);
    }
  }
  return undefined;
}

/** The block in the data of the kernel, the first image of PsLoadedModuleList. */
export function findInKernel(memory: Memory, moduleList: bigint | undefined): DebuggerData | undefined {
  const entry = moduleList && tryReadPointer(memory, virtualAddress(moduleList));
  const bytes = entry && tryRead(memory, entry, KLDR_DATA_TABLE_ENTRY.size);
  if (!bytes) return undefined;
  const { DllBase, SizeOfImage } = view(KLDR_DATA_TABLE_ENTRY, bytes).all();
  if (!isKernelAddress(DllBase) || SizeOfImage > LARGEST_KERNEL) return undefined;
  return blockIn(memory, virtualAddress(DllBase), SizeOfImage);
}

/** The block in the pages of a file, wherever they belong, when nothing leads to the kernel. */
export function findInPages(source: ByteSource, firstPage: number, end: number): DebuggerData | undefined {
  const last = Math.min(end, source.size, firstPage + MOST_SEARCHED);
  for (let from = firstPage; from < last; from += STRETCH) {
    const bytes = source.read(from, Math.min(STRETCH + KDDEBUGGER_DATA64.size, last - from));
    for (const start of placesIn(bytes)) {
      const data = parseDebuggerData(bytes.subarray(start, start + KDDEBUGGER_DATA64.size));
      if (data && isPlausible(data)) return data;
    }
  }
  return undefined;
}
