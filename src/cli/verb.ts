import type { Output } from '../contract/output.ts';
import type { Validator } from '../contract/validator.ts';
import type { Machine } from '../machine/port.ts';

/** How an argument of the command line becomes a property of the request. */
export interface Option {
  /** Long name without dashes. */
  readonly name: string;
  /** The property of the request schema that it sets. */
  readonly property: string;
  /** `threads` is a list of PID:TID, `json` a JSON object. */
  readonly type: 'json' | 'string' | 'number' | 'boolean' | 'strings' | 'numbers' | 'threads';
  readonly help: string;
  /** What a boolean option says when it is given; true unless stated. */
  readonly sets?: boolean;
  /** What stands for the value in the help. */
  readonly value?: string;
}

/** What a verb may use of the world. */
export interface VerbContext {
  readonly output: Output;
  /** Fires when the caller cancels: Ctrl+C, or standard input closed where the request asked for that. */
  readonly signal: AbortSignal;
  /** @throws Failure UnknownMachine, NotWindows, UnsafeNativeLibrary */
  machine(name: string | undefined): Promise<Machine>;
}

/** Properties that every request has. */
export interface CommonRequest {
  readonly machine?: string;
  readonly propertyCase?: 'camel' | 'pascal';
  readonly callerVersion?: string;
  readonly cancelOnEndOfInput?: boolean;
}

/** One thing that ktriage does. A new verb is a file that exports one of these and a row in verbs/index.ts. */
export interface Verb<R extends CommonRequest = CommonRequest> {
  readonly name: string;
  readonly summary: string;
  /** Options beyond those that every verb has. */
  readonly options: readonly Option[];
  /** Where arguments without a dash go: the property, and whether it takes many. */
  readonly operands?: {
    readonly property: string;
    readonly type: 'strings' | 'string';
    readonly value: string;
  };
  readonly examples: readonly { readonly command: string; readonly does: string }[];
  readonly validate: Validator<R>;
  /** Called with arguments, it writes what DSC reads: bare results, and messages on standard error. */
  readonly speaksDsc?: boolean;
  run(request: R, context: VerbContext): Promise<void>;
}

/** Keeps the request type of a verb where it is declared, and lets the table hold verbs of all request types. */
export function verb<R extends CommonRequest>(definition: Verb<R>): Verb {
  return definition as unknown as Verb;
}
