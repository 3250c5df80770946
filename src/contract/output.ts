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

/** One type of record that is written from sources of one type. */
export interface RowLayout<T extends RecordType, S> {
  readonly type: T;
  /** The record as an object. */
  record(source: S): Records[T];
  /** @param spell spells the names of properties */
  open(spell: (name: string) => string): RowWriter<S>;
}

/** Lines of NDJSON in memory. */
export interface RowWriter<S> {
  /** Appends the line of a record. Returns whether there are so many that they had better be taken. */
  add(source: S): boolean;
  take(): Uint8Array;
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
  /**
   * Writes the record that a layout makes of a source, without making it. Returns a promise where the reader is slow. Absent where
   * records are needed as objects.
   */
  row?<S>(layout: RowLayout<RecordType, S>, source: S): Promise<void> | undefined;
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

/** Writes a record the way that the output has for it. */
export function writeRow<T extends RecordType, S>(
  output: Output,
  layout: RowLayout<T, S>,
  source: S,
): Promise<void> | undefined {
  return output.row === undefined
    ? output.record(layout.type, layout.record(source))
    : output.row(layout, source);
}
