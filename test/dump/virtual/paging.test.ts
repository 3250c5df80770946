import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { physicalAddress, virtualAddress } from '../../../src/binary/address.ts';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { physicalMemory } from '../../../src/dump/physical/physical-memory.ts';
import {
  type AddressSpace,
  addressSpace,
  type L1tf,
  pageTables,
  rootOf,
} from '../../../src/dump/virtual/address-space.ts';
import { ARM64, type PagingMode, X64, X64_5_LEVELS } from '../../../src/dump/virtual/paging-mode.ts';
import { isMapped } from '../../../src/dump/virtual/translate.ts';

/** Walks over tables that are made by hand, entry by entry, as the processor manuals describe them. */

const FRAMES = 32;

/** A machine with 32 pages of memory, all of them stored; frame 1 is the root. */
function machine(
  mode: PagingMode,
  entries: readonly [frame: number, index: number, entry: bigint][],
  l1tf?: L1tf,
) {
  const bytes = Buffer.alloc(FRAMES * 4096);
  for (let frame = 0; frame < FRAMES; frame++) bytes.writeUInt32LE(0xf0000 + frame, frame * 4096);
  for (const [frame, index, entry] of entries) bytes.writeBigUInt64LE(entry, frame * 4096 + index * 8);
  const offsetOf = (pfn: number) => (pfn < FRAMES ? pfn * 4096 : undefined);
  const physical = physicalMemory(bytesSource(bytes), { pages: FRAMES, frames: FRAMES, offsetOf });
  const tables = pageTables(physical, mode, () => l1tf);
  return { physical, space: addressSpace(physical, tables, physicalAddress(0x1000)) };
}

const at = (...indexes: number[]) => {
  const [offset = 0, ...shifts] = indexes.toReversed();
  const address = shifts.reduce(
    (sum, index, level) => sum + (BigInt(index) << BigInt(12 + 9 * level)),
    BigInt(offset),
  );
  // Repeats the highest bit that takes part, as canonical addresses do.
  return virtualAddress(BigInt.asIntN(12 + 9 * shifts.length, address));
};
const physicalOf = (space: AddressSpace, address: bigint) => {
  const found = space.translate(virtualAddress(address));
  return isMapped(found) ? found.physical : found;
};

const P = 0x63n;
const frame = (pfn: number) => BigInt(pfn) << 12n;

describe('x64', () => {
  const path: [number, number, bigint][] = [
    [1, 300, frame(2) | P],
    [2, 7, frame(3) | P],
    [3, 9, frame(4) | P],
  ];

  it('x64 paging finds a page, whatever flags are around the frame', () => {
    const { space } = machine(X64, [...path, [4, 5, frame(20) | 0xfff0_0000_0000_0fffn]]);
    expect(physicalOf(space, at(300, 7, 9, 5, 0x123))).toBe(20 * 4096 + 0x123);
  });

  it('x64 paging ignores the process context in the directory base', () => {
    const { physical } = machine(X64, [...path, [4, 5, frame(20) | P]]);
    const space = addressSpace(physical, pageTables(physical, X64), rootOf(0x8000_0000_0000_1fffn));
    expect(physicalOf(space, at(300, 7, 9, 5, 0))).toBe(20 * 4096);
  });

  it('x64 paging takes the attribute bit of a large page for what it is', () => {
    // Bit 12 of a large entry is PAT, not part of the frame.
    const { space } = machine(X64, [...path.slice(0, 2), [3, 9, 0x1000n | 0xe3n]]);
    expect(physicalOf(space, at(300, 7, 9, 6, 0x10))).toBe(6 * 4096 + 0x10);
    const { space: huge } = machine(X64, [...path.slice(0, 1), [2, 7, 0x1000n | 0xe3n]]);
    expect(physicalOf(huge, at(300, 7, 0, 21, 0x20))).toBe(21 * 4096 + 0x20);
  });

  it('x64 paging names the level at which a walk ends', () => {
    const { space } = machine(X64, [...path, [3, 10, frame(FRAMES) | P], [2, 8, 0x2000n << 32n]]);
    expect(physicalOf(space, at(301, 0, 0, 0, 0))).toEqual({ reason: 'NotPresent', level: 'PML4' });
    expect(physicalOf(space, at(300, 6, 0, 0, 0))).toEqual({ reason: 'NotPresent', level: 'PDPT' });
    expect(physicalOf(space, at(300, 8, 0, 0, 0))).toEqual({ reason: 'PagedOut', level: 'PDPT' });
    expect(physicalOf(space, at(300, 7, 8, 0, 0))).toEqual({ reason: 'NotPresent', level: 'PD' });
    expect(physicalOf(space, at(300, 7, 10, 0, 0))).toEqual({ reason: 'NotInDump', level: 'PT' });
  });

  it('x64 paging reads through a table that is itself in transition', () => {
    const { space } = machine(X64, [...path.slice(0, 2), [3, 9, frame(4) | 0x880n], [4, 5, frame(20) | P]]);
    expect(physicalOf(space, at(300, 7, 9, 5, 0))).toBe(20 * 4096);
  });

  it('x64 paging ends on tables that point at themselves', () => {
    const { space } = machine(X64, [[1, 256, frame(1) | P]]);
    const self = at(256, 256, 256, 256, 0);
    expect(physicalOf(space, self)).toBe(0x1000);
    expect(space.read(self, 0x3000).bytes).toHaveLength(0x1000);
  });

  it('x64 paging does not run on from the last address to the first', () => {
    const { space } = machine(X64, [
      [1, 511, frame(2) | P],
      [2, 511, frame(3) | P],
      [3, 511, frame(4) | P],
      [4, 511, frame(20) | P],
      [1, 0, frame(5) | P],
      [5, 0, frame(6) | P],
      [6, 0, frame(7) | P],
      [7, 0, frame(21) | P],
    ]);
    const { bytes, gap } = space.read(virtualAddress(0xffff_ffff_ffff_fff0n), 32);
    expect(bytes).toHaveLength(16);
    expect(gap).toEqual({ address: 0n, reason: 'NotCanonical' });
    expect(physicalOf(space, 0n)).toBe(21 * 4096);
  });

  it('x64 paging refuses addresses that no processor accepts', () => {
    const { space } = machine(X64, path);
    for (const address of [0x0000_8000_0000_0000n, 0xffff_7fff_ffff_ffffn, 1n << 63n])
      expect(physicalOf(space, address)).toEqual({ reason: 'NotCanonical' });
  });
});

describe('entries that the kernel hides from speculation (L1TF)', () => {
  const l1tf = { highPhysicalBit: 45, swizzleBit: 4 };
  const hidden = frame(20) | (1n << 45n) | 0x880n;
  const path: [number, number, bigint][] = [
    [1, 300, frame(2) | P],
    [2, 0, frame(3) | P],
    [3, 0, frame(4) | P],
  ];

  it('entries that the kernel hides from speculation (L1TF) are read with the bit that the debugger data names taken out', () => {
    const { space } = machine(X64, [...path, [4, 0, hidden]], l1tf);
    expect(physicalOf(space, at(300, 0, 0, 0, 8))).toBe(20 * 4096 + 8);
  });

  it('entries that the kernel hides from speculation (L1TF) are left alone where the entry marks nothing as hidden', () => {
    const { space } = machine(X64, [...path, [4, 0, hidden | 0x10n], [4, 1, frame(20) | 0x890n]], l1tf);
    expect(physicalOf(space, at(300, 0, 0, 0, 0))).toBe(2 ** 45 + 20 * 4096);
    expect(physicalOf(space, at(300, 0, 0, 1, 0))).toBe(20 * 4096);
  });

  it('entries that the kernel hides from speculation (L1TF) are left alone on machines that hide nothing', () => {
    const { space } = machine(X64, [...path, [4, 0, hidden]]);
    expect(physicalOf(space, at(300, 0, 0, 0, 0))).toBe(2 ** 45 + 20 * 4096);
  });
});

describe('x64 with five levels', () => {
  it('x64 paging with five levels finds a page below the kernel half of four levels', () => {
    const { space } = machine(X64_5_LEVELS, [
      [1, 256, frame(2) | P],
      [2, 1, frame(3) | P],
      [3, 2, frame(4) | P],
      [4, 3, frame(5) | P],
      [5, 4, frame(22) | P],
    ]);
    expect(physicalOf(space, at(256, 1, 2, 3, 4, 5))).toBe(22 * 4096 + 5);
    expect(physicalOf(space, 1n << 62n)).toEqual({ reason: 'NotCanonical' });
  });
});

describe('ARM64', () => {
  const table = 3n;
  const page = 0x403n;
  const block = 0x401n;

  it('ARM64 paging distinguishes pages, blocks and what is neither', () => {
    const { space } = machine(ARM64, [
      [1, 300, frame(2) | table],
      [2, 0, frame(3) | table],
      [2, 1, block],
      [3, 0, frame(4) | table],
      [3, 1, block],
      [4, 0, frame(20) | page],
      [4, 1, frame(20) | block],
      [1, 301, block],
    ]);
    expect(physicalOf(space, at(300, 0, 0, 0, 4))).toBe(20 * 4096 + 4);
    expect(physicalOf(space, at(300, 0, 1, 6, 4))).toBe(6 * 4096 + 4);
    expect(physicalOf(space, at(300, 1, 0, 7, 4))).toBe(7 * 4096 + 4);
    // Bit 1 must be set in the last table, and there are no blocks in the first.
    expect(physicalOf(space, at(300, 0, 0, 1, 0))).toEqual({ reason: 'NotPresent', level: 'PT' });
    expect(physicalOf(space, at(301, 0, 0, 0, 0))).toEqual({ reason: 'NotPresent', level: 'PML4' });
  });
});

describe('any tables', () => {
  const entry = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: FRAMES }), fc.bigInt({ min: 0n, max: 0xfffn }))
      .map(([pfn, flags]) => frame(pfn) | flags),
    fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
  );
  const entries = fc.array(
    fc.tuple(fc.integer({ min: 0, max: FRAMES - 1 }), fc.constantFrom(0, 1, 255, 256, 511), entry),
    { maxLength: 40 },
  );
  const index = fc.constantFrom(0, 1, 255, 256, 511);

  it.each([X64, X64_5_LEVELS, ARM64])(
    'paging, $name: a read is bytes that physical memory has, up to a gap',
    (mode) => {
      const addresses = fc.tuple(...mode.levels.map(() => index), fc.integer({ min: 0, max: 4095 }));
      const property = fc.property(
        entries,
        addresses,
        fc.integer({ min: 0, max: 9000 }),
        (list, place, length) => {
          const { space, physical } = machine(mode, list);
          const address = at(...(place as number[]));
          const { bytes, gap } = space.read(address, length);
          expect(gap === undefined).toBe(bytes.length === length);
          const found = space.translate(address);
          if (isMapped(found) && bytes.length > 0)
            expect(bytes[0]).toBe(physical.read(found.physical, 1).bytes[0]);
          if (gap && bytes.length > 0)
            expect(gap.address).toBe(BigInt.asUintN(64, address + BigInt(bytes.length)));
        },
      );
      fc.assert(property, { numRuns: 150 });
    },
  );
});
