import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { view } from '../../binary/layout.ts';
import type { Findings } from '../finding.ts';
import {
  IMAGE_DOS_HEADER,
  IMAGE_NT_HEADERS64,
  KLDR_DATA_TABLE_ENTRY,
  MM_UNLOADED_DRIVER,
  MM_UNLOADED_DRIVERS,
} from '../layouts/loader.ts';
import { type Memory, tryRead, tryReadPointer } from '../memory/memory.ts';
import type { LoadedDriver, UnloadedDriver } from '../modules.ts';
import { decodeUtf16 } from '../utf16.ts';
import { UNITS_PER_CHARACTER, type Work } from '../work.ts';
import { walkBothWays } from './walk-list.ts';

/** Windows loads a few hundred drivers. */
const MOST_DRIVERS = 0x4000;

/** Bytes of a driver's path; real ones have less than two hundred. */
const LONGEST_NAME = 0x800;

function readText(memory: Memory, buffer: bigint, length: number): string {
  const bytes =
    length === 0 || length > LONGEST_NAME
      ? undefined
      : tryRead(memory, virtualAddress(buffer), length - (length % 2));
  return bytes ? decodeUtf16(bytes) : '';
}

const DOS_SIGNATURE = 0x5a4d;
const NT_SIGNATURE = 0x4550;
/** The first page holds both headers of every driver. */
const FARTHEST_HEADER = 0x1000;

/** What the image holds of itself, when the dump holds its first page. */
function readImageHeader(memory: Memory, base: VirtualAddress) {
  const dos = tryRead(memory, base, IMAGE_DOS_HEADER.size);
  if (!dos || view(IMAGE_DOS_HEADER, dos).get('e_magic') !== DOS_SIGNATURE) return undefined;
  const at = view(IMAGE_DOS_HEADER, dos).get('e_lfanew');
  const bytes =
    at < FARTHEST_HEADER ? tryRead(memory, addressAt(base, at), IMAGE_NT_HEADERS64.size) : undefined;
  const header = bytes && view(IMAGE_NT_HEADERS64, bytes).all();
  return header?.Signature === NT_SIGNATURE ? header : undefined;
}

/** Takes ranges of addresses; false for one that overlaps a range that was taken before. */
function claims(): (start: bigint, size: number) => boolean {
  // Sorted by start. Ranges do not overlap, so a new one can only meet its two neighbours.
  const taken: { readonly start: bigint; readonly end: bigint }[] = [];
  return (start, size) => {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((taken[middle]?.start ?? 0n) <= start) low = middle + 1;
      else high = middle;
    }
    const end = start + BigInt(size);
    const [before, after] = [taken[low - 1], taken[low]];
    if ((before !== undefined && before.end > start) || (after !== undefined && after.start < end))
      return false;
    taken.splice(low, 0, { start, end });
    return true;
  };
}

/** The drivers of PsLoadedModuleList; the first is the kernel itself. */
export function readLoadedModules(
  memory: Memory,
  head: bigint | undefined,
  findings: Findings,
  work: Work,
): readonly LoadedDriver[] {
  if (!head) return [];
  const walk = walkBothWays(memory, virtualAddress(head), MOST_DRIVERS);
  if (walk.broken) findings.add('lost', `the list of drivers cannot be followed: ${walk.broken}`);
  const isFree = claims();
  return walk.entries.flatMap((address) => {
    const bytes = tryRead(memory, address, KLDR_DATA_TABLE_ENTRY.size);
    if (!bytes) return [];
    const entry = view(KLDR_DATA_TABLE_ENTRY, bytes).all();
    const path =
      readText(memory, entry.FullDllNameBuffer, entry.FullDllNameLength) ||
      readText(memory, entry.BaseDllNameBuffer, entry.BaseDllNameLength);
    // All of them can name the same text.
    work.spend(UNITS_PER_CHARACTER * path.length);
    const base = virtualAddress(entry.DllBase);
    if (!isFree(base, entry.SizeOfImage)) {
      findings.add('damaged', 'images of the list of drivers overlap: the ones listed first are believed');
      return [];
    }
    const { CheckSum, TimeDateStamp } = readImageHeader(memory, base) ?? entry;
    return {
      path,
      base,
      entryPoint: virtualAddress(entry.EntryPoint),
      size: entry.SizeOfImage,
      checkSum: CheckSum,
      timeDateStamp: TimeDateStamp,
    };
  });
}

/** The last drivers that were unloaded, from the array that MmUnloadedDrivers points at. */
export function readUnloadedModules(memory: Memory, pointer: bigint | undefined): readonly UnloadedDriver[] {
  if (!pointer) return [];
  const array = tryReadPointer(memory, virtualAddress(pointer));
  const bytes = array && tryRead(memory, array, MM_UNLOADED_DRIVERS * MM_UNLOADED_DRIVER.size);
  if (!bytes) return [];
  return Array.from({ length: MM_UNLOADED_DRIVERS }, (_, index) =>
    view(MM_UNLOADED_DRIVER, bytes, index * MM_UNLOADED_DRIVER.size).all(),
  )
    .filter(({ NameBuffer, StartAddress }) => NameBuffer !== 0n && StartAddress !== 0n)
    .map((entry) => ({
      name: readText(memory, entry.NameBuffer, entry.NameLength),
      start: virtualAddress(entry.StartAddress),
      end: virtualAddress(entry.EndAddress),
    }));
}
