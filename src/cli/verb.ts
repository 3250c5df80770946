import type { Face } from '../contract/face.ts';
import { REQUEST_OPTIONS, type VerbName } from '../contract/generated/options.ts';
import type { RequestOptions } from '../contract/option.ts';
import type { Validator } from '../contract/validator.ts';
import type { ReadingContext } from '../reading/sources/context.ts';
import type { LineReader } from './line-reader.ts';
import { validRequest } from './validate-request.ts';

/** What a verb may use of the world: all that reading may, so that a function of `reading` is a verb as it is. */
export interface VerbContext extends ReadingContext {
  /** Begins to read what comes on standard input after the request. */
  readInput(): LineReader;
}

/** Properties that every request has. */
export interface CommonRequest {
  readonly machine?: string;
  readonly propertyCase?: 'camel' | 'pascal';
  readonly callerVersion?: string;
  readonly adviceFor?: Face;
  readonly cancelOnEndOfInput?: boolean;
  /** Of requests that read symbols. */
  readonly symbolCredentialFile?: string;
}

/** What the command line has of a verb before it has a request. */
interface VerbFacts {
  /** Its request schema is `request-<name>`, which also declares its options. */
  readonly name: VerbName;
  readonly summary: string;
  readonly examples: readonly { readonly command: string; readonly does: string }[];
  /** Called with arguments, it writes what DSC reads: bare results, and messages on standard error. */
  readonly speaksDsc?: boolean;
  /** Called with arguments, it writes a document to standard output, and messages on standard error. */
  readonly writesDocument?: boolean;
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
  readonly offers: RequestOptions;
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
    offers: REQUEST_OPTIONS[facts.name],
    prepare(given) {
      const request = validRequest(facts.name, validate, given);
      return { request, run: (context) => run(request, context) };
    },
  };
}
