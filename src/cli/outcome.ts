import { EXIT_CODES, exitCodeOf } from '../contract/error-table.ts';
import type { Failure } from '../contract/failure.ts';

/** Counts what a run gave, and what exit code follows from it. */
export interface Outcome {
  records: number;
  /** Records that are results. */
  results: number;
  warnings: number;
  incomplete: boolean;
  readonly failures: Failure[];
}

export function newOutcome(): Outcome {
  return { records: 0, results: 0, warnings: 0, incomplete: false, failures: [] };
}

/**
 * One failure and nothing else: its own code. Results beside failures: partial. Cancelling outranks both, because
 * the caller asked for it.
 */
export function exitCode({ results, incomplete, failures }: Outcome): number {
  const [first] = failures;
  if (first === undefined) return incomplete ? EXIT_CODES.partial.value : EXIT_CODES.ok.value;
  const cancelled = failures.find(({ code }) => exitCodeOf(code) === EXIT_CODES.cancelled.value);
  if (cancelled !== undefined) return EXIT_CODES.cancelled.value;
  return results > 0 ? EXIT_CODES.partial.value : exitCodeOf(first.code);
}
