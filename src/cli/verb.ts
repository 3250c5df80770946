import type { Validator } from '../contract/validator.ts';
import type { ReadingContext } from '../reading/context.ts';
import { validRequest } from './validate-request.ts';

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

/** What a verb may use of the world: the same as reading, so that a function of `reading` is a verb as it is. */
export type VerbContext = ReadingContext;

/** Properties that every request has. */
export interface CommonRequest {
  readonly machine?: string;
  readonly propertyCase?: 'camel' | 'pascal';
  readonly callerVersion?: string;
  readonly cancelOnEndOfInput?: boolean;
}

/** What the command line knows of a verb before it has a request. */
interface VerbFacts {
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
  /** Called with arguments, it writes what DSC reads: bare results, and messages on standard error. */
  readonly speaksDsc?: boolean;
}

/**
 * One thing that ktriage does, over its own type of request. A new verb is a file that exports one and a row in
 * verbs/index.ts; what it does with dumps is a function in `reading`, which is its `run`.
 */
export interface VerbDefinition<R extends CommonRequest> extends VerbFacts {
  readonly validate: Validator<R>;
  run(request: R, context: VerbContext): Promise<void>;
}

/** A valid request, and what runs it. */
export interface PreparedRun {
  readonly request: CommonRequest;
  run(context: VerbContext): Promise<void>;
}

/** A verb as the command line handles it: the type of its request is inside. */
export interface Verb extends VerbFacts {
  /**
   * Checks a request against the schema of the verb, before anything else happens.
   * @throws Failure InvalidRequest that names the property
   */
  prepare(request: Record<string, unknown>): PreparedRun;
}

/** Binds a definition to its request type, so that one table holds verbs of all request types. */
export function verb<R extends CommonRequest>({ validate, run, ...facts }: VerbDefinition<R>): Verb {
  return {
    ...facts,
    prepare(given) {
      const request = validRequest(facts.name, validate, given);
      return { request, run: (context) => run(request, context) };
    },
  };
}
