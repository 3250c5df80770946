import { type ErrorCode, errorTable } from './error-table.ts';
import { ntStatusName } from './ntstatus.ts';

/** The facts of a failure beyond its code and sentence. Every field travels to the caller in the `error` line. */
export interface FailureFacts {
  /** The thing that failed, as the user would name it: a path, `process 4711`, `thread 12`. */
  readonly target?: string;
  /** The status that Windows answered with. */
  readonly ntStatus?: number;
  /** Where in a file: byte offset and the name of the field. */
  readonly offset?: number;
  readonly field?: string;
  /** Advice for exactly this case, where the table's general advice would be too vague. */
  readonly advice?: string;
  readonly cause?: unknown;
}

/** Advice follows a message on the same line in several places, so a message ends as sentences do. */
const asSentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);

/**
 * The one error class of the product. Its code is a row of the error table, its message a sentence for a person.
 * Anything else that is thrown is a defect and is reported as `Internal`.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly facts: FailureFacts;

  constructor(code: ErrorCode, message: string, facts: FailureFacts = {}) {
    super(asSentence(message), facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.facts = facts;
  }

  /** What to do next: the advice of this case, else that of the table. */
  get advice(): string {
    return this.facts.advice ?? errorTable()[this.code].advice;
  }

  /** `STATUS_ACCESS_DENIED (0xC0000022)`, or undefined where Windows was not asked. */
  get ntStatusText(): string | undefined {
    return this.facts.ntStatus === undefined ? undefined : ntStatusName(this.facts.ntStatus);
  }
}

/** Any thrown value as a Failure; what is not one already becomes `Internal` with the original as its cause. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure('Internal', message, { cause: thrown });
}

/** The result of `attempt`, or undefined when it fails on bad data, with the failure given to `onFailure`. `Internal` is thrown on. */
export function orUndefined<T>(
  attempt: () => T,
  onFailure: (failure: Failure) => void = () => undefined,
): T | undefined {
  try {
    return attempt();
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'Internal') throw thrown;
    onFailure(failure);
    return undefined;
  }
}
