import type { ErrorCode } from './error-table.ts';

/** What became of a thread that was to be captured; docs/triage.md explains each. */
export type Verdict =
  | 'Captured'
  | 'DidNotFit'
  | 'TimedOut'
  | 'Refused'
  | 'Exited'
  | 'Replaced'
  | 'Failed'
  | 'NotAttempted';

/** Every verdict but success. */
export type MissingVerdict = Exclude<Verdict, 'Captured'>;

/**
 * The error that each verdict is. This is the only such table: the module's is generated from it. A thread that failed or was
 * not attempted has no error by its verdict: what was in the way is reported beside it, once for all threads that it concerns.
 */
export const VERDICT_CODES = {
  DidNotFit: 'DidNotFit',
  TimedOut: 'CaptureTimedOut',
  Refused: 'CaptureDenied',
  Exited: 'ThreadNotFound',
  Replaced: 'IdentityReplaced',
} as const satisfies Readonly<Record<Exclude<MissingVerdict, 'Failed' | 'NotAttempted'>, ErrorCode>>;

/** The error code of a verdict that a record spells; undefined where the verdict is no error by itself. */
export function verdictCode(verdict: string): ErrorCode | undefined {
  return Object.hasOwn(VERDICT_CODES, verdict)
    ? VERDICT_CODES[verdict as keyof typeof VERDICT_CODES]
    : undefined;
}
