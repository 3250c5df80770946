import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { bitmapMap } from '../../../src/dump/physical/page-bitmap.ts';

/** The place of a page is the number of set bits before its own: counted one by one here. */
function naive(bitmap: Uint8Array, bits: number, firstPage: number): (number | undefined)[] {
  let next = firstPage;
  return Array.from({ length: bits }, (_, pfn) => {
    const set = (((bitmap[pfn >> 3] ?? 0) >> (pfn & 7)) & 1) === 1;
    if (!set) return undefined;
    next += 4096;
    return next - 4096;
  });
}

it('a page bitmap places every page of any bitmap, at any offset, with any bits after the last', () => {
  const property = fc.property(
    fc.uint8Array({ minLength: 1, maxLength: 400 }),
    fc.integer({ min: 0, max: 7 }),
    fc.integer({ min: 0, max: 9 }),
    (bitmap, spare, lead) => {
      const bits = bitmap.length * 8 - spare;
      const source = bytesSource(Buffer.concat([Buffer.alloc(lead, 0xff), bitmap]));
      const map = bitmapMap(source, lead, bits, 0x5038);
      const expected = naive(bitmap, bits, 0x5038);
      expect(Array.from({ length: bits }, (_, pfn) => map.offsetOf(pfn))).toEqual(expected);
      expect(map.pages).toBe(expected.filter((place) => place !== undefined).length);
      expect([map.offsetOf(bits), map.offsetOf(bits + 1), map.offsetOf(2 ** 39)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    },
  );
  fc.assert(property, { numRuns: 300 });
});

it('a page bitmap counts on across the pieces in which a large bitmap is read', () => {
  // Just over two pieces of a mebibyte, the middle one almost empty.
  const bitmap = Buffer.alloc(2 * 2 ** 20 + 5);
  const set = [0, 31, 32, 8 * 2 ** 20 - 1, 8 * 2 ** 20 + 77, 16 * 2 ** 20, 16 * 2 ** 20 + 39];
  for (const pfn of set) bitmap[pfn >> 3] = (bitmap[pfn >> 3] ?? 0) | (1 << (pfn & 7));
  const map = bitmapMap(bytesSource(bitmap), 0, bitmap.length * 8, 0);
  expect(set.map((pfn) => map.offsetOf(pfn))).toEqual(set.map((_, index) => index * 4096));
  expect(map.offsetOf(8 * 2 ** 20)).toBeUndefined();
  expect(map.pages).toBe(set.length);
});
