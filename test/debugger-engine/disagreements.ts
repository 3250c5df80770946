import { expect } from 'vitest';
import { differences, type Facts } from './facts.ts';

/** Facts in which the engine and ktriage differ, and why that is no error of ktriage. */
export interface Disagreement {
  /** Matches each difference as `differences` writes it. */
  readonly facts: RegExp;
  readonly because: string;
}

/** A module whose image header the dump does not hold. */
export const NO_IMAGE_HEADER: Disagreement = {
  facts:
    /^module 0x[0-9a-f]{16}: (?:check sum: ktriage 0x[0-9a-f]+, engine 0xffffffff|size: .*engine 0x1000)$/,
  because: 'ktriage then gives size and check sum of the list entry, the engine gives none',
};

/** Expects that both sides agree but for what is listed, and that everything listed is still a difference. */
export function expectAgreement(ours: Facts, theirs: Facts, listed: readonly Disagreement[] = []): void {
  const found = differences(ours, theirs);
  expect(found.filter((difference) => !listed.some(({ facts }) => facts.test(difference)))).toEqual([]);
  for (const { facts, because } of listed)
    expect(
      found.some((difference) => facts.test(difference)),
      `no longer a disagreement: ${because}`,
    ).toBe(true);
}
