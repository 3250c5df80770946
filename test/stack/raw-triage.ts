import { readFileSync } from 'node:fs';
import { type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import { type Registers, registersAt } from '../../src/stack/registers.ts';

/**
 * The parts of a triage dump that a stack walk needs, read by literal offsets: the tests of the unwinder must not
 * fail, or pass, because of the product's dump reader.
 */
export interface RawTriage {
  readonly read: ReadMemory;
  /** The header's CONTEXT. */
  readonly context: Registers;
  readonly topOfStack: VirtualAddress;
  readonly drivers: ReadonlyArray<{
    path: string;
    base: VirtualAddress;
    size: number;
    timeDateStamp: number;
  }>;
}

const BLOCK = 0x2000;
const CONTEXT = 0x348;

export function openRawTriage(path: string): RawTriage {
  const file = readFileSync(path);
  const u32 = (offset: number) => file.readUInt32LE(offset);
  const u64 = (offset: number) => virtualAddress(file.readBigUInt64LE(offset));
  const topOfStack = u64(BLOCK + 0x48);
  const ranges = [{ base: topOfStack, offset: u32(BLOCK + 0x28), size: u32(BLOCK + 0x2c) }];
  for (let index = 0; index < u32(BLOCK + 0x7c); index++) {
    const at = u32(BLOCK + 0x78) + index * 16;
    ranges.push({ base: u64(at), offset: u32(at + 8), size: u32(at + 12) });
  }
  const drivers = Array.from({ length: u32(BLOCK + 0x34) }, (_, index) => {
    const at = u32(BLOCK + 0x30) + index * 0x90;
    const text = u32(at);
    return {
      path: file.toString('utf16le', text + 4, text + 4 + u32(text) * 2),
      base: u64(at + 0x38),
      size: u32(at + 0x48),
      timeDateStamp: u32(at + 0x88),
    };
  });
  const general = Array.from({ length: 16 }, (_, index) => u64(CONTEXT + 0x78 + index * 8));
  return {
    topOfStack,
    drivers,
    context: { ...registersAt('x64', u64(CONTEXT + 0xf8), u64(CONTEXT + 0x98)), general },
    read(address, length) {
      for (const { base, offset, size } of ranges) {
        if (address < base || address + BigInt(length) > base + BigInt(size)) continue;
        const at = offset + Number(address - base);
        return file.subarray(at, at + length);
      }
      return undefined;
    },
  };
}
