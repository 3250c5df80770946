import type { Failure } from '../contract/failure.ts';
import type { WaitChain } from '../contract/generated/types.ts';
import type { Output } from '../contract/output.ts';

/** An output that keeps the chains of an answer and what went wrong, and prints nothing. */
export function collector(): {
  readonly output: Output;
  readonly chains: readonly WaitChain[];
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
} {
  const chains: WaitChain[] = [];
  const failures: Failure[] = [];
  const warnings: string[] = [];
  return {
    chains,
    failures,
    warnings,
    output: {
      record(type, value) {
        if (type === 'WaitChain') chains.push(value as WaitChain);
        return Promise.resolve();
      },
      progress: () => undefined,
      warning: (message) => void warnings.push(message),
      error: (failure) => void failures.push(failure),
      incomplete: () => undefined,
      answer: () => undefined,
      end: () => Promise.resolve(0),
    },
  };
}
