import type { Failure } from './failure.ts';

/** A piece of work that goes on, as a person would want to hear of it. */
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
   * `type` names the schema that `value` follows. A record that only tells what was not done (`done` is false) does not make
   * a run that failed a partial success.
   */
  record(type: string, value: object, done?: boolean): Promise<void>;
  progress(progress: Progress): void;
  warning(message: string, target?: string): void;
  /** Reports a failure that does not end the verb. */
  error(failure: Failure): void;
  /** Something that was asked for was not done, as the records say: the exit code is then `partial` at least. */
  incomplete(): void;
  /** Writes what is left and the closing line. Returns the exit code of the process. */
  end(): Promise<number>;
}
