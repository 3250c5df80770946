import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { rawRecord } from './raw-record.ts';

/** KPRCB of x64 build 19041; its size is a limit of the world, because newer builds have larger ones. */

const FIRST = virtualAddress(0xffff9a81_00000180n);
const SPACING = 0x10000;
/** KDDEBUGGER_DATA64.OffsetPrcbContext. */
const PROCESSOR_CONTEXT = 0x85c0;

export function processorBlockAddress(processor: number): VirtualAddress {
  return addressAt(FIRST, processor * SPACING);
}

/** Where the CONTEXT of a processor lies that KPRCB.Context points at. */
export function processorContextAddress(processor: number): VirtualAddress {
  return addressAt(processorBlockAddress(processor), 0xe000);
}

export interface ProcessorFacts {
  readonly number: number;
  readonly currentThread: bigint;
  readonly idleThread: bigint;
  readonly directoryTableBase: number;
}

export function processorBlock(facts: ProcessorFacts, bytes: number): Uint8Array {
  const block = rawRecord(bytes)
    .u64(8, facts.currentThread)
    .u64(0x18, facts.idleThread)
    .u32(0x24, facts.number)
    .u64(0x100, 0x80050033)
    .u64(0x110, facts.directoryTableBase)
    .u64(0x118, 0x370678);
  if (bytes >= PROCESSOR_CONTEXT + 8) {
    block.u64(PROCESSOR_CONTEXT, processorContextAddress(facts.number));
  }
  return block.bytes;
}
