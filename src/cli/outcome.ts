import { type ErrorCode, EXIT_CODES, type ExitName, exitCodeOf } from '../contract/error-table.ts';
import type { Failure } from '../contract/failure.ts';

/** Counts what a run gave, and what exit code follows from it. */
export interface Outcome {
  records: number;
  /** Records that are results. */
  results: number;
  warnings: number;
  /** Of the first thing that was asked for and not done. */
  incomplete: ErrorCode | undefined;
  /** What the run itself answers. */
  answer: ExitName | undefined;
  readonly failures: Failure[];
}

export function newOutcome(): Outcome {
  return { records: 0, results: 0, warnings: 0, incomplete: undefined, answer: undefined, failures: [] };
}

/**
 * Results beside failures: partial. Failures and nothing else: the code of the first. Cancelling outranks both, because the
 * caller asked for it.
 */
export function exitCode({ results, incomplete, answer, failures }: Outcome): number {
  const [first] = failures;
  if (first === undefined && incomplete === undefined && answer === undefined) return EXIT_CODES.ok.value;
  const cancelled = failures.find(({ code }) => exitCodeOf(code) === EXIT_CODES.cancelled.value);
  if (cancelled !== undefined) return EXIT_CODES.cancelled.value;
  if (answer !== undefined) return EXIT_CODES[answer].value;
  if (results > 0) return EXIT_CODES.partial.value;
  return exitCodeOf(first?.code ?? incomplete ?? 'Internal');
}
