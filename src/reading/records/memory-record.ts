import {
  formatAddress,
  type PhysicalAddress,
  parseAddress,
  physicalAddress,
  type VirtualAddress,
} from '../../binary/address.ts';
import { Failure } from '../../contract/failure.ts';
import type { DumpMemory } from '../../contract/generated/types.ts';
import type { Dump } from '../../dump/dump.ts';
import { gapMessage, type Memory } from '../../dump/memory/memory.ts';

export interface MemoryWish {
  readonly path: string;
  readonly address: string;
  readonly length: number;
  readonly physical: boolean;
  /** Of a process, instead of the kernel's. */
  readonly directoryTableBase?: string | undefined;
}

/** Physical addresses end at 52 bits by architecture. */
const PHYSICAL_END = 1n << 52n;

function addressOf(text: string, property: string): VirtualAddress {
  const address = parseAddress(text);
  if (address === undefined)
    throw new Failure('InvalidRequest', `'${text}' is not an address`, { target: text, field: property });
  return address;
}

function needsPages(dump: Dump, wish: string): Failure {
  return new Failure('AddressNotInDump', `${dump.source.name} (${dump.format}) has no ${wish}`, {
    target: dump.source.name,
    advice: 'Only dumps with pages of physical memory have it: full, kernel and live dumps.',
  });
}

function physicalRecord(dump: Dump, address: PhysicalAddress, length: number): Omit<DumpMemory, 'path'> {
  if (dump.kind !== 'pages') throw needsPages(dump, 'physical memory');
  const { bytes, missing } = dump.pages.physical.read(address, length);
  return {
    address: formatAddress(BigInt(address)),
    physical: true,
    length: bytes.length,
    data: Buffer.from(bytes).toString('base64'),
    ...(missing !== undefined && {
      gap: {
        address: formatAddress(BigInt(missing)),
        reason: 'NotInDump',
        message: `the page of physical address ${formatAddress(BigInt(missing))} is not in this dump`,
      },
    }),
  };
}

function virtualRecord(memory: Memory, address: VirtualAddress, length: number): Omit<DumpMemory, 'path'> {
  const { bytes, gap } = memory.read(address, length);
  return {
    address: formatAddress(address),
    physical: false,
    length: bytes.length,
    data: Buffer.from(bytes).toString('base64'),
    ...(gap && {
      gap: {
        address: formatAddress(gap.address),
        reason: gap.reason,
        ...(gap.level && { level: gap.level }),
        message: gapMessage(gap),
      },
    }),
  };
}

function memoryOf(dump: Dump, directoryTableBase: string | undefined): Memory {
  if (directoryTableBase === undefined) return dump.memory;
  if (dump.kind !== 'pages') throw needsPages(dump, 'page tables');
  return dump.pages.addressSpace(addressOf(directoryTableBase, 'directoryTableBase'));
}

/**
 * Memory of a dump as the contract has it: as many bytes as there are, and why there are no more.
 * @throws Failure InvalidRequest, AddressNotInDump (a dump without pages was asked for physical memory)
 */
export function memoryRecord(dump: Dump, wish: MemoryWish): DumpMemory {
  const address = addressOf(wish.address, 'address');
  const { path, length } = wish;
  if (!wish.physical)
    return { path, ...virtualRecord(memoryOf(dump, wish.directoryTableBase), address, length) };
  if (address >= PHYSICAL_END)
    throw new Failure('InvalidRequest', `${formatAddress(address)} is beyond physical memory`, {
      target: wish.address,
    });
  return { path, ...physicalRecord(dump, physicalAddress(address), length) };
}
