import type { CheckStatus } from '../finding.ts';

/** The value that an assumption expects, and the value found. */
export interface ValueComparison {
  readonly status: CheckStatus;
  readonly expected: string;
  readonly observed?: string;
}

type Shown = string | number | bigint | boolean | undefined;

export const hex = (value: number | bigint | undefined) =>
  value === undefined ? undefined : `0x${value.toString(16)}`;

function compare(otherwise: CheckStatus) {
  return (expected: Shown, observed: Shown): ValueComparison => {
    const wanted = expected === undefined ? 'not known' : String(expected);
    if (observed === undefined || expected === undefined) {
      const seen = observed === undefined ? {} : { observed: String(observed) };
      return { status: 'Unknown', expected: wanted, ...seen };
    }
    return {
      status: String(observed) === wanted ? 'Pass' : otherwise,
      expected: wanted,
      observed: String(observed),
    };
  };
}

/** Captures depend on it: another value is a failure. */
export const mustBe = compare('Fail');
/** Nothing depends on it, and it is worth knowing. */
export const shouldBe = compare('Warn');

/** Something that is at most, or at least, or between: the condition in words. */
export function holds(
  expected: string,
  observed: string | undefined,
  isSo: boolean,
  otherwise: CheckStatus = 'Fail',
): ValueComparison {
  if (observed === undefined) return { status: 'Unknown', expected };
  return { status: isSo ? 'Pass' : otherwise, expected, observed };
}
