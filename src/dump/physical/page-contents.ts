import { virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import { once } from '../../binary/once.ts';
import { type DebuggerData, parseDebuggerData } from '../debugger-data.ts';
import { decodeDebuggerData } from '../debugger-data-encoding.ts';
import type { DumpHeader } from '../dump-header.ts';
import { findInKernel, findInPages } from '../find-debugger-data.ts';
import { type Findings, placeOf } from '../finding.ts';
import type { DumpFormat } from '../format.ts';
import { isListHead } from '../kernel-lists/walk-list.ts';
import { KDDEBUGGER_DATA64 } from '../layouts/debugger-data.ts';
import { DUMP_HEADER64, MACHINE } from '../layouts/dump-header.ts';
import { countedMemory } from '../memory/counted.ts';
import type { Memory } from '../memory/memory.ts';
import { type AddressSpace, addressSpace, type L1tf, pageTables, rootOf } from '../virtual/address-space.ts';
import { ARM64, type PagingMode, X64, X64_5_LEVELS } from '../virtual/paging-mode.ts';
import type { PageTables } from '../virtual/translate.ts';
import type { Work } from '../work.ts';
import { PAGE_SIZE } from './page-map.ts';
import { type PhysicalMemory, physicalMemory } from './physical-memory.ts';
import { readPageMap } from './read-page-map.ts';

/** What a dump with pages of physical memory holds. */
export interface PageContents {
  readonly physical: PhysicalMemory;
  /** File offset of the first page; undefined when the dump does not state it. */
  readonly firstPage: number | undefined;
  readonly mode: PagingMode;
  /** PsLoadedModuleList, from the header or from the debugger data. */
  readonly moduleList: bigint | undefined;
  /** The kernel's memory, through the directory base of the header. */
  readonly memory: AddressSpace;
  debuggerData(): DebuggerData | undefined;
  /** The memory of a process, by its directory base. */
  addressSpace(directoryTableBase: bigint): AddressSpace;
}

const MODES: Record<number, readonly PagingMode[]> = {
  [MACHINE.x64]: [X64, X64_5_LEVELS],
  [MACHINE.arm64]: [ARM64],
};

/**
 * The paging mode under which a list that the header names really is a list. The header does not hold the mode, and a
 * wrong one finds nothing or other pages.
 */
function confirmMode(
  candidates: readonly { mode: PagingMode; memory: Memory }[],
  head: bigint | undefined,
): PagingMode | undefined {
  if (!head) return undefined;
  return candidates.find(({ memory }) => isListHead(memory, virtualAddress(head)))?.mode;
}

/** Bytes of the longest debugger data block that is known, and some to spare for newer ones. */
const DEBUGGER_DATA_READ = KDDEBUGGER_DATA64.size;

function findDebuggerData(
  memory: Memory,
  header: DumpHeader,
  moduleList: bigint | undefined,
  found: DebuggerData | undefined,
  findings: Findings,
): DebuggerData | undefined {
  const address = header.get('KdDebuggerDataBlock');
  const { bytes } = memory.read(virtualAddress(address ?? 0n), address ? DEBUGGER_DATA_READ : 0);
  const plain = parseDebuggerData(bytes);
  if (plain) return plain;
  const decoded = decodeDebuggerData(bytes, {
    psLoadedModuleList: header.raw('PsLoadedModuleList'),
    psActiveProcessHead: header.raw('PsActiveProcessHead'),
  });
  const data = decoded && parseDebuggerData(decoded);
  const place = placeOf(DUMP_HEADER64, 0, 'KdDebuggerDataBlock');
  const searched = data ? undefined : (findInKernel(memory, moduleList) ?? found);
  if (data) findings.add('note', 'the kernel kept its debugger data encoded; it was decoded', place);
  else if (searched)
    findings.add(
      'note',
      "the header does not lead to the debugger data; it was found in the kernel's data",
      place,
    );
  else
    findings.add(
      'partial',
      'the debugger data of the kernel is not in the dump: threads and processes cannot be read',
      place,
    );
  return data ?? searched;
}

/** The contents of every dump that stores pages. Nothing but the page map is read before it is asked for. */
export function readPages(
  source: ByteSource,
  header: DumpHeader,
  format: DumpFormat,
  findings: Findings,
  work: Work,
): PageContents {
  const { map, firstPage } = readPageMap(source, header, format, findings);
  const physical = physicalMemory(source, map);
  const root = rootOf(header.raw('DirectoryTableBase'));
  // The debugger data is itself found through the tables, before its own statement about them is known.
  let l1tf: L1tf | undefined;
  const candidates = (MODES[header.raw('MachineImageType')] ?? [X64]).map((mode) => {
    const tables: PageTables = pageTables(physical, mode, () => l1tf);
    return { mode, tables, memory: countedMemory(addressSpace(physical, tables, root), work) };
  });
  // A header that was filled in by a tool may lack its lists: then the debugger data, found in the pages, names them.
  const named = header.get('PsLoadedModuleList') || undefined;
  const lost = named === undefined && firstPage !== undefined;
  const found = lost ? findInPages(source, firstPage, firstPage + map.pages * PAGE_SIZE) : undefined;
  const moduleList = named ?? found?.known('PsLoadedModuleList');
  const confirmed = confirmMode(candidates, moduleList);
  const chosen = candidates.find(({ mode }) => mode === confirmed) ?? candidates[0];
  if (!chosen) throw new RangeError('every machine has a paging mode');
  if (!confirmed)
    findings.add(
      'partial',
      'the page tables do not lead to the list of drivers: virtual addresses may not be found',
      placeOf(DUMP_HEADER64, 0, 'DirectoryTableBase'),
    );
  const debuggerData = once(() => findDebuggerData(chosen.memory, header, moduleList, found, findings));
  return {
    physical,
    moduleList,
    firstPage,
    mode: chosen.mode,
    memory: chosen.memory,
    debuggerData() {
      const data = debuggerData();
      const highPhysicalBit = data?.known('L1tfHighPhysicalBitIndex');
      if (highPhysicalBit) l1tf = { highPhysicalBit, swizzleBit: data?.known('L1tfSwizzleBitIndex') ?? 0 };
      return data;
    },
    addressSpace: (base) => addressSpace(physical, chosen.tables, rootOf(base)),
  };
}
