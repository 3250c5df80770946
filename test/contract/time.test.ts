import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromFileTime } from '../../src/contract/time.ts';

const EPOCH = 116_444_736_000_000_000n;

describe('times', () => {
  it('times are spelled as the language itself spells them', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1601-01-02'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const fileTime = BigInt(date.getTime()) * 10_000n + EPOCH;
          expect(isoFromFileTime(fileTime)).toBe(date.toISOString());
        },
      ),
    );
  });

  it('times are absent where there is none', () => {
    expect(isoFromFileTime(0n)).toBeUndefined();
    expect(isoFromFileTime(-1n)).toBeUndefined();
    expect(isoFromFileTime(2n ** 63n)).toBeUndefined();
  });
});
