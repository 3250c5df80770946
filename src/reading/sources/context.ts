import type { Output } from '../../contract/output.ts';
import type { Machine } from '../../machine/port.ts';
import type { PrivateFileReader } from '../../symbols/server/credential-sources.ts';

/**
 * What reading may use of the world. Each capability of this room is one function `(request, context) => Promise<void>` in a
 * file of its own; it writes its records to `output`, and a verb in `cli` only names it.
 */
export interface ReadingContext {
  readonly output: Output;
  /** Fires when the caller cancels. */
  readonly signal: AbortSignal;
  /** @throws Failure UnknownMachine, NotWindows, UnsafeNativeLibrary */
  machine(name: string | undefined): Promise<Machine>;
  /** Reads files that no other account can read, where that is not a matter of owner and mode. */
  readonly readPrivateFile?: PrivateFileReader;
}
