import type { ErrorCode, ExitName } from './error-table.ts';
import type { Failure } from './failure.ts';
import type { Records, RecordType } from './generated/types.ts';

/** Work in progress, in words for the user. */
export interface Progress {
  readonly activity: string;
  readonly status?: string;
  /** 0 to 100, where it can be known. */
  readonly percent?: number;
  readonly done?: boolean;
}

/**
 * Where a verb's results go. Records are written as they come; awaiting `record` lets a slow reader slow the verb
 * down instead of filling memory.
 */
export interface Output {
  /**
   * Writes one record; `type` is the title of the schema that `value` follows. With `done` false the record reports
   * only what was not done, so a run that failed does not count as a partial success because of it.
   */
  record<T extends RecordType>(type: T, value: Records[T], done?: boolean): Promise<void>;
  progress(progress: Progress): void;
  warning(message: string, target?: string): void;
  /** Reports a failure that does not end the verb. */
  error(failure: Failure): void;
  /**
   * Something that was asked for was not done, by the records. The exit code is then `partial`, or, where nothing was
   * done at all, that of the first such code.
   */
  incomplete(code: ErrorCode): void;
  /** The run did what was asked, and this is its answer: the exit code, whatever was recorded. */
  answer(exit: ExitName): void;
  /** Writes what is left and the closing line. Returns the exit code of the process. */
  end(): Promise<number>;
}
