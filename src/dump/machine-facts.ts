import { virtualAddress } from '../binary/address.ts';
import { view } from '../binary/layout.ts';
import { REGISTRY_BLOB, SMBIOS_BLOB } from './blobs/blob-names.ts';
import { readRegistryValues } from './blobs/registry-values.ts';
import {
  memoryDeviceBytes,
  readSmbios,
  SMBIOS_TYPE,
  type SmbiosStructure,
  smbiosText,
} from './blobs/smbios.ts';
import type { Dump } from './dump.ts';
import { PHYSICAL_MEMORY_DESCRIPTOR64, PHYSICAL_MEMORY_RUN64 } from './layouts/dump-header.ts';
import { tryRead, tryReadPointer } from './memory/memory.ts';
import { PAGE_SIZE } from './physical/page-map.ts';

/** The machine that wrote a dump, as far as the dump shows. Serial numbers are not read. */
export interface DumpMachineFacts {
  readonly processor?: string;
  readonly processorMHz?: number;
  readonly biosVendor?: string;
  readonly biosVersion?: string;
  readonly biosDate?: string;
  readonly manufacturer?: string;
  readonly product?: string;
  readonly boardManufacturer?: string;
  readonly boardProduct?: string;
  /** Bytes of the memory modules. */
  readonly installedMemory?: number;
  /** Bytes that Windows uses, and the runs that they form. */
  readonly usableMemory?: number;
  readonly memoryRuns?: number;
}

/** Blobs that are read here are a few kilobytes. */
const LARGEST_BLOB = 0x10_0000;

function blobOf(dump: Dump, tag: string): Uint8Array | undefined {
  const blob = dump.secondaryData().find((each) => each.tag === tag && each.size > 0);
  return blob && dump.source.read(blob.offset, Math.min(blob.size, LARGEST_BLOB));
}

const text = (value: string | number | undefined) =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined;

/** Where the texts of a structure are numbered (DSP0134, 7.1 to 7.3). */
const BIOS = { vendor: 0x4, version: 0x5, date: 0x8 };
const SYSTEM = { manufacturer: 0x4, product: 0x5 };

function firmwareFacts(structures: readonly SmbiosStructure[]): DumpMachineFacts {
  const first = (type: number) => structures.find((structure) => structure.type === type);
  const read = (structure: SmbiosStructure | undefined, offset: number) =>
    structure && text(smbiosText(structure, offset));
  const bios = first(SMBIOS_TYPE.bios);
  const system = first(SMBIOS_TYPE.system);
  const board = first(SMBIOS_TYPE.board);
  const modules = structures.filter(({ type }) => type === SMBIOS_TYPE.memoryDevice);
  const installed = modules.reduce((sum, module) => sum + (memoryDeviceBytes(module) ?? 0), 0);
  return present({
    biosVendor: read(bios, BIOS.vendor),
    biosVersion: read(bios, BIOS.version),
    biosDate: read(bios, BIOS.date),
    manufacturer: read(system, SYSTEM.manufacturer),
    product: read(system, SYSTEM.product),
    boardManufacturer: read(board, SYSTEM.manufacturer),
    boardProduct: read(board, SYSTEM.product),
    installedMemory: installed || undefined,
  });
}

function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Runs that the descriptor has room for in the header; the kernel's own has no more in practice. */
const MOST_RUNS = 0x400;

/** A PHYSICAL_MEMORY_DESCRIPTOR in the header, else the one in the kernel's memory. */
function memoryFacts(dump: Dump): DumpMachineFacts {
  const header = dump.header.get('PhysicalMemoryBlock');
  const variable = dump.debuggerData()?.known('MmPhysicalMemoryBlock');
  const place = variable ? tryReadPointer(dump.memory, virtualAddress(variable)) : undefined;
  const head = header ?? (place ? tryRead(dump.memory, place, PHYSICAL_MEMORY_DESCRIPTOR64.size) : undefined);
  if (head === undefined) return {};
  const { NumberOfRuns, NumberOfPages } = view(PHYSICAL_MEMORY_DESCRIPTOR64, head).all();
  if (NumberOfRuns === 0 || NumberOfRuns > MOST_RUNS || NumberOfPages === 0n) return {};
  const size = PHYSICAL_MEMORY_DESCRIPTOR64.size + NumberOfRuns * PHYSICAL_MEMORY_RUN64.size;
  const whole = header ?? (place ? tryRead(dump.memory, place, size) : undefined);
  if (whole === undefined || whole.length < size) return {};
  let pages = 0n;
  for (let run = 0; run < NumberOfRuns; run++)
    pages += view(
      PHYSICAL_MEMORY_RUN64,
      whole,
      PHYSICAL_MEMORY_DESCRIPTOR64.size + run * PHYSICAL_MEMORY_RUN64.size,
    ).get('PageCount');
  // A descriptor that does not add up is something else.
  if (pages !== NumberOfPages || pages > 2n ** 40n) return {};
  return { usableMemory: Number(pages) * PAGE_SIZE, memoryRuns: NumberOfRuns };
}

/** What a dump shows about the machine that wrote it. */
export function readMachineFacts(dump: Dump): DumpMachineFacts {
  const registry = readRegistryValues(blobOf(dump, REGISTRY_BLOB) ?? new Uint8Array());
  const smbios = blobOf(dump, SMBIOS_BLOB);
  const speed = registry.get('~MHz');
  return {
    ...present({
      processor: text(registry.get('ProcessorNameString')),
      processorMHz: typeof speed === 'number' ? speed : undefined,
    }),
    ...(smbios && firmwareFacts(readSmbios(smbios))),
    ...memoryFacts(dump),
  };
}
