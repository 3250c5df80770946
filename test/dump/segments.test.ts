import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressAt, virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import {
  contiguousBytes,
  copyMemory,
  overlaid,
  type Segment,
  segmentMap,
  segmentMemory,
} from '../../src/dump/memory/segments.ts';

const BASE = 0xffffe08a00001000n;
const SPACE = 200;
const file = Uint8Array.from({ length: 256 }, (_, index) => index);
const source = bytesSource(file);

const segment = fc
  .record({
    start: fc.integer({ min: 0, max: SPACE - 1 }),
    offset: fc.integer({ min: 0, max: 200 }),
    size: fc.integer({ min: 0, max: 50 }),
  })
  .map(
    ({ start, offset, size }): Segment => ({ address: virtualAddress(BASE + BigInt(start)), offset, size }),
  );

/** Byte by byte: preferred segments first, the earlier of them before the later. */
function naive(segments: readonly Segment[], preferred: readonly Segment[]): Map<bigint, readonly number[]> {
  const bytes = new Map<bigint, number[]>();
  const lay = ({ address, offset, size }: Segment, replaces: boolean) => {
    for (let index = 0; index < size; index++) {
      const at = address + BigInt(index);
      const value = file[offset + index] ?? -1;
      bytes.set(at, replaces ? [value] : [...(bytes.get(at) ?? []), value]);
    }
  };
  for (const each of segments) lay(each, false);
  for (const each of preferred.toReversed()) lay(each, true);
  return bytes;
}

describe('memory of segments', () => {
  it('memory of segments gives the bytes of some segment that covers an address, and of the preferred one where there is one', () => {
    const property = fc.property(
      fc.array(segment, { maxLength: 12 }),
      fc.array(segment, { maxLength: 3 }),
      (plain, preferred) => {
        const map = overlaid(segmentMap(plain), preferred);
        const memory = segmentMemory(map, source);
        const truth = naive(plain, preferred);
        for (let at = BASE - 4n; at < BASE + BigInt(SPACE) + 60n; at++) {
          const { bytes, gap } = memory.read(virtualAddress(at), 1);
          const candidates = truth.get(at);
          if (candidates) expect(candidates).toContain(bytes[0]);
          else expect(gap).toEqual({ address: at, reason: 'NotInDump' });
        }
      },
    );
    fc.assert(property, { numRuns: 60 });
  });

  it('memory of segments reads as far as segments join, and no further', () => {
    const property = fc.property(
      fc.array(segment, { maxLength: 12 }),
      fc.integer({ min: 0, max: SPACE }),
      fc.integer({ min: 0, max: 120 }),
      (plain, start, length) => {
        const map = segmentMap(plain);
        const truth = naive(plain, []);
        const address = virtualAddress(BASE + BigInt(start));
        let there = 0;
        while (there < length && truth.has(address + BigInt(there))) there++;
        expect(contiguousBytes(map, address, length)).toBe(there);
        const { bytes, gap } = segmentMemory(map, source).read(address, length);
        expect(bytes).toHaveLength(there);
        expect(gap?.address).toBe(there < length ? addressAt(address, there) : undefined);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('memory of segments copies every stretch with aligned addresses aligned', () => {
    const property = fc.property(fc.array(segment, { maxLength: 12 }), (plain) => {
      const map = segmentMap(plain);
      const memory = segmentMemory(map, source);
      const { buffer, stretches } = copyMemory(map, source);
      expect(stretches.reduce((sum, { size }) => sum + size, 0)).toBe(
        map.reduce((sum, { size }) => sum + size, 0),
      );
      for (const { address, size, aligned } of stretches) {
        const skip = Number((8n - (address % 8n)) % 8n);
        expect(aligned % 8).toBe(0);
        if (skip >= size) continue;
        const copied = new Uint8Array(buffer, aligned, size - skip);
        expect(memory.read(addressAt(address, skip), size - skip).bytes).toEqual(copied);
      }
    });
    fc.assert(property, { numRuns: 100 });
  });
});
